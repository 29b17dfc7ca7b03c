/** Builders of mdast nodes. Data goes in as text nodes, so nothing in a bio can become markup. */
import type { Element } from 'hast';
import type {
  BlockContent,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';

/** A flow container that is only an element in HTML: its children stand alone in Markdown. */
export interface Block {
  type: 'block';
  data: { hName: string; hProperties: Record<string, string | string[] | boolean> };
  children: Flow[];
}
/** A phrasing container that is only an element in HTML. */
export interface Span {
  type: 'span';
  data: { hName: string; hProperties: Record<string, string | string[] | boolean> };
  children: PhrasingContent[];
}
/** A drawing: inline SVG in HTML, an image link in Markdown. */
export interface Diagram {
  type: 'diagram';
  file: string;
  alt: string;
  svg: Element;
}
/** Where a new page of the same document begins; the first, without an id, is the document's own address. */
interface PageBreak {
  type: 'pageBreak';
  id: string;
  title: string;
}
declare module 'mdast' {
  interface RootContentMap {
    block: Block;
    span: Span;
    diagram: Diagram;
    pageBreak: PageBreak;
  }
  interface BlockContentMap {
    block: Block;
    diagram: Diagram;
    pageBreak: PageBreak;
  }
  interface PhrasingContentMap {
    span: Span;
  }
}
export type Flow = BlockContent | DefinitionContent;
export type Phrase = PhrasingContent | string;

const phrases = (content: readonly Phrase[]): PhrasingContent[] =>
  content.map((c) => (typeof c === 'string' ? { type: 'text', value: c } : c));

export const text = (value: string): PhrasingContent => ({ type: 'text', value });
export const strong = (...content: Phrase[]): PhrasingContent => ({
  type: 'strong',
  children: phrases(content),
});
export const emphasis = (...content: Phrase[]): PhrasingContent => ({
  type: 'emphasis',
  children: phrases(content),
});
export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
export const link = (url: string, ...content: Phrase[]): PhrasingContent => ({
  type: 'link',
  url,
  children: phrases(content),
});

export const paragraph = (...content: Phrase[]): Paragraph => ({
  type: 'paragraph',
  children: phrases(content),
});

/** A paragraph with a class. */
export function classed(className: string, ...content: Phrase[]): Paragraph {
  return { ...paragraph(...content), data: { hProperties: { className: [className] } } };
}

/** The summary line of a `<details>`. */
export function summary(...content: Phrase[]): Paragraph {
  return { ...paragraph(...content), data: { hName: 'summary' } };
}

export function heading(depth: 2 | 3 | 4 | 5, id: string, ...content: Phrase[]): Heading {
  return { type: 'heading', depth, children: phrases(content), data: { hProperties: { id } } };
}

export function list(
  items: readonly (readonly Flow[])[],
  options: { ordered?: boolean; className?: string; itemClass?: (index: number) => string | undefined } = {},
): List {
  const children: ListItem[] = items.map((item, i) => ({
    type: 'listItem',
    spread: item.length > 1,
    children: [...item],
    ...classNames(options.itemClass?.(i)),
  }));
  return {
    type: 'list',
    ordered: options.ordered ?? false,
    spread: false,
    children,
    ...classNames(options.className),
  };
}

function classNames(names: string | undefined): { data?: { hProperties: { className: string[] } } } {
  return names ? { data: { hProperties: { className: names.split(' ') } } } : {};
}

export function table(
  head: readonly string[],
  rows: readonly (readonly PhrasingContent[])[][],
  className?: string,
): Flow {
  const cell = (children: readonly PhrasingContent[]): TableCell => ({
    type: 'tableCell',
    children: [...children],
  });
  const row = (cells: TableCell[]): TableRow => ({ type: 'tableRow', children: cells });
  const node: Table = {
    type: 'table',
    children: [row(head.map((h) => cell([text(h)]))), ...rows.map((cells) => row(cells.map(cell)))],
  };
  return block('div', { className: ['table', ...(className ? [className] : [])] }, [node]);
}

export function codeBlock(lang: string, value: string): Flow {
  return { type: 'code', lang, value };
}

export function block(
  hName: string,
  hProperties: Record<string, string | string[] | boolean>,
  children: readonly Flow[],
): Block {
  return { type: 'block', data: { hName, hProperties }, children: [...children] };
}

export function span(className: string, ...content: Phrase[]): Span {
  return { type: 'span', data: { hName: 'span', hProperties: { className } }, children: phrases(content) };
}

/** "a", "a and b", "a, b and c". */
export function enumerate(items: readonly PhrasingContent[]): PhrasingContent[] {
  return items.flatMap((item, i) =>
    i === 0 ? [item] : [text(i === items.length - 1 ? ' and ' : ', '), item],
  );
}

/** A `<details>` whose summary is a heading-like line; open ones begin open. */
export function details(
  options: { id?: string; className: string; open?: boolean },
  line: readonly Phrase[],
  children: readonly Flow[],
): Block {
  return block(
    'details',
    {
      className: options.className,
      ...(options.id ? { id: options.id } : {}),
      ...(options.open ? { open: true } : {}),
    },
    [summary(...line), ...children],
  );
}

export function isFlow(node: RootContent): node is Flow {
  return ![
    'text',
    'emphasis',
    'strong',
    'delete',
    'inlineCode',
    'break',
    'link',
    'image',
    'footnoteReference',
    'span',
  ].includes(node.type);
}

/** Every node, parents first. */
export function walk(nodes: readonly RootContent[], look: (node: RootContent) => void): void {
  for (const node of nodes) {
    look(node);
    if ('children' in node) walk(node.children, look);
  }
}
