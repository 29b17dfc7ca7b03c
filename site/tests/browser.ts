/** Chromium for the browser tests: found on the machine, never downloaded, never skipped. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium: CHROMIUM_PATH, then the PATH, then /usr/bin/chromium. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : [...onPath, '/usr/bin/chromium'];
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    'Browser tests need Chromium: run "sudo apt-get install chromium", or set CHROMIUM_PATH to a Chrome or Chromium.',
  );
}

export function launch(): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: findChromium(),
    args: ['--disable-gpu', '--disable-background-networking', ...(root ? ['--no-sandbox'] : [])],
  });
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
