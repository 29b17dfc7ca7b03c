/** The rules that take a signal away: negation, leisure, metaphor and other trades. Each gives the reason in a word. */
import type { Factor, Setting } from './context.ts';

const cancelled = (reason: string): Factor => ({ factor: 0, reason });
const adverb = '(?:(?:really|actually|even|ever|yet|much|very|particularly|exactly|quite|personally|also) )*';
const doing =
  '(?:be|been|do|did|done|doing|work|worked|working|use|used|using|touch|touched|know|knew|write|wrote|written|code|coded|build|built|run|ran|own|owned|deal|dealt|care|claim|consider|call|understand|understood|learn|learned|learnt|enjoy|like|liked|have|had|want|speak|handle|handled|get|got|go near|come from|miss|manage|managed|design|designed|into|involved|responsible|familiar|interested|experienced|good|comfortable|qualified|allowed|trusted)';
const person = '(?:i|he|she|they|we|you|who)';

/** A denial, and how far it reaches: to the signal if nothing in between closes it. */
const denials: { reason: string; opens: RegExp; closes?: RegExp }[] = [
  {
    reason: 'not theirs',
    opens: new RegExp(
      `(?:(?<!when )\\b${person}(?:'m|'re|'s| am| are| is| was| were|'ve been| have been| has been) (?:not|no|never)|\\b${person} (?:wasn't|isn't|aren't|weren't)|^\\W*(?:not|neither|nor)|, not|\\bbut not|\\band not) (?!only|just|merely|simply|alone|afraid|least|a single|one|new to|shy|long|your)`,
    ),
  },
  { reason: 'never did', opens: new RegExp(`\\bnever ${adverb}${doing}\\b`) },
  {
    reason: 'does not',
    opens: new RegExp(
      `\\b${person} (?:can't|cannot|won't|(?:do|does|did|have|has|had|could|would)(?:n't| not)) ${adverb}${doing}\\b`,
    ),
  },
  {
    reason: "don't ask",
    opens: /\b(?:don't|do not|never|not to|not) (?:\w+ )?(?:ask|asked|quiz|talk to|come to|expect)\b/,
  },
  {
    reason: 'no longer',
    opens: /\b(?:no longer|yet to|(?:stopped|quit) (?=\w+ing\b)|gave up|given up|done with)(?:\b|(?<= ))/,
  },
  { reason: 'the last to ask', opens: /\b(?:last|wrong) (?:person|one|engineer) (?:to|for|you)\b/ },
  {
    reason: 'knows little of it',
    opens:
      /\b(?:no|little|zero|without any|not much|hardly any) (?:\w+ )?(?:experience|background|interest|knowledge|expertise|idea|clue|love|patience|training)\b|\bknow(?:s)? (?:nothing|little|next to nothing)\b|\bnothing to do with\b|\b(?:stay(?:s|ed)?|ke(?:ep|eps|pt)) (?:\w+ )?(?:away from|out of|clear of)\b|\ballergic to\b|\banything (?:but|except)\b|\b(?:clueless|hopeless) (?:about|at|with)\b/,
  },
  {
    reason: 'something else',
    opens: /\b(?:rather than|instead of|as opposed to)\b/,
    closes: /,| (?:i|he|she|they|we) /,
  },
  {
    reason: 'not it',
    opens: /(?<!why )\bnot (?:(?:a|an|the|in|on|with|for|about|of) )?(?!only|just)(?=\w*$)/,
  },
];

/** Negation with its scope: from the denial to the end of its clause, or back from "… is not my thing". */
export function denied(setting: Setting): Factor | undefined {
  for (const { reason, opens, closes } of denials) {
    const found = opens.exec(setting.clauseBefore);
    if (!found) continue;
    const between = setting.clauseBefore.slice(found.index + found[0].length);
    if (!(closes ?? /\b(?:but|instead|only|although)\b/).test(between)) return cancelled(reason);
  }
  if (
    /\blea(?:ve|ves|ving|ft)\b[^,;]*$/.test(setting.clauseBefore) &&
    /\bto (?:others|other|someone|people|the|those|my|our|her|his|better|smarter|colleagues)\b/.test(
      setting.clauseAfter,
    )
  ) {
    return cancelled('left to others');
  }
  if (
    /\b(?:no|little|zero) $/.test(setting.clauseBefore) &&
    /^ (?:experience|background|knowledge|expertise)\b/.test(setting.after)
  ) {
    return cancelled('knows little of it');
  }
  if (/^[^?]*\? ?(?:no|not|nope|never)\b/.test(setting.clauseAfter)) return cancelled('not theirs');
  const disowned =
    /^[^,;]*?(?:\b(?:is|are|was|were)(?:n't| not) (?:really |quite |exactly )?(?:my|her|his|their|our|for me|something|an area|what (?:i|he|she|they))\b|\bsomeone else's\b|\bmeans? something (?:else|different)\b|\bany ?more\b|\bbores? (?:me|him|her|them)\b)/;
  return disowned.test(setting.clauseAfter) ? cancelled('not theirs') : undefined;
}

/** What opens talk of leisure, until the end of the sentence. */
const leisureOpens =
  /\b(?:outside (?:of )?(?:\w+ )?(?:work|office|hours)|away from (?:\w+ )?(?:work|keyboard|desk|screen|computer)|(?:spare|free|leisure) time|(?:on|at|over|most|his|her|my|their|the) weekends?|weekend (?:project|hobby|\w+er)|off the clock|after (?:work|hours),|in the evenings?|fun facts?|off[- ]duty|at home,|when (?:(?:i|he|she|they)(?:'m|'s|'re| am| is| are|) ?(?:not|isn't|aren't)|not)\b[^,]*,)/;
/** What makes its own clause leisure, wherever it stands. */
const leisureHere =
  /\b(?:fan(?:atic)? of|hobb(?:y|ies)|for fun|(?:spare|free) time|(?:on|at|over) (?:the )?weekends?|in the evenings?|outside (?:of )?work|home ?lab|home cluster|on twitch)\b/;
const leisureHeading = /\b(?:hobbies|outside work|off duty|free time|personal interests|fun facts?)\b/;
const atWork = /\b(?:open[- ]source|maintain\w*|committer|contribut\w+|on[- ]call|pager)\b/;

/** Hobbies and fan talk. An open-source project kept up at weekends is work all the same, a little weaker. */
export function atLeisure({
  before,
  clause,
  clauseBefore,
  clauseAfter,
  heading,
}: Setting): Factor | undefined {
  const upToComma = clauseAfter.split(/[,(]/)[0] ?? '';
  const marked = [
    leisureOpens.test(before),
    leisureHere.test(clauseBefore),
    leisureHere.test(upToComma),
    leisureHeading.test(heading),
  ];
  if (!marked.includes(true)) return undefined;
  return atWork.test(clause) ? { factor: 0.7, reason: 'in their own time' } : cancelled('leisure');
}

const pet =
  '(?:cats?|kittens?|dogs?|puppy|puppies|hamsters?|parrots?|tortoises?|goldfish|rabbits?|bunny|chickens?|horses?|pets?|daughter|son|boat|bike|van)';
const named = new RegExp(
  `\\b${pet}\\b[^.;]{0,40}\\b(?:named|called|name is|names are)\\b|\\b${pet}[,:]? (?:(?:is|are|was) )?(?:\\w+,? (?:and )?){0,2}$`,
);
const plays = /\b(?:play(?:s|ed|ing)?|stream(?:s|ed|ing)?)(?! (?:a|an|the|with|around)\b)(?: \w+)? $/;
const games = /^ (?:tournaments?|club|at \d+ ?(?:dan|kyu)|on a board|speedruns?)\b/;

/** "My cat is called Kafka", "plays Go". */
export function playful({ clauseBefore, after, signal }: Setting): Factor | undefined {
  if (named.test(clauseBefore)) return cancelled('a name');
  const atPlay = signal.kind === 'technology' && (plays.test(clauseBefore) || games.test(after));
  return atPlay ? cancelled('a game') : undefined;
}

/** "A human load balancer", "like a cache", "the Kafka of coffee". */
export function figurative(setting: Setting): Factor | undefined {
  const { clauseBefore, after, signal } = setting;
  if (
    /\b(?:human|walking|living|emotional|social|culinary|kitchen|family|household) (?:\w+ )?$/.test(
      clauseBefore,
    )
  )
    return cancelled('a metaphor');
  if (
    /\b(?:like|as if|call(?:s|ed)? (?:me|him|her|them)) (?:a|an|the|it were a) (?:\w+ )?$/.test(clauseBefore)
  )
    return cancelled('a metaphor');
  const the =
    signal.kind === 'technology' && /\bthe $/.test(clauseBefore) && /^ of (?!our|the|my|its)/.test(after);
  return the ? cancelled('a metaphor') : undefined;
}

const otherTrade =
  /\b(?:hiring|recruiting|recruitment|recruiter|talent|candidate|sales|interview|deal|marketing|leadership|promotion|partner|lead) (?:pipelines?|funnels?|streams?|clusters?|networks?|queues?|models?)\b/;
const findsPeople =
  /\b(?:hires?|hired|hiring|recruit(?:s|ed|ing)?|headhunt\w*|staffing|(?<!open[- ])sourc(?:es|ed|ing)|fill(?:s|ed|ing)?)\b(?! (?:to|as|by|into)\b)(?: \S+){0,6}? (?:engineers?|developers?|people|talent|candidates?|teams?|roles?|leaders?|scientists?|positions?)\b|\b(?:recruit(?:s|ed|ing)?|hires?|hiring)(?: \S+){0,2} for\b/;

/** A hiring pipeline is no data pipeline, and who hires storage engineers builds no storage. */
export function otherSense(setting: Setting): Factor | undefined {
  const around = `${setting.clauseBefore.slice(-24)}${setting.own}${setting.clauseAfter.slice(0, 12)}`;
  if (otherTrade.test(around)) return cancelled('another trade');
  if (findsPeople.test(setting.clauseBefore)) return cancelled('hires for it');
  const built =
    /\b(?:built|designed|wrote|implemented|ran|operated|maintained)\b(?!(?: \S+){0,4} (?:teams?|orgs?|organi[sz]ations?|pipelines?|searches|relationships|networks?))/;
  return setting.isRecruiter && !built.test(setting.clauseBefore) ? cancelled('a recruiter') : undefined;
}
