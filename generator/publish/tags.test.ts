import fc from 'fast-check';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { block, type Flow, paragraph, text } from '../documents/nodes.ts';
import { toHtml } from '../documents/to-html.ts';
import { elementsOf } from '../fixtures/rendered.ts';
import { attributesOf, replaceTags, tagsOf, withValues } from './tags.ts';

/** What looks like markup, in any order. */
const odd = fc
  .array(
    fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '`',
      '=',
      '/',
      '&',
      ' ',
      '\n',
      'a',
      'id="x"',
      "id='x'",
      '<data',
      '</a>',
      '-->',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const documentOf = (label: string, inside: string): string => {
  const children: Flow[] = [
    block('div', { 'aria-label': label, id: 'one' }, [paragraph(inside)]),
    block('section', { className: 'last' }, [{ type: 'paragraph', children: [text(label)] }]),
  ];
  const tree: Root = { type: 'root', children };
  return toHtml(tree);
};

const decoded = (value: string) =>
  value
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"');

describe('tags', () => {
  it('are those that a browser reads, whatever stands in texts and attributes', () => {
    fc.assert(
      fc.property(odd, odd, (label, inside) => {
        const html = documentOf(label, inside);
        const ours = tagsOf(html).filter((tag) => !tag.isEnd);
        expect(ours.map((tag) => [tag.name, ...attributesOf(tag).map(([n, v]) => [n, decoded(v)])])).toEqual(
          elementsOf(html).map((e) => [e.tagName, ...e.attrs.map((a) => [a.name, a.value])]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('left as they are, give the same HTML', () => {
    fc.assert(
      fc.property(odd, odd, (label, inside) => {
        const html = documentOf(label, inside);
        expect(replaceTags(html, (tag) => withValues(tag, () => undefined))).toBe(html);
      }),
    );
  });

  it('keep their quotes and what was not asked for', () => {
    const [tag] = tagsOf(`<svg viewBox="0 0 1 1" aria-label='say "x"' id="a" hidden>`);
    expect(tag && withValues(tag, (name, value) => (name === 'viewbox' ? undefined : `my-${value}`))).toBe(
      `<svg viewBox="0 0 1 1" aria-label='my-say "x"' id="my-a" hidden>`,
    );
  });
});
