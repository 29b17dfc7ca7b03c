/** The phrase language of `content/README.md`: a phrase comes in as text and goes out as pieces to match on words. */
import { type Word, wordsOf } from './words.ts';

/** One step of a phrase. A `gap` is up to five words; a `prefix` is a word with any ending. */
export type Piece =
  | { kind: 'word'; stem: string; norm: string; acronym: boolean }
  | { kind: 'prefix'; prefix: string }
  | { kind: 'gap' }
  | { kind: 'group'; options: Piece[][] };

const longestGap = 5;

/** The pieces of a phrase. `|` outside a group, and a parenthesis that is never closed, are read as far as they go. */
export function parsePhrase(phrase: string): Piece[] {
  const tokens = phrase.replaceAll('...', '…').match(/[()|?…]|[^\s()|?…]+/gu) ?? [];
  const [options] = parseOptions(tokens, 0);
  return options.length === 1 ? (options[0] ?? []) : [{ kind: 'group', options }];
}

function parseOptions(tokens: string[], from: number): [Piece[][], number] {
  const options: Piece[][] = [];
  let current: Piece[] = [];
  let at = from;
  for (; at < tokens.length && tokens[at] !== ')'; at++) {
    const token = tokens[at] ?? '';
    if (token === '|') {
      options.push(current);
      current = [];
      continue;
    }
    let pieces: Piece[];
    if (token === '(') {
      const [inner, close] = parseOptions(tokens, at + 1);
      pieces = [{ kind: 'group', options: inner }];
      at = close;
    } else pieces = token === '…' ? [{ kind: 'gap' }] : token === '?' ? [] : parseWord(token);
    if (tokens[at + 1] === '?') {
      // "models?" is one word, singular or plural, and endings are folded anyway.
      if (/^\w{2,}[^s]s$/.test(token)) {
        current.push(...pieces);
        at++;
        continue;
      }
      pieces = [{ kind: 'group', options: [pieces, []] }];
      at++;
    }
    current.push(...pieces);
  }
  options.push(current);
  return [options, at];
}

function parseWord(token: string): Piece[] {
  const words = wordsOf(token.replace(/\*$/, ''));
  return words.map((word, i) =>
    token.endsWith('*') && i === words.length - 1 ? { kind: 'prefix', prefix: word.norm } : asWord(word),
  );
}

/** An abbreviation is not folded: "WAL" is no wall and "IDL" nothing idle. */
function asWord({ raw, norm, stem }: Word): Piece {
  return { kind: 'word', stem, norm, acronym: /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(raw) };
}

/** Every index at which a match of `pieces` that begins at word `from` may end. */
export function endsOf(pieces: readonly Piece[], words: readonly Word[], from: number): number[] {
  let positions = [from];
  for (const piece of pieces) {
    if (positions.length === 0) return [];
    positions = [...new Set(positions.flatMap((at) => afterPiece(piece, words, at)))];
  }
  return positions;
}

function afterPiece(piece: Piece, words: readonly Word[], at: number): number[] {
  if (piece.kind === 'group') return piece.options.flatMap((option) => endsOf(option, words, at));
  if (piece.kind === 'gap') {
    const longest = Math.min(longestGap, words.length - at);
    return Array.from({ length: longest + 1 }, (_, i) => at + i);
  }
  const word = words[at];
  if (word === undefined) return [];
  return fits(piece, word) ? [at + 1] : [];
}

function fits(piece: Exclude<Piece, { kind: 'gap' | 'group' }>, word: Word): boolean {
  if (piece.kind === 'prefix') return word.norm.startsWith(piece.prefix);
  if (piece.acronym) return word.norm === piece.norm || word.norm === `${piece.norm}s`;
  return word.stem === piece.stem;
}

/** The words and prefixes a match can begin with: what an index of phrases is keyed by. */
export function startsOf(pieces: readonly Piece[]): { stems: string[]; prefixes: string[] } {
  const stems: string[] = [];
  const prefixes: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'word') stems.push(piece.stem);
    if (piece.kind === 'prefix') prefixes.push(piece.prefix);
    if (piece.kind === 'word' || piece.kind === 'prefix') break;
    if (piece.kind === 'gap') continue;
    for (const option of piece.options) {
      const first = startsOf(option);
      stems.push(...first.stems);
      prefixes.push(...first.prefixes);
    }
    if (piece.options.every((option) => option.length > 0)) break;
  }
  return { stems, prefixes };
}

/** The pieces of a term: its words as they stand, endings folded. */
export function literal(term: string): Piece[] {
  return wordsOf(term).map(asWord);
}
