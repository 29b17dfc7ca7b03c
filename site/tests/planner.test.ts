/** Plans are made beside the page: it answers while one is made, and makes them itself where no worker starts. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { open } from './browser.ts';
import { launch, logOf, openStudy, visit } from './study.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const paths = ['/today/', '/schedule/', '/drill/'];
/** A sentence that only the planner says: minified or not, it stands in whatever file holds the planner. */
const planners = 'No day holds a mock.';
const textOf = (url: string) => readFileSync(join(inject('folder'), new URL(url).pathname), 'utf8');
const viewOf = (page: Page) => page.locator('[data-region=view]').innerHTML();

test.each(paths)('%s has a worker, and its own thread does not even load the planner', async (path) => {
  const { page, faults } = await open(browser, '/404.html');
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  await visit(page, path);
  const workers = page.workers().map((worker) => worker.url());
  expect(workers.map((url) => basename(url).replace(/-[^-]*\.js$/, ''))).toEqual(['plan-worker']);
  expect(workers.filter((url) => textOf(url).includes(planners))).toEqual(workers);
  const own = scripts.filter((url) => !workers.includes(url));
  expect(own.length).toBeGreaterThan(2);
  expect(own.filter((url) => textOf(url).includes(planners))).toEqual([]);
  expect(faults).toEqual([]);
});

test('no other page has one', async () => {
  const { page } = await open(browser, '/');
  await page.waitForLoadState('networkidle');
  expect(page.workers()).toEqual([]);
});

test('its file is kept for when the server is gone', () => {
  expect(readFileSync(join(inject('folder'), 'sw.js'), 'utf8')).toMatch(/"_astro\/plan-worker-[^"]+\.js":/);
});

describe('without a worker the page plans for itself, and comes to the same', () => {
  const broken: [string, (context: BrowserContext) => Promise<unknown>][] = [
    [
      'browsers that have none',
      (c) => c.addInitScript(() => void Reflect.deleteProperty(globalThis, 'Worker')),
    ],
    ['a file that does not come', (c) => c.route('**/plan-worker*', (route) => route.abort())],
    [
      'a file that is no script',
      (c) =>
        c.route('**/plan-worker*', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: 'no script at all' }),
        ),
    ],
  ];
  test.each(broken)('%s', async (_, hinder) => {
    const { page } = await openStudy(browser, '/schedule/');
    const planned = await viewOf(page);
    const { page: alone } = await openStudy(browser, '/today/');
    await hinder(alone.context());
    await visit(alone, '/schedule/');
    expect(alone.workers()).toEqual([]);
    expect(await viewOf(alone)).toBe(planned);
    await alone.fill('[data-form="minutes"] [name="tue"]', '0');
    await alone.click('[data-form="minutes"] button');
    await expect.poll(() => alone.locator('#day-2026-11-24').textContent()).toContain('Free.');
  });
});

/** Has a page's questions to its worker wait until they are let go. */
async function openHeld(path: string): Promise<{ page: Page; hold(on: boolean): Promise<void> }> {
  const { page } = await openStudy(browser, path);
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    let held = false;
    const Usual = Worker;
    class Held extends Usual {
      override postMessage(message: unknown): void {
        if (held) waiting.push(() => super.postMessage(message));
        else super.postMessage(message);
      }
    }
    Reflect.set(globalThis, 'Worker', Held);
    Reflect.set(globalThis, 'hold', (on: boolean) => {
      held = on;
      if (!on) for (const send of waiting.splice(0)) send();
    });
  });
  await visit(page, path);
  const hold = (on: boolean) =>
    page.evaluate((wanted) => {
      const set: unknown = Reflect.get(globalThis, 'hold');
      if (typeof set === 'function') set(wanted);
    }, on);
  return { page, hold };
}

describe('while a plan is made', () => {
  test('what is ticked, and taken back, is on disk at once; the newest plan is drawn', async () => {
    const { page, hold } = await openHeld('/today/');
    const ticks = page.locator('.today-list .tick input');
    expect(await ticks.count()).toBeGreaterThan(1);
    await hold(true);
    await ticks.nth(0).check();
    await ticks.nth(1).check();
    await ticks.nth(1).uncheck();
    await ticks.nth(1).check();
    await expect
      .poll(async () => (await logOf(page)).map((e) => e.kind))
      .toEqual(['done', 'done', 'undo', 'done']);
    expect(await page.locator('.entry.done').count()).toBe(0);
    await hold(false);
    await expect.poll(() => page.locator('.entry.done').count()).toBe(2);
  });

  test('two days off are two, and the page says that it plans', async () => {
    const { page, hold } = await openHeld('/schedule/');
    const status = page.locator('[data-region=status]');
    await hold(true);
    for (const date of ['2026-11-26', '2026-11-27']) {
      await page.fill('[data-form="day-off"] [name="date"]', date);
      await page.click('[data-form="day-off"] button[type="submit"]');
      await expect.poll(() => page.inputValue('[data-form="day-off"] [name="date"]')).toBe('');
    }
    await expect.poll(() => status.textContent()).toBe('Planning again …');
    await hold(false);
    await expect.poll(() => status.textContent()).toBe('Fri, Nov 27 is off. Planned again.');
    await expect.poll(() => page.locator('#day-2026-11-27').textContent()).toContain('Free.');
    expect(await page.locator('#day-2026-11-26').textContent()).toContain('Free.');
  });

  test('a drill goes on: begun, graded, taken back', async () => {
    const { page, hold } = await openHeld('/drill/');
    await hold(true);
    await page.click('[data-act="start"]');
    const grade = async (key: string) => {
      await page.locator('.reveal').waitFor();
      await page.keyboard.press('Space');
      await page.locator('.grades').waitFor();
      await page.keyboard.press(key);
    };
    await grade('3');
    // Another plan is asked for in the middle, as when the page is looked at again.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await grade('1');
    await grade('4');
    await page.locator('.reveal').waitFor();
    await page.keyboard.press('u');
    const kinds = ['review', 'review', 'review', 'undo'];
    await expect.poll(async () => (await logOf(page)).map((e) => e.kind)).toEqual(kinds);
    const count = page.locator('.drill-count strong');
    await expect.poll(() => count.textContent()).toBe('2');
    await hold(false);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    // The plan that comes late does not take the drill back.
    await grade('3');
    await expect.poll(async () => (await logOf(page)).length).toBe(5);
    await expect.poll(() => page.locator('[data-region=status]').textContent()).toBe('');
    await expect.poll(() => count.textContent()).toBe('3');
  });

  test('the deck that is begun is the newest plan’s', async () => {
    const { page, hold } = await openHeld('/drill/');
    await page.click('[data-act="start"]');
    await page.locator('.reveal').waitFor();
    const first = await page.locator('.flash-front').textContent();
    await page.keyboard.press('Space');
    await page.locator('.grades').waitFor();
    await page.keyboard.press('4');
    await page.locator('.reveal').waitFor();
    await hold(true);
    await page.click('[data-act="stop"]');
    await page.click('[data-act="start"]');
    await hold(false);
    await page.locator('.reveal').waitFor();
    expect(await page.locator('.flash-front').textContent()).not.toBe(first);
  });
});
