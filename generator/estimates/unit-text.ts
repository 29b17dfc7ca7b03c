/** The units after a number, or a unit on its own such as `USD/GB/month`, in; their factors and their size out. */
import { type Cursor, cursorOver, fail, isCall, isSymbol, peek, take, touches } from './cursor.ts';
import { good, type Outcome } from './fault.ts';
import { multiply, plain, power, type Quantity } from './quantity.ts';
import { numberOf, type Token, tokenize } from './tokens.ts';
import { confusedWith, unitWord } from './units.ts';

export interface UnitFactor {
  /** As it was written. */
  word: string;
  power: number;
}

/** The size of one of a unit. */
export function sizeOf(factors: readonly UnitFactor[]): Quantity {
  return factors.reduce(
    (size, factor) => multiply(size, power(unitWord(factor.word), factor.power)),
    plain(1),
  );
}

/** A unit in a formula's spelling: `GPU-seconds/request`, `/s`, `m^2`. */
export function unitTextOf(factors: readonly UnitFactor[]): string {
  const written = ({ word, power: exponent }: UnitFactor) =>
    Math.abs(exponent) === 1 ? word : `${word}^${Math.abs(exponent)}`;
  const over = factors.filter((factor) => factor.power > 0).map(written);
  const under = factors.filter((factor) => factor.power < 0).map((factor) => `/${written(factor)}`);
  return over.join('-') + under.join('');
}

/** A unit on its own: `writes/s`, `GB / month`, `%`, `$/GB`, `/s`. Empty text is no unit. */
export function parseUnit(text: string): Outcome<UnitFactor[]> {
  const tokens = tokenize(text);
  if (!tokens.ok) return tokens;
  const cursor = cursorOver(tokens.value, () => false);
  const first = peek(cursor);
  if (first.kind === 'number' && numberOf(first) === 1 && isSymbol(peek(cursor, 1), '/')) take(cursor);
  const factors: UnitFactor[] = [];
  if (isSymbol(peek(cursor), '%') || isSymbol(peek(cursor), '$')) {
    const symbol = take(cursor).text;
    factors.push({ word: symbol === '$' ? 'USD' : symbol, power: 1 });
  }
  factors.push(...unitFactors(cursor, { alone: true, continues: factors.length > 0 }));
  const left = peek(cursor);
  if (!cursor.fault && left.kind !== 'end') {
    fail(cursor, left, `unexpected "${left.text}" in a unit`, 'a unit such as writes/s or GB/month');
  }
  return cursor.fault ? { ok: false, fault: cursor.fault } : good(factors);
}

/**
 * The unit at the cursor; none where no unit stands. In a formula a slash continues it only when nothing but an
 * undeclared word touches it on both sides; in a unit that stands `alone`, spaces do not matter.
 */
export function unitFactors(
  cursor: Cursor,
  options: { alone?: boolean; continues?: boolean } = {},
): UnitFactor[] {
  const factors: UnitFactor[] = [];
  let side = 1;
  if (peek(cursor).kind === 'word' && peek(cursor).text !== 'per' && !options.continues) {
    factors.push(factor(cursor, side));
  }
  for (;;) {
    const joint = jointAt(cursor, options.alone ?? false);
    if (joint === undefined) return factors;
    if (joint === '/') side = -1;
    take(cursor);
    factors.push(factor(cursor, side));
  }
}

/** How the unit goes on: `/` (or the word per) or a product. */
function jointAt(cursor: Cursor, alone: boolean): '/' | '*' | undefined {
  const next = peek(cursor);
  const after = peek(cursor, 1);
  if (after.kind !== 'word') return undefined;
  if (next.kind === 'word' && next.text === 'per') return '/';
  const open =
    alone || (touches(cursor) && touches(cursor, 1) && !cursor.isDeclared(after.text) && !isCall(cursor, 1));
  if (!open) return undefined;
  if (isSymbol(next, '/')) return '/';
  return isSymbol(next, '-') || (alone && isSymbol(next, '*')) ? '*' : undefined;
}

function factor(cursor: Cursor, side: number): UnitFactor {
  const token = take(cursor);
  checkWord(cursor, token);
  return { word: token.text, power: side * exponent(cursor) };
}

/** An exponent that touches its unit: `m^2`. */
function exponent(cursor: Cursor): number {
  if (!(isSymbol(peek(cursor), '^') && touches(cursor) && touches(cursor, 1))) return 1;
  if (peek(cursor, 1).kind !== 'number') return 1;
  take(cursor);
  const token = take(cursor);
  const value = numberOf(token);
  if (value * 2 !== Math.round(value * 2) || value === 0 || value > 9) {
    fail(cursor, token, `exponent ${token.text} of a unit`, 'a whole number or a half');
  }
  return value;
}

/** Words that are nearly units, so that `5 gb` is not five of a noun called gb. */
function checkWord(cursor: Cursor, token: Token): void {
  if (/^[KkMTG]$/.test(token.text)) {
    const digits = cursor.tokens[cursor.index - 2];
    const mend =
      digits?.kind === 'number' ? digits.text + (token.text === 'G' ? 'B' : token.text) : undefined;
    const expected = 'a magnitude letter (K M B T) that touches its number';
    fail(cursor, token, `"${token.text}" is not a unit`, expected, mend);
    return;
  }
  const meant = confusedWith(token.text);
  if (meant !== undefined) {
    fail(cursor, token, `"${token.text}" is not a unit`, 'a unit in its usual letter case', meant);
  }
}
