/** Nothing that a script brings moves what already stands in the page: whoever reads on, reads on where they were. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

declare global {
  interface Window {
    /** By how much of the window things moved: what browsers call the cumulative layout shift. */
    moved: number;
  }
}

const pages = ['/', '/today/', '/schedule/', '/drill/', '/problems/', '/search/', '/rounds/design-1/'];
const screens = [
  ['a phone', { viewport: { width: 412, height: 823 }, hasTouch: true, isMobile: true }],
  ['a desk', { viewport: { width: 1350, height: 940 } }],
] as const;

test.each(screens)('on %s', async (_, screen) => {
  const moved: string[] = [];
  for (const path of pages) {
    const context = await browser.newContext({
      ...screen,
      baseURL: inject('origin'),
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    // Whether fonts come before the first paint is a matter of time, and not what this is about.
    await page.route('**/*.woff2', (route) => route.abort());
    await page.addInitScript(() => {
      window.moved = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if ('value' in entry && typeof entry.value === 'number') window.moved += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    if (/today|schedule|drill/.test(path)) await page.locator('[data-ready]').waitFor();
    const sum = await page.evaluate(
      () =>
        new Promise<number>((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.moved)))),
        ),
    );
    if (sum > 0.02) moved.push(`${path}: ${sum.toFixed(3)}`);
    await context.close();
  }
  expect(moved).toEqual([]);
});
