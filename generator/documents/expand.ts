/** A template's Markdown and a context in; one mdast tree, every directive replaced by nodes from the pack, out. */
import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Diagnostic } from '../diagnostics.ts';
import { suggest } from '../inputs/nearest.ts';
import { slug } from '../model/slug.ts';
import type { Context } from './context.ts';
import { pageFault } from './directives/page.ts';
import { blockDirectives, textDirectives } from './directives/registry.ts';
import { span, text } from './nodes.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

export interface Template {
  file: string;
  text: string;
}

/** A template as it is written, its directives not yet replaced. */
export function templateTree(template: Template): Root {
  return parser.parse(template.text);
}

/** What the templates ask for and does not exist. */
export function checkTemplates(templates: ReadonlyMap<string, Template>): Diagnostic[] {
  return [...templates.values()].flatMap(checkTemplate);
}

/** Unknown block directives of a template, at their line. Text directives outside the list are just text. */
export function checkTemplate(template: Template): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const pages: string[] = [];
  visit(templateTree(template), ['leafDirective', 'containerDirective'], (node) => {
    if (node.type !== 'leafDirective' && node.type !== 'containerDirective') return;
    const fault = Object.hasOwn(blockDirectives, node.name)
      ? node.name === 'page' && pageFault(node, pages)
      : {
          found: `the unknown directive "::${node.name}"`,
          expected: 'a directive that CONTRIBUTING.md lists',
          mend: suggest(node.name, Object.keys(blockDirectives), 8),
        };
    if (node.name === 'page') pages.push(node.attributes?.id ?? '');
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (fault) diagnostics.push({ severity: 'error', file: template.file, line, column, ...fault });
  });
  return diagnostics;
}

/** Expands a checked template. A heading whose section comes out empty is left out. */
export function expand(template: Template, context: Context): Root {
  const tree = templateTree(template);
  const children = tree.children.flatMap((node) => expandBlock(node, template, context));
  return { type: 'root', children: withIds(withoutEmptySections(children)) };
}

function expandBlock(node: RootContent, template: Template, context: Context): RootContent[] {
  if (node.type === 'leafDirective') {
    const directive = Object.entries(blockDirectives).find(([name]) => name === node.name)?.[1];
    return directive ? directive(context, node.attributes ?? {}) : [];
  }
  if (node.type === 'containerDirective')
    return node.children.flatMap((c) => expandBlock(c, template, context));
  replaceTextDirectives(node, template, context);
  return [node];
}

function replaceTextDirectives(node: RootContent, template: Template, context: Context): void {
  visit(node, 'textDirective', (directive: TextDirective, index, parent) => {
    if (!parent || index === undefined) return;
    const known = Object.hasOwn(textDirectives, directive.name) ? textDirectives[directive.name] : undefined;
    const replacement: PhrasingContent[] = known
      ? [text(known(context))]
      : [text(sourceOf(directive, template))];
    parent.children.splice(index, 1, ...replacement);
    return index + replacement.length;
  });
}

function sourceOf(node: TextDirective | LeafDirective | ContainerDirective, template: Template): string {
  const { start, end } = node.position ?? {};
  return start?.offset === undefined || end?.offset === undefined
    ? `:${node.name}`
    : template.text.slice(start.offset, end.offset);
}

/** Drops headings of the template that are followed by nothing of their own; a page's end closes all sections. */
function withoutEmptySections(children: readonly RootContent[]): RootContent[] {
  const kept: RootContent[] = [];
  const depth = (node: RootContent) =>
    node.type === 'heading' ? node.depth : node.type === 'pageBreak' ? 1 : undefined;
  for (const node of [...children].reverse()) {
    const next = kept.at(-1);
    const own = depth(node);
    const nextDepth = next && depth(next);
    const empty = next === undefined || (nextDepth !== undefined && own !== undefined && nextDepth <= own);
    if (node.type === 'heading' && node.depth > 1 && empty) continue;
    kept.push(node);
  }
  return kept.reverse();
}

/** Every heading gets an id, unique in the document. */
function withIds(children: RootContent[]): RootContent[] {
  const seen = new Map<string, number>();
  for (const node of children) {
    if (node.type !== 'heading') continue;
    hangLetter(node);
    const given = node.data?.hProperties?.id;
    const base = typeof given === 'string' ? given : slug(plain(node)) || 'section';
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    node.data = {
      ...node.data,
      hProperties: { ...node.data?.hProperties, id: count === 0 ? base : `${base}-${count + 1}` },
    };
  }
  return children;
}

/** "C. Back-of-envelope": the letter gets an element of its own, so that it may hang in the margin. */
function hangLetter(node: Heading): void {
  const [first, ...rest] = node.children;
  const letter = first?.type === 'text' ? /^([A-Z]\.) (.*)$/s.exec(first.value) : null;
  if (letter?.[1] && letter[2]) node.children = [span('letter', letter[1]), text(` ${letter[2]}`), ...rest];
}

/** The words of a node. */
export function plain(node: RootContent | PhrasingContent): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  if ('children' in node) return node.children.map((c) => plain(c as RootContent)).join('');
  return '';
}
