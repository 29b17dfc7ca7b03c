/** The nearest valid spelling to what was typed, for the mend of a diagnostic. */
import { closest, distance } from 'fastest-levenshtein';

/** The candidate within a third of the word's length (at least two edits), or nothing. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || word.length > 200) return undefined;
  const found = closest(word.toLowerCase(), [...candidates]);
  const away = distance(word.toLowerCase(), found);
  // Of a short word, something has to be left.
  return away <= Math.max(2, Math.floor(word.length / 3)) && away < Math.max(word.length, 2)
    ? found
    : undefined;
}

/** "write `kafka`" when something is near, else the choices (at most `most` of them). */
export function suggest(word: string, candidates: readonly string[], most = 12): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean "${near}"?`;
  const shown = candidates.slice(0, most).join(', ');
  return `Known: ${shown}${candidates.length > most ? `, … (${candidates.length} in all)` : ''}.`;
}

/** The diagnostics of the first few; the last of them says how many more there are. */
export function few<T, D extends { found: string }>(
  all: readonly T[],
  make: (item: T) => readonly D[],
  most = 20,
): D[] {
  const shown = all.slice(0, most).flatMap(make);
  const more = all.length - most;
  const final = shown.at(-1);
  if (more <= 0 || final === undefined) return shown;
  return [
    ...shown.slice(0, -1),
    { ...final, found: `${final.found}, and ${more.toLocaleString('en-US')} more like it` },
  ];
}
