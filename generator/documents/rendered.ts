/** One page of an expanded document in; the page as HTML and Markdown, with what the site needs to know of it, out. */
import type { RootContent } from 'mdast';
import type { PublishedDocument } from '../model/published.ts';
import { inSentence } from '../pack/in-sentence.ts';
import { plain } from './expand.ts';
import { paragraph, text, walk } from './nodes.ts';
import { type Page, pathOf, type Resolve, relinked, wayTo } from './pages.ts';
import { type Prints, print } from './print.ts';

export interface RenderedDocument {
  meta: PublishedDocument;
  html: string;
  markdown: string;
  /** Second-level sections and their words, without what is folded: how long it is to read. */
  sections: { id: string; title: string; words: number }[];
}

export type Head = Pick<
  PublishedDocument,
  'kind' | 'subject' | 'path' | 'title' | 'kicker' | 'description' | 'filters'
>;

/** A document's id by its address. */
export function idOf(path: string): string {
  return path === '/' ? 'overview' : path.slice(1, -1).replace(/\//g, '-');
}

/** What a page is called: a document's further pages carry their own name as well. */
export function titleOf(head: Head, { id, title }: Pick<Page, 'id' | 'title'>): string {
  return id === undefined ? head.title : `${head.title}: ${inSentence(title)}`;
}

/** The page's own title and small line, which the site lays out itself, for the Markdown file. */
function headOf(title: string, head: Head): RootContent[] {
  return [{ type: 'heading', depth: 1, children: [text(title)] }, paragraph(head.kicker)];
}

/** `prints` is what was printed the last time, where that is kept. */
export function finish(
  head: Head,
  page: Page,
  pages: readonly Page[],
  resolve: Resolve,
  prints: Prints | undefined,
): RenderedDocument {
  const nodes = relinked(page.nodes, resolve);
  const contents = nodes.flatMap((node) => {
    if (node.type !== 'heading' || node.depth < 2 || node.depth > 3) return [];
    return [{ depth: node.depth, id: String(node.data?.hProperties?.id ?? ''), text: plain(node).trim() }];
  });
  const elements = new Set<string>();
  walk(nodes, (node) => {
    if (node.type === 'block' && node.data.hName.startsWith('pp-')) elements.add(node.data.hName);
  });
  const path = pathOf(head.path, page.id);
  const title = titleOf(head, page);
  // A document's own id has no underscore, so that no page can take the id of another document.
  const id = page.id === undefined ? idOf(path) : `${idOf(head.path)}_${page.id}`;
  const several = pages.length > 1 ? { page: page.title } : {};
  const further = page.id === undefined ? {} : { pageOf: head.path };
  return {
    meta: { ...head, id, path, title, ...several, ...further, contents, elements: [...elements].sort() },
    sections: sectionsOf(nodes),
    ...print(id, nodes, [...headOf(title, head), ...wayTo(pages)], prints),
  };
}

function sectionsOf(children: readonly RootContent[]): RenderedDocument['sections'] {
  const sections: RenderedDocument['sections'] = [];
  for (const node of children) {
    if (node.type === 'heading' && node.depth === 2)
      sections.push({ id: String(node.data?.hProperties?.id ?? ''), title: plain(node).trim(), words: 0 });
    const open = sections.at(-1);
    if (open) open.words += wordsOf(node);
  }
  return sections;
}

/** Words that stand open on the page: a closed `<details>` counts its summary only. */
function wordsOf(node: RootContent): number {
  if (node.type === 'block' && node.data.hName === 'details' && !node.data.hProperties.open)
    return node.children[0] ? wordsOf(node.children[0]) : 0;
  if ('children' in node) return node.children.reduce((sum, child) => sum + wordsOf(child), 0);
  return 'value' in node && node.type !== 'code' ? node.value.split(/\s+/).filter(Boolean).length : 0;
}
