/** Signals of one sentence come in; out goes the stretch of the bio that a person would quote for them. */
import type { Hit } from './match.ts';
import { type Range, type Sentence, trim } from './sentences.ts';
import type { VisibleText } from './text.ts';

const longestQuote = 160;
/** A clause shorter than this does not stand alone: its sentence is quoted. */
const shortestQuote = 28;

/**
 * The clauses around the signals if they can stand alone, else the sentence, else the words around the first signal
 * that fit into 160 characters. Give the strongest signal first.
 */
export function quoteOf(hits: readonly Hit[], sentence: Sentence, page: VisibleText): Range {
  const [first] = hits;
  if (!first) return sentence;
  const all = {
    start: Math.min(...hits.map((hit) => hit.start)),
    end: Math.max(...hits.map((hit) => hit.end)),
  };
  const stretches = [
    clausesAround(all, sentence, page.text),
    sentence,
    clausesAround(first, sentence, page.text),
  ];
  for (const stretch of stretches) {
    const quote = balanced(stretch, page);
    if (size(quote) >= Math.min(shortestQuote, size(sentence)) && size(quote) <= longestQuote) return quote;
  }
  return balanced(atPauses(around(first, sentence), first, sentence, page.text), page);
}

/** Drops the loose ends of a stretch cut out of a sentence, back to the pauses around the signal. */
function atPauses(stretch: Range, hit: Range, sentence: Range, text: string): Range {
  const before = text.slice(stretch.start, hit.start);
  const after = text.slice(hit.end, stretch.end);
  const opened =
    stretch.start > sentence.start
      ? (/^[^,;:(—]*[,;:(—]\s*(?:and\s|or\s)?/.exec(before)?.[0].length ?? 0)
      : 0;
  const closed = stretch.end < sentence.end ? (/[\s]*[,;:—(][^,;:—(]*$/.exec(after)?.[0].length ?? 0) : 0;
  const inner = trim(text, { start: stretch.start + opened, end: stretch.end - closed });
  return size(inner) >= shortestQuote ? inner : stretch;
}

function clausesAround(range: Range, sentence: Sentence, text: string): Range {
  const start = sentence.clauses.find((clause) => clause.end > range.start)?.start ?? sentence.start;
  const end = sentence.clauses.find((clause) => clause.end >= range.end)?.end ?? sentence.end;
  const join =
    /^\s*(?:but|and|while|though|although|whereas|yet)\s+/i.exec(text.slice(start, range.start))?.[0]
      .length ?? 0;
  const inner = trim(text, { start: start + join, end });
  const loose = /[;,—–-]$/.exec(text.slice(inner.start, inner.end))?.[0].length ?? 0;
  return trim(text, { start: inner.start, end: inner.end - loose });
}

const size = (range: Range) => range.end - range.start;

/** Words before and after in turn, as long as they fit. */
function around(hit: Hit, sentence: Sentence): Range {
  const { words } = sentence;
  let [from, to] = [hit.from, hit.to - 1];
  const at = (a: number, b: number) => ({
    start: words[a]?.start ?? hit.start,
    end: words[b]?.end ?? hit.end,
  });
  for (let grown = true; grown; ) {
    grown = false;
    if (from > 0 && size(at(from - 1, to)) <= longestQuote) [from, grown] = [from - 1, true];
    if (to < words.length - 1 && size(at(from, to + 1)) <= longestQuote) [to, grown] = [to + 1, true];
  }
  return at(from, to);
}

/** Takes in the whole of a bold stretch or a link that the range would cut in half. */
function balanced(range: Range, page: VisibleText): Range {
  let { start, end } = range;
  for (const inline of page.inlines) {
    const contains = inline.start < start && inline.end > end;
    if (contains || inline.end <= start || inline.start >= end) continue;
    start = Math.min(start, inline.start);
    end = Math.max(end, inline.end);
  }
  return { start, end };
}
