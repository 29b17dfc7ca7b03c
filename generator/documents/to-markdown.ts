/** The same tree as Markdown that reads well in any editor: containers dissolve, drawings become image links. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Block, Diagram, Span } from './nodes.ts';

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
      span: (node: Span, _parent, state, info) => {
        const words = state.containerPhrasing({ type: 'emphasis', children: node.children }, info);
        return node.data.hProperties.className === 'label' ? `**${words}**` : words;
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
