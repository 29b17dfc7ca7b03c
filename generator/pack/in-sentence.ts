/** Titles and sentences as they stand inside another sentence. */

/** "Storage engines" → "storage engines"; names that begin with an acronym stay: "ML systems". */
export function inSentence(title: string): string {
  return /^[A-Z][A-Z0-9]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** "payments companies" → "Payments companies", at the beginning of a sentence. */
export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
