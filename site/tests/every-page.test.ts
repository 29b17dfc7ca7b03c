import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, open } from './browser.ts';
import { idsOf, linksOf, pagesOf, sourceOf } from './crawl.ts';

const folder = inject('folder');
const pages = pagesOf(folder);
const downloads = new Set(['/calendar.ics', '/deck.apkg', '/pack.html']);

describe('every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('the sample has the pages that a loop of two design rounds needs', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['/', '/rounds/design-1/', '/cheat-sheet/design-2/', '/problems/', '/search/']),
    );
  });

  test('opens at 320 px without errors, requests to elsewhere or sideways scrolling', async () => {
    const { page, faults } = await open(browser, '/', { viewport: { width: 320, height: 640 } });
    const wrong: string[] = [];
    for (const path of pages) {
      await page.goto(path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) wrong.push(`${path} is ${over} px too wide`);
      for (const fault of faults.splice(0)) wrong.push(`${path}: ${fault}`);
    }
    expect(wrong).toEqual([]);
  });

  test('fits a wide desk as well', async () => {
    const { page } = await open(browser, '/', { viewport: { width: 1360, height: 900 } });
    for (const path of ['/', '/rounds/design-1/', '/rounds/design-2/', '/problems/chat/', '/problems/']) {
      await page.goto(path);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        path,
      ).toBeLessThanOrEqual(0);
    }
  });
});

test('every page has one h1, one main, and headings that skip no level', () => {
  const wrong = pages.flatMap((path) => {
    const html = sourceOf(folder, path);
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map((m) => Number(m[1]));
    const skipped = levels.filter((level, i) => level > (levels[i - 1] ?? level) + 1);
    return [
      ...(html.match(/<main[\s>]/g)?.length === 1 ? [] : [`${path}: not one main`]),
      ...(levels.filter((level) => level === 1).length === 1 ? [] : [`${path}: not one h1`]),
      ...skipped.map((level) => `${path}: an h${level} skips a level`),
    ];
  });
  expect(wrong).toEqual([]);
});

test('no page uses an id twice', () => {
  const wrong = pages.flatMap((path) => {
    const ids = idsOf(sourceOf(folder, path));
    return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${path}#${id}`);
  });
  expect(wrong).toEqual([]);
});

test('every link leads to a page, and every fragment to an element on it', () => {
  const ids = new Map(pages.map((path) => [path, new Set(idsOf(sourceOf(folder, path)))]));
  const broken = pages.flatMap((path) =>
    linksOf(sourceOf(folder, path), path)
      .filter((url) => url.hostname === 'site')
      // A file to download is no page.
      .filter((url) => !downloads.has(url.pathname) || !existsSync(join(folder, url.pathname)))
      .filter((url) => {
        const target = ids.get(url.pathname);
        return (
          target === undefined || (url.hash !== '' && !target.has(decodeURIComponent(url.hash.slice(1))))
        );
      })
      .map((url) => `${path} → ${url.pathname}${url.hash}`),
  );
  expect([...new Set(broken)]).toEqual([]);
});

test('every file to download is linked to', () => {
  const linked = pages.flatMap((path) => linksOf(sourceOf(folder, path), path).map((url) => url.pathname));
  expect([...downloads].filter((file) => !linked.includes(file))).toEqual([]);
});

test('every page can be reached from the overview', () => {
  const seen = new Set(['/']);
  const queue = ['/'];
  for (let path = queue.pop(); path !== undefined; path = queue.pop())
    for (const url of linksOf(sourceOf(folder, path), path))
      if (url.hostname === 'site' && pages.includes(url.pathname) && !seen.has(url.pathname)) {
        seen.add(url.pathname);
        queue.push(url.pathname);
      }
  expect(pages.filter((path) => !seen.has(path) && path !== '/404/')).toEqual([]);
});
