/** A formula's text in, its tree out: numbers with units, names, operators and calls, each with its place. */
import { type Cursor, cursorOver, fail, isCall, isSymbol, peek, take } from './cursor.ts';
import { bad, good, type Outcome } from './fault.ts';
import { binary, type Formula, numberAt } from './formula.ts';
import { functionNames, isFunctionName } from './functions.ts';
import { isTimesSign, literal } from './literal.ts';
import { nearestName } from './nearest.ts';
import { numberOf, type Token, tokenize } from './tokens.ts';
import { sizeOf, unitFactors, unitTextOf } from './unit-text.ts';
import { knownUnit } from './units.ts';

export const maxLength = 2000;
const maxDepth = 64;

/**
 * Parses a formula. A name that `isDeclared` knows wins over a noun; `names` are what an unknown one may be mended to.
 * No more than 2,000 characters and 64 levels of nesting.
 */
export function parseFormula(
  text: string,
  isDeclared: (name: string) => boolean,
  names: readonly string[] = [],
): Outcome<Formula> {
  if (text.length > maxLength) {
    return bad({ start: maxLength, end: text.length }, 'formula too long', `at most ${maxLength} characters`);
  }
  const tokens = tokenize(text);
  if (!tokens.ok) return tokens;
  const cursor = cursorOver(tokens.value, isDeclared, names);
  const formula = sum(cursor);
  if (!cursor.fault && peek(cursor).kind !== 'end') failAtRest(cursor);
  return cursor.fault ? { ok: false, fault: cursor.fault } : good(formula);
}

function sum(cursor: Cursor): Formula {
  let left = product(cursor);
  for (;;) {
    const operator = (['+', '-'] as const).find((sign) => isSymbol(peek(cursor), sign));
    if (operator === undefined) return left;
    take(cursor);
    left = binary(operator, left, product(cursor));
  }
}

function product(cursor: Cursor): Formula {
  let left = signed(cursor);
  for (;;) {
    const sign = isTimesSign(cursor) ? '*' : (['*', '/'] as const).find((one) => isSymbol(peek(cursor), one));
    if (sign === undefined) return left;
    take(cursor);
    left = binary(sign, left, signed(cursor));
  }
}

function signed(cursor: Cursor): Formula {
  const sign = peek(cursor);
  if (!isSymbol(sign, '-') && !isSymbol(sign, '+')) return powered(cursor);
  return deeper(cursor, () => {
    take(cursor);
    const of = signed(cursor);
    return sign.text === '+' ? of : { kind: 'negate', of, start: sign.start, end: of.end };
  });
}

function powered(cursor: Cursor): Formula {
  const base = atom(cursor);
  if (!isSymbol(peek(cursor), '^')) return base;
  take(cursor);
  const raised = binary('^', base, deeper(cursor, exponent));
  // In `2^32 addresses` the unit belongs to the whole power.
  const isNumber =
    base.kind === 'literal' && base.unit === '' && peek(cursor).kind === 'word' && !isTimesSign(cursor);
  if (!isNumber) return raised;
  const factors = unitFactors(cursor);
  const { start, end } = raised;
  return binary('*', raised, {
    kind: 'literal',
    quantity: sizeOf(factors),
    unit: unitTextOf(factors),
    start,
    end,
  });
}

/** What stands after `^`: right-associative, and a bare number takes no unit. */
function exponent(cursor: Cursor): Formula {
  const next = peek(cursor);
  if (isSymbol(next, '-')) {
    take(cursor);
    const of = deeper(cursor, exponent);
    return { kind: 'negate', of, start: next.start, end: of.end };
  }
  const base = next.kind === 'number' ? numberAt(take(cursor), numberOf(next)) : atom(cursor);
  if (!isSymbol(peek(cursor), '^')) return base;
  take(cursor);
  return binary('^', base, deeper(cursor, exponent));
}

function atom(cursor: Cursor): Formula {
  const token = peek(cursor);
  if (token.kind === 'number' || isSymbol(token, '$')) return literal(cursor);
  if (token.kind === 'word') return isCall(cursor) ? call(cursor) : name(cursor);
  if (isSymbol(token, '(')) return group(cursor);
  const found = token.kind === 'end' ? 'the formula ends too early' : `unexpected "${token.text}"`;
  fail(cursor, token, found, 'a number, a name or "("');
  return numberAt(token, 0);
}

function group(cursor: Cursor): Formula {
  const open = take(cursor);
  const { calls } = cursor;
  cursor.calls = 0;
  const inner = deeper(cursor, sum);
  cursor.calls = calls;
  return { ...inner, start: open.start, end: close(cursor, open) };
}

function call(cursor: Cursor): Formula {
  const { text: callee, start, end: calleeEnd } = take(cursor);
  const open = take(cursor);
  if (!isFunctionName(callee)) {
    const mend = nearestName(callee, functionNames);
    fail(
      cursor,
      { start, end: calleeEnd },
      `unknown function "${callee}"`,
      `one of ${functionNames.join(', ')}`,
      mend,
    );
    return numberAt(open, 0);
  }
  const values: Formula[] = [];
  cursor.calls += 1;
  do {
    if (values.length > 0) take(cursor);
    values.push(deeper(cursor, sum));
  } while (isSymbol(peek(cursor), ','));
  cursor.calls -= 1;
  return { kind: 'call', callee, arguments: values, start, end: close(cursor, open) };
}

function name(cursor: Cursor): Formula {
  const { text, start, end } = take(cursor);
  if (cursor.isDeclared(text)) return { kind: 'name', name: text, start, end };
  const unit = knownUnit(text);
  if (unit !== undefined && unit.family !== 'share') {
    const { value, dimensions } = unit;
    return { kind: 'literal', quantity: { value, dimensions }, unit: text, start, end };
  }
  const expected = `an input, a step or a number; a unit needs a number before it, as in "1 ${text}"`;
  fail(cursor, { start, end }, `unknown name "${text}"`, expected, nearestName(text, cursor.names));
  return numberAt({ start, end }, 0);
}

/** Takes the closing parenthesis; gives where it ends. */
function close(cursor: Cursor, open: Token): number {
  const token = peek(cursor);
  if (isSymbol(token, ')')) return take(cursor).end;
  fail(cursor, token, 'expected ")"', `a ")" for the "(" at character ${open.start + 1}`);
  return token.end;
}

function deeper(cursor: Cursor, parse: (cursor: Cursor) => Formula): Formula {
  if (cursor.depth >= maxDepth) {
    fail(cursor, peek(cursor), 'nested too deeply', `at most ${maxDepth} levels`);
    return numberAt(peek(cursor), 0);
  }
  cursor.depth += 1;
  const formula = parse(cursor);
  cursor.depth -= 1;
  return formula;
}

/** Something stands where an operator or the end should. */
function failAtRest(cursor: Cursor): void {
  const token = peek(cursor);
  const [expected, mend] = restMend(cursor, token);
  fail(cursor, token, `unexpected "${token.text}"`, expected, mend);
}

function restMend(cursor: Cursor, token: Token): [expected: string, mend?: string] {
  const [digits, unit] = [cursor.tokens[cursor.index - 2], cursor.tokens[cursor.index - 1]];
  if (isSymbol(token, ',')) return ['a decimal point, or groups of three digits: 1,000'];
  if (isSymbol(token, ')')) return ['no ")" without a "(" before it'];
  if (token.kind !== 'word' || digits?.kind !== 'number' || !/^[mbB]$/.test(unit?.text ?? '')) {
    return ['an operator (+ - * / ^) or the end'];
  }
  const mend = `${digits.text}${unit?.text.toUpperCase()} ${token.text}`;
  return ['a magnitude letter in upper case that touches its number', mend];
}
