/** A page as it was built and its document as it is now in; the page as it would be built, and watched, out. */
import type { RenderedDocument } from '../documents/rendered.ts';
import { marked } from './offline-mark.ts';
import { escapeText } from './tags.ts';

const article = /(<article class="document">)[\s\S]*(<\/article>)/;
const heading = /(<h1\b[^>]*>)[\s\S]*?(<\/h1>)/;

/** The built page with the text of its document put in. Its contents and its frame stay as they were built. */
export function withDocument(page: string, { html, meta }: Pick<RenderedDocument, 'html' | 'meta'>): string {
  return page
    .replace(article, (_, open, close) => `${open}${html}${close}`)
    .replace(heading, (_, open, close) => `${open}${escapeText(meta.title)}${close}`);
}

/** The page with the script and the style that show edits in it, and no offline copy: that would show what was. */
export function watched(page: string): string {
  return marked(page, '').replace(
    '</head>',
    '<link rel="stylesheet" href="/panelprep-dev/dev.css"><script src="/panelprep-dev/dev.js" defer></script></head>',
  );
}
