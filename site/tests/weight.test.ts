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

/** Kilobytes of script that a page loads by itself: for its own thread, and for workers beside it. */
async function scriptsOf(path: string): Promise<{ own: number; beside: number }> {
  const { page } = await open(browser, '/404.html');
  const scripts = new Set<string>();
  const pathOf = (url: string) => new URL(url).pathname;
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(pathOf(request.url()));
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  const workers = new Set(page.workers().map((worker) => pathOf(worker.url())));
  await page.context().close();
  const weight = (files: string[]) =>
    files
      .map((file) => gzipSync(readFileSync(join(inject('folder'), file)), { level: 9 }).length)
      .reduce((sum, n) => sum + n, 0) / 1000;
  return { own: weight([...scripts].filter((file) => !workers.has(file))), beside: weight([...workers]) };
}

/** All of it. */
async function scriptOf(path: string): Promise<number> {
  const { own, beside } = await scriptsOf(path);
  return own + beside;
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

// The planner is loaded beside the page; what draws and keeps, and in the drill the memory model, by the page itself.
test.each([
  ['/today/', 30],
  ['/schedule/', 35],
  ['/drill/', 42],
])('a schedule page loads its own script and a worker: %s less than %d kB and 20', async (path, most) => {
  const { own, beside } = await scriptsOf(path);
  expect(own).toBeGreaterThan(10);
  expect(own).toBeLessThan(most);
  expect(beside).toBeGreaterThan(5);
  expect(beside).toBeLessThan(20);
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
