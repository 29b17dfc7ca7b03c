/** A bio comes in; out go the places that speak to a machine or to the reader, or hide something, for the candidate to see. */
import type { Reading } from '../model/reading.ts';
import type { Range, Sentence } from './sentences.ts';

type Warning = Reading['warnings'][number];

const orders: RegExp[] = [
  /\b(?:ignor(?:e|ing)|disregard|forget|overrid(?:e|ing)|bypass)\s+(?:(?:all|any|the|your|my|these|those|every|of|everything)\s+)*(?:(?:previous|prior|above|earlier|preceding|other|system|safety)\s+)+(?:\w+\s+)?(?:instructions?|prompts?|directions?|rules?|context|messages?|guidelines?|bios?|text)\b/i,
  /\b(?:ignore|disregard|forget)\s+(?:everything|anything|all(?:\s+of)?(?:\s+that)?)\s+(?:above|before|you|that)\b/i,
  /\b(?:ignore|disregard|forget|override)\s+(?:all\s+)?(?:your|the)\s+(?:instructions?|prompts?|rules?|guidelines?)\b/i,
  /\b(?:ignoriere|vergiss)\s+(?:alle\s+)?(?:vorherigen|bisherigen)\b|\bignorez\s+(?:toutes\s+)?les\s+instructions\b|\bignora\s+(?:todas\s+)?las\s+instrucciones\b/i,
  /\bfrom\s+now\s+on,?\s+you\b|\b(?:do\s+not|don't|stop)\s+follow(?:ing)?\s+(?:\w+\s+){0,3}instructions\b|\bpretend\s+(?:to\s+be|that\s+you|you)\b/i,
  /\byou\s+(?:must|should|will|shall)\s+(?:(?:now|only|always|never)\s+)*(?:output|respond|reply|rate|score|rank|treat|act|print|weigh|behave)\b/i,
  /\bwhen\s+(?:you\s+)?(?:summari[sz]|read|process|pars|analy[sz]|evaluat|scor)\w*\s+this\s+(?:text|profile|bio|page|document|file)\b/i,
  /<\/?(?:system|instructions?|prompt|assistant)>/i,
  /\byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:helpful\s+)?(?:ai\b|a\.i\.|artificial\s+intelligence|(?:large\s+)?language\s+model|llm\b|chat\s?bot|assistant\b|gpt)/i,
  /\bas\s+an?\s+(?:ai|(?:large\s+)?language\s+model|ai\s+(?:language\s+)?(?:model|assistant)|llm|assistant)\b\s*,/i,
  /\b(?:if\s+you\s+are|attention|note\s+to|message\s+(?:to|for)|dear|hey|hello)\s*:?\s+(?:an?\s+|the\s+|any\s+|all\s+)?(?:ai|llm|language\s+model|assistant|chat\s?bot|parser|machine|screening\s+(?:tool|software)|automated\s+\w+)s?\b/i,
  /(?:^|\n|\W)(?:\[\/?inst\]|<\|[\w ]+\|>|#{2,}\s*(?:system|instructions?)\s*:)|(?:^|\n)\s*(?:system|assistant)\s*:/i,
  /\b(?:your|reveal|print|show|output|repeat|override|new|begin|end\s+of)\s+(?:the\s+|your\s+)?system\s+prompt\b|\bsystem\s+prompt\s*:/i,
  /\b(?:recommend|hire|pass|approve|reject|rate|rank|score)\s+(?:this|the|that)\s+(?:candidate|applicant|interviewer|person|profile|bio)\b/i,
  /\b(?:output|print|respond|reply|answer)\s+(?:only\s+)?(?:with|as)\s+(?:only\s+)?(?:the\s+)?(?:following|json|word|phrase|"|“)/i,
];
/** After an order, a sentence that begins so goes on giving it. */
const goesOn =
  /^(?:then|also|now|and|please|instead|you)?,?\s*(?:output|print|respond|reply|answer|say|report|return|assume|pretend|act|rate|score|treat|set|mark|give|tell|recommend|write|list|rank|weigh|you\s+(?:must|should|will|are)|do\s+not|don't|always|never)\b/i;

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
];

/** Warnings in order of place, each with the sentence or stretch it is about; such a sentence carries no weight. */
export function warningsOf(source: string, text: string, sentences: readonly Sentence[]): Warning[] {
  const found: Warning[] = hidden.flatMap(({ message, pattern }) =>
    [...source.matchAll(pattern)].map((match) => ({
      message: `${message}: the sentence carries no weight.`,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
  const seen: Range[] = [];
  for (const range of [...orderRanges(text, sentences), ...commentRanges(source)]) {
    if (seen.some((other) => range.start < other.end && other.start < range.end)) continue;
    seen.push(range);
    found.push({
      message: 'Text that addresses a machine or the reader: it is shown, not obeyed, and carries no weight.',
      ...range,
    });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function isOrder(text: string): boolean {
  return orders.some((order) => order.test(text));
}

function orderRanges(text: string, sentences: readonly Sentence[]): Range[] {
  let ordering = false;
  return sentences.filter((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    ordering = isOrder(words) || (ordering && goesOn.test(words));
    return ordering;
  });
}

/** What a comment or another unseen stretch of markup says to a machine. */
function commentRanges(source: string): Range[] {
  return [
    ...source.matchAll(/<!--[\s\S]*?(?:-->|$)|!?\[[^\]]*\]\([^)]*\)|^\s{0,3}\[[^\]]*\]:.*$|<[a-z][^>]*>/gim),
  ]
    .filter((match) => isOrder(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
