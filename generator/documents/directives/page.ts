/** `::page{id=depth title="In depth"}`: from here on the document goes on at an address of its own, below the first. */
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Diagnostic } from '../../diagnostics.ts';
import { idPattern } from '../../model/ids.ts';
import type { Directive } from '../context.ts';

export const page: Directive = (_context, { id, title }) => [
  { type: 'pageBreak', id: id ?? '', title: title ?? '' },
];

/** What is wrong with a page break, or undefined. `before` are the ids of the breaks before it, "" where there was none. */
export function pageFault(
  { type, attributes }: LeafDirective | ContainerDirective,
  before: readonly string[],
): Pick<Diagnostic, 'found' | 'expected' | 'mend'> | undefined {
  const { id = '', title } = attributes ?? {};
  const mend = 'Write ::page{id=depth title="In depth"}; only the first page may do without an id.';
  if (type !== 'leafDirective')
    return { found: 'a page that encloses something', expected: 'two colons, on a line of its own', mend };
  if (!title) return { found: 'a page without a title', expected: 'what the page is called', mend };
  if (!id && before.length > 0)
    return { found: `the page "${title}" without an id`, expected: 'the end of its address', mend };
  if (id && !idPattern.test(id))
    return { found: `the page id "${id}"`, expected: 'lower-case letters, digits and inner hyphens', mend };
  if (id && before.includes(id))
    return { found: `the page id "${id}" a second time`, expected: 'an id of its own for each page', mend };
  return undefined;
}
