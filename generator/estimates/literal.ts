/** A cursor at a number in, the number with its magnitude and units out: `500M users`, `$0.02/GB`, `99.9%`. */
import { type Cursor, fail, isSymbol, peek, take, touches } from './cursor.ts';
import { type Formula, numberAt } from './formula.ts';
import { scaled } from './quantity.ts';
import { numberOf } from './tokens.ts';
import { sizeOf, type UnitFactor, unitFactors, unitTextOf } from './unit-text.ts';

const letters = new Map([
  ['K', 1e3],
  ['k', 1e3],
  ['M', 1e6],
  ['B', 1e9],
  ['T', 1e12],
]);
const words = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);

/** Reads a number and everything that belongs to it. */
export function literal(cursor: Cursor): Formula {
  const { start } = peek(cursor);
  const factors: UnitFactor[] = isSymbol(peek(cursor), '$')
    ? [{ word: take(cursor) && 'USD', power: 1 }]
    : [];
  const digits = take(cursor);
  if (digits.kind !== 'number') {
    fail(cursor, digits, 'no number after "$"', 'an amount such as $0.02/GB');
    return numberAt(digits, 0);
  }
  if (cursor.calls > 0 && digits.text.includes(',')) {
    const mend = digits.text.replaceAll(',', '');
    fail(
      cursor,
      digits,
      `"${digits.text}" is ambiguous in a call`,
      `${mend}, or a space after the comma`,
      mend,
    );
  }
  const size = magnitude(cursor);
  const share = takeShare(cursor);
  if (share !== undefined) factors.push({ word: share, power: 1 });
  if (!isTimesSign(cursor)) factors.push(...unitFactors(cursor, { continues: factors.length > 0 }));
  const quantity = scaled(sizeOf(factors), numberOf(digits) * size);
  const end = cursor.tokens[cursor.index - 1]?.end ?? digits.end;
  return { kind: 'literal', quantity, unit: unitTextOf(factors), start, end };
}

/** Whether an x stands between two numbers and multiplies them: `3 x 4 GB`. */
export function isTimesSign(cursor: Cursor): boolean {
  const after = peek(cursor, 1);
  return isX(cursor) && (after.kind === 'number' || isSymbol(after, '(') || isSymbol(after, '$'));
}

/** A letter that touches the number, or a word after it: `1B users`, `500 million users`. */
function magnitude(cursor: Cursor): number {
  const token = peek(cursor);
  if (token.kind !== 'word') return 1;
  const size = (touches(cursor) ? letters.get(token.text) : undefined) ?? words.get(token.text.toLowerCase());
  if (size !== undefined) take(cursor);
  return size ?? 1;
}

/** A percent sign, or an x that touches: `3x^2` is nine, for they belong to the number and are not raised with it. */
function takeShare(cursor: Cursor): '%' | 'x' | undefined {
  const isShare = isSymbol(peek(cursor), '%') || (isX(cursor) && touches(cursor) && !isTimesSign(cursor));
  if (!isShare) return undefined;
  return take(cursor).text === '%' ? '%' : 'x';
}

function isX(cursor: Cursor): boolean {
  return peek(cursor).kind === 'word' && peek(cursor).text === 'x';
}
