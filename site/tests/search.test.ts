import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open } from './browser.ts';

describe('search', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  const hits = (page: Page) => page.locator('.search-hits a.hit');

  test.each(['partition key', 'fair queue'])('finds "%s" with the keyboard alone', async (term) => {
    const { page, faults } = await open(browser, '/');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.type(term);
    await hits(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('a.hit:focus');
    const address = new URL((await chosen.getAttribute('href')) ?? '', page.url());
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === address.pathname);
    expect((await page.locator('main').textContent())?.toLowerCase()).toContain(term);
    expect(faults).toEqual([]);
  });

  test('opens with Ctrl+K, closes with Esc, and the focus returns', async () => {
    const { page } = await open(browser, '/');
    const link = page.locator('main a').first();
    await link.focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test('goes from the first hit back to the field with ArrowUp', async () => {
    const { page } = await open(browser, '/search/');
    await page.getByRole('searchbox').fill('quorum');
    await hits(page).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('searchbox').evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test('narrows by kind, by round and by interviewer', async () => {
    const { page } = await open(browser, '/search/?q=queue');
    await hits(page).first().waitFor();
    // "Nothing for …" counts as none.
    const total = async () =>
      Number.parseInt((await page.locator('.search-status').textContent()) ?? '', 10) || 0;
    const all = await total();
    for (const name of ['Kind', 'Round', 'Interviewer']) {
      const select = page.getByLabel(`${name} filter`);
      await select.selectOption({ index: 1 });
      await expect.poll(total, { message: name }).toBeLessThan(all);
      await select.selectOption({ index: 0 });
      await expect.poll(total, { message: name }).toBe(all);
    }
  });

  test('keeps what was searched for in the address', async () => {
    const { page } = await open(browser, '/search/');
    await page.getByRole('searchbox').fill('tombstone');
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('tombstone');
  });

  test('says so when there is nothing', async () => {
    // Of a word that is nowhere the longest beginning counts, so this one begins as no word does.
    const { page } = await open(browser, '/search/?q=ωωωω');
    await expect.poll(() => page.locator('.search-status').textContent()).toContain('Nothing for');
  });
});
