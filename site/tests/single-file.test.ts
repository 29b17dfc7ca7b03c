/** `pack.html`, opened from the disk as a person would who got it by mail. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { everything, violations } from './axe.ts';
import { launch } from './browser.ts';

const file = join(inject('folder'), 'pack.html');
const address = pathToFileURL(file).href;

describe('the single file', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('is under 3 MB', () => {
    expect(statSync(file).size).toBeLessThan(3_000_000);
  });

  test('opens from the disk, asks for nothing, breaks no rule of its own, and finds', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const faults: string[] = [];
    page.on('console', (m) => faults.push(m.text()));
    page.on('pageerror', (e) => faults.push(e.message));
    page.on('request', (r) => {
      if (!r.url().startsWith(address)) faults.push(r.url());
    });
    await page.goto(address);
    expect(await page.locator('.page:visible').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.getByRole('searchbox').fill('fair queue');
    const hit = page.locator('.single-hits a').first();
    await hit.waitFor();
    await hit.click();
    expect((await page.locator('.page:visible').textContent())?.toLowerCase()).toContain('fair queue');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('prints a cheat sheet on one page, and a guide whole, with numbers', async () => {
    const page = await browser.newPage();
    const printed = async (id: string, format: string) => {
      await page.goto('about:blank');
      await page.goto(`${address}#${id}`);
      await page.locator('body.unpacked').waitFor();
      return getDocumentProxy(new Uint8Array(await page.pdf({ format })));
    };
    for (const id of ['cheat-sheet-design-1', 'cheat-sheet-design-2'])
      for (const format of ['A4', 'Letter']) expect((await printed(id, format)).numPages, id).toBe(1);
    const guide = await printed('rounds-design-1', 'A4');
    expect(guide.numPages).toBeGreaterThan(30);
    const titles = await page.locator('.page.shown .question > summary .asked').allTextContents();
    const beginnings = titles.map((title) => title.slice(0, 20));
    expect(titles.length).toBeGreaterThan(7);
    let found = 0;
    for (let n = 1; n <= guide.numPages; n += 1) {
      const { items } = await (await guide.getPage(n)).getTextContent();
      const words = items.flatMap((item) =>
        'str' in item ? [{ said: item.str, up: item.transform[5] }] : [],
      );
      expect(words.map((w) => w.said).join('')).toContain(`${n} / ${guide.numPages}`);
      const asked = words.filter((w) => beginnings.some((title) => w.said.startsWith(title)));
      found += asked.length;
      // In points from the paper's edge: what follows a question's line stands below it on the same page.
      expect(asked.filter((w) => w.up < 130).map((w) => w.said)).toEqual([]);
    }
    expect(found).toBeGreaterThan(7);
    await page.close();
  });

  test('by keyboard: the search is a key away, says how much it found and shows the words', async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator('body.unpacked').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('quorum');
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^\d+ places/);
    expect(await page.locator('.single-hits p mark').first().textContent()).toMatch(/quorum/i);
    await page.close();
  });

  test.each(['light', 'dark'] as const)('has no violation of accessibility, in %s', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 } });
    await page.goto(address);
    await page.locator('body.unpacked').waitFor();
    for (const id of ['rounds-design-1', 'cheat-sheet-design-1', 'schedule']) {
      await page.evaluate((place) => {
        location.hash = place;
      }, id);
      await page.locator(`#${id}.shown`).waitFor();
      // Only what is shown: the file holds two hundred pages.
      expect(await violations(page, everything, '.page.shown'), id).toEqual([]);
    }
    await page.close();
  });

  test('every link leads to a place in it', async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator('body.unpacked').waitFor();
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')]
        .map((a) => a.getAttribute('href') ?? '')
        .filter(
          (href) => !href.startsWith('#') || !document.getElementById(decodeURIComponent(href.slice(1))),
        ),
    );
    expect(dead).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((n) => n.id));
    expect(new Set(ids).size).toBe(ids.length);
    await page.close();
  });

  test('unpacks the sheets of the bank, and links lead into them', async () => {
    const page = await browser.newPage();
    await page.goto(`${address}#problems-url-shortener.questions`);
    await page.locator('body.unpacked').waitFor();
    expect(await page.locator('.page:visible h1').textContent()).toBe('URL shortener');
    expect(await page.locator('.page:visible h2').last().textContent()).toBe('What carries over');
    expect(await page.locator('script.packed, .packed-note, a[data-place]').count()).toBe(0);
    await page.getByRole('searchbox').fill('retry-after weighted limit');
    await page.locator('.single-hits a').first().waitFor();
    await page.close();
  });

  test('of what the loop asks is whole without scripts, and opens every other sheet', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    const pages = await page.locator('.page').count();
    expect(pages).toBeGreaterThan(100);
    expect(await page.locator('.page:visible').count()).toBe(pages);
    expect(await page.locator('#drill details').count()).toBeGreaterThan(150);
    expect(await page.locator('#rounds-design-1 h2').count()).toBeGreaterThan(15);
    const opening = page.locator('#problems-url-shortener .document');
    expect(await opening.locator('h2').count()).toBeGreaterThan(1);
    expect(await opening.locator('.packed-note').isVisible()).toBe(true);
    const dead = await page.locator('a[href^="#"]').evaluateAll((links) => {
      const to = links.map((a) => decodeURIComponent((a.getAttribute('href') ?? '').slice(1)));
      return to.filter((id) => !document.getElementById(id));
    });
    expect(dead).toEqual([]);
    await context.close();
  });
});
