/** When and for how long: rules on recency and duration. No clock is read: "since 2015" is long, "currently" is now. */
import type { Factor, Setting } from './context.ts';

const numbers = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const years = new RegExp(
  `\\b(?<count>\\d{1,2}|${numbers.join('|')}|fifteen|twenty|a dozen)\\+? (?:\\w+ )?(?:years?|yrs)\\b(?! ago| old| later| earlier)`,
);
const decade = /\b(?:a|over a|nearly a|almost a|most of a|the (?:past|last)|two) decades?\b(?! ago)/;
const most = 12;

/** Four per cent for each year, up to twelve years. */
export function duration({ clause }: Setting): Factor | undefined {
  const count = years.exec(clause)?.groups?.count;
  const inYears = decade.test(clause)
    ? 10
    : count === undefined
      ? /\bsince (?:19|20)\d\d\b/.test(clause)
        ? 5
        : 0
      : numberOf(count);
  return inYears > 1
    ? { factor: 1 + 0.04 * Math.min(inYears, most), reason: `for ${inYears} years` }
    : undefined;
}

function numberOf(count: string): number {
  return /^\d/.test(count) ? Number(count) : numbers.includes(count) ? numbers.indexOf(count) + 1 : most;
}

const past =
  /\b(?:formerly|previously|in the past|past (?:roles?|li(?:fe|ves)|jobs?|work|employers?)|before (?:that|this|then|joining|moving|coming|turning|becoming)|prior to|prior roles?|early in (?:my|his|her|their|the)|earlier(?! this)|in (?:a|an) (?:past|former|previous|earlier) life|(?:i|he|she|they|we|who) used to|once (?:i|he|she|we|ran|led|was|worked|built)|(?:i|he|she|we|they) once|years ago|at (?:university|college|school)|as a (?:student|graduate|phd)|began (?:my|his|her|their) career|start(?:ed)? (?:my|his|her|their) career|started out|first job|alumn\w+|back (?:then|when))\b|\bex-(?=\w|$)/g;
const present =
  /\b(?:currently|now|today|these days|nowadays|at present|presently|at the moment|right now)\b/g;
const pastHeading = /\b(?:previous(?:ly)?|past|earlier|before|former(?:ly)?)\b/;

/** The nearest word of time before the signal counts, else one after it in its clause. */
export function recency({ before, clauseAfter, clauseBefore, heading }: Setting): Factor | undefined {
  const then = Math.max(lastIndex(past, before), /^before [^,]{1,40},/.test(before) ? 0 : -1);
  const now = lastIndex(present, before);
  const here = /\b(?:i am|i'm|is) (?:a|an|the|our) \b/.test(clauseBefore);
  if (then > now || (now < 0 && (pastHeading.test(heading) || new RegExp(past).test(clauseAfter)))) {
    return { factor: 0.6, reason: 'in the past' };
  }
  return now >= 0 || here || new RegExp(present).test(clauseAfter)
    ? { factor: 1.2, reason: 'now' }
    : undefined;
}

function lastIndex(pattern: RegExp, text: string): number {
  return [...text.matchAll(pattern)].at(-1)?.index ?? -1;
}
