/** A page's nodes in; its HTML and its Markdown out. What was printed before is taken from there while the nodes are the same. */
import type { RootContent } from 'mdast';
import { toHtml } from './to-html.ts';
import { toMarkdown } from './to-markdown.ts';

export interface Printed {
  html: string;
  markdown: string;
}

/** What each page was printed as the last time, by the document's id. `key` holds all that the prints are a function of. */
export interface Prints {
  get(id: string, key: string): Printed | undefined;
  set(id: string, key: string, printed: Printed): void;
}

/** `above` stands over the nodes in Markdown only: the site lays out titles and ways itself. */
export function print(
  id: string,
  nodes: readonly RootContent[],
  above: readonly RootContent[],
  prints: Prints | undefined,
): Printed {
  const make = (): Printed => ({
    html: toHtml({ type: 'root', children: [...nodes] }),
    markdown: toMarkdown({ type: 'root', children: [...above, ...nodes] }),
  });
  if (!prints) return make();
  const key = JSON.stringify([above, nodes]);
  const kept = prints.get(id, key);
  if (kept) return kept;
  const printed = make();
  prints.set(id, key, printed);
  return printed;
}
