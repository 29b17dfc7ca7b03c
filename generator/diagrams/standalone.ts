/** A diagram as a file of its own: the same `<svg>` with its style inside, so that it stands beside Markdown anywhere. */
import type { Element } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { standaloneStyle } from './standalone-style.ts';

/** The bytes of an `.svg` file, well-formed XML, light or dark by the reader's setting. */
export function standaloneSvg(svg: Element): string {
  const style: Element = {
    type: 'element',
    tagName: 'style',
    properties: {},
    children: [{ type: 'text', value: standaloneStyle }],
  };
  // Title and description stay first, where SVG readers look for them.
  const whole: Element = { ...svg, children: [...svg.children.slice(0, 2), style, ...svg.children.slice(2)] };
  const stringify = unified().use(rehypeStringify, { space: 'svg', closeEmptyElements: true });
  return `${stringify.stringify({ type: 'root', children: [whole] })}\n`;
}
