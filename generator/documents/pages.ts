/**
 * An expanded document in; the pages it is shown on out. A chapter of twenty thousand words is slow on a phone, so a template
 * may begin a new page with `::page`; places keep their ids, and links find the page that their place is on now.
 */
import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Template } from './expand.ts';
import { templateTree } from './expand.ts';
import { type Flow, link, list, paragraph, walk } from './nodes.ts';

export interface Page {
  /** Undefined for the first, which stands at the document's own address. */
  id: string | undefined;
  /** What the template calls it. */
  title: string;
  path: string;
  nodes: RootContent[];
}

/** An address with a place ("/rounds/design-1/#failures", "#failures") as it is found now. */
export type Resolve = (href: string) => string;

/** The pages that a template may make, in order; one that comes out empty is left out later. */
export function pagesIn(template: Template): Pick<Page, 'id' | 'title'>[] {
  const pages: Pick<Page, 'id' | 'title'>[] = [{ id: undefined, title: '' }];
  visit(templateTree(template), 'leafDirective', ({ name, attributes }) => {
    if (name !== 'page') return;
    const { id, title } = attributes ?? {};
    if (id) pages.push({ id, title: title ?? '' });
    else pages[0] = { id: undefined, title: title ?? '' };
  });
  return pages;
}

/** The address of a document's page. */
export function pathOf(document: string, id: string | undefined): string {
  return id === undefined ? document : `${document}${id}/`;
}

/** The pages that hold something; the first of them stands at the document's own address. */
export function pagesOf(tree: Root, document: string): Page[] {
  const pages: Page[] = [{ id: undefined, title: '', path: document, nodes: [] }];
  for (const node of tree.children) {
    const open = pages.at(-1);
    if (!open) continue;
    if (node.type !== 'pageBreak') open.nodes.push(node);
    else if (node.id === '' || (pages.length === 1 && open.nodes.length === 0)) open.title = node.title;
    else pages.push({ id: node.id, title: node.title, path: pathOf(document, node.id), nodes: [] });
  }
  return withSheets(pages.filter((p) => p.nodes.length > 0));
}

/** A page that says numbers without holding their table brings the sheet behind them along: they move, and are exact when pointed at. */
function withSheets(pages: Page[]): Page[] {
  let sheet: Flow | undefined;
  const [holds, says] = [new Set<Page>(), new Set<Page>()];
  for (const page of pages)
    walk(page.nodes, (node) => {
      if (node.type === 'span' && node.data.hName === 'data') says.add(page);
      if (node.type !== 'block' || node.data.hName !== 'pp-estimates') return;
      holds.add(page);
      sheet = { ...node, children: [] };
    });
  for (const page of says) if (sheet && !holds.has(page)) page.nodes.push(sheet);
  return pages;
}

/** Where the places of documents with several pages are. Such a document is made when somebody asks for one of its places. */
export class Places {
  private readonly documents = new Map<string, () => readonly Page[]>();
  private readonly found = new Map<string, ReadonlyMap<string, string>>();

  add(document: string, pages: () => readonly Page[]): void {
    this.documents.set(document, pages);
  }

  /** A link as it stands on a page of a document, led to the page that its place is on. */
  resolve(href: string, document: string, page: string): string {
    const [path = '', anchor] = href.split('#');
    if (!anchor) return href;
    const target = this.pathsOf(path || document).get(anchor);
    if (target === undefined) return href;
    return target === page ? `#${anchor}` : `${target}#${anchor}`;
  }

  private pathsOf(document: string): ReadonlyMap<string, string> {
    const known = this.found.get(document);
    if (known) return known;
    const pages = this.documents.get(document)?.() ?? [];
    const paths = new Map(pages.flatMap((p) => [...idsOn(p)].map((id) => [id, p.path] as const)));
    this.found.set(document, paths);
    return paths;
  }
}

/** Every id that stands on a page. */
function idsOn(page: Page): Set<string> {
  const ids = new Set<string>();
  walk(page.nodes, (node) => {
    const id =
      'data' in node && node.data && 'hProperties' in node.data ? node.data.hProperties?.id : undefined;
    if (typeof id === 'string') ids.add(id);
  });
  return ids;
}

/** The way from one of several pages to the others, for outputs that have no navigation of their own. */
export function wayTo(pages: readonly Page[]): Flow[] {
  return pages.length > 1 ? [list(pages.map((p) => [paragraph(link(p.path, p.title))]))] : [];
}

/** The same nodes with every link led by `resolve`. Texts are shared between documents, so nothing is changed in place. */
export function relinked<Node extends RootContent>(nodes: readonly Node[], resolve: Resolve): Node[] {
  return nodes.map((node) => {
    const children = 'children' in node ? relinked<RootContent>(node.children, resolve) : undefined;
    const url = node.type === 'link' ? resolve(node.url) : undefined;
    const moved = url !== undefined && node.type === 'link' && url !== node.url;
    const within = children?.some((c, i) => 'children' in node && c !== node.children[i]) ?? false;
    return moved || within ? { ...node, ...(children ? { children } : {}), ...(moved ? { url } : {}) } : node;
  });
}
