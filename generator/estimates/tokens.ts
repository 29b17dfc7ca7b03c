/** A formula's text in, its numbers, words and symbols with their places out. */
import { bad, good, type Outcome, type Span } from './fault.ts';

export interface Token extends Span {
  kind: 'number' | 'word' | 'symbol' | 'end';
  text: string;
}

const number = /^(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:_\d+)*|(?=\.\d))(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const word = /^[\p{L}_][\p{L}\p{N}_]*/u;
/** Other ways to write a symbol. */
const spellings: Readonly<Record<string, string>> = { '·': '*', '×': '*', '÷': '/', '−': '-' };
const symbols = new Set([...'+-*/^(),%$']);

/** Splits a formula into tokens; the last one is `end`. */
export function tokenize(text: string): Outcome<Token[]> {
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: Token['kind'], length: number, written: string) => {
    tokens.push({ kind, text: written, start: at, end: at + length });
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const digits = number.exec(rest)?.[0];
    if (digits) {
      const follows = rest.slice(digits.length);
      if (/^(\.|_|,\d{4})/.test(follows)) {
        const span = { start: at, end: at + digits.length + 1 };
        return bad(
          span,
          `malformed number "${rest.slice(0, digits.length + 1)}"`,
          'digits like 1000, 1,000 or 1.5',
        );
      }
      push('number', digits.length, digits);
      continue;
    }
    const letters = word.exec(rest)?.[0];
    if (letters) {
      push('word', letters.length, letters);
      continue;
    }
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    const symbol = spellings[character] ?? character;
    if (!symbols.has(symbol)) {
      const span = { start: at, end: at + character.length };
      return bad(span, `unexpected "${character}"`, 'a number, a name, an operator or a parenthesis');
    }
    push('symbol', character.length, symbol);
  }
  push('end', 0, '');
  return good(tokens);
}

/** The value of a number token. */
export function numberOf(token: Token): number {
  return Number(token.text.replaceAll(/[,_]/g, ''));
}
