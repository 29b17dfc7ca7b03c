/** What a page makes the browser load, gzipped: the budgets of the site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, open } from './browser.ts';

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

test.each(['/', '/problems/chat/', '/interviewers/t-vancewood/', '/cheat-sheet/design-1/'])(
  'a page to read loads less than 15 kB of script: %s',
  async (path) => {
    expect(await scriptOf(path)).toBeLessThan(15);
  },
);

// The planner, the memory model and the calendar of time zones: only where they are needed.
test.each(['/today/', '/schedule/', '/drill/'])('a schedule page loads less than 70 kB: %s', async (path) => {
  const kilobytes = await scriptOf(path);
  expect(kilobytes).toBeGreaterThan(20);
  expect(kilobytes).toBeLessThan(70);
});
