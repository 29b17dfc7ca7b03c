/** What of a bio is quoted nowhere; where a text that will be published holds a run of it, out. */
import { contactsIn } from '../model/contacts.ts';
import type { Interviewer } from '../model/interviewer.ts';
import type { Pack } from '../model/pack.ts';
import { type Leak, named, type PrivateText } from './leaks.ts';
import { wordsOf } from './public-words.ts';

/** So many words in a row come together by chance in no other text. */
const run = 8;
/** A shorter piece of a quote stands in other sentences as well. */
const leastPiece = 3;

/** The bio of each run, by its first word, its second and the rest: most words of a text begin none. */
type Runs = Map<string, Map<string, Map<string, string>>>;

/** Addresses and numbers that a bio gives: no quote shows them. */
export function bioContacts(interviewers: readonly Interviewer[]): PrivateText[] {
  return interviewers.flatMap(({ file, bio }) =>
    named(
      `the contact data in ${file}`,
      contactsIn(bio).map(({ start, end }) => bare(bio.slice(start, end))),
    ),
  );
}

/** `[write to me](mailto:ada@x.org)` and `<ada@x.org>` without what is around the address. */
const bare = (contact: string) =>
  contact.replace(/^\[[^\]]*\]\((?:mailto|tel):([^)]*)\)$/, '$1').replace(/^<?(?:mailto:)?|>$/g, '');

/**
 * Texts by the names of their files, as words without markup. A run of a bio that no quote holds a word of is found in them unless
 * it `isPublic`. One leak for a file and a bio.
 */
export function unquotedIn(
  files: Iterable<readonly [file: string, text: string]>,
  interviewers: readonly Interviewer[],
  panel: Pack['panel'],
  isPublic: (text: string) => boolean,
): Leak[] {
  const pieces = quotedPieces(panel);
  const runs: Runs = new Map();
  for (const { file, bio } of interviewers) addRuns(runs, file, listOf(bio), pieces);
  return [...files].flatMap(([file, text]) =>
    [...foundIn(listOf(text), runs, isPublic)].map(([bio, length]) => ({
      file,
      spelling: 'words',
      length,
      field: `what ${bio} says beyond its quotes`,
    })),
  );
}

/** The words of HTML: tags and character references stand between words. */
export function textOfHtml(html: string): string {
  return html.replace(/<[^>]*>|&#?\w+;/g, ' ');
}

const listOf = (text: string) => {
  const words = wordsOf(text);
  return words === '' ? [] : words.split(' ');
};

function quotedPieces(panel: Pack['panel']): string[][] {
  const quotes = panel.flatMap((m) => m.reading.lenses.flatMap((l) => l.evidence.map((e) => e.quote)));
  const pieces = [...new Set(quotes)].flatMap((quote) => quote.split('…'));
  return pieces.map(listOf).filter((words) => words.length >= leastPiece);
}

/** Every run of words that lies between quotes, wherever the bio says again what is quoted. */
function addRuns(
  runs: Runs,
  bio: string,
  words: readonly string[],
  pieces: readonly (readonly string[])[],
): void {
  const quoted = new Set<number>();
  for (const piece of pieces)
    for (let at = words.indexOf(piece[0] ?? ''); at >= 0; at = words.indexOf(piece[0] ?? '', at + 1))
      if (piece.every((word, i) => words[at + i] === word)) for (const i of piece.keys()) quoted.add(at + i);
  for (let at = 0, free = 0; at < words.length; at++) {
    free = quoted.has(at) ? 0 : free + 1;
    if (free < run) continue;
    const [first = '', second = '', ...rest] = words.slice(at - run + 1, at + 1);
    const seconds = runs.get(first) ?? new Map<string, Map<string, string>>();
    const rests = seconds.get(second) ?? new Map<string, string>();
    runs.set(first, seconds.set(second, rests.set(rest.join(' '), bio)));
  }
}

/** The bios that a text holds a run of, and how long the first one is. */
function foundIn(
  words: readonly string[],
  runs: Runs,
  isPublic: (text: string) => boolean,
): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at + run <= words.length; at++) {
    const rests = runs.get(words[at] ?? '')?.get(words[at + 1] ?? '');
    const bio = rests?.get(words.slice(at + 2, at + run).join(' '));
    if (bio === undefined || found.has(bio)) continue;
    const said = words.slice(at, at + run);
    // Where a public text ends or begins on the page, one word beside it may be the bio's by chance.
    const parts = [said, said.slice(1), said.slice(0, -1)].map((part) => part.join(' '));
    if (!parts.some(isPublic)) found.set(bio, parts[0]?.length ?? 0);
  }
  return found;
}
