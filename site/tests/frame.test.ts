import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, open } from './browser.ts';

describe('the frame', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('a theme that was chosen holds on the next page', async () => {
    const { page } = await open(browser, '/', { colorScheme: 'light' });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    const theme = page.locator('pp-theme button');
    await theme.click();
    await theme.click();
    expect(await theme.getAttribute('aria-label')).toBe('Theme: dark');
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.goto('/problems/');
    expect(await paper()).toBe(dark);
  });

  test('an address that leads nowhere gets a page that helps', async () => {
    const { page, faults } = await open(browser, '/rounds/none/');
    expect(await page.locator('h1').textContent()).toBe('Not in this pack');
    await page.locator('main a').first().click();
    await page.waitForURL((url) => url.pathname === '/');
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });

  test('the first stop of the Tab key skips to the text', async () => {
    const { page } = await open(browser, '/rounds/design-1/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('the contents mark the section that is being read', async () => {
    const { page } = await open(browser, '/rounds/design-1/depth/', {
      viewport: { width: 1360, height: 900 },
    });
    await page.locator('.contents a', { hasText: 'Failure modes' }).click();
    await expect
      .poll(() => page.locator('.contents [aria-current]').textContent())
      .toContain('Failure modes');
  });

  test('on a phone the contents stay at hand and fold away again', async () => {
    const { page } = await open(browser, '/rounds/design-1/questions/', {
      viewport: { width: 390, height: 844 },
    });
    const contents = page.locator('.contents');
    await contents.locator('summary').click();
    await contents.locator('a', { hasText: 'Mistakes to avoid' }).click();
    await expect.poll(() => contents.locator('.now').textContent()).toBe('Mistakes to avoid');
    expect(await contents.locator('nav').isVisible()).toBe(false);
    expect(await contents.evaluate((node) => Math.round(node.getBoundingClientRect().top))).toBe(0);
  });

  test('what scrolls sideways can be reached by keyboard', async () => {
    const { page } = await open(browser, '/problems/chat/', { viewport: { width: 360, height: 740 } });
    const unreachable = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('.table, pre')].filter(
            (box) => box.scrollWidth > box.clientWidth + 1 && box.tabIndex < 0,
          ).length,
      );
    await expect.poll(unreachable).toBe(0);
  });

  test('every control on a phone is tall enough for a thumb', async () => {
    const { page } = await open(browser, '/rounds/design-1/', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, summary, input, .bar nav a, .subnav a')]
        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 40)
        .map((e) => `${e.tagName} ${e.textContent?.slice(0, 30)}`),
    );
    expect(small).toEqual([]);
  });
});
