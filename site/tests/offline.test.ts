/** After one visit the server is gone, and everything is there; a newer pack takes over; the switch takes it away. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { addServiceWorker } from '../../generator/publish/offline.ts';
import { staticServer } from '../../generator/publish/static-server.ts';
import { launch } from './browser.ts';
import { pagesOf, sourceOf } from './crawl.ts';

const root = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'offline-'));
const folder = join(work, 'site');
const patience = { timeout: 20_000 };
let browser: Browser;
let server: Server | undefined;
let port = 0;

/** Serves the folder at one address, again and again. */
async function start(): Promise<void> {
  const made = staticServer(folder);
  await new Promise<void>((done) => made.listen(port, '127.0.0.1', done));
  const address = made.address();
  port = typeof address === 'object' && address ? address.port : port;
  server = made;
}
async function stop(): Promise<void> {
  const running = server;
  server = undefined;
  running?.closeAllConnections();
  await new Promise((done) => (running ? running.close(done) : done(undefined)));
}
/** Another build of the pack: one page says so. */
async function rebuild(mark: string, on = true): Promise<void> {
  const page = join(folder, 'pivots/index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(/<h1([^>]*)>[^<]*/, `<h1$1>${mark}`));
  rmSync(join(folder, 'sw.js'));
  await addServiceWorker(folder, root, { on, name: 'Quillstone' });
}
/** Until the worker has everything and answers for this page. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const waiting = registration.installing ?? registration.waiting;
    if (waiting)
      await new Promise<void>((done) => {
        const look = () => waiting.state === 'activated' && done();
        waiting.addEventListener('statechange', look);
        look();
      });
    if (!navigator.serviceWorker.controller)
      await new Promise((done) =>
        navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
      );
  });
}
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const registrations = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
const toldOfNewer = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'A newer pack is here' }).count();
/** Which pack a page says that it is of, and which one the worker has. */
const packOf = (html: string) => /<meta name="panelprep-offline" content="([^"]*)">/.exec(html)?.[1];
const packKept = () => /"version":"([0-9a-f]{12})"/.exec(readFileSync(join(folder, 'sw.js'), 'utf8'))?.[1];

beforeAll(async () => {
  cpSync(inject('folder'), folder, { recursive: true, dereference: true });
  browser = await launch();
});
beforeEach(async () => {
  await stop();
  await start();
});
afterAll(async () => {
  await browser.close();
  await stop();
  rmSync(work, { recursive: true, force: true });
});

describe('offline', () => {
  test('after one visit every page, the search, the drill and the estimates work without the server', async () => {
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
    const page = await context.newPage();
    await page.goto('/');
    await kept(page);
    await stop();
    const missing: string[] = [];
    for (const path of pagesOf(folder)) {
      const response = await page.goto(path, { waitUntil: 'domcontentloaded' });
      if (response?.status() !== 200 || (await page.locator('h1').count()) !== 1) missing.push(path);
    }
    expect(missing).toEqual([]);
    await page.goto('/search/?q=quorum');
    await page.locator('.search-hits a.hit').first().waitFor();
    await page.goto('/drill/');
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await page.locator('.flash-back').waitFor();
    // The planner beside the page is kept too.
    expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('/plan-worker-')]);
    await page.goto('/rounds/design-1/');
    await page.locator('details.assumptions summary').click();
    await page.getByLabel('dau', { exact: true }).fill('20M users');
    await expect.poll(() => page.locator('data.moved').count(), patience).toBeGreaterThan(10);
    const lost = await page.goto('/no/such/page/');
    expect(lost?.status()).toBe(404);
    expect(await page.locator('h1').count()).toBe(1);
    await context.close();
  }, 240_000);

  test('three builds in a row: the newest is shown, kept, and told of; older copies go', async () => {
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
    const page = await context.newPage();
    await page.goto('/pivots/');
    await kept(page);
    for (const mark of ['Second build', 'Third build']) {
      const [before] = await cacheNames(page);
      await page.goto('/audience/');
      await rebuild(mark);
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      await page.getByRole('status').filter({ hasText: 'A newer pack is here' }).waitFor();
      await page.getByRole('button', { name: 'Show it' }).click();
      await expect.poll(() => cacheNames(page), patience).toHaveLength(1);
      expect((await cacheNames(page))[0]).not.toBe(before);
      await stop();
      await page.goto('/pivots/');
      expect(await page.locator('h1').textContent()).toBe(mark);
      // A page that both builds have was not fetched again, but is of the new one.
      await page.goto('/audience/');
      expect(packOf(await page.content())).toBe(packKept());
      await start();
    }
    await context.close();
  });

  test('only a page of another pack than the newest is told of it', async () => {
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
    const old = await context.newPage();
    await old.goto('/');
    await kept(old);
    await rebuild('Newer than the page');
    const page = await context.newPage();
    await page.addInitScript(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        document.documentElement.dataset.changed = 'yes';
      });
    });
    await page.goto('/pivots/');
    expect(await page.locator('h1').textContent()).toBe('Newer than the page');
    await page.locator('[data-changed]').waitFor();
    await expect.poll(() => toldOfNewer(old), patience).toBe(1);
    // The page's own question was asked before this one.
    const version = await page.evaluate(
      () =>
        new Promise((done) => {
          const answer = new MessageChannel();
          answer.port1.onmessage = ({ data }) => done(data);
          navigator.serviceWorker.controller?.postMessage('version', [answer.port2]);
        }),
    );
    expect(version).toBe(packKept());
    expect(packOf(await page.content())).toBe(version);
    expect(await toldOfNewer(page)).toBe(0);
    await context.close();
  });

  test('every page says which pack it is of; the same pack is the same version', async () => {
    const version = packKept();
    expect(version).toBeDefined();
    for (const path of pagesOf(folder)) expect(packOf(sourceOf(folder, path)), path).toBe(version);
    await addServiceWorker(folder, root, { on: true, name: 'Quillstone' });
    expect(packKept()).toBe(version);
    await rebuild('Other words');
    expect(packKept()).not.toBe(version);
  });

  test('the calendar and the deck can be had without the server', async () => {
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
    const page = await context.newPage();
    await page.goto('/');
    await kept(page);
    await stop();
    await page.goto('/schedule/');
    for (const file of ['calendar.ics', 'deck.apkg']) {
      const coming = page.waitForEvent('download');
      await page.locator(`a[href="/${file}"]`).click();
      const download = await coming;
      expect(download.suggestedFilename()).toBe(file);
      expect(readFileSync(await download.path()).equals(readFileSync(join(folder, file))), file).toBe(true);
    }
    await context.close();
  });

  test('a build that cannot be fetched whole leaves the old copy in place', async () => {
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
    const page = await context.newPage();
    await page.goto('/');
    await kept(page);
    const [before] = await cacheNames(page);
    await rebuild('Half a build');
    const pattern = join(folder, 'patterns/index.html');
    const whole = readFileSync(pattern);
    rmSync(pattern);
    writeFileSync(
      join(folder, 'sw.js'),
      readFileSync(join(folder, 'sw.js'), 'utf8').replace(
        '"patterns/index.html":"',
        '"patterns/index.html":"0',
      ),
    );
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined);
    });
    await expect.poll(() => cacheNames(page), patience).toEqual([before]);
    writeFileSync(pattern, whole);
    await stop();
    await page.goto('/patterns/');
    expect(await page.locator('h1').textContent()).toBe('Patterns');
    await context.close();
  });

  test('the switch takes worker and copies away', async () => {
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
    const page = await context.newPage();
    await page.goto('/');
    await kept(page);
    await rebuild('Switched off', false);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect.poll(() => cacheNames(page), patience).toEqual([]);
    await expect.poll(() => registrations(page), patience).toBe(0);
    await context.close();
  });

  test('where it is off a visit frees a browser that has a worker, and registers none', async () => {
    await rebuild('On');
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${port}` });
    const page = await context.newPage();
    await page.goto('/');
    await kept(page);
    await rebuild('Off', false);
    await page.goto('/audience/');
    await expect.poll(() => registrations(page), patience).toBe(0);
    await expect.poll(() => cacheNames(page), patience).toEqual([]);
    await page.addInitScript(() => {
      const { serviceWorker } = navigator;
      const register = serviceWorker.register.bind(serviceWorker);
      serviceWorker.register = (...args) => {
        document.documentElement.dataset.registered = 'yes';
        return register(...args);
      };
    });
    for (const path of ['/', '/pivots/', '/no/such/page/']) {
      await page.goto(path);
      expect(await page.locator('[data-registered]').count(), path).toBe(0);
    }
    expect(await registrations(page)).toBe(0);
    await rebuild('On again');
    await page.goto('/');
    expect(await page.locator('[data-registered]').count()).toBe(1);
    await kept(page);
    await context.close();
  });

  test('the pack can be installed: a manifest with icons that exist', async () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8'));
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/today/' });
    for (const { src } of manifest.icons) expect(readFileSync(join(folder, src)).length).toBeGreaterThan(100);
    expect(manifest.icons.map((i: { sizes: string }) => i.sizes)).toEqual(
      expect.arrayContaining(['192x192', '512x512']),
    );
  });
});
