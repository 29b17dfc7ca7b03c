/** Pages of the built site, and the links between them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Addresses of every page on disk: "/", "/rounds/design-1/", … */
export function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file === 'index.html' || file.endsWith('/index.html'))
    .map((file) => `/${file.slice(0, -'index.html'.length)}`)
    .sort();
}

export function sourceOf(folder: string, path: string): string {
  return readFileSync(join(folder, path, 'index.html'), 'utf8');
}

/** Every href of a page, resolved against it. */
export function linksOf(html: string, path: string): URL[] {
  return [...html.matchAll(/<a\s[^>]*?href=(["'])(.*?)\1/g)].map(
    (m) => new URL(unescapeHtml(m[2] ?? ''), `http://site${path}`),
  );
}

export function idsOf(html: string): string[] {
  return [...html.matchAll(/<[a-z][^>]*?\sid=(["'])(.*?)\1/g)].map((m) => m[2] ?? '');
}

function unescapeHtml(text: string): string {
  return text.replace(/&#x26;|&amp;|&#38;/g, '&').replace(/&#x22;|&quot;/g, '"');
}
