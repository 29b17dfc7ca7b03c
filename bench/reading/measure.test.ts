import { describe, expect, it } from 'vitest';
import { lensIds } from '../../generator/model/ids.ts';
import { halves } from './labels.ts';
import { measure } from './measure.ts';
import { type Figure, figures, missesOf, type Ratio, scoreReading, share, total } from './score.ts';
import { atLeast, atMost } from './targets.ts';

const measured = measure(halves);

describe.each(halves)('the reading on the %s half', (half) => {
  const bios = measured.get(half) ?? [];
  const all = total(bios.map((m) => m.score));

  it.each(Object.entries(atLeast[half]))('%s is at least %d', (figure, least) => {
    expect(share(all[figure as Figure], 1), figures[figure as Figure]).toBeGreaterThanOrEqual(least);
  });

  it.each(Object.entries(atMost[half]))('%s is at most %d', (figure, most) => {
    expect(share(all[figure as Figure], 0), figures[figure as Figure]).toBeLessThanOrEqual(most);
  });

  it('has at least sixty bios, every lens leading in three', () => {
    expect(bios.length).toBeGreaterThanOrEqual(60);
    const led = (id: string) => bios.filter((m) => m.bio.label.leading.some((lens) => lens === id)).length;
    expect(lensIds.filter((id) => led(id) < 3)).toEqual([]);
  });
});

it('no bio stands in both halves', () => {
  const texts = [...measured.values()].flat().map((m) => m.bio.text);
  expect(new Set(texts).size).toBe(texts.length);
});

describe('scoring one reading', () => {
  const text = 'Owns the ledger. Not a network person.';
  const label = {
    file: 'a.md',
    kind: 'about',
    lead: ['consistency' as const],
    leading: ['consistency' as const],
    may: [],
    mustNot: ['edge-network' as const],
    quotes: ['the ledger'],
    empty: false,
    warns: false,
    note: '',
  };
  const lens = (id: (typeof lensIds)[number], start: number, end: number) => ({
    id,
    weight: 0.5,
    evidence: [{ quote: text.slice(start, end), start, end, signal: 's', contribution: 1, context: [] }],
  });
  const whole: Ratio = { hits: 1, of: 1 };

  it('counts what is right', () => {
    const reading = { lenses: [lens('consistency', 5, 15)], warnings: [] };
    const score = scoreReading({ label, text }, reading);
    expect(score).toMatchObject({
      lead: whole,
      leading: whole,
      verbatim: whole,
      coverage: whole,
      warnings: whole,
    });
    expect(missesOf({ label, text }, reading)).toEqual([]);
  });

  it('names what is wrong', () => {
    const reading = {
      lenses: [lens('edge-network', 23, 30)],
      warnings: [{ message: 'm', start: 0, end: 1 }],
    };
    expect(missesOf({ label, text }, reading)).toEqual([
      'first should be consistency; got edge-network 0.50',
      'first three should hold consistency; got edge-network 0.50',
      'must not hold edge-network; got edge-network 0.50',
      'no evidence at "the ledger"',
      'should not warn',
    ]);
  });
});
