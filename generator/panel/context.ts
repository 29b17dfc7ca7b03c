/** A signal in its sentence comes in; out goes what it is worth there: the product of small named rules, with reasons. */
import {
  aPerson,
  atLeisure,
  denied,
  figurative,
  homely,
  otherSense,
  playful,
  someoneElses,
} from './cancel.ts';
import type { Signal } from './compile.ts';
import { involvement } from './involvement.ts';
import type { Hit } from './match.ts';
import type { Sentence } from './sentences.ts';
import { duration, recency } from './tense.ts';

/** One rule's say: 0 takes the signal away, 1 leaves it as it is. */
export interface Factor {
  factor: number;
  reason: string;
}

/** What the rules see, in lower case, spaces single, apostrophes straight. */
export interface Setting {
  signal: Signal;
  own: string;
  /** The sentence up to the signal and after it, a few hundred characters at most. */
  before: string;
  after: string;
  /** The same within the signal's own clause. */
  clauseBefore: string;
  clauseAfter: string;
  clause: string;
  heading: string;
  /** It stands in a block quote of a bio that is not all block quote. */
  isQuoted: boolean;
  isRecruiter: boolean;
  /** How many signals its sentence names. */
  company: number;
}

type Rule = (setting: Setting) => Factor | undefined;

const rules: Rule[] = [
  denied,
  atLeisure,
  playful,
  figurative,
  homely,
  aPerson,
  someoneElses,
  otherSense,
  involvement,
  duration,
  recency,
  listed,
  asked,
  besideOthers,
  quoted,
];

/** The product of every rule that has something to say, and their reasons: "created ×1.6". */
export function weigh(setting: Setting): { factor: number; reasons: string[] } {
  let factor = 1;
  const reasons: string[] = [];
  for (const rule of rules) {
    const said = rule(setting);
    if (!said) continue;
    factor *= said.factor;
    reasons.push(`${said.reason} ×${Number(said.factor.toFixed(2))}`);
    if (factor === 0) break;
  }
  return { factor, reasons };
}

// Rules look this far and no further, so that a bio without a full stop costs no more than another.
const reach = 300;

/** The setting of `hit`; `text` is the bio's visible text. */
export function settingOf(
  hit: Hit,
  sentence: Sentence,
  text: string,
  about: { isQuoted: boolean; isRecruiter: boolean; company: number },
): Setting {
  const first = sentence.clauses.find((clause) => clause.end > hit.start)?.start ?? sentence.start;
  const last = sentence.clauses.find((clause) => clause.end >= hit.end)?.end ?? sentence.end;
  const slice = (from: number, to: number) =>
    plain(text.slice(Math.max(from, hit.start - reach), Math.min(to, hit.end + reach)));
  return {
    signal: hit.signal,
    own: plain(text.slice(hit.start, Math.min(hit.end, hit.start + reach))),
    before: slice(sentence.start, hit.start),
    after: slice(hit.end, sentence.end),
    clauseBefore: slice(first, hit.start),
    clauseAfter: slice(hit.end, last),
    clause: slice(first, last),
    heading: sentence.kind === 'heading' ? '' : sentence.heading,
    ...about,
  };
}

function plain(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').toLowerCase();
}

const skills = /\b(?:skills|stack|technologies|tools|keywords|toolbox|languages|frameworks)\b/;

/** A long list of names says little about each. */
function listed({ company, heading, before }: Setting): Factor | undefined {
  const headed = skills.test(heading) || skills.test(/^[^:]{0,40}(?=:)/.exec(before)?.[0] ?? '');
  if (headed) return { factor: 0.5, reason: 'a list of skills' };
  if (/\binterests?\b/.test(heading)) return { factor: 0.4, reason: 'an interest' };
  return company > 6 ? { factor: 0.6, reason: 'one of many' } : undefined;
}

/** A question asserts nothing. */
function asked({ after }: Setting): Factor | undefined {
  return /\? ?["”)]?$/.test(after) ? { factor: 0.3, reason: 'a question' } : undefined;
}

const relation =
  /\bmy (?:\w+ )?(?:colleagues?|coworkers?|teammates?|friends?|wife|husband|brother|sister|father|mother|dad|mom|flatmate|roommate)\b(?! and i\b)(?! for\b)/;

const crew =
  '(?:teams?|orgs?|organi[sz]ations?|groups?|engineers|folks|people|leaders|leadership|managers|departments?|crews?|side|staff|function|division|leads|directors?)';
const beside = [
  /\b(?:partner(?:s|ed|ing)? (?:with|to|of|for)|(?:work(?:s|ed|ing)?|collaborat\w+|liais\w+) (?:\w+ )?(?:alongside|closely with|together with|hand in hand with)|alongside|sits? next to|supports? (?:the|our|engineering)|supporting (?:the|our|engineering)|reports? to|business partner (?:to|for|of)|advis(?:e|es|or|er|ing) (?:to|the|our)|assist(?:s|ing|ant) (?:to|the|our)|works? for the head of|desk next to|married to|shares? an office with)\b/,
  /\b(?:people|engineers|teams?|folks|managers|leaders|candidates|colleagues|friends|groups) (?:who|that)\b[^,;]*$/,
];
const withCrew =
  /\b(?:work(?:s|ed|ing)? with|talk(?:s|ed|ing)? (?:to|with)|help(?:s|ed|ing)?|serv(?:e|es|ed|ing)|budgets? for|calendars? (?:of|for)|contracts? for|for) (?:the |our |its |their )?(?:[\w-]+ (?:and )?){0,3}$/;
const leads =
  /\b(?:(?:my|our) (?:team|group|org|crew|people|colleagues and i)|we(?:'re| are)|(?:lead|leads|led|leading|run|runs|ran|running|head|heads|manage|manages|managed|managing|own|owns|founded|built|build|builds|started|join(?:ed)?|on) (?:the|a|an|our|two|three|four|\d+) (?:\S+ )?(?:teams?|groups?|people|engineers|folks)|for (?:people|folks|teams|engineers))\b/;

/** Partnering with the storage team is not being on it, and knowing people who run Kafka is not running it. */
function besideOthers({ clauseBefore, clauseAfter, before }: Setting): Factor | undefined {
  if (relation.test(clauseBefore)) return { factor: 0, reason: 'someone else' };
  const [near, relative] = beside;
  if (near?.test(clauseBefore)) return { factor: 0.25, reason: "others' work" };
  if (relative?.test(clauseBefore) && !leads.test(before)) return { factor: 0.4, reason: "others' work" };
  const ofACrew =
    withCrew.test(clauseBefore) && new RegExp(`^[\\s\\w-]{0,24}\\b${crew}\\b`).test(clauseAfter);
  return ofACrew &&
    !/\b(?:on|in|led|leads?|heads?|manages?) (?:the|our) \w* ?$/.test(clauseBefore) &&
    !/\b(?:build|built|tools|platform|infrastructure|engineer)\b/.test(clauseBefore)
    ? { factor: 0.4, reason: "others' work" }
    : undefined;
}

/** What others said; the title of the person's own talk or paper is theirs. */
function quoted({ before, after, isQuoted }: Setting): Factor | undefined {
  const open = before.split(/["“”]/).length % 2 === 0 && /["”]/.test(after);
  const saying =
    /\b(?:sa(?:ys|id|ying)|quotes?|quoted|according to|told|tells|wrote of|motto|proverb)\b/.test(
      `${before}${after}`,
    );
  return isQuoted || (open && saying) ? { factor: 0.3, reason: 'a quotation' } : undefined;
}
