/**
 * `panelprep dev`: the site as `serve` shows it, and what is edited shows in the open page at once. The document that is
 * looked at is made anew from the files; the whole site follows when the typing has stopped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compressed, type Handler } from '../publish/compressed.ts';
import { watched } from '../publish/live-page.ts';
import { localOnly, siteHandler } from '../publish/static-server.ts';
import { LivePack } from './live-pack.ts';
import { freshSite, listen, portOf, type ServeOptions } from './serve.ts';
import type { Terminal } from './terminal.ts';
import { WatchedInputs } from './watch-inputs.ts';

/** Resolves when the server has closed; 1 when the pack cannot be published as it is, 2 for a port that cannot be used. */
export async function dev(terminal: Terminal, dir: string, options: ServeOptions): Promise<number> {
  const port = portOf(terminal, options.port);
  if (port === undefined) return 2;
  const out = await freshSite(terminal, dir, options);
  if (out === undefined) return 1;
  const live = new LivePack(terminal, dir, options, out);
  const inputs = new WatchedInputs(terminal, dir, (name) => live.edited(name));
  try {
    return await listen(terminal, devServer(terminal, out, live), port, out);
  } finally {
    inputs.close();
    live.close();
  }
}

/** The built site with the pages that differ put in, and no offline copy: it would show what was. */
function devServer(terminal: Terminal, out: string, live: LivePack): Server {
  const read = (...path: string[]) => readFileSync(join(terminal.root, ...path), 'utf8');
  const morphdom = join(dirname(createRequire(import.meta.url).resolve('morphdom')), 'morphdom-umd.min.js');
  const own: Readonly<Record<string, () => [type: string, text: string]>> = {
    '/panelprep-dev/dev.js': () => [
      'text/javascript',
      `${readFileSync(morphdom, 'utf8')}\n${read('site/dev/dev.js')}`,
    ],
    '/panelprep-dev/dev.css': () => ['text/css', read('site/dev/dev.css')],
    '/sw.js': () => ['text/javascript', read('site/offline/off.js')],
  };
  const site = siteHandler(out);
  const handler: Handler = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/panelprep-dev/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('\n');
      live.listen(response, url.searchParams.get('path') ?? '/');
      return;
    }
    const made = own[url.pathname]?.() ?? pageOf(out, url.pathname, live);
    if (!made) {
      site(request, response);
      return;
    }
    response.writeHead(200, { 'Content-Type': `${made[0]}; charset=utf-8`, 'Cache-Control': 'no-store' });
    response.end(made[1]);
  };
  return createServer(localOnly(compressed(handler)));
}

function pageOf(out: string, pathname: string, live: LivePack): [type: string, text: string] | undefined {
  if (!pathname.endsWith('/') || pathname.includes('..')) return undefined;
  const file = join(out, pathname, 'index.html');
  return existsSync(file)
    ? ['text/html', watched(live.page(pathname, readFileSync(file, 'utf8')))]
    : undefined;
}
