import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../fixtures/candidate.ts';
import { atScale, inputsOf, packOf } from '../fixtures/composed.ts';
import type { Pack, ResolvedProblem } from '../model/pack.ts';
import { lintPack } from './lint.ts';

const sample = inputsOf(join(root, 'data/sample'));
const at = (dau: string) => packOf(atScale(sample, dau));
const sheet = (pack: Pack, id: string): ResolvedProblem => {
  const found = pack.problems.find((p) => p.id === id);
  if (!found) throw new Error(`no problem ${id}`);
  return found;
};

describe.each(['50K users', '500K users', '2M users', '10M users', '50M users', '500M users', '2B users'])(
  'at %s',
  (dau) => {
    it('the sheets do not contradict themselves', () => {
      expect(lintPack(at(dau))).toEqual([]);
    });
  },
);

describe.each(['chat', 'inference-api'])('%s', (id) => {
  const small = sheet(at('500K users'), id);
  const middle = sheet(at('10M users'), id);
  const large = sheet(at('500M users'), id);

  it('opens the scaling story at another step', () => {
    const steps = [small, middle, large].map((p) => p.depth?.scaling.current);
    expect(new Set(steps).size).toBe(3);
  });

  it('has other boxes at the ends', () => {
    const boxes = (p: ResolvedProblem) =>
      p.depth?.architecture.components.map((c) => `${c.name}: ${c.role}`).sort();
    expect(boxes(small)).not.toEqual(boxes(large));
  });

  it('argues its choices otherwise at the ends', () => {
    const chosen = (p: ResolvedProblem) => p.depth?.choices.map((c) => `${c.chosen} because ${c.because}`);
    expect(chosen(small)).not.toEqual(chosen(large));
  });

  it('says larger numbers at a larger scale', () => {
    const peak = (p: ResolvedProblem) => {
      const name = p.depth?.estimates.headline.peak;
      return p.evaluated.steps.find((s) => s.name === name)?.expected.value ?? 0;
    };
    expect(peak(small)).toBeGreaterThan(0);
    expect(peak(middle)).toBeGreaterThan(peak(small) * 5);
    expect(peak(large)).toBeGreaterThan(peak(middle) * 5);
  });
});
