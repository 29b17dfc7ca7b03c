/** The nearest valid spelling to what was typed, for the mend of a diagnostic. */
import { closest, distance } from 'fastest-levenshtein';

/** The candidate within a third of the word's length (at least two edits), or nothing. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0 || word.length > 200) return undefined;
  const found = closest(word.toLowerCase(), [...candidates]);
  return distance(word.toLowerCase(), found) <= Math.max(2, Math.floor(word.length / 3)) ? found : undefined;
}

/** "write `kafka`" when something is near, else the choices (at most `most` of them). */
export function suggest(word: string, candidates: readonly string[], most = 12): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean "${near}"?`;
  const shown = candidates.slice(0, most).join(', ');
  return `Known: ${shown}${candidates.length > most ? `, … (${candidates.length} in all)` : ''}.`;
}
