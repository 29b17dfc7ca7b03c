import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open } from './browser.ts';

describe('live estimates', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const guide = async () => {
    const { page, faults } = await open(browser, '/rounds/design-1/');
    await page.locator('details.assumptions summary').click();
    return { page, faults };
  };
  const peak = (page: Page) => page.locator('.steps.headline data[value="peak_messages"]').textContent();

  test('an assumption that changes moves every number that depends on it, in the tables and in the text', async () => {
    const { page, faults } = await guide();
    const before = await peak(page);
    const elsewhere = page.locator('main li data[value="peak_messages"]').first();
    await page.getByLabel('dau', { exact: true }).fill('20M users');
    await expect.poll(() => peak(page)).not.toBe(before);
    expect(await elsewhere.textContent()).toBe(await peak(page));
    expect(await page.locator('data.moved').count()).toBeGreaterThan(10);
    await page.getByRole('button', { name: 'Back to the sheet' }).click();
    expect(await peak(page)).toBe(before);
    expect(await page.locator('data.moved').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('the other pages follow, and a reload keeps what was changed, until one goes back', async () => {
    const { page, faults } = await guide();
    const asked = '/rounds/design-1/questions/';
    await page.goto(asked);
    const bill = page.locator('.three-numbers data').last();
    const before = await bill.textContent();
    await page.goto('/rounds/design-1/');
    await page.locator('details.assumptions summary').click();
    await page.getByLabel('dau', { exact: true }).fill('20M users');
    await expect.poll(() => page.locator('data.moved').count()).toBeGreaterThan(10);
    await page.goto(asked);
    await expect.poll(() => bill.textContent()).not.toBe(before);
    expect(await page.locator('.estimate-bar').textContent()).toContain(
      'follow the assumption that you changed',
    );
    await page.goto('/rounds/design-1/');
    await expect.poll(() => page.locator('data.moved').count()).toBeGreaterThan(10);
    await page.locator('details.assumptions summary').click();
    expect(await page.getByLabel('dau', { exact: true }).inputValue()).toBe('20M users');
    await page.goto(asked);
    await page.getByRole('button', { name: 'Back to the sheet' }).click();
    expect(await bill.textContent()).toBe(before);
    expect(await page.locator('.estimate-bar').count()).toBe(0);
    await page.goto('/rounds/design-2/questions/');
    expect(await page.locator('.estimate-bar, data.moved').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('a wrong unit is explained, and the numbers stay', async () => {
    const { page } = await guide();
    const before = await peak(page);
    const field = page.getByLabel('dau', { exact: true });
    await field.fill('20 GB');
    await expect.poll(() => page.locator('.fault').textContent()).toMatch(/expected/);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await peak(page)).toBe(before);
    await field.fill('20M users');
    await expect.poll(() => page.locator('.fault').textContent()).toBe('');
    expect(await field.getAttribute('aria-invalid')).toBe('false');
  });

  test('a number says its exact value when pointed at', async () => {
    const { page } = await guide();
    const number = page.locator('.steps.headline data').first();
    await number.hover();
    await expect.poll(() => number.getAttribute('title')).toMatch(/\d.* = /);
    await page.goto('/rounds/design-1/depth/');
    const elsewhere = page.locator('main p data').first();
    await elsewhere.hover();
    await expect.poll(() => elsewhere.getAttribute('title')).toMatch(/\d.* = /);
  });
});
