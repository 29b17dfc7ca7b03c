import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import { lintPack } from './lint.ts';

describe('no reports', () => {
  const inputs = inputsOf(fixture('no-reports'));
  const pack = packOf(inputs);

  it('the bank, the domain and the panel choose, and say so', () => {
    const guide = pack.guides[0];
    expect(guide?.problem.id).toBe('rate-limiter');
    expect(guide?.chosen.confidence).toBeUndefined();
    expect(guide?.chosen.reasons).toContainEqual({ from: 'loop', text: 'Fernwick is said to ask it' });
  });

  it('what the bank holds beside it comes first among the pivots', () => {
    expect(pack.pivots[0]?.problem).toBe('url-shortener');
    expect(pack.pivots[0]?.tier).toBe('likely');
    expect(pack.pivots.map((p) => p.problem)).not.toContain('rate-limiter');
  });

  it('pivots fall in likelihood, and each has a reason', () => {
    const likelihoods = pack.pivots.map((p) => p.likelihood);
    expect(likelihoods).toEqual([...likelihoods].sort((a, b) => b - a));
    for (const pivot of pack.pivots) expect(pivot.reasons).not.toEqual([]);
  });

  it('without a bank either, the panel decides', () => {
    const guide = packOf({ ...inputs, loop: { ...inputs.loop, bank: [] } }).guides[0];
    expect(guide?.chosen.reasons).not.toEqual([]);
    expect(guide?.questions.length).toBeGreaterThanOrEqual(8);
  });
});

describe('a problem without a full sheet', () => {
  const pack = packOf(inputsOf(fixture('breadth-only')));
  const guide = pack.guides[0];

  it('still gives a guide of at least eight questions that the panel would ask', () => {
    expect(guide?.problem).toMatchObject({ id: 'leaderboard', status: 'breadth' });
    expect(guide?.questions.length).toBeGreaterThanOrEqual(8);
    expect(lintPack(pack)).toEqual([]);
  });

  it('asks no question with a hole in it', () => {
    for (const q of guide?.questions ?? []) expect(JSON.stringify(q)).not.toContain('{slot:');
  });
});

describe('two rounds with the same report', () => {
  it('prepare two problems', () => {
    const ids = packOf(inputsOf(fixture('four-interviewers'))).guides.map((g) => g.problem.id);
    expect(ids).toContain('chat');
    expect(new Set(ids).size).toBe(2);
  });
});
