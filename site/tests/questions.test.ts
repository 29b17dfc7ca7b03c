import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open } from './browser.ts';

describe('questions', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('reveal an answer step by step', async () => {
    const { page, faults } = await open(browser, '/rounds/design-1/questions/');
    const question = page.locator('details.question').first();
    const shown = question.locator('.step:visible');
    const all = await question.locator('.step').count();
    expect(await shown.count()).toBe(all);
    const next = question.locator('button.next');
    await next.click();
    expect(await shown.count()).toBe(0);
    await next.click();
    expect(await shown.count()).toBe(1);
    expect(await shown.first().textContent()).toContain('Lead with');
    await question.locator('button.all').click();
    expect(await shown.count()).toBe(all);
    expect(faults).toEqual([]);
  });

  test('a link to a folded question opens it', async () => {
    const { page } = await open(browser, '/rounds/design-1/questions/');
    const id = await page.locator('details.question').nth(3).getAttribute('id');
    await page.goto(`/rounds/design-1/questions/#${id}`);
    await expect.poll(() => page.locator(`#${id}`).evaluate((node) => node.hasAttribute('open'))).toBe(true);
  });

  test('everything can be read without scripts', async () => {
    const { page } = await open(browser, '/rounds/design-1/questions/', { javaScriptEnabled: false });
    const closed = page.locator('details.question').nth(1);
    await closed.locator('summary').click();
    expect(await closed.locator('.step:visible').count()).toBe(await closed.locator('.step').count());
    expect(await page.locator('main [hidden]').count()).toBe(0);
    expect(await page.locator('.search-link').isVisible()).toBe(true);
    await page.locator('.pages a', { hasText: 'In depth' }).click();
    expect(await page.locator('details.dive p').count()).toBeGreaterThan(0);
  });
});
