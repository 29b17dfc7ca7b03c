/** A file's text and a place in it; the faulty line with a caret under it and two lines around it out. */
import { distance } from 'fastest-levenshtein';
import { visible } from './diagnostics.ts';

const around = 2;
const width = 96;
const hiddenText = '[private]';

/** Lines to print under a diagnostic; none when the place is outside of the text. What is private is masked. */
export function codeFrame(text: string, place: { line: number; column: number }): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (place.line > lines.length || lines.every((line) => line === '')) return [];
  const masked = maskPrivate(lines);
  const first = Math.max(1, place.line - around);
  const last = Math.min(lines.length, place.line + around);
  const gutter = String(last).length;
  // Long lines are cut so that the place stays in sight.
  const isLong = (lines[place.line - 1] ?? '').length > width;
  const from = isLong ? Math.max(0, place.column - Math.floor((width * 2) / 3)) : 0;
  const frame: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = masked[number - 1] ?? '';
    const isFaulty = number === place.line;
    const shown = isFaulty ? cut(line, from) : cut(line, 0);
    frame.push(`${isFaulty ? '>' : ' '} ${String(number).padStart(gutter)} | ${shown}`.trimEnd());
    if (isFaulty) frame.push(`  ${' '.repeat(gutter)} | ${caretUnder(line, from, place.column)}`);
  }
  return frame;
}

function cut(line: string, from: number): string {
  const end = line.length > from + width ? from + width - 1 : line.length;
  return `${from > 0 ? '…' : ''}${visible(line.slice(from, end)).replaceAll('\t', ' ')}${end < line.length ? '…' : ''}`;
}

/** The caret under a column, as wide as what stands before it is shown; behind a masked value, under its end. */
function caretUnder(line: string, from: number, column: number): string {
  const before = line.slice(from, Math.min(column - 1, line.length));
  const cells = [...visible(before)].reduce((sum, c) => sum + cellsOf(c), from > 0 ? 1 : 0);
  return `${' '.repeat(cells)}^`;
}

function cellsOf(character: string): number {
  if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0;
  return /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  )
    ? 2
    : 1;
}

const privateKeys = ['contact', 'notes', 'summary', 'email', 'phone'];
/** Keys that are near to a private one and are none. */
const publicKeys = new Set(['note', 'name', 'role', 'date', 'gaps', 'some', 'phase', 'when']);
const someKey = /(^\s*(?:[-?]\s+)*|[{,]\s*)(["']?)([\p{L}_-][\p{L}\p{N}_-]*)\2\s*(?::(?=\s|$|["'[{])|$)/gu;

/** The values of private fields as "[private]": the rest of the line, and the lines that belong to it. */
export function maskPrivate(lines: readonly string[]): string[] {
  let within: { indent: number; quote: string } | undefined;
  return lines.map((line) => {
    if (within) {
      if (within.quote !== '') {
        if (closes(line, within.quote)) within = { ...within, quote: '' };
        return hide(line);
      }
      const own = line.trim() === '' ? undefined : indentOf(line);
      if (own === undefined) return line;
      const isNext =
        own <= within.indent && /^\s*(?:- +)?["']?[\p{L}_-][\p{L}\p{N}_-]*["']?\s*:(?:\s|$)/u.test(line);
      if (!isNext && !/^---\s*$/.test(line)) return hide(line);
      within = undefined;
    }
    const found = [...line.matchAll(someKey)].find((match) => isPrivateKey(match[3] ?? ''));
    if (!found) return line;
    const start = found.index + found[0].length;
    const value = line.slice(start).trim();
    const opened = /^["']/.exec(value)?.[0] ?? '';
    within = {
      indent: indentOf(line),
      quote: opened !== '' && !closes(value.slice(1), opened) ? opened : '',
    };
    return value === '' ? line : `${line.slice(0, start)} ${hiddenText}`;
  });
}

function isPrivateKey(key: string): boolean {
  const word = key.toLowerCase();
  return (
    privateKeys.includes(word) ||
    (!publicKeys.has(word) && word.length >= 4 && privateKeys.some((k) => distance(word, k) <= 2))
  );
}

function closes(text: string, quote: string): boolean {
  return quote === '"' ? /(?:^|[^\\])(?:\\\\)*"/.test(text) : /(?:^|[^'])(?:'')*'(?!')/.test(text);
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

function hide(line: string): string {
  return `${' '.repeat(indentOf(line))}${hiddenText}`;
}
