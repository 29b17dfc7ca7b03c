/** A number in, the few digits a person would say out, and whether rounding lost anything. */
import { tidy } from './quantity.ts';

export interface SpokenNumber {
  text: string;
  /** Whether the text is only near the value. */
  rounded: boolean;
}

/** A `ratio` has no unit, `times` an x. */
export type NumberKind = 'plain' | 'ratio' | 'times' | 'percent' | 'money';

const magnitudes: ReadonlyArray<[size: number, letter: string]> = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
];

/** `144676` gives 145,000 (rounded), `1500` stays 1,500, `5e8` gives 500M. Never 0 for what is not zero. */
export function spokenNumber(value: number, kind: NumberKind = 'plain'): SpokenNumber {
  const sign = value < 0 ? '-' : '';
  const size = tidy(Math.abs(value));
  const near = roundedLikeSpeech(size, kind);
  const inLetters = kind !== 'times' && kind !== 'percent' && near < 1e18;
  const [unit, letter] = (inLetters ? magnitudes.find(([least]) => near >= least) : undefined) ?? [1, ''];
  // 999,999 is rounded to 1M before it is said in millions.
  const shown = unit === 1 ? near : roundedLikeSpeech(tidy(Math.max(size, unit) / unit), kind);
  const rounded = shown !== tidy(size / unit);
  return { text: sign + plainDigits(shown, letter === '' ? kind : 'plain') + letter, rounded };
}

/** All digits that mean something, with thousands separators. */
export function exactNumber(value: number): string {
  const sign = value < 0 ? '-' : '';
  return sign + plainDigits(tidy(Math.abs(value)), 'plain');
}

/** The value as one says it: two or three significant digits, and all of them where they are few. */
export function roundedLikeSpeech(size: number, kind: NumberKind = 'plain'): number {
  if ((kind === 'ratio' || kind === 'times') && size > 0.9 && size < 1) return nearWhole(size, 1);
  if (kind === 'percent' && size > 90 && size < 100) return nearWhole(size, 100);
  if (kind === 'money' && size < 100 && size >= 0.01 && tidy(size * 100) === Math.round(size * 100))
    return size;
  if (size < 10) return significantDigits(size) <= 3 ? size : toDigits(size, 2);
  // Halves are said ("twelve and a half"), other fractions over ten are not.
  if (size < 100) return Number.isInteger(size * 2) ? size : toDigits(size, 2);
  if (size < 10_000 && Number.isInteger(size)) return size;
  return toDigits(size, size < 1e18 ? 3 : 2);
}

/** An availability keeps its nines: what counts is how far it is from the whole. */
function nearWhole(size: number, whole: 1 | 100): number {
  return significantDigits(size) <= 5 ? size : tidy(whole - toDigits(tidy(whole - size), 2));
}

function toDigits(size: number, digits: number): number {
  return Number(size.toPrecision(digits));
}

function significantDigits(size: number): number {
  const digits = size.toExponential().split('e')[0] ?? '';
  return digits.replace('.', '').length;
}

function plainDigits(size: number, kind: NumberKind): string {
  if (size !== 0 && (size < 1e-6 || size >= 1e18)) {
    const [digits, exponent] = size.toExponential().split('e');
    return `${digits} × 10^${Number(exponent)}`;
  }
  const [whole = '', fraction = ''] = String(size).split('.');
  const cents = kind === 'money' && fraction.length === 1 ? `${fraction}0` : fraction;
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return cents === '' ? grouped : `${grouped}.${cents}`;
}
