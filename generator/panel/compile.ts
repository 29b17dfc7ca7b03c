/** Lenses and the gazetteer come in; out goes one index, keyed by first word, that every bio is read with. */
import type { LensId } from '../model/ids.ts';
import type { Lens } from '../model/lens.ts';
import type { Technology } from '../model/technology.ts';
import { literal, type Piece, parsePhrase, startsOf } from './pattern.ts';
import { wordsOf } from './words.ts';

/** Something a bio can show: a technology, or a lens's term or phrase. */
export interface Signal {
  kind: 'technology' | 'term' | 'phrase';
  /** As authored; what `--explain` prints: the alias that was matched, the term or the phrase. */
  label: string;
  /** What comes back when it is named again: the technology, whatever its alias. */
  concept: string;
  lenses: readonly { id: LensId; weight: number }[];
  pieces: readonly Piece[];
  /** Technologies: the words as spelled, compared without folding; in lower case unless `exact`. */
  spelling: readonly string[];
  exact: boolean;
  /** Words of the senses, normal forms joined by spaces. */
  near: readonly string[];
  not: readonly string[];
}

export interface SignalIndex {
  /** Technologies by the normal form of their first word. */
  spellings: ReadonlyMap<string, readonly Signal[]>;
  /** Terms and phrases by the stem of a word they can begin with. */
  stems: ReadonlyMap<string, readonly Signal[]>;
  /** Phrases that begin with an open-ended word, by its first letters. */
  prefixes: ReadonlyMap<string, readonly Signal[]>;
}

/** How many letters of an open-ended word key the index; a shorter one is keyed whole. */
export const prefixLetters = 3;

/** Compiles what the guide knows into the index that `readBio` takes. Compile once, read many bios. */
export function compileSignals(knowledge: {
  lenses: Pick<Lens, 'id' | 'signals'>[];
  technologies: Technology[];
}): SignalIndex {
  const spellings = new Map<string, Signal[]>();
  const stems = new Map<string, Signal[]>();
  const prefixes = new Map<string, Signal[]>();

  for (const signal of knowledge.technologies.flatMap(technologySignals)) {
    add(spellings, wordsOf(signal.spelling.join(' '))[0]?.norm, signal);
  }
  for (const signal of knowledge.lenses.flatMap(lensSignals)) {
    const starts = startsOf(signal.pieces);
    for (const stem of new Set(starts.stems)) add(stems, stem, signal);
    for (const prefix of new Set(starts.prefixes)) add(prefixes, prefix.slice(0, prefixLetters), signal);
  }
  return { spellings, stems, prefixes };
}

function technologySignals(technology: Technology): Signal[] {
  const names = [...new Set([technology.name, ...technology.aliases])];
  const exact = technology.case === 'exact';
  const lenses = Object.entries(technology.lenses).map(([id, weight]) => ({ id: id as LensId, weight }));
  return names.map((name) => {
    const words = wordsOf(name);
    return {
      kind: 'technology',
      label: name,
      concept: technology.name,
      lenses,
      pieces: literal(name),
      spelling: words.map((word) => (exact ? word.raw : word.norm)),
      exact,
      near: (technology.senses?.near ?? []).map(asRead),
      not: (technology.senses?.not ?? []).map(asRead),
    };
  });
}

function asRead(phrase: string): string {
  return wordsOf(phrase)
    .map((word) => word.norm)
    .join(' ');
}

function lensSignals(lens: Pick<Lens, 'id' | 'signals'>): Signal[] {
  return lens.signals.map((signal) => {
    const isTerm = 'term' in signal;
    const label = isTerm ? signal.term : signal.phrase;
    return {
      kind: isTerm ? 'term' : 'phrase',
      label,
      concept: label.toLowerCase(),
      lenses: [{ id: lens.id, weight: signal.weight }],
      pieces: isTerm ? literal(label) : parsePhrase(label),
      spelling: [],
      exact: false,
      near: [],
      not: [],
    };
  });
}

function add(map: Map<string, Signal[]>, key: string | undefined, signal: Signal): void {
  if (key === undefined || key === '') return;
  const list = map.get(key);
  if (list) list.push(signal);
  else map.set(key, [signal]);
}
