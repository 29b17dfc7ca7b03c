/** "Data model, keys and queries" → "data-model-keys-and-queries": an address made of words. */
export function slug(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
}
