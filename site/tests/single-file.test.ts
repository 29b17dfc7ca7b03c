/** `pack.html`, opened from the disk as a person would who got it by mail. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from './browser.ts';

const file = join(inject('folder'), 'pack.html');
const address = pathToFileURL(file).href;

describe('the single file', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('is under 3 MB', () => {
    expect(statSync(file).size).toBeLessThan(3_000_000);
  });

  test('opens from the disk, asks for nothing, breaks no rule of its own, and finds', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const faults: string[] = [];
    page.on('console', (m) => faults.push(m.text()));
    page.on('pageerror', (e) => faults.push(e.message));
    page.on('request', (r) => {
      if (!r.url().startsWith(address)) faults.push(r.url());
    });
    await page.goto(address);
    expect(await page.locator('.page:visible').count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.getByRole('searchbox').fill('fair queue');
    const hit = page.locator('.single-hits a').first();
    await hit.waitFor();
    await hit.click();
    expect((await page.locator('.page:visible').textContent())?.toLowerCase()).toContain('fair queue');
    expect(faults).toEqual([]);
    await page.close();
  });

  test('every link leads to a place in it', async () => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator('body.unpacked').waitFor();
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')]
        .map((a) => a.getAttribute('href') ?? '')
        .filter(
          (href) => !href.startsWith('#') || !document.getElementById(decodeURIComponent(href.slice(1))),
        ),
    );
    expect(dead).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((n) => n.id));
    expect(new Set(ids).size).toBe(ids.length);
    await page.close();
  });

  test('unpacks the sheets of the bank, and links lead into them', async () => {
    const page = await browser.newPage();
    await page.goto(`${address}#problems-url-shortener.questions`);
    await page.locator('body.unpacked').waitFor();
    expect(await page.locator('.page:visible h1').textContent()).toBe('URL shortener');
    expect(await page.locator('.page:visible h2').last().textContent()).toBe('What carries over');
    expect(await page.locator('script.packed, .packed-note, a[data-place]').count()).toBe(0);
    await page.getByRole('searchbox').fill('retry-after weighted limit');
    await page.locator('.single-hits a').first().waitFor();
    await page.close();
  });

  test('of what the loop asks is whole without scripts, and opens every other sheet', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    const pages = await page.locator('.page').count();
    expect(pages).toBeGreaterThan(100);
    expect(await page.locator('.page:visible').count()).toBe(pages);
    expect(await page.locator('#drill details').count()).toBeGreaterThan(150);
    expect(await page.locator('#rounds-design-1 h2').count()).toBeGreaterThan(15);
    const opening = page.locator('#problems-url-shortener .document');
    expect(await opening.locator('h2').count()).toBeGreaterThan(1);
    expect(await opening.locator('.packed-note').isVisible()).toBe(true);
    const dead = await page.locator('a[href^="#"]').evaluateAll((links) => {
      const to = links.map((a) => decodeURIComponent((a.getAttribute('href') ?? '').slice(1)));
      return to.filter((id) => !document.getElementById(id));
    });
    expect(dead).toEqual([]);
    await context.close();
  });
});
