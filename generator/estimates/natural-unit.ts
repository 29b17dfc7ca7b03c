/** A quantity in, a unit one would say it in out, for when nobody asked for one. */
import type { Quantity } from './quantity.ts';
import type { UnitFactor } from './unit-text.ts';
import { pluralUnit, unitWord } from './units.ts';

/** Nouns that are written in capitals, as their canonical key. */
const capitals = new Set([
  'gpu',
  'cpu',
  'tpu',
  'ssd',
  'hdd',
  'api',
  'vm',
  'llm',
  'id',
  'ip',
  'sse',
  'az',
  'db',
  'nic',
]);

/** Base units and readable nouns: `{request: 1, s: -1, node: -1}` is `requests/s/node`. */
export function naturalUnit({ value, dimensions }: Quantity): UnitFactor[] {
  const bases = Object.entries(dimensions).sort(([a], [b]) => a.localeCompare(b));
  const over = bases.filter(([, power]) => power > 0).sort(([a], [b]) => rank(a) - rank(b));
  const under = bases.filter(([, power]) => power < 0).sort(([a], [b]) => rank(b) - rank(a));
  const nameOf = (base: string) => (capitals.has(base) ? base.toUpperCase() : base);
  const factors = over.map(([base, power], index) => {
    if (base === 's' && over.length > 1) return { word: 'seconds', power };
    const last = index === over.length - 1;
    return {
      word: isBase(base) ? base : last && power === 1 ? pluralUnit(nameOf(base)) : nameOf(base),
      power,
    };
  });
  let left = Math.abs(value);
  for (const [base, power] of under) {
    const word = isBase(base) ? denominator(base, left, 'USD' in dimensions) : nameOf(base);
    left *= unitWord(word).value ** -power;
    factors.push({ word, power });
  }
  return factors;
}

/** Money per month and GB; anything else per second and byte, unless that would be a tiny fraction. */
function denominator(base: string, value: number, money: boolean): string {
  const choices = base === 's' ? ['s', 'day', 'year'] : base === 'B' ? ['B', 'GB'] : [base];
  if (money && base === 's') return 'month';
  if (money && base === 'B') return 'GB';
  return choices.find((word) => value * unitWord(word).value >= 0.1) ?? choices.at(-1) ?? base;
}

function isBase(base: string): boolean {
  return base === 'B' || base === 's' || base === 'USD';
}

/** Money leads, then nouns, bytes and time. */
function rank(base: string): number {
  return base === 'USD' ? 0 : base === 'B' ? 2 : base === 's' ? 3 : 1;
}
