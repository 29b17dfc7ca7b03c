import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../inputs/load-content.ts';
import { compileSignals } from './compile.ts';
import { people } from './fixtures/people.ts';
import { readBio } from './read.ts';

const root = join(import.meta.dirname, '../..');
const { knowledge } = loadContent(join(root, 'content'), undefined, root);
const index = compileSignals(knowledge ?? { lenses: [], technologies: [] });
const ids = (bio: string) => readBio(bio, index).lenses.map((lens) => lens.id);

describe('people told without product names, read with what the guide knows', () => {
  const technical = people.filter((person) => person.lead.length > 0);
  it.each(technical)('$lead: $bio', ({ bio, lead, leading = [], without = [] }) => {
    const found = ids(bio).slice(0, 3);
    expect(lead).toContain(found[0]);
    expect(found).toEqual(expect.arrayContaining(leading));
    for (const lens of without) expect(found).not.toContain(lens);
  });
});

describe('everyday words give no lens', () => {
  const others = people.filter((person) => person.lead.length === 0);
  it.each(others)('$bio', ({ bio }) => {
    expect(ids(bio)).toEqual([]);
  });
});
