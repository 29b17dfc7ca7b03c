import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { askingFor, inputsOf, packOf } from '../fixtures/composed.ts';
import type { Guide } from '../model/pack.ts';
import { comparePacks } from './compare.ts';
import { leading } from './weights.ts';

const storage = inputsOf(fixture('storage-alone'));
const serving = inputsOf(fixture('serving-alone'));
const only = (guides: readonly Guide[]): Guide => {
  const [guide] = guides;
  if (!guide) throw new Error('no guide');
  return guide;
};
const topEight = (guide: Guide) => guide.questions.slice(0, 8);
const openDives = (guide: Guide) => guide.dives.filter((d) => d.minutes > 0);

describe.each(['chat', 'inference-api'])('another interviewer on %s', (problem) => {
  const packs = { a: packOf(askingFor(storage, problem)), b: packOf(askingFor(serving, problem)) };
  const a = only(packs.a.guides);
  const b = only(packs.b.guides);

  it('prepares the same problem', () => {
    expect([a.problem.id, b.problem.id]).toEqual([problem, problem]);
  });

  it('asks at least half of the first eight anew', () => {
    const ids = topEight(a).map((q) => q.id);
    expect(ids).toHaveLength(8);
    expect(topEight(b).filter((q) => ids.includes(q.id)).length).toBeLessThanOrEqual(4);
  });

  it.each([
    ['storage', a],
    ['serving', b],
  ])('fits the %s interviewer in at least six of eight', (_who, guide) => {
    const own = leading(guide.weights);
    expect(
      topEight(guide).filter((q) => q.lenses.some((l) => own.includes(l))).length,
    ).toBeGreaterThanOrEqual(6);
  });

  it('opens other dives, with other minutes', () => {
    expect(openDives(a)[0]?.id).not.toBe(openDives(b)[0]?.id);
    const minutes = (guide: Guide) => openDives(guide).map((d) => `${d.id} ${d.minutes}`);
    expect(minutes(a)).not.toEqual(minutes(b));
  });

  it('leads with another insight, for another lens', () => {
    expect(a.insights[0]?.text).not.toBe(b.insights[0]?.text);
    expect(leading(a.weights)).toContain(a.insights[0]?.lens);
    expect(leading(b.weights)).toContain(b.insights[0]?.lens);
  });

  it('shows in a comparison of the two packs', () => {
    const what = comparePacks(packs.a, packs.b).map((c) => c.what);
    for (const place of [
      'interviewers',
      'leading lenses',
      'the eight likeliest questions',
      'deep dives',
      'key insight',
    ])
      expect(what).toContain(place);
    expect(what).not.toContain('problem');
    expect(comparePacks(packs.a, packs.a)).toEqual([]);
  });
});
