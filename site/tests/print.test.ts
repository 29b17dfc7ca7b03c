import type { Browser } from 'playwright-core';
import { extractText } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { printPages } from '../../generator/publish/print-pdf.ts';
import { chromiumPath, launch, open } from './browser.ts';
import { pagesOf } from './crawl.ts';

const sheets = pagesOf(inject('folder')).filter((path) => path.startsWith('/cheat-sheet/'));

describe('print', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const pageCount = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

  test.each(sheets)('%s is one page, A4 and Letter, in either theme', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open(browser, path, { colorScheme });
      for (const format of ['A4', 'Letter']) expect(pageCount(await page.pdf({ format })), format).toBe(1);
    }
  });

  test('an export prints the same single pages', async () => {
    for (const paper of ['A4', 'Letter'] as const) {
      const printed = await printPages(inject('folder'), sheets, { chromium: chromiumPath(), paper });
      expect([...printed.keys()]).toEqual(sheets);
      for (const pdf of printed.values()) expect(pageCount(Buffer.from(pdf))).toBe(1);
    }
  });

  test.each(sheets)('%s stays one page when its text grows by a seventh', async (path) => {
    const { page } = await open(browser, path);
    await page.evaluate(() => {
      for (const line of document.querySelectorAll('.document li, .document td:last-child')) {
        const words = line.textContent ?? '';
        line.append(` ${words.slice(0, Math.ceil(words.length * 0.15))}`);
      }
    });
    for (const format of ['A4', 'Letter']) expect(pageCount(await page.pdf({ format })), format).toBe(1);
  });

  test.each(sheets)('%s shows its table whole on a desk', async (path) => {
    const { page } = await open(browser, path, { viewport: { width: 1280, height: 900 } });
    const cut = await page
      .locator('.document .table')
      .evaluateAll((boxes) => boxes.filter((b) => b.scrollWidth > b.clientWidth + 1).length);
    expect(cut).toBe(0);
  });

  test('a cheat sheet is printed in a size that can be read', async () => {
    const { page } = await open(browser, sheets[0] ?? '');
    await page.emulateMedia({ media: 'print' });
    const smallest = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('.document *')].map((e) =>
          Number.parseFloat(getComputedStyle(e).fontSize),
        ),
      ),
    );
    expect((smallest * 72) / 96).toBeGreaterThanOrEqual(6.5);
  });

  const guide = pagesOf(inject('folder')).filter((path) => path.startsWith('/rounds/design-1/'));
  const each = guide.flatMap((path) => ['A4', 'Letter'].map((format) => [path, format] as const));

  test.each(each)('%s on %s has its number on every page', async (path, format) => {
    const { page } = await open(browser, path);
    const pdf = await page.pdf({ format });
    const { totalPages, text } = await extractText(new Uint8Array(pdf), { mergePages: false });
    expect(totalPages).toBeGreaterThan(5);
    const wrong = text.flatMap((words, i) =>
      words.includes(`${i + 1} / ${totalPages}`) ? [] : [`page ${i + 1} has no number`],
    );
    expect(wrong).toEqual([]);
  });

  test('a guide prints with everything open and without controls', async () => {
    const { page } = await open(browser, '/rounds/design-1/');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.architecture div.wide').isVisible()).toBe(true);
    expect(await page.locator('details.estimate-group table').first().isVisible()).toBe(true);
    expect(await page.locator('button:visible, nav:visible, .onward:visible').count()).toBe(0);
    await page.goto('/rounds/design-1/questions/');
    expect(await page.locator('details.question:not([open]) .step').first().isVisible()).toBe(true);
    expect(await page.locator('button:visible, nav:visible').count()).toBe(0);
  });
});
