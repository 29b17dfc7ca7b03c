/** The same tree as Markdown that reads well in any editor: containers dissolve, drawings become image links. */
import type { Paragraph, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Block, Diagram, Span } from './nodes.ts';

/** What marks a span in HTML by its look stands out in Markdown as well. */
const signs: Readonly<Record<string, string>> = { label: '**', asked: '**', tag: '*' };

const signOf = (node: Span) => signs[String(node.data.hProperties.className).split(' ')[0] ?? ''] ?? '';

const processor = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    handlers: {
      block: (node: Block, _parent, state, info) => {
        if (node.data.hName === 'meter' || node.children.length === 0) return '';
        return state.containerFlow({ type: 'blockquote', children: node.children }, info);
      },
      // A line that unfolds is a heading that no contents list: its words are strong.
      paragraph: (node: Paragraph, _parent, state, info) => {
        // What is open decides what has to be escaped.
        const closed = [state.enter('paragraph'), state.enter('phrasing')];
        const words = state.containerPhrasing(node, info);
        for (const close of closed.reverse()) close();
        const isPlain = node.children.every(
          (child) => child.type === 'text' || (child.type === 'span' && signOf(child) === ''),
        );
        return node.data?.hName === 'summary' && isPlain ? `**${words}**` : words;
      },
      span: (node: Span, _parent, state, info) => {
        const words = state.containerPhrasing({ type: 'emphasis', children: node.children }, info);
        const sign = signOf(node);
        return `${sign}${words}${sign}`;
      },
      diagram: (node: Diagram) => `![${node.alt}](../diagrams/${node.file})`,
    },
  });

export function toMarkdown(tree: Root): string {
  // A picture of weights is nothing in Markdown, and would leave its blank lines behind.
  return processor
    .stringify(tree)
    .split(/(^ *```[\s\S]*?^ *```$)/m)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')))
    .join('');
}
