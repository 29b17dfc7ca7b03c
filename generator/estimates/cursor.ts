/** Tokens in, a cursor over them out; the first fault stops it, so that the parser needs no check at every turn. */
import type { FormulaFault, Span } from './fault.ts';
import type { Token } from './tokens.ts';

export interface Cursor {
  readonly tokens: readonly Token[];
  /** Whether a name is an input, a step or a number: it then wins over a noun of the same spelling. */
  readonly isDeclared: (name: string) => boolean;
  /** What an unknown name may be mended to. */
  readonly names: readonly string[];
  index: number;
  /** How many parentheses, signs and exponents enclose the cursor. */
  depth: number;
  /** How many calls enclose it: there, commas separate arguments. */
  calls: number;
  fault?: FormulaFault;
}

const end: Token = { kind: 'end', text: '', start: 0, end: 0 };

export function cursorOver(
  tokens: readonly Token[],
  isDeclared: (name: string) => boolean,
  names: readonly string[] = [],
): Cursor {
  return { tokens, isDeclared, names, index: 0, depth: 0, calls: 0 };
}

/** The token `ahead` places on; past the last one it is `end`. */
export function peek(cursor: Cursor, ahead = 0): Token {
  return cursor.tokens[Math.min(cursor.index + ahead, cursor.tokens.length - 1)] ?? end;
}

export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.index = Math.min(cursor.index + 1, cursor.tokens.length - 1);
  return token;
}

export function isSymbol(token: Token, text: string): boolean {
  return token.kind === 'symbol' && token.text === text;
}

/** Whether the next token follows the one before it without a space. */
export function touches(cursor: Cursor, ahead = 0): boolean {
  const before = cursor.tokens[cursor.index + ahead - 1];
  return before !== undefined && before.end === peek(cursor, ahead).start;
}

/** Whether the word `ahead` is a function's name: a parenthesis touches it. */
export function isCall(cursor: Cursor, ahead = 0): boolean {
  return isSymbol(peek(cursor, ahead + 1), '(') && touches(cursor, ahead + 1);
}

/** Keeps the first fault and moves to the end. */
export function fail(cursor: Cursor, span: Span, message: string, expected: string, mend?: string): void {
  cursor.fault ??= {
    message,
    expected,
    ...(mend === undefined ? {} : { mend }),
    start: span.start,
    end: span.end,
  };
  cursor.index = cursor.tokens.length - 1;
}
