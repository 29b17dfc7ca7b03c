/** No page breaks the rules that it sets itself, read or used: nothing is refused by its content security policy. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';
import { pagesOf } from './crawl.ts';

const folder = inject('folder');

describe('the security policy', () => {
  let browser: Browser;
  let page: Page;
  const broken: string[] = [];
  beforeAll(async () => {
    browser = await launch();
    const context = await browser.newContext({ baseURL: inject('origin'), serviceWorkers: 'block' });
    await context.clock.setFixedTime('2026-11-23T08:00:00Z');
    await context.exposeFunction('__broken', (what: string) => broken.push(what));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (e) => {
        const tell: unknown = Reflect.get(window, '__broken');
        if (typeof tell === 'function')
          tell(
            `${location.pathname}: ${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`,
          );
      });
    });
    page = await context.newPage();
  });
  afterAll(() => browser.close());

  test('is set on every page, and what it refuses is heard', async () => {
    for (const path of ['/', '/404.html', '/search/']) {
      await page.goto(path);
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toContain('unsafe-inline');
    }
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'void 0';
      document.body.append(script);
    });
    await expect
      .poll(() => broken.splice(0))
      .toContainEqual(expect.stringContaining('script-src-elem inline'));
  });

  test('is kept on every page, unfolded, searched and in both themes', async () => {
    for (const path of pagesOf(folder)) {
      await page.goto(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const button of document.querySelectorAll<HTMLButtonElement>('pp-theme button, pp-steps button'))
          button.click();
        scrollTo(0, document.body.scrollHeight);
      });
    }
    await page.keyboard.press('/');
    await page.locator('dialog').getByRole('searchbox').fill('fair queue');
    await page.locator('a.hit').first().waitFor();
    await page.goto('/search/?q=quorum');
    await page.locator('a.hit').first().waitFor();
    expect(broken).toEqual([]);
  }, 240_000);

  test('is kept while estimates are changed and exact numbers shown', async () => {
    await page.goto('/rounds/design-1/');
    const assumptions = page.locator('pp-estimates details.assumptions').first();
    await assumptions.locator('summary').click();
    const field = assumptions.locator('input').first();
    await field.fill('50M users');
    await page.locator('data.moved').first().waitFor();
    await field.fill('nonsense <b>');
    await expect.poll(() => page.locator('#estimate-fault').textContent()).not.toBe('');
    await page.getByRole('button', { name: 'Back to the sheet’s assumptions' }).click();
    await page.locator('data:visible').first().hover();
    await page.emulateMedia({ media: 'print' });
    await page.emulateMedia({ media: 'screen' });
    expect(broken).toEqual([]);
  });

  test('is kept in the drill, the day and the plan, and by what they hand out', async () => {
    await page.goto('/drill/');
    await page.locator('[data-ready]').waitFor();
    await page.click('[data-act="start"]');
    for (const grade of ['3', '1', '4']) {
      await page.locator('.reveal').waitFor();
      await page.keyboard.press('Space');
      await page.locator('.grades').waitFor();
      await page.keyboard.press(grade);
    }
    await page.locator('.reveal').waitFor();
    await page.keyboard.press('u');
    await page.goto('/schedule/');
    await page.locator('[data-ready]').waitFor();
    await page.fill('[data-form="minutes"] [name="tue"]', '0');
    await page.click('[data-form="minutes"] button');
    await expect.poll(() => page.locator('#day-2026-11-24').textContent()).toContain('Free.');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-act="export"]')]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
    await page.goto('/today/');
    await page.locator('[data-ready]').waitFor();
    await page.locator('.tick input').first().check();
    expect(broken).toEqual([]);
  });

  test('is kept by the single file, opened from the disk and searched', async () => {
    await page.goto(pathToFileURL(join(folder, 'pack.html')).href);
    for (const id of ['drill', 'schedule', 'rounds-design-1']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, id);
      await page.locator(`#${id}`).waitFor();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
    }
    await page.getByRole('searchbox').fill('fair queue');
    await page.locator('.single-hits a').first().click();
    expect(broken).toEqual([]);
  });
});
