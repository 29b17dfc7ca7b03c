/** A word in, the unit it names out: bytes, bits, time, money and rates are known, every other word is a noun unit. */
import { canonicalNoun, plural } from './nouns.ts';
import type { Dimensions, Quantity } from './quantity.ts';

type UnitFamily = 'bytes' | 'binary bytes' | 'bits' | 'time' | 'money' | 'rate' | 'share' | 'noun';

export interface UnitWord extends Quantity {
  family: UnitFamily;
  /** How it is written after a number: `hr` and `hour` are both `hour`. */
  written: string;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
/** A month is thirty days and a year 365, as in any back-of-the-envelope estimate. */
const month = 30 * day;
const year = 365 * day;

/** What words of a unit share, and the words themselves. */
type Row = [family: UnitFamily, value: number, dimensions: Dimensions, written: string, words: string[]];

const bytes = { B: 1 };
const byteRate = { B: 1, s: -1 };
const time = { s: 1 };

const prefixed = ['', 'K', 'M', 'G', 'T', 'P', 'E'].flatMap((prefix, index): Row[] => {
  const [decimal, binary] = [1000 ** index, 1024 ** index];
  const lower = prefix.toLowerCase();
  const kilo = prefix === 'K' ? ['kB', 'KB'] : [`${prefix}B`];
  return [
    ['bytes', decimal, bytes, `${prefix}B`, kilo],
    ['bits', decimal / 8, bytes, `${prefix}b`, [`${prefix}b`]],
    ['bytes', decimal, byteRate, `${prefix}Bps`, [`${prefix}Bps`]],
    ['bits', decimal / 8, byteRate, `${prefix}bps`, [`${prefix}bps`, `${lower}bps`]],
    ...(prefix === '' ? [] : [['binary bytes', binary, bytes, `${prefix}iB`, [`${prefix}iB`]] satisfies Row]),
  ];
});

/** Symbols, whose letter case matters: a GB is eight Gb. */
const symbols: Row[] = [
  ...prefixed,
  ['time', 1e-9, time, 'ns', ['ns']],
  ['time', 1e-6, time, 'µs', ['µs', 'μs', 'us']],
  ['time', 1e-3, time, 'ms', ['ms']],
  ['time', 1, time, 's', ['s']],
  ['time', hour, time, 'hour', ['h']],
  ['time', day, time, 'day', ['d']],
  ['money', 1, { USD: 1 }, 'USD', ['$']],
  ['share', 0.01, {}, '%', ['%']],
  ['share', 1, {}, 'x', ['x']],
];

/** Words, in any letter case. */
const words: Row[] = [
  ['bytes', 1, bytes, 'bytes', ['byte', 'bytes']],
  ['bits', 1 / 8, bytes, 'bits', ['bit', 'bits']],
  ['time', 1e-9, time, 'ns', ['nanosecond', 'nanoseconds']],
  ['time', 1e-6, time, 'µs', ['microsecond', 'microseconds']],
  ['time', 1e-3, time, 'ms', ['millisecond', 'milliseconds']],
  ['time', 1, time, 's', ['sec', 'secs', 'second', 'seconds']],
  ['time', minute, time, 'minute', ['min', 'mins', 'minute', 'minutes']],
  ['time', hour, time, 'hour', ['hr', 'hrs', 'hour', 'hours']],
  ['time', day, time, 'day', ['day', 'days']],
  ['time', 7 * day, time, 'week', ['week', 'weeks']],
  ['time', month, time, 'month', ['month', 'months']],
  ['time', year, time, 'year', ['yr', 'yrs', 'year', 'years']],
  ['money', 1, { USD: 1 }, 'USD', ['usd', 'dollar', 'dollars']],
  ['money', 0.01, { USD: 1 }, 'cents', ['cent', 'cents']],
  ['rate', 1, { query: 1, s: -1 }, 'QPS', ['qps']],
  ['rate', 1, { request: 1, s: -1 }, 'RPS', ['rps']],
  ['rate', 1, { transaction: 1, s: -1 }, 'TPS', ['tps']],
  ['rate', 1, { operation: 1, s: -1 }, 'IOPS', ['iops']],
];

const known = byWord(symbols);
const anyCase = byWord(words);

function byWord(rows: readonly Row[]): ReadonlyMap<string, UnitWord> {
  return new Map(
    rows.flatMap(([family, value, dimensions, written, spellings]) =>
      spellings.map((word) => [word, { family, value, dimensions, written }] as const),
    ),
  );
}

/** The known unit that a word names, if it is one. */
export function knownUnit(word: string): UnitWord | undefined {
  return known.get(word) ?? anyCase.get(word.toLowerCase());
}

/** The unit that a word names: a known one, or the noun itself. */
export function unitWord(word: string): UnitWord {
  const key = canonicalNoun(word);
  return knownUnit(word) ?? { family: 'noun', value: 1, dimensions: { [key]: 1 }, written: word };
}

/** The plural of a unit's word, unless that would be another unit: an m is never said as ms. */
export function pluralUnit(word: string): string {
  const many = plural(word);
  return knownUnit(many) === undefined || knownUnit(word) !== undefined ? many : word;
}

/** The known unit that was probably meant by a word that differs in case or by a plural s: `gb`, `GBs`. */
export function confusedWith(word: string): string | undefined {
  if (knownUnit(word) !== undefined) return undefined;
  const candidates = [word, word.replace(/s$/, '')];
  const exact = candidates.find((candidate) => knownUnit(candidate) !== undefined);
  const lower = candidates.map((candidate) => candidate.toLowerCase());
  return exact ?? [...known.keys()].find((unit) => lower.includes(unit.toLowerCase()));
}
