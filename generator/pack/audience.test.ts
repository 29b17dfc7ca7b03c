import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, root } from '../fixtures/candidate.ts';
import { atScale, inputsOf, packOf } from '../fixtures/composed.ts';

const sample = inputsOf(join(root, 'data/sample'));

describe.each([
  ['the sample', sample],
  ['the sample at 500K users', atScale(sample, '500K users')],
  ['no bios', inputsOf(fixture('no-bios'))],
  ['four interviewers', inputsOf(fixture('four-interviewers'))],
])('the audience map of %s', (_name, inputs) => {
  const pack = packOf(inputs);

  it('names as deep dives only those that the guide opens', () => {
    for (const row of pack.audience) {
      const open = pack.guides
        .filter((g) => g.round.id === row.round.id)
        .flatMap((g) => g.dives.filter((d) => d.minutes > 0).map((d) => d.title));
      for (const { text } of row.hears) {
        const dive = /^Take “(.*)” as the deep dive\.$/.exec(text)?.[1];
        if (dive !== undefined) expect(open).toContain(dive);
      }
    }
  });

  it('tells no round to leave out what it should hear', () => {
    for (const row of pack.audience)
      for (const { topic } of row.leaveOut) expect(row.hears.map((h) => h.topic)).not.toContain(topic);
  });

  it('shares out only what this round hears, too', () => {
    for (const row of pack.audience)
      for (const { topic } of row.shared) expect(row.hears.map((h) => h.topic)).toContain(topic);
  });
});
