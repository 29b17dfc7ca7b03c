/** Text comes in; out go its words with offsets, a normal form and a stem that folds plural and verb endings. */

export interface Word {
  start: number;
  end: number;
  /** As written, without a possessive ending. */
  raw: string;
  /** Lower case, straight apostrophes, "GPUs" as "gpu". */
  norm: string;
  /** The normal form with plural and verb endings folded: "sharded", "shards" and "shard" are one. */
  stem: string;
  /** A comma, parenthesis, sentence mark or table bar stands between this word and the one before. */
  broken: boolean;
}

// Hyphens, slashes and dots separate words, so that "event-driven" and "event driven", "Node.js" and "Node JS" agree.
const wordPattern =
  /(?:(?<![\p{L}\p{N}])\.(?=\p{Lu}{2}))?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00AD]|['’](?=\p{L}))*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;

/** The words of `text`, in order; `base` is added to every offset. */
export function wordsOf(text: string, base = 0): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    const raw = match[0].replace(/['’][sS]$/, '').replaceAll('\u00AD', '');
    const norm = normalOf(raw);
    const broken = words.length > 0 && /[,;:!?()[\]|•"“”]|\.\s/.test(text.slice(last, start));
    last = start + match[0].length;
    words.push({ start: base + start, end: base + last, raw, norm, stem: stemOf(norm), broken });
  }
  return words;
}

function normalOf(raw: string): string {
  const singular = /^\p{Lu}[\p{Lu}\p{N}]+s$/u.test(raw) ? raw.slice(0, -1) : raw;
  return singular.toLowerCase().replaceAll('’', "'");
}

/**
 * A crude stem, the same for a noun's plural and a verb's simple endings. It need not be a word: both sides of a
 * comparison are folded the same way.
 */
export function stemOf(norm: string): string {
  if (norm.length <= 3 || !/^[a-z]+$/.test(norm)) return norm;
  let stem = norm.replace(/(?<=..)ies$/, 'y').replace(/(?<=(?:ss|x|ch|sh|z))es$/, '');
  stem = stem.replace(/(?<![sui])s$/, '').replace(/(?<=..)ied$/, 'y');
  const bare = stem.replace(/(?<=...)ing$|(?<=..[^e])ed$/, '');
  if (/[aeiouy]/.test(bare)) stem = bare;
  if (stem.length > 3) stem = stem.replace(/e$/, '');
  return stem.replace(/([b-df-hj-np-tvwxz])\1$/, '$1');
}
