import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import { share } from './dives.ts';
import { pace } from './pacing.ts';

const inputs = inputsOf(fixture('storage-alone'));
const { phases } = inputs.knowledge.communication;
const least = phases.reduce((n, p) => n + p.least, 0);

/** The round of the fixture, from ten o'clock for so many minutes. */
const roundOf = (minutes: number) => {
  const end = `${10 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return packOf({
    ...inputs,
    loop: { ...inputs.loop, rounds: inputs.loop.rounds.map((r) => ({ ...r, end })) },
  });
};

describe.each([15, 30, 45, 50, 55, 60, 75, 90])('a round of %i minutes', (minutes) => {
  const guide = roundOf(minutes).guides[0];

  it('is filled by its phases, one after the other', () => {
    expect(guide?.phases.map((p) => p.from)).toEqual([
      0,
      ...(guide?.phases.slice(0, -1).map((p) => p.to) ?? []),
    ]);
    expect(guide?.phases.at(-1)?.to).toBe(minutes);
    for (const phase of guide?.phases ?? []) expect(phase.to).toBeGreaterThanOrEqual(phase.from);
  });

  it('gives its deep-dive phase to the open dives, whole', () => {
    const deep = guide?.phases.find((p) => p.id === 'deep-dive');
    expect(guide?.dives.reduce((n, d) => n + d.minutes, 0)).toBe((deep?.to ?? 0) - (deep?.from ?? 0));
    expect(guide?.dives[0]?.minutes).toBeGreaterThan(0);
  });

  it('has everything ready before it ends', () => {
    expect(guide?.haveReady).not.toEqual([]);
    for (const { by } of guide?.haveReady ?? []) {
      expect(by).toBeGreaterThanOrEqual(1);
      expect(by).toBeLessThanOrEqual(minutes);
    }
  });
});

it('rounding to whole minutes takes no phase under its least either', () => {
  for (const minutes of [least, 35, 45, 90])
    for (const [i, p] of pace(phases, minutes).entries())
      expect(p.to - p.from, `${p.id} of ${minutes}`).toBeGreaterThanOrEqual(phases[i]?.least ?? 0);
});

it('every length adds up, and no phase falls under its least once there is room for all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 240 }), (minutes) => {
      const paced = pace(phases, minutes);
      expect(paced.at(-1)?.to).toBe(minutes);
      for (const [i, phase] of paced.entries()) {
        expect(phase.to - phase.from).toBeGreaterThanOrEqual(minutes >= least ? (phases[i]?.least ?? 0) : 0);
      }
    }),
  );
});

it('shares of any total are whole and add up', () => {
  const parts = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 240 }),
      parts,
      fc.integer({ min: 0, max: 5 }),
      (total, raw, floor) => {
        const sum = raw.reduce((a, b) => a + b, 0);
        const minutes = share(
          total,
          raw.map((p) => p / sum),
          floor,
        );
        expect(minutes.reduce((a, b) => a + b, 0)).toBe(total);
        for (const m of minutes) {
          expect(Number.isInteger(m)).toBe(true);
          expect(m).toBeGreaterThanOrEqual(Math.min(floor, Math.floor(total / raw.length)));
        }
      },
    ),
  );
});
