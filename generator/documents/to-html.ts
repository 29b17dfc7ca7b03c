/** One tree in, sanitized HTML out. The schema is explicit: what is not listed does not get through. */
import type { Element, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Diagram } from './nodes.ts';

const svgTags = [
  'svg',
  'g',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
  'title',
  'desc',
  'defs',
  'marker',
];
const svgAttributes = [
  'viewBox',
  'width',
  'height',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'd',
  'points',
  'transform',
  'dx',
  'dy',
  'markerWidth',
  'markerHeight',
  'markerEnd',
  'refX',
  'refY',
  'orient',
  'textAnchor',
  'preserveAspectRatio',
  'xmlns',
  'focusable',
  'textLength',
  'markerUnits',
];

/** Our own classes, custom elements and drawings, on top of what Markdown itself makes. */
const schema: Options = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'p',
    'a',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'del',
    'code',
    'pre',
    'blockquote',
    'br',
    'hr',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'div',
    'span',
    'section',
    'aside',
    'figure',
    'details',
    'summary',
    'data',
    'meter',
    'pp-estimates',
    'pp-steps',
    'pp-filter',
    ...svgTags,
  ],
  attributes: {
    '*': [
      'className',
      'id',
      'role',
      'tabIndex',
      'ariaLabel',
      'ariaLabelledBy',
      'ariaDescribedBy',
      'ariaHidden',
      'dataPagefindIgnore',
    ],
    a: ['href'],
    ol: ['start'],
    data: ['value'],
    details: ['open'],
    meter: ['min', 'max', 'value'],
    th: ['align', 'scope'],
    td: ['align'],
    'pp-estimates': ['dataSheet'],
    ...Object.fromEntries(svgTags.map((tag) => [tag, svgAttributes])),
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: {},
  required: {},
  strip: ['script', 'style'],
};

const processor = unified()
  .use(remarkRehype, {
    handlers: {
      block: (state, node) => element(node.data.hName, node.data.hProperties, state.all(node)),
      span: (state, node) => element(node.data.hName, node.data.hProperties, state.all(node)),
      diagram: (_state, node: Diagram) => node.svg,
    },
  })
  .use(rehypeSanitize, schema)
  .use(rehypeStringify, { quoteSmart: true });

function element(
  tagName: string,
  properties: Record<string, string | string[] | boolean>,
  children: Element['children'],
): Element {
  return { type: 'element', tagName, properties: renamed(properties), children };
}

/** hast spells `data-sheet` as dataSheet and `aria-label` as ariaLabel. */
function renamed(
  properties: Record<string, string | string[] | boolean>,
): Record<string, string | string[] | boolean> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name === 'tabindex' ? 'tabIndex' : name.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase()),
      name === 'className' && typeof value === 'string' ? value.split(' ') : value,
    ]),
  );
}

/** Sanitized HTML of a document. */
export function toHtml(tree: Root): string {
  const hast: HastRoot = processor.runSync(tree);
  return processor.stringify(hast);
}
