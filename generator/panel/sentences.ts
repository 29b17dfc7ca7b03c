/** Visible text comes in; out go its sentences and their clauses, with the heading each stands under. */
import type { Block, BlockKind, VisibleText } from './text.ts';
import { type Word, wordsOf } from './words.ts';

export interface Range {
  start: number;
  end: number;
}

export interface Sentence extends Range {
  kind: BlockKind;
  /** The heading it stands under, in lower case; empty when there is none. */
  heading: string;
  words: Word[];
  clauses: Range[];
  /** Which block it stands in, counted from 0. */
  block: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
// A stop after these ends no sentence; single letters are initials.
const abbreviation =
  /(?:^|[\s("“])(?:e\.g|i\.e|(?:[A-Z]\.)*[A-Z]|Dr|Prof|Mrs?|Ms|Sr|Jr|St|vs|approx|Inc|Ltd|Co|Corp|Ph\.D|cf|ca|Fig|Nr|No|Dept|esp|incl)\.\s*$/;
const bulletMark = /^\s*(?:[•●▪◦‣➤►■–—|]|\p{Extended_Pictographic})/u;
const clauseBreak =
  /;|\s[—–-]\s|—|\.\s|,?\s(?=(?:but|though|although|however|whereas|while|yet)\s)|,\s(?=(?:and\s)?(?:i|he|she|they|we|my|her|his|their|now|today|currently|instead)\b)|\s(?=and\s(?:i|he|she|they|we)\s)/gi;

/** The sentences of a bio, in order; bullets, headings and lines that were broken on purpose are sentences of their own. */
export function sentencesOf(page: VisibleText): Sentence[] {
  const sentences: Sentence[] = [];
  let heading = '';
  for (const [at, block] of page.blocks.entries()) {
    for (const line of linesOf(page.text, block)) {
      for (const range of split(page.text, line)) {
        const text = page.text.slice(range.start, range.end);
        const kind = isHeading(text, block.kind, range, line) ? 'heading' : block.kind;
        if (kind === 'heading') heading = text.toLowerCase();
        const clauses = clausesOf(page.text, range);
        sentences.push({ ...range, kind, heading, words: wordsOf(text, range.start), clauses, block: at });
      }
    }
  }
  return sentences;
}

/** "Interests:" and "SKILLS" on a line of their own head what follows, also in plain text. */
function isHeading(text: string, kind: BlockKind, range: Range, line: Range): boolean {
  if (kind === 'heading') return true;
  const alone = line.end - line.start - (range.end - range.start) < 4;
  const short = text.length < 40 && text.split(/\s+/).length <= 5;
  return (
    kind === 'paragraph' && alone && short && (/:\s*$/.test(text) || /^[^a-z]*[A-Z]{4}[^a-z]*$/.test(text))
  );
}

/**
 * A block cut where its author broke the line on purpose. A line is merely wrapped when the next line's first word would
 * not have fitted on it, or when the next line goes on in lower case.
 */
function linesOf(text: string, block: Block): Range[] {
  const lines = [...text.slice(block.start, block.end).matchAll(/[^\r\n]+/g)].map((match) => ({
    start: block.start + match.index,
    end: block.start + match.index + match[0].length,
  }));
  const width = Math.max(0, ...lines.map((line) => line.end - line.start));
  const joined: Range[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const words = text.slice(line.start, line.end);
    const first = /\S+/.exec(words)?.[0] ?? '';
    const room = before
      ? width - (before.end - Math.max(before.start, text.lastIndexOf('\n', before.end - 1) + 1))
      : 0;
    const wrapped =
      /^\s*\p{Ll}/u.test(words) ||
      first.length + 1 > room ||
      /,\s*$/.test(text.slice(before?.start, before?.end));
    if (before && wrapped && !bulletMark.test(words)) before.end = line.end;
    else joined.push({ ...line });
  }
  return joined;
}

function split(text: string, line: Range): Range[] {
  const flat = text
    .slice(line.start, line.end)
    .replace(/[\r\n\t\u0085\u2028\u2029]/g, ' ')
    .replace(/ [•●▪◦‣] /g, ' \n ');
  const ranges: Range[] = [];
  let open: Range | undefined;
  for (const { segment, index } of segmenter.segment(flat)) {
    open = { start: open?.start ?? line.start + index, end: line.start + index + segment.length };
    const said = flat.slice(open.start - line.start, open.end - line.start);
    const answered =
      /\?\s*$/.test(said) && /^(?:no|not|nope|never)\b/i.test(flat.slice(open.end - line.start));
    if (answered || abbreviation.test(said)) continue;
    ranges.push(open);
    open = undefined;
  }
  if (open) ranges.push(open);
  return ranges.map((range) => trim(text, range)).filter((range) => range.end > range.start);
}

/** A range without bullets and spaces around it. */
export function trim(text: string, range: Range): Range {
  const inner = text.slice(range.start, range.end);
  const lead = /^[^\p{L}\p{N}"“'‘(<$€£#.@]*/u.exec(inner)?.[0].length ?? 0;
  const tail = /[\s|•*_~]*$/.exec(inner)?.[0].length ?? 0;
  return { start: range.start + lead, end: Math.max(range.start + lead, range.end - tail) };
}

function clausesOf(text: string, range: Range): Range[] {
  const clauses: Range[] = [];
  let start = range.start;
  for (const match of text.slice(range.start, range.end).matchAll(clauseBreak)) {
    const end = range.start + match.index + match[0].length;
    if (end > start) clauses.push({ start, end });
    start = end;
  }
  if (range.end > start) clauses.push({ start, end: range.end });
  return clauses;
}
