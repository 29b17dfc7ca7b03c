/** A bio and the index come in; out goes its reading: weighted lenses with verbatim quotes, and warnings. */
import type { Reading } from '../model/reading.ts';
import type { SignalIndex } from './compile.ts';
import { settingOf, weigh } from './context.ts';
import { findHits, type Hit } from './match.ts';
import { quoteOf } from './quote.ts';
import { type Mention, scoreLenses } from './score.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { type VisibleText, visibleText } from './text.ts';
import { isOtherTrade } from './trade.ts';
import { warningsOf } from './warnings.ts';

/**
 * Reads a bio as pasted, Markdown or plain. `offset` is where `text` begins in its file: every quote is exactly
 * `file.slice(start, end)`, in UTF-16 units. A bio without technical signal gives no lenses.
 */
export function readBio(text: string, index: SignalIndex, offset = 0): Reading {
  const page = visibleText(text);
  const sentences = sentencesOf(page);
  const { warnings, unheard } = warningsOf(text, page.text, sentences);
  const heard = sentences.filter((sentence) => !unheard.has(sentence));
  const lenses = scoreLenses(mentionsOf(page, heard, index), (hits, at) => {
    const sentence = heard[at];
    return sentence ? quoteOf(hits, sentence, page) : { start: 0, end: 0 };
  });
  const shift = <T extends { start: number; end: number }>(range: T) => ({
    ...range,
    start: range.start + offset,
    end: range.end + offset,
  });
  return {
    lenses: lenses.map(({ id, weight, evidence }) => ({
      id,
      weight,
      evidence: evidence.map((item) => ({ quote: text.slice(item.start, item.end), ...shift(item) })),
    })),
    warnings: warnings.map(shift),
  };
}

/** A signal counts a third as much each time it comes back; beyond this nothing is left to count. */
const mostMentions = 9;

function mentionsOf(page: VisibleText, sentences: readonly Sentence[], index: SignalIndex): Mention[] {
  const isAllQuote = sentences.every((sentence) => sentence.kind === 'quote');
  const times = new Map<string, number>();
  const isHeard = ({ signal }: Hit) => {
    times.set(signal.concept, (times.get(signal.concept) ?? 0) + 1);
    return (times.get(signal.concept) ?? 0) <= mostMentions;
  };
  const isRecruiter = isOtherTrade(page, sentences);
  return sentences.flatMap((sentence, at) => {
    const hits = findHits(sentences, at, index);
    const company = new Set(hits.map((hit) => hit.start)).size;
    const about = { isQuoted: sentence.kind === 'quote' && !isAllQuote, isRecruiter, company };
    return hits
      .filter(isHeard)
      .map((hit) => ({ hit, sentence: at, ...weigh(settingOf(hit, sentence, page.text, about)) }));
  });
}
