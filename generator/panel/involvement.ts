/** What the person had to do with a signal: the verb that governs it, with a factor from a mention to creation. */
import type { Factor, Setting } from './context.ts';

const levels: { name: string; factor: number; verbs: RegExp }[] = [
  {
    name: 'mentions',
    factor: 0.35,
    verbs:
      /(?:(?<=\b(?:i|we|they|who|really|also|would) )like|likes|liked|lov(?:e|es|ed|ing)|enjoy(?:s|ed|ing)?|admir(?:e|es|ed)|(?:interest(?:s|ed)?|interested) in|curious about|passionate about|excited (?:about|by)|enthusias\w+|keen (?:on|to)|follow(?:s|ed)|read(?:s|ing)? (?:up )?(?:on|about)|learns|^ ?learning(?! to rank)|(?<=(?:am|is|are|'m|'s|currently|still|now|just|been|time|love|enjoy) )learning(?! to rank)|stud(?:ies|ied|ying)|dabbl\w+|tinker\w*|play(?:s|ed|ing)? (?:around )?with|heard of|attend(?:s|ed|ing)?|fascinated|exploring|hope(?:s)? to|want(?:s)? to|mention(?:s|ed)?|certified in)/,
  },
  {
    name: 'used',
    factor: 0.8,
    verbs:
      /(?:us(?:e|es|ing)|used(?! to)|(?:wrote|writes?|writing|written|speaks?|spoken|talks?|blogs?|blogged) (?:about|on)|utili[sz]\w+|work(?:s|ed|ing)? with|experienced|experience (?:with|in|of)|knowledge of|familiar with|proficient|exposure to|skilled|consult(?:s|ed|ing)?|adopt(?:s|ed|ing)|evaluat(?:e|es|ed|ing))/,
  },
  {
    name: 'built',
    factor: 1.25,
    verbs:
      /(?:re-?built|re-?build(?:s|ing)?|built|build(?:s|ing)?|(?:re)?design(?:s|ed|ing)|design|ran|run|runs|running|operat(?:e|es|ed|ing)|implement(?:s|ed|ing)?|ship(?:s|ped|ping)|scal(?:ed|es|ing)|migrat(?:e|es|ed|ing)|launch(?:es|ed|ing)|develop(?:s|ed|ing)|engineer(?:ed| on| in| for)|work(?:s|ed|ing)? on|debug(?:s|ged|ging)|tun(?:e|es|ed|ing)|optimi[sz](?:e|es|ed|ing)|halv(?:e|es|ed|ing)|cut|reduc(?:ed|es|ing)|deploy(?:s|ed|ing)|manag(?:e|es|ed|ing)|rewrote|rewrit(?:es|ing|ten)|mov(?:ed|es|ing)|introduc(?:ed|es|ing)|rolled out|contribut(?:e|es|ed|ing|or)(?: to)?|specialis\w+|speciali[sz]\w+|publish(?:es|ed|ing)|spent)/,
  },
  {
    name: 'created',
    factor: 1.6,
    verbs:
      /(?:(?:co-?)?creat(?:ed|es|ing|or)|(?:co-?)?found(?:ed|er|ing)|invent(?:ed|or)|maintain(?:s|ed|er|ers|ing)?|committer|core (?:contributor|developer|team)|pmc|(?:co-?)?author(?:s|ed|ing)?|wrote|(?<=\b(?:i|we|they|to|who|you) )write|writes|writing|written|chair(?:s|ed|ing)?|led|lead(?:s|ing)?|head(?:s|ed)?(?= of| up)|(?<!\b(?:my|his|her|our|their|its|your|of) )own(?:s|ed|ing|er)?|on[- ]call|carr(?:y|ies|ied|ying) (?:the|a) pager|architect(?:s|ed|ing)|pioneer(?:s|ed|ing)|responsible for|look(?:s|ed|ing)? after|tak(?:e|es|ing) care of|in charge of)/,
  },
];

const anyVerb = new RegExp(
  `(?<![\\w-])(?:${levels.map(({ name, verbs }) => `(?<${name}>${verbs.source})`).join('|')})(?![\\w'])`,
  'g',
);

/** The level of the last verb in `text`: the nearest one governs. */
function lastVerb(text: string): (typeof levels)[number] | undefined {
  const groups = [...text.matchAll(anyVerb)].at(-1)?.groups;
  return levels.find((level) => groups?.[level.name] !== undefined);
}

const titleAfter =
  /^(?: (?!and\b|or\b|to\b)[\w.+#'-]+){0,2} (?:(?<created>committer|maintainer|creator|founder|co-?founder|author|lead|chair)|(?<built>engineer|developer|architect|specialist|contributor|researcher|sre|expert))\b/;
const clauseAfter =
  /^[^,.;]{0,20}[,(]? ?(?:which|that|where)? ?(?:i|he|she|they|we) (?:still |now |also )?(?<verb>\w+(?: \w+)?)/;

/** created ≫ built ≫ used ≫ mentions: the title after the signal, the verb before it, or "which I maintain" after it. */
export function involvement(setting: Setting): Factor | undefined {
  const title = titleAfter.exec(` ${setting.own.split(' ').at(-1)}${setting.after}`)?.groups;
  const titled = levels.find((level) => title?.[level.name] !== undefined);
  const governed = lastVerb(setting.clauseBefore + (setting.signal.kind === 'phrase' ? setting.own : ''));
  const relative = lastVerb(` ${clauseAfter.exec(setting.after)?.groups?.verb ?? ''} `);
  const level =
    titled ?? governed ?? relative ?? (setting.clauseBefore === '' ? undefined : lastVerb(setting.before));
  return level && { factor: level.factor, reason: level.name };
}
