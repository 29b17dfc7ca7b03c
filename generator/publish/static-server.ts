/** A finished site over HTTP, as it is served to a browser on the same machine. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { compressed, type Handler } from './compressed.ts';

/** Does not listen yet. */
export function staticServer(folder: string): Server {
  return createServer(localOnly(compressed(siteHandler(folder))));
}

/** Names of this machine for itself, and the port. */
const ownHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/** Answers only who asked for this machine by its own name: a site elsewhere could have its name lead here, and read the pack. */
export function localOnly(handler: Handler): Handler {
  return (request, response) => {
    if (ownHost.test(request.headers.host ?? '')) {
      handler(request, response);
      return;
    }
    response.writeHead(421, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('Panelprep answers only at 127.0.0.1 and localhost.\n');
  };
}

/** Answers every request from a site's folder; an address that leads nowhere gets the site's own page for that. */
export function siteHandler(folder: string): Handler {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, path) => {
      // In the answer, not in the link: a link that says "download" passes the offline copy by.
      if (/\.(ics|apkg)$/.test(path)) response.setHeader('Content-Disposition', 'attachment');
    },
  });
  const missing = join(folder, '404.html');
  return (request, response) => {
    response.setHeader('X-Robots-Tag', 'noindex');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(existsSync(missing) ? readFileSync(missing) : 'Not found');
    });
  };
}
