import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open } from './browser.ts';

describe('the problems', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('narrow by words, by lens and to full sheets', async () => {
    const { page, faults } = await open(browser, '/problems/');
    const shown = page.locator('.deck > li:visible');
    const all = await shown.count();
    const words = page.getByLabel('Narrow the list by words');
    await words.fill('streams');
    const some = await shown.count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await page.locator('.search-status').textContent()).toBe(`${some} of ${all} problems`);
    await words.fill('');
    await page.getByLabel('Narrow the list by lens').selectOption({ index: 1 });
    expect(await shown.count()).toBeLessThan(all);
    await page.getByLabel('Narrow the list by lens').selectOption({ index: 0 });
    await page.getByLabel('Full sheets only').check();
    for (const problem of await shown.all()) expect(await problem.locator('.tag.full').count()).toBe(1);
    expect(faults).toEqual([]);
  });
});
