/** Dimensions in, words for them out: `messages per second`. */
import { plural } from './nouns.ts';
import type { Dimensions } from './quantity.ts';

const names = new Map<string, [one: string, many: string]>([
  ['B', ['byte', 'bytes']],
  ['s', ['second', 'seconds']],
  ['USD', ['dollar', 'dollars']],
]);

/** Words as in `messages per second` or `a plain number`. */
export function describeDimensions(dimensions: Dimensions): string {
  const bases = Object.entries(dimensions).sort(([a], [b]) => a.localeCompare(b));
  const over = bases.filter(([, power]) => power > 0).map(([base, power]) => raised(nameOf(base)[1], power));
  const under = bases
    .filter(([, power]) => power < 0)
    .map(([base, power]) => raised(nameOf(base)[0], -power));
  if (over.length + under.length === 0) return 'a plain number';
  return [over.join(' × ') || '1', ...under].join(' per ');
}

function nameOf(base: string): [one: string, many: string] {
  return names.get(base) ?? [base, plural(base)];
}

function raised(name: string, power: number): string {
  return power === 1 ? name : `${name}^${power}`;
}
