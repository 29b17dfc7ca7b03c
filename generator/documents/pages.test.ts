import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import type { Template } from './expand.ts';
import { placesOf } from './places.ts';
import { renderDocuments } from './render.ts';
import type { RenderedDocument } from './rendered.ts';

const inputs = inputsOf(fixture('storage-alone'));
const pack = packOf(inputs);
const rendered = (guide: string, others: Readonly<Record<string, string>> = {}): RenderedDocument[] => {
  const templates = new Map<string, Template>(
    [...inputs.templates].map(([name, t]) => [name, { ...t, text: others[name] ?? '' }]),
  );
  templates.set('guide', { file: 'guide.md', text: guide });
  return renderDocuments(pack, new Map(), templates);
};
const guideOf = (documents: RenderedDocument[]) => documents.filter((d) => d.meta.kind === 'guide');

describe('a document of several pages', () => {
  const text = [
    '::page{title="The design"}',
    '## First\n\nSee [the second](#second) and [this](#first).',
    '::page{id=depth title="In depth"}',
    '## Second\n\nBack to [the first](#first).',
    '::page{id=none title="Nothing"}',
    '## Empty\n\n::bio-warnings',
    '::page{id=last title="At the end"}',
    '## First\n\nOf [another document](/rounds/design-1/#second).',
  ].join('\n\n');
  const documents = rendered(text, { overview: 'To [the second](/rounds/design-1/#second).' });
  const guide = guideOf(documents);

  it('has an address, a name and an id for each page that holds something', () => {
    expect(guide.map((d) => [d.meta.path, d.meta.id, d.meta.page, d.meta.pageOf])).toEqual([
      ['/rounds/design-1/', 'rounds-design-1', 'The design', undefined],
      ['/rounds/design-1/depth/', 'rounds-design-1_depth', 'In depth', '/rounds/design-1/'],
      ['/rounds/design-1/last/', 'rounds-design-1_last', 'At the end', '/rounds/design-1/'],
    ]);
    expect(guide.map((d) => d.meta.title.split(': ')[1])).toEqual([undefined, 'in depth', 'at the end']);
  });

  it('has each place once, over all its pages', () => {
    expect(guide.flatMap((d) => d.meta.contents.map((c) => c.id))).toEqual(['first', 'second', 'first-2']);
  });

  it('is linked to by its place, on whichever page that is', () => {
    expect(guide[0]?.html).toContain('<a href="/rounds/design-1/depth/#second">');
    expect(guide[0]?.html).toContain('<a href="#first">');
    expect(guide[1]?.html).toContain('<a href="/rounds/design-1/#first">');
    expect(guide[2]?.html).toContain('<a href="/rounds/design-1/depth/#second">');
    const overview = documents.find((d) => d.meta.kind === 'overview');
    expect(overview?.html).toContain('<a href="/rounds/design-1/depth/#second">');
    expect(overview?.markdown).toContain('(/rounds/design-1/depth/#second)');
  });

  it('leads in Markdown to its pages', () => {
    for (const d of guide) expect(d.markdown).toContain('[In depth](/rounds/design-1/depth/)');
  });

  it('is found by place: on its page, or not at all', () => {
    const placeOf = placesOf(documents);
    expect(placeOf('/rounds/design-1/#second')).toBe('/rounds/design-1/depth/#second');
    expect(placeOf('/rounds/design-1/')).toBe('/rounds/design-1/');
    expect(placeOf('/rounds/design-1/#nowhere')).toBeUndefined();
    expect(placeOf('/nowhere/')).toBeUndefined();
  });
});

it('a first page that comes out empty leaves its address to the next', () => {
  const guide = guideOf(
    rendered('## Empty\n\n::bio-warnings\n\n::page{id=depth title="In depth"}\n\n## Second\n\nWords.'),
  );
  expect(guide.map((d) => [d.meta.path, d.meta.page])).toEqual([['/rounds/design-1/', undefined]]);
  expect(guide[0]?.html).toContain('Words.');
});

it('a document without breaks is one page, and says nothing of pages', () => {
  const [guide] = guideOf(rendered('## First\n\nWords.'));
  expect(guide?.meta).not.toHaveProperty('page');
  expect(guide?.markdown).not.toContain('(/rounds/design-1/)');
});

describe('numbers that move', () => {
  const [first, second, third] = guideOf(
    rendered(
      '## Numbers\n\n::estimates\n\n::page{id=b title=B}\n\n## Said\n\n::three-numbers\n\n::page{id=c title=C}\n\n## Words\n\nNone here.',
    ),
  );
  it('bring their sheet along to the pages that say them, and to no other', () => {
    expect(first?.meta.elements).toContain('pp-estimates');
    expect(second?.meta.elements).toContain('pp-estimates');
    expect(third?.meta.elements).not.toContain('pp-estimates');
    const sheet = (d: RenderedDocument | undefined) => /data-sheet='([^']+)'/.exec(d?.html ?? '')?.[1];
    expect(sheet(second)).toBe(sheet(first));
  });
});
