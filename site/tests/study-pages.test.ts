/** The schedule pages for everybody: without scripts, by assistive technology, in light and dark. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.ts';
import { open } from './browser.ts';
import { begin, launch, openStudy, visit } from './study.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing on any of them, in any state', async () => {
    const { page } = await openStudy(browser, '/today/', { colorScheme, reducedMotion: 'reduce' });
    const found: string[] = [];
    const check = async (where: string) =>
      found.push(...(await violations(page)).map((violation) => `${where}: ${violation}`));
    await check('today');
    await page.locator('.entry-change summary').first().click();
    await check('today, an entry being changed');
    await page.locator('.tick input').first().check();
    await page.locator('.entry.done').waitFor();
    await page.click('[data-act="day-later"]');
    await page.locator('.redone').waitFor();
    await check('today, a day later');
    await visit(page, '/schedule/');
    await page.locator('details.week').evaluateAll((all) => {
      for (const week of all) week.setAttribute('open', '');
    });
    await page.locator('.plot-table summary').click();
    await page.locator('.clear summary').click();
    await check('schedule');
    await visit(page, '/drill/');
    await page.locator('.drill-filter summary').click();
    await check('drill');
    await begin(page);
    await check('a card');
    await page.keyboard.press('Space');
    await page.locator('.grades').waitFor();
    await check('an answer');
    await page.goto('/');
    await check('overview');
    expect(found).toEqual([]);
  });
});

test('at 320 px nothing is cut off, whatever is unfolded', async () => {
  const { page, faults } = await openStudy(browser, '/today/', { viewport: { width: 320, height: 640 } });
  const over: string[] = [];
  const check = async (where: string) => {
    const pixels = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (pixels > 0) over.push(`${where} is ${pixels} px too wide`);
  };
  await page.locator('.entry-change summary').last().click();
  await check('an entry being moved');
  await visit(page, '/schedule/');
  await page.locator('details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });
  await check('the schedule');
  await visit(page, '/drill/');
  await page.locator('.drill-filter summary').click();
  await check('the choice of cards');
  await begin(page);
  await page.keyboard.press('Space');
  await page.locator('.grades').waitFor();
  await check('an answer');
  expect(over).toEqual([]);
  expect(faults).toEqual([]);
});

test('without scripts the plan, the day and the deck can be read, and nothing can be pressed in vain', async () => {
  const { page } = await open(browser, '/today/', { javaScriptEnabled: false });
  expect(await page.locator('.today-list .entry').count()).toBeGreaterThan(1);
  expect(await page.locator('noscript').textContent()).toContain('plan as of Monday, November 23');
  const dead =
    'pp-today button, pp-today input, pp-schedule button, pp-schedule input, pp-drill button, pp-drill select';
  expect(await page.locator(dead).count()).toBe(0);
  await page.goto('/schedule/');
  expect(await page.locator('.plan-day').count()).toBe(26);
  expect(await page.locator('.plot svg').count()).toBe(2);
  expect(await page.locator(dead).count()).toBe(0);
  await page.goto('/drill/');
  expect(await page.locator('.deck li a').count()).toBeGreaterThan(150);
  expect(await page.locator(dead).count()).toBe(0);
  await page.goto('/');
  expect(await page.locator('.outlook').textContent()).toMatch(/\d+%\s+recall expected on the day/);
});

test('a browser that keeps nothing shows the plan and says why it cannot go on', async () => {
  const { page } = await open(browser, '/404.html');
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('storage is switched off', 'SecurityError');
      },
    });
  });
  await page.goto('/today/');
  await expect
    .poll(() => page.locator('[data-region=status]').textContent())
    .toContain('cannot keep a history here: storage is switched off');
  expect(await page.locator('.today-list .entry').count()).toBeGreaterThan(1);
});
