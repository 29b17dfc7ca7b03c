/** A bio comes in; out go the places that speak to a machine or to the reader, or hide something, for the candidate to see. */
import type { Reading } from '../model/reading.ts';
import { goesOn, isOrder } from './orders.ts';
import type { Range, Sentence } from './sentences.ts';
import { hiddenElements } from './text.ts';

type Warning = Reading['warnings'][number];

const hidden: { message: string; pattern: RegExp }[] = [
  { message: 'Characters that change the direction of the text', pattern: /[\u202A-\u202E\u2066-\u2069]+/gu },
  {
    // A joiner is at home in emoji and in scripts that join; a byte order mark at the start of a file.
    message: 'Characters that cannot be seen',
    pattern:
      /[\u200B\u2060-\u2064]+|(?<!^)\uFEFF+|(?<=[\p{Script=Latin}\p{N}\s\p{P}])[\u200C\u200D]+|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0000}-\u{E007F}]+/gu,
  },
  {
    message: 'A script or an embedded page',
    pattern: /<\/?(?:script|iframe|object|embed|form|meta|base)\b[^>]*>?|<[a-z][^>]*\son\w+\s*=[^>]*>?/gi,
  },
  {
    message: 'A link that would run a program',
    pattern: /(?:javascript|vbscript)\s*:|data\s*:\s*text\/html/gi,
  },
  { message: 'An element that a page would not show', pattern: hiddenElements },
];

const addressed =
  'Text that addresses a machine or the reader: it is shown, not obeyed, and carries no weight.';

/** Warnings in order of place, and the sentences that carry no weight because they give orders or follow them. */
export function warningsOf(
  source: string,
  text: string,
  sentences: readonly Sentence[],
): { warnings: Warning[]; unheard: ReadonlySet<Sentence> } {
  const found: Warning[] = hidden.flatMap(({ message, pattern }) =>
    [...source.matchAll(pattern)].map((match) => ({
      message: `${message}: it carries no weight.`,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  const unheard = orderedSentences(text, sentences);
  const seen: Range[] = [];
  for (const range of [...unheard, ...unseenRanges(source), ...encodedRanges(source)]) {
    if (seen.some((other) => range.start < other.end && other.start < range.end)) continue;
    seen.push(range);
    found.push({ message: addressed, start: range.start, end: range.end });
  }
  return {
    warnings: found.sort((a, b) => a.start - b.start || a.end - b.end),
    unheard: new Set(unheard),
  };
}

const firstPerson = /^\W*(?:i|i'm|i've|my|we|we've|our)\b/i;

/**
 * Orders, and what follows them: the rest of the paragraph unless it speaks in the first person, and the next one if it
 * goes on in the same voice or if the order only announced it ("SYSTEM:").
 */
function orderedSentences(text: string, sentences: readonly Sentence[]): Sentence[] {
  let block = -1;
  let isAnnounced = false;
  return sentences.filter((sentence) => {
    // The marks that a sentence is trimmed of can be what makes it an order: "[INST]", "### System:".
    const opened = /[^\p{L}\p{N}\s]{0,4}\s?$/u.exec(text.slice(0, sentence.start))?.[0].length ?? 0;
    const words = text.slice(sentence.start - opened, sentence.end).replace(/[’‘]/g, "'");
    const isNear =
      sentence.block === block || (sentence.block === block + 1 && (isAnnounced || goesOn(words)));
    const isPart = isOrder(words) || (block >= 0 && isNear && !firstPerson.test(words));
    if (isPart) {
      isAnnounced = sentence.kind === 'heading' || /[:\]>*\-–—=]\s*$/.test(words) || words.length < 20;
      block = sentence.block;
    } else block = -1;
    return isPart;
  });
}

const unseen =
  /<!--[\s\S]*?(?:-->|$)|!?\[[^\]]*\]\([^)]*\)|^\s{0,3}\[[^\]]*\]:.*$|<[a-z][^>]*>|^(?:```|~~~)[\s\S]*?(?:^(?:```|~~~)|$(?![\s\S]))/gim;
const frontMatter =
  /^---[ \t]*\r?\n(?:[ \t]*[\w-]+[ \t]*:.*\r?\n|[ \t]*-[ \t].*\r?\n){1,30}(?:---|\.\.\.)[ \t]*$/gm;
const portrays =
  /\b(?:describe|present|treat|portray|rate|mark)\b[^\n]{0,80}\b(?:as|is)\b|\bexpert (?:in|on|at)\b/i;

/** What a comment, code or another unseen stretch of markup says to a machine; a second front matter inside a bio. */
function unseenRanges(source: string): Range[] {
  const speaks = (stretch: string) => {
    const inner = stretch.replace(/^<!--|-->$|^[`~]{3,}\w*/g, '');
    const lines = inner.split(/\n|(?<=[.!?])\s/).slice(0, 60);
    return isOrder(stretch) || lines.some(isOrder) || (stretch.startsWith('<!--') && portrays.test(stretch));
  };
  return [
    ...[...source.matchAll(unseen)].filter((match) => speaks(match[0])),
    ...source.matchAll(frontMatter),
  ].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** What base64 holds, or nothing when it is none. */
function unpacked(packed: string): string {
  try {
    return atob(packed);
  } catch {
    return '';
  }
}

/** Words packed in base64, which no reader unpacks and a machine might. */
function encodedRanges(source: string): Range[] {
  return [...source.matchAll(/(?<![\w+/=:.-])[A-Za-z0-9+/]{32,4000}={0,2}(?![\w+/=])/g)]
    .filter((match) => {
      const plain = unpacked(match[0]);
      return plain.split(/ /).length > 2 && /^[\s\x20-\x7e]*$/.test(plain);
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
