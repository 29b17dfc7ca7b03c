import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, root } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import { type Level, levels } from '../model/ids.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Pack, Reason } from '../model/pack.ts';
import { lintPack } from './lint.ts';

const sample = inputsOf(join(root, 'data/sample'));
const four = inputsOf(fixture('four-interviewers'));
const none = inputsOf(fixture('no-bios'));

const reasonsOf = (pack: Pack): Reason[] => [
  ...pack.guides.flatMap((g) => [
    ...g.questions.flatMap((q) => q.reasons),
    ...g.dives.flatMap((d) => d.reasons),
    ...g.insights.map((i) => i.reason),
    ...g.patterns.map((p) => p.reason),
    ...g.chosen.reasons,
  ]),
  ...pack.gaps.flatMap((g) => g.reasons),
  ...pack.audience.flatMap((row) => row.hears.map((h) => h.reason)),
];

describe.each([
  ['the sample', sample],
  ['four interviewers', four],
  ['no bios', none],
])('%s', (_name, inputs) => {
  const pack = packOf(inputs);

  it('has a reason for every question, dive and problem', () => {
    for (const g of pack.guides) {
      for (const choice of [...g.questions, ...g.dives]) expect(choice.reasons, choice.id).not.toEqual([]);
      expect(g.chosen.reasons).not.toEqual([]);
    }
  });

  it('quotes bios word for word', () => {
    for (const reason of reasonsOf(pack)) {
      if (reason.from !== 'bio') continue;
      const file = inputs.interviewers.find((i) => i.id === reason.interviewer)?.file ?? '';
      expect(readFileSync(join(root, file), 'utf8')).toContain(reason.quote);
    }
  });

  it('asks no question in two rounds, and at least eight in each', () => {
    const ids = pack.guides.flatMap((g) => g.questions.map((q) => q.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const g of pack.guides) expect(g.questions.length).toBeGreaterThanOrEqual(8);
  });

  it('has nothing that its own lint objects to', () => {
    expect(lintPack(pack)).toEqual([]);
  });

  it('is the same, byte for byte, when composed again', () => {
    expect(JSON.stringify(packOf(inputs))).toBe(JSON.stringify(pack));
  });

  it('gives each round weights that add up to one', () => {
    for (const g of pack.guides)
      expect(Object.values(g.weights).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  });
});

describe('without a bio', () => {
  const pack = packOf(none);

  it('the guide is general and invents no trait', () => {
    expect(pack.guides.map((g) => g.general)).toEqual([true, true]);
    expect(reasonsOf(pack).filter((r) => r.from === 'bio')).toEqual([]);
    expect(pack.panel.map((m) => [m.name, m.signal])).toEqual([
      ['Unknown One', 'none'],
      ['Unknown Two', 'none'],
    ]);
  });

  it('the reasons say that no bio speaks', () => {
    const said = pack.guides[0]?.questions
      .flatMap((q) => q.reasons)
      .map((r) => (r.from === 'bio' ? '' : r.text));
    expect(said).toContainEqual(expect.stringContaining('no bio of this round gives a signal'));
  });
});

describe('four interviewers in one room', () => {
  const pack = packOf(four);

  it('each find themselves in the first eight questions', () => {
    const bios = pack.guides[0]?.questions.slice(0, 8).flatMap((q) => q.reasons);
    const heard = new Set(bios?.flatMap((r) => (r.from === 'bio' ? [r.interviewer] : [])));
    expect([...heard].sort()).toEqual(['a-lindqvale', 'b-morrowen', 'c-tessaly', 'd-quarrow']);
  });

  it('count the lead more', () => {
    const alone = (lead: string | undefined): Inputs => ({
      ...four,
      loop: { ...four.loop, rounds: four.loop.rounds.map((r) => ({ ...r, lead })) },
    });
    const led = packOf(alone('c-tessaly')).guides[0]?.weights.security ?? 0;
    const notLed = packOf(alone(undefined)).guides[0]?.weights.security ?? 0;
    expect(led).toBeGreaterThan(notLed);
  });
});

describe('the target level', () => {
  const at = (level: Level) => packOf({ ...sample, profile: { ...sample.profile, target: { level } } });
  const packs = levels.map(at);

  it('changes which questions are asked', () => {
    const asked = packs.map((p) => JSON.stringify(p.guides.map((g) => g.questions.map((q) => q.id))));
    expect(new Set(asked).size).toBe(levels.length);
  });

  it('asks a principal much that a mid-level candidate is not asked, in every round', () => {
    const [mid, , , principal] = packs;
    for (const [i, guide] of (mid?.guides ?? []).entries()) {
      const ids = guide.questions.map((q) => q.id);
      expect(
        principal?.guides[i]?.questions.filter((q) => !ids.includes(q.id)).length,
      ).toBeGreaterThanOrEqual(3);
    }
  });

  it('changes the signals to show, and leaves none without', () => {
    const signals = packs.map((p) => p.guides[0]?.signals.map((s) => s.id) ?? []);
    for (const own of signals) expect(own).not.toEqual([]);
    expect(signals[0]).not.toEqual(signals[2]);
  });

  it('leaves nothing for the lint to object to', () => {
    expect(packs.flatMap(lintPack)).toEqual([]);
  });
});

describe('a gap of the candidate', () => {
  it('costs none of its questions, is named as a reason and leads the gaps', () => {
    const withGaps = (gaps: string[]) =>
      packOf({ ...sample, profile: { ...sample.profile, gaps, confidence: {} } });
    const asked = (pack: Pack) =>
      pack.guides.flatMap((g) => g.questions).filter((q) => q.lenses.slice(0, 2).includes('client-sync'))
        .length;
    const marked = withGaps(['client-sync']);
    expect(asked(marked)).toBeGreaterThanOrEqual(Math.max(1, asked(withGaps([]))));
    const reasons = marked.guides[0]?.questions.flatMap((q) => q.reasons);
    expect(reasons).toContainEqual(expect.objectContaining({ from: 'profile', entry: 'client-sync' }));
    expect(marked.gaps[0]?.entry).toBe('client-sync');
  });
});
