/** Sentences and the index come in; out go the signals found in each sentence, with the words they cover. */
import { prefixLetters, type Signal, type SignalIndex } from './compile.ts';
import { endsOf } from './pattern.ts';
import type { Range, Sentence } from './sentences.ts';
import type { Word } from './words.ts';

/** A signal where it stands: words `from` up to, not including, `to` of its sentence. */
export interface Hit extends Range {
  signal: Signal;
  from: number;
  to: number;
}

/** Signals of the sentence at `at`; its neighbors decide between senses. */
export function findHits(sentences: readonly Sentence[], at: number, index: SignalIndex): Hit[] {
  const sentence = sentences[at];
  if (!sentence) return [];
  const nearby = sentences.slice(Math.max(0, at - 1), at + 2).map((neighbor) => neighbor.words);
  const found: Hit[] = [];
  sentence.words.forEach((_, from) => {
    for (const signal of candidates(index, sentence.words, from)) {
      const to = matchEnd(signal, sentence.words, from);
      const [first, last] = [sentence.words[from], sentence.words[to - 1]];
      if (first && last && to > from) found.push({ signal, from, to, start: first.start, end: last.end });
    }
  });
  const hasItsSense = senseIn(sentence, nearby);
  // Senses first: of two technologies that share a spelling only the one that is meant may stand.
  const technologies = longest(
    found.filter((hit) => hit.signal.kind === 'technology' && hasItsSense(hit.signal)),
  );
  const rest = found.filter((hit) => hit.signal.kind !== 'technology');
  const other = rest.length > 0 || technologies.some((hit) => hit.from > 0);
  return [...technologies.filter((hit) => !isOpeningWord(hit, sentence, other)), ...rest];
}

function* candidates(index: SignalIndex, words: readonly Word[], from: number): Generator<Signal> {
  const word = words[from];
  if (!word) return;
  yield* index.spellings.get(word.norm) ?? [];
  yield* index.stems.get(word.stem) ?? [];
  for (let letters = 1; letters <= Math.min(prefixLetters, word.norm.length); letters++) {
    yield* index.prefixes.get(word.norm.slice(0, letters)) ?? [];
  }
}

/** Where the shortest match that begins at `from` ends, or -1. */
function matchEnd(signal: Signal, words: readonly Word[], from: number): number {
  if (signal.kind === 'technology') return spelledEnd(signal, words, from);
  const ends = endsOf(signal.pieces, words, from).filter((end) => end > from);
  const end = ends.length > 0 ? Math.min(...ends) : -1;
  if (signal.kind === 'phrase' || end < 0) return end;
  const own = words.slice(from, end);
  return own.slice(1).some((word) => word.broken) || !isSpelledAsMeant(signal.label, own) ? -1 : end;
}

/** Abbreviations that are words in lower case: "the rest of the team" names no REST. */
const ordinary = new Set(['rest', 'rag', 'acid', 'raid', 'safe', 'soap', 'dash', 'cap', 'aim', 'spa']);

function isSpelledAsMeant(label: string, words: readonly Word[]): boolean {
  if (!/^[A-Z]+$/.test(label) || !ordinary.has(label.toLowerCase())) return true;
  return words.every((word) => /^[A-Z]+s?$/.test(word.raw));
}

function spelledEnd(signal: Signal, words: readonly Word[], from: number): number {
  const fits = signal.spelling.every((spelling, i) => {
    const word = words[from + i];
    if (!word || (i > 0 && word.broken)) return false;
    return signal.exact ? word.raw === spelling : word.norm === spelling;
  });
  return fits ? from + signal.spelling.length : -1;
}

/** "Kafka Streams" is one technology, not two: of overlapping names the longest stands. */
function longest(hits: readonly Hit[]): Hit[] {
  const bySize = [...hits].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Hit[] = [];
  const covered = new Set<number>();
  for (const hit of bySize) {
    const span = Array.from({ length: hit.to - hit.from }, (_, i) => hit.from + i);
    if (span.some((word) => covered.has(word))) continue;
    for (const word of span) covered.add(word);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** Whether a technology is meant, asked once for a sentence. Words of senses are compared as they stand, unfolded. */
function senseIn(sentence: Sentence, nearby: readonly Word[][]): (signal: Signal) => boolean {
  const own = asRead(sentence.words);
  const around = nearby.map(asRead);
  const answers = new Map<Signal, boolean>();
  return (signal) => {
    const has = (text: string, words: string) => words !== '' && text.includes(` ${words} `);
    const known = answers.get(signal);
    const answer =
      known ??
      (!signal.not.some((words) => has(own, words)) &&
        (signal.near.length === 0 || signal.near.some((words) => around.some((text) => has(text, words)))));
    answers.set(signal, answer);
    return answer;
  };
}

function asRead(words: readonly Word[]): string {
  return ` ${words.map((word) => word.norm).join(' ')} `;
}

const trade = new Set([
  'engineer',
  'developer',
  'service',
  'backend',
  'code',
  'team',
  'and',
  'or',
  'at',
  'in',
  'on',
  'for',
  'is',
]);

/**
 * At the start of a sentence a capital says nothing: "Go ahead and write to me" names no language. A word that needs
 * company to be understood counts there only beside another signal, in a list, or before a word of the trade.
 */
function isOpeningWord(hit: Hit, sentence: Sentence, otherSignals: boolean): boolean {
  if (hit.signal.near.length === 0 || !hit.signal.exact || hit.from > 0 || hit.to > 1 || otherSignals)
    return false;
  if (!/^[A-Z][a-z]+$/.test(hit.signal.spelling[0] ?? '')) return false;
  const next = sentence.words[hit.to];
  return next !== undefined && !next.broken && !trade.has(next.stem);
}
