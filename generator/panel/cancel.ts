/** The rules that take a signal away: negation, leisure, metaphor and other trades. Each gives the reason in a word. */
import type { Factor, Setting } from './context.ts';

const cancelled = (reason: string): Factor => ({ factor: 0, reason });
const adverb = '(?:(?:really|actually|even|ever|yet|much|very|particularly|exactly|quite|personally|also) )*';
const doing =
  '(?:be|been|do|did|done|doing|work|worked|working|use|used|using|touch|touched|know|knew|write|wrote|written|code|coded|build|built|run|ran|own|owned|deal|dealt|care|claim|consider|call|understand|understood|learn|learned|learnt|enjoy|like|liked|have|had|want|speak|handle|handled|get|got|go near|come from|miss|manage|managed|design|designed|into|involved|responsible|familiar|interested|experienced|good|comfortable|qualified|allowed|trusted|train|trained|ship|shipped|operate|operated|maintain|maintained|deploy|deployed|study|studied|program|programmed)';
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
  // "Never trained a model": the verb that is denied may be the first word of the phrase itself.
  const verb = setting.signal.kind === 'phrase' ? (/^[\w']+/.exec(setting.own)?.[0] ?? '') : '';
  for (const { reason, opens, closes } of denials) {
    const denial = opens.exec(setting.clauseBefore) ?? opens.exec(setting.clauseBefore + verb);
    if (!denial) continue;
    const between = setting.clauseBefore.slice(denial.index + denial[0].length);
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
  /\b(?:hiring|recruiting|recruitment|recruiter|talent|candidate|sales|interview|deal|marketing|leadership|promotion|partner|lead|career|onboarding|donor|fundraising|volunteer|social|professional|alumni|peer|support|content|supply|value|event|oil|gas|water|sewage|garden|assembly|fashion|business|operating|role|financial|pricing|revenue|ownership|staffing|maturity|mental|scale|train|railway|catwalk|runway|competency|coaching|communication) (?:pipelines?|funnels?|streams?|clusters?|networks?|queues?|models?|schemas?|channels?|indexes)\b|\b(?:stage|executive|physical|calm|on-screen|online|web|screen|reassuring|warm|strong|commanding|steady) presence\b|\bpresence of\b|\bsecurity guards?\b|\bjob security\b|\bfood security\b|\bnational security\b|\bsocial security\b|\bin stream\b|\bsearch (?:firm|committee|party|and rescue)\b|\b(?:job|executive|house|talent) search\b|\bshard of\b|\bfan-?out of (?:cards|the)\b|\bmetadata of life\b/;
const finds =
  '(?:hires?|hired|hiring|recruit(?:s|ed|ing)?|headhunt\\w*|staff(?:s|ed|ing)(?! (?:engineer|level|software|plus|\\+))|(?<!open[- ])sourc(?:es|ed|ing)|fill(?:s|ed|ing)?|place[sd]?|placing|interview(?:s|ed|ing)|coach(?:es|ed|ing)?|mentor(?:s|ed|ing)?|onboard(?:s|ed|ing)|schedul(?:e|es|ed|ing) (?:interviews|calls|panels|loops|meetings)|counsel(?:s|ed|ing)?|represent(?:s|ed|ing)?|introduce[sd]?)';
const those =
  '(?:engineers?|developers?|people|talent|candidates?|teams?|roles?|leaders?|scientists?|positions?|managers?|folks|executives?|groups?|staff|researchers?)';
const findsPeople = new RegExp(
  `\\b${finds}\\b(?! (?:to|as|by|into)\\b)(?: \\S+){0,6}? ${those}\\b|\\b(?:recruit(?:s|ed|ing)?|hires?|hiring|staffing)(?: \\S+){0,2} for\\b`,
);
const built =
  /\b(?:built|designed|wrote|implemented|ran|operated|maintained|coded|shipped|debugged)\b(?!(?: \S+){0,4} (?:teams?|orgs?|organi[sz]ations?|pipelines?|searches|relationships|networks?|process\w*|programs?|culture|budgets?|spreadsheets?))/;

/** A hiring pipeline is no data pipeline, and who hires storage engineers builds no storage. */
export function otherSense(setting: Setting): Factor | undefined {
  const around = `${setting.clauseBefore.slice(-24)}${setting.own}${setting.clauseAfter.slice(0, 16)}`;
  if (otherTrade.test(around)) return cancelled('another trade');
  if (findsPeople.test(setting.clauseBefore)) return cancelled('hires for it');
  return setting.isRecruiter && !built.test(setting.clauseBefore) ? cancelled('another trade') : undefined;
}

const everyday =
  /\b(?:coffee (?:machines?|makers?|breaks?|queues?)|espresso|latte|dishwashers?|toasters?|toddlers?|sourdough|allotment|choir|grandm\w+|in-laws|school run|knitting|beehives?|bee-?keeping|chickens|book club|fridge|laundry|compost|wedding|marathon|tomatoes|cake|bread|ferment\w+|the (?:bathroom|shower|kettle|stove|oven)|bus (?:line|stop)|lunch (?:queue|line)|parking|guitar|piano|violin|trombone|kayak\w*|crossword\w*|novel(?:s|ist)?|poetry|poems?)\b/;

/** "The latency of the coffee machine" measures no service. */
export function homely({ clauseBefore, clauseAfter, clause, signal }: Setting): Factor | undefined {
  const near = `${clauseBefore.slice(-40)} ${signal.label} ${clauseAfter.slice(0, 40)}`.toLowerCase();
  if (!everyday.test(near) || atWork.test(clause)) return undefined;
  return cancelled('everyday life');
}

const elsewhere =
  /(?:^|\b(?:and|but|while|though|since|because|so|as) |[,;:—–-] ?)(?:luckily |thankfully |happily )?(?:(?:someone|somebody|everyone|everybody) else|another (?:team|group|person|department)|a different (?:team|group)|other (?:teams|people|folks|groups|departments)|others|(?:the|our) \w+ (?:team|group|folks) (?:next door|down the hall|across the hall))(?:'s)?\b[^,;]*$/;

/** "Somebody else carries the pager." */
export function someoneElses({ clauseBefore, own, signal }: Setting): Factor | undefined {
  const upToHere = clauseBefore + (signal.kind === 'phrase' ? own : '');
  return elsewhere.test(upToHere) &&
    !/\b(?:from|for|than|like|so that|let|lets|help|by) (?:\w+ )?(?:others|other|everyone|everybody|another)/.test(
      upToHere,
    )
    ? cancelled('someone else')
    : undefined;
}

const givenName =
  /^(?:'s)?(?:,| \(| -| –| —)? ?(?:(?:has|had|is|was|will|works|worked|leads|led|runs|ran|owns|joined|came|started|spent|looks|likes|loves|lives|holds|writes|wrote|keeps|builds|built|grew|studied|can|cares|believes|here|manages|maintains|heads|spends|says|said|cannot|doesn't|does|never|once|likes|asks|takes|made|makes|did|thinks|knows|brings|enjoys|currently|now|coordinates|schedules|supports|serves|helps|co-founded|founded|prefers|hates|also|and i)\b)/;

/** Interviewers are called Ruby, Cassandra and Jenkins: a name that does what persons do, or stands before a surname. */
export function aPerson({ signal, before, after, own }: Setting): Factor | undefined {
  if (signal.kind !== 'technology' || !/^[A-Z][a-z]+$/.test(signal.label) || own.includes(' '))
    return undefined;
  const introduced =
    /\b(?:i'm|i am|my name is|my name's|call me|this is|meet|hi|hello|hey|ask for|signed|your host|dr\.?|ms\.?|mr\.?|mrs\.?)[,!:]? $/.test(
      before,
    );
  const isStart = before.replace(/^\W+/, '') === '';
  const opens =
    isStart &&
    givenName.test(after) &&
    !/^ (?:is|was) (?:a (?:database|tool|language)|how|what|where|my|our|the (?:one|thing|tool|database))\b/.test(
      after,
    );
  return introduced || opens ? cancelled('a name') : undefined;
}
