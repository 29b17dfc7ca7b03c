/**
 * A pasted bio comes in; out goes the text a person would see, as long as the source: what is markup, an image, code or
 * an address is blanked out, so that every offset in the visible text is an offset in the bio.
 */
import type { Node, Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export type BlockKind = 'heading' | 'paragraph' | 'bullet' | 'quote';

export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
}

export interface VisibleText {
  /** `text[i]` is the bio's own unit at `i`, or a space. */
  text: string;
  blocks: Block[];
  /** Where bold, links and inline code begin and end, so that no quote cuts one in half. */
  inlines: { start: number; end: number }[];
}

const addresses = /\b(?:https?:\/\/|www\.|mailto:)[^\s<>)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;
const unseenElements = /<!--[\s\S]*?(?:-->|$)|<(script|style|svg|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** Elements with words that a page does not show. */
export const hiddenElements =
  /<([a-z]+)\b[^>]*(?:\shidden(?=[\s>=])|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|color\s*:\s*(?:white|#fff(?:fff)?|transparent)\b)[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** A second front matter in the middle of a bio is no text of the bio. */
const innerFrontMatter =
  /^---[ \t]*\r?\n(?:[ \t]*[\w-]+[ \t]*:.*\r?\n|[ \t]*-[ \t].*\r?\n){1,30}(?:---|\.\.\.)[ \t]*$/gm;
/** Nobody quotes a quotation twenty times over; the parser would recurse for each. */
const deepNesting = /(?:(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])[ \t]*){20,}/g;
const tags = /<[!/?a-z][^>]*(?:>|$)/gi;

/** The visible text of `source`, Markdown or plain. */
export function visibleText(source: string): VisibleText {
  const page = { source, units: Array.from({ length: source.length }, () => ' '), blocks: [], inlines: [] };
  // The parser leaves a byte order mark out of its offsets; a space in its place is counted.
  const blank = (found: string) => found.replace(/[^\r\n]/g, ' ');
  const markdown = source
    .replace(/^\uFEFF/, ' ')
    .replace(deepNesting, blank)
    .replace(hiddenElements, blank)
    .replace(innerFrontMatter, blank);
  walk(unified().use(remarkParse).parse(markdown), 'paragraph', { ...page, source: markdown });
  const text = page.units.join('').replace(addresses, (address) => ' '.repeat(address.length));
  return { text, blocks: page.blocks, inlines: page.inlines };
}

interface Page {
  source: string;
  units: string[];
  blocks: Block[];
  inlines: { start: number; end: number }[];
}

function walk(node: Nodes, around: BlockKind, page: Page): void {
  const { start, end } = placeOf(node);
  switch (node.type) {
    case 'text':
      show(page, start, end);
      break;
    case 'inlineCode':
      page.inlines.push({ start, end });
      show(page, start, end, /`/g);
      break;
    case 'code':
      // Only fenced code is code: bios are pasted with odd indents.
      if (/^\s*(?:```|~~~)/.test(page.source.slice(start, end))) break;
      page.blocks.push({ kind: around, start, end });
      show(page, start, end);
      break;
    case 'html':
      showHtml(page, start, end, around);
      break;
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'linkReference':
      page.inlines.push({ start, end });
      break;
    case 'heading':
    case 'paragraph':
      page.blocks.push({ kind: node.type === 'heading' ? 'heading' : around, start, end });
      break;
    default:
  }
  if (!('children' in node)) return;
  const inside = node.type === 'listItem' ? 'bullet' : node.type === 'blockquote' ? 'quote' : around;
  for (const child of node.children) walk(child, inside, page);
}

function placeOf(node: Node): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Copies a stretch of the source, with quote marks at line starts, escapes, entities and `hidden` left blank. */
function show(page: Page, start: number, end: number, hidden?: RegExp): void {
  const blank = (found: string) => ' '.repeat(found.length);
  const shown = page.source
    .slice(start, end)
    .replace(/(?<=\n)[ \t]*>[ \t>]*/g, blank)
    .replace(/\\(?=[!-/:-@[-`{-~])/g, ' ')
    .replace(/&(?:amp|#38);/gi, (found) => '&'.padEnd(found.length))
    .replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, blank)
    .replace(hidden ?? /(?!)/g, blank);
  for (let i = 0; i < shown.length; i++) page.units[start + i] = shown[i] ?? ' ';
}

/** Keeps the words between tags; each stretch between the tags of a block is a block of its own. */
function showHtml(page: Page, start: number, end: number, around: BlockKind): void {
  const blank = (found: string) => '\0'.repeat(found.length);
  const kept = page.source.slice(start, end).replace(unseenElements, blank).replace(tags, blank);
  for (const stretch of kept.matchAll(/[^\0]+/g)) {
    if (stretch[0].trim() === '') continue;
    const from = start + stretch.index;
    page.blocks.push({ kind: around, start: from, end: from + stretch[0].length });
    show(page, from, from + stretch[0].length);
  }
}
