/** Cheat sheets of a finished site, as PDF files, one page each, by the Chromium of this machine. */
import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { chromiumFlags } from './chromium.ts';
import { staticServer } from './static-server.ts';

export type Paper = 'A4' | 'Letter';

/**
 * Prints pages of a site by their addresses (`/cheat-sheet/design-1/`); each comes back as the bytes of a PDF. Nothing
 * listens any more when it is done or has failed.
 */
export async function printPages(
  site: string,
  paths: readonly string[],
  options: { chromium: string; paper: Paper },
): Promise<Map<string, Uint8Array>> {
  const server = staticServer(site).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    const browser = await chromium.launch({ executablePath: options.chromium, args: [...chromiumFlags] });
    try {
      const context = await browser.newContext({
        baseURL: `http://127.0.0.1:${port}`,
        colorScheme: 'light',
        serviceWorkers: 'block',
      });
      const page = await context.newPage();
      const printed = new Map<string, Uint8Array>();
      for (const path of paths) {
        await page.goto(path, { waitUntil: 'load' });
        printed.set(path, await page.pdf({ format: options.paper, printBackground: true }));
      }
      return printed;
    } finally {
      await browser.close();
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
