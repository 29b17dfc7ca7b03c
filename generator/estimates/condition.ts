/** A condition such as `dau < 2M users and peak > 1K/s`, and what its names stand for, in; whether it holds out. */
import { describeDimensions } from './describe.ts';
import { evaluateFormula, type Scope } from './evaluate.ts';
import { bad, good, type Outcome, type Span, shifted } from './fault.ts';
import { sameDimensions } from './quantity.ts';

const maxDepth = 64;
const comparisons = ['<=', '>=', '==', '!=', '<', '>'] as const;
type Comparison = (typeof comparisons)[number];

/** Evaluates a condition. Both sides of a comparison must measure the same; equality allows for rounding (1e-9). */
export function evaluateCondition(text: string, scope: Scope): Outcome<boolean> {
  if (text.length > 2000)
    return bad({ start: 2000, end: text.length }, 'condition too long', 'at most 2000 characters');
  return holds(text, { start: 0, end: text.length }, scope, 0);
}

function holds(text: string, whole: Span, scope: Scope, depth: number): Outcome<boolean> {
  const span = trimmed(text, whole);
  if (depth > maxDepth) return bad(span, 'nested too deeply', `at most ${maxDepth} levels`);
  for (const joint of ['or', 'and'] as const) {
    const parts = splitAt(text, span, joint);
    if (parts.length < 2) continue;
    const results = parts.map((part) => holds(text, part, scope, depth + 1));
    const fault = results.find((result) => !result.ok);
    if (fault) return fault;
    const isTrue = (result: Outcome<boolean>) => result.ok && result.value;
    return good(joint === 'or' ? results.some(isTrue) : results.every(isTrue));
  }
  const written = text.slice(span.start, span.end);
  const not = /^not\b/.exec(written);
  if (not) {
    const inner = holds(text, { start: span.start + 3, end: span.end }, scope, depth + 1);
    return inner.ok ? good(!inner.value) : inner;
  }
  const sign = topLevel(text, span, (rest) => comparisonAt(rest)?.length ?? 0);
  if (sign.length === 0 && written.startsWith('(') && written.endsWith(')')) {
    return holds(text, { start: span.start + 1, end: span.end - 1 }, scope, depth + 1);
  }
  return compare(text, span, sign, scope);
}

function compare(text: string, span: Span, signs: Span[], scope: Scope): Outcome<boolean> {
  const [sign, second] = signs;
  const hint = 'a comparison such as dau < 2M users, joined by and / or';
  if (sign === undefined) return bad(span, 'no comparison', hint, /[^=]=[^=]/.test(text) ? '==' : undefined);
  if (second !== undefined) return bad(second, 'two comparisons in a row', 'one, or two joined by and');
  const left = side(text, { start: span.start, end: sign.start }, scope);
  if (!left.ok) return left;
  const right = side(text, { start: sign.end, end: span.end }, scope);
  if (!right.ok) return right;
  if (!sameDimensions(left.value.dimensions, right.value.dimensions)) {
    const [one, other] = [
      describeDimensions(left.value.dimensions),
      describeDimensions(right.value.dimensions),
    ];
    return bad(
      trimmed(text, { start: sign.end, end: span.end }),
      `dimensions differ: ${one} and ${other}`,
      `${one} on both sides`,
    );
  }
  const comparison = comparisonAt(text.slice(sign.start));
  return good(comparison !== undefined && isSo(left.value.value, comparison, right.value.value));
}

function side(text: string, span: Span, scope: Scope) {
  const result = evaluateFormula(text.slice(span.start, span.end), scope);
  return result.ok ? result : { ok: false as const, fault: shifted(result.fault, span.start) };
}

function isSo(left: number, comparison: Comparison, right: number): boolean {
  const equal = Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
  if (comparison === '==') return equal;
  if (comparison === '!=') return !equal;
  if (equal) return comparison === '<=' || comparison === '>=';
  return comparison.startsWith('<') ? left < right : left > right;
}

function comparisonAt(rest: string): Comparison | undefined {
  return comparisons.find((sign) => rest.startsWith(sign));
}

function splitAt(text: string, span: Span, joint: 'and' | 'or'): Span[] {
  const found = topLevel(text, span, (rest, before) =>
    /[\s)]$/.test(before) && new RegExp(`^${joint}([\\s(]|$)`).test(rest) ? joint.length : 0,
  );
  const starts = [span.start, ...found.map(({ end }) => end)];
  return starts.map((start, index) => ({ start, end: found[index]?.start ?? span.end }));
}

/** The places outside all parentheses where `match` finds something. */
function topLevel(text: string, span: Span, match: (rest: string, before: string) => number): Span[] {
  const found: Span[] = [];
  let depth = 0;
  for (let at = span.start; at < span.end; at++) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth !== 0) continue;
    const length = match(text.slice(at, span.end), text.slice(span.start, at));
    if (length === 0) continue;
    found.push({ start: at, end: at + length });
    at += length - 1;
  }
  return found;
}

function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const from = start + (written.length - written.trimStart().length);
  return { start: from, end: Math.max(from, start + written.trimEnd().length) };
}
