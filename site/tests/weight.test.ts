/** What a page makes the browser load, gzipped: the budgets of the site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, open } from './browser.ts';
import { pagesOf, sourceOf } from './crawl.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Kilobytes of script that a page loads by itself. */
async function scriptOf(path: string): Promise<number> {
  const { page } = await open(browser, '/404.html');
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(new URL(request.url()).pathname);
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.context().close();
  const bytes = [...scripts].map(
    (file) => gzipSync(readFileSync(join(inject('folder'), file)), { level: 9 }).length,
  );
  return bytes.reduce((sum, n) => sum + n, 0) / 1000;
}

test.each([
  '/',
  '/problems/chat/',
  '/rounds/design-1/',
  '/rounds/design-1/depth/',
  '/interviewers/t-vancewood/',
  '/cheat-sheet/design-1/',
])('a page to read loads less than 15 kB of script: %s', async (path) => {
  expect(await scriptOf(path)).toBeLessThan(15);
});

// The planner, the memory model and the calendar of time zones: only where they are needed.
test.each(['/today/', '/schedule/', '/drill/'])('a schedule page loads less than 70 kB: %s', async (path) => {
  const kilobytes = await scriptOf(path);
  expect(kilobytes).toBeGreaterThan(20);
  expect(kilobytes).toBeLessThan(70);
});

const folder = inject('folder');
const gzipped = (content: string | Buffer) => gzipSync(content, { level: 9 }).length / 1000;
/** A page's text and styles, as they come over the wire; fonts are kept by the browser for all pages. */
const weightOf = (path: string) => {
  const html = sourceOf(folder, path);
  const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((m) => m[1] ?? '');
  return gzipped(html) + styles.reduce((sum, file) => sum + gzipped(readFileSync(join(folder, file))), 0);
};

test.each(pagesOf(folder).filter((path) => path.startsWith('/rounds/')))(
  'a page of a guide weighs less than 60 kB in all: %s',
  async (path) => {
    const script = await scriptOf(path);
    expect(script).toBeGreaterThan(1);
    expect(weightOf(path) + script).toBeLessThan(60);
  },
);

test('every page weighs less than 52 kB with its styles', () => {
  const wrong = pagesOf(folder).flatMap((path) => {
    const weight = weightOf(path);
    return weight < 52 ? [] : [`${path}: ${weight.toFixed(1)} kB, 52 are allowed`];
  });
  expect(wrong).toEqual([]);
});

test('the frame of a page does not grow with the number of pages', () => {
  const wrong = pagesOf(folder).flatMap((path) => {
    const frame = sourceOf(folder, path).replace(/<main[\s\S]*<\/main>/, '').length / 1000;
    return frame < 12 ? [] : [`${path}: ${frame.toFixed(1)} kB outside of main`];
  });
  expect(wrong).toEqual([]);
});
