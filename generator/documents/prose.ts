/** Markdown of the knowledge base and the problem's evaluated scopes in; mdast with said numbers out. */
import type { PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { EvaluatedSheet } from '../estimates/sheet.ts';
import { fillText, parseText, type TextPiece } from '../estimates/text.ts';
import { block, type Flow, isFlow, text } from './nodes.ts';

const markdown = unified().use(remarkParse).use(remarkGfm);
const mark = /\uE000(\d+)\uE001/g;

/** What a text of one plain paragraph does not hold. Most texts are that, and need no parser. */
const syntax = /[`*_[\]<>#|~!\\&@\n]|:\/\/|www\.|^\s|^[-+=]|^\d+[.)]/;

/** The same text is said in a guide, on its problem's page and on a cheat sheet: it is parsed once. */
const parsed = new WeakMap<EvaluatedSheet, Map<string, Flow[]>>();

/** Flow content: paragraphs, lists, tables. */
export function prose(source: string, evaluated: EvaluatedSheet): Flow[] {
  const known = parsed.get(evaluated) ?? new Map<string, Flow[]>();
  parsed.set(evaluated, known);
  const flow = known.get(source) ?? parse(source, evaluated);
  known.set(source, flow);
  return flow;
}

function parse(source: string, evaluated: EvaluatedSheet): Flow[] {
  const { marked, values } = markValues(source, evaluated);
  if (!syntax.test(marked)) return [{ type: 'paragraph', children: splitMarks(marked.trim(), values) }];
  const tree: Root = markdown.parse(marked);
  // Where in the text a node stood is of no use later, and three times the size of the node.
  visit(tree, (node) => {
    if ('position' in node) delete node.position;
  });
  visit(tree, 'html', (node, index, parent) => {
    if (parent && index !== undefined) parent.children[index] = { type: 'text', value: node.value };
  });
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('\uE000')) return;
    const parts = splitMarks(node.value, values);
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
  return tree.children
    .filter(isFlow)
    .map((node) => (node.type === 'table' ? block('div', { className: 'table' }, [node]) : node));
}

/** Phrasing content of a text that is one paragraph. */
export function phrase(source: string, evaluated: EvaluatedSheet): PhrasingContent[] {
  return prose(source, evaluated).flatMap((node, i) => {
    const children = node.type === 'paragraph' ? node.children : [text(source)];
    return i === 0 ? children : [text(' '), ...children];
  });
}

interface Value {
  formula: string;
  said: string;
}

/** Formulas become marks of private characters, so that Markdown cannot take them apart; code keeps its braces. */
function markValues(source: string, evaluated: EvaluatedSheet): { marked: string; values: Value[] } {
  const values: Value[] = [];
  const marked = splitCode(source)
    .map((part) => {
      if (part.code || !part.text.includes('{')) return part.text;
      const pieces = parseText(part.text);
      return fillText(part.text, evaluated)
        .parts.map((p, i) => {
          if (typeof p === 'string') return p;
          const formula = writtenIn(part.text, pieces[i]) ?? p.formula;
          return `\uE000${values.push({ formula, said: p.said }) - 1}\uE001`;
        })
        .join('');
    })
    .join('');
  return { marked, values };
}

/** The inside of the braces with its unit and scenario, so that the page says the same number again. */
function writtenIn(source: string, piece: TextPiece | undefined): string | undefined {
  return piece?.kind === 'formula' ? source.slice(piece.start + 1, piece.end - 1).trim() : undefined;
}

/** Stretches inside and outside of code spans and fences. */
function splitCode(source: string): { code: boolean; text: string }[] {
  return source.split(/(```[\s\S]*?```|`[^`\n]+`)/).map((part, i) => ({ code: i % 2 === 1, text: part }));
}

function splitMarks(source: string, values: readonly Value[]): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let last = 0;
  for (const match of source.matchAll(mark)) {
    const value = values[Number(match[1])];
    if (match.index > last) parts.push(text(source.slice(last, match.index)));
    if (value) parts.push(said(value));
    last = match.index + match[0].length;
  }
  if (last < source.length) parts.push(text(source.slice(last)));
  return parts;
}

/** A number as one says it; its name or formula for the page's live estimates, which show the exact one on hover. */
export function said(value: Value): PhrasingContent {
  return {
    type: 'span',
    data: {
      hName: 'data',
      hProperties: { value: value.formula },
    },
    children: [text(value.said)],
  };
}
