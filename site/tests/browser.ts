/** Chromium for the browser tests: found on the machine, never downloaded, never skipped. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { chromiumFlags, findChromium, needsChromium } from '../../generator/publish/chromium.ts';

export function chromiumPath(): string {
  const path = findChromium(process.env);
  if (!path) throw new Error(`Browser tests need Chromium: ${needsChromium}.`);
  return path;
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...chromiumFlags] });
}

/** A page on the built site, and what went wrong on it: console errors, script errors, requests to elsewhere. */
export async function open(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const origin = inject('origin');
  // The offline copy has tests of its own: here it would fetch the whole pack for each page that is opened.
  const context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    const blocked = message.text() === 'Service Worker registration blocked by Playwright';
    if (!blocked && (message.type() === 'error' || message.type() === 'warning'))
      faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) faults.push(`request to ${request.url()}`);
  });
  await page.goto(path);
  return { page, faults };
}
