/** A sheet at one scale in; what it holds, as counts, out. */
import type { ResolvedDepth, ResolvedProblem } from '../model/pack.ts';
import { itemsOf, wordsOf } from './words.ts';

/** What a measure needs, and where it is mended. */
export interface Measure {
  what: string;
  file: string;
  least: number;
  most?: number;
  of: (sheet: ResolvedProblem, depth: ResolvedDepth) => number;
}

/** A figure, typed or computed. */
const figure = /\{|\d/;
/** A figure or a span in words: "within a minute". */
const span = /\{|\d|second|minute|hour|at once|immediate/;
/** A concern of capacity that the estimates show by a step of its group. */
const concerns = ['traffic', 'storage', 'bandwidth', 'concurrency', 'memory', 'machines', 'cost'] as const;

const listed = (heading: keyof ResolvedProblem['sections']) => (sheet: ResolvedProblem) =>
  itemsOf(sheet.sections[heading]).length;

const distinct = (values: readonly unknown[]) => new Set(values).size;

/** The counts of a full sheet. */
export const measures: readonly Measure[] = [
  { what: 'functional requirements', file: 'sheet.md', least: 5, of: listed('Functional') },
  {
    what: 'non-functional requirements with a number',
    file: 'sheet.md',
    least: 5,
    of: (sheet) => itemsOf(sheet.sections['Non-functional']).filter((i) => figure.test(i)).length,
  },
  { what: 'things out of scope', file: 'sheet.md', least: 3, of: listed('Out of scope') },
  { what: 'clarifying questions', file: 'sheet.md', least: 5, of: listed('Clarifying questions') },
  { what: 'things a senior sees', file: 'sheet.md', least: 3, of: listed('What a senior sees') },
  {
    what: 'things a staff candidate sees',
    file: 'sheet.md',
    least: 3,
    of: listed('What a staff candidate sees'),
  },
  { what: 'operations with their consistency', file: 'sheet.md', least: 3, of: listed('Consistency') },
  { what: 'mistakes', file: 'sheet.md', least: 4, of: listed('Mistakes') },
  { what: 'variants for the level above', file: 'sheet.md', least: 2, of: listed('Variants') },
  { what: 'related problems', file: 'sheet.md', least: 5, of: (sheet) => sheet.related.length },
  {
    what: 'patterns that apply',
    file: 'sheet.md',
    least: 3,
    of: (sheet) => sheet.patterns.apply.length,
  },
  { what: 'patterns that break', file: 'sheet.md', least: 1, of: (sheet) => sheet.patterns.breaks.length },
  {
    what: `of the concerns ${concerns.join(', ')}, those with a step`,
    file: 'estimates.yaml',
    least: 6,
    of: (_, depth) => {
      const groups = new Set(Object.values(depth.estimates.steps).map((s) => s.group));
      return concerns.filter((c) => groups.has(c)).length;
    },
  },
  {
    what: 'inputs with a low or a high value',
    file: 'estimates.yaml',
    least: 5,
    of: (_, depth) => Object.values(depth.estimates.inputs).filter((i) => i.low || i.high).length,
  },
  {
    what: 'peak factors among the inputs',
    file: 'estimates.yaml',
    least: 1,
    of: (_, depth) => Object.keys(depth.estimates.inputs).filter((name) => /peak|burst/.test(name)).length,
  },
  {
    what: 'sizes added up field by field',
    file: 'estimates.yaml',
    least: 1,
    of: (_, depth) => Object.values(depth.estimates.steps).filter((s) => s.parts).length,
  },
  {
    what: 'insights',
    file: 'estimates.yaml',
    least: 2,
    of: (_, depth) => depth.estimates.insights.length,
  },
  {
    what: 'trade-offs of a spread',
    file: 'estimates.yaml',
    least: 3,
    of: (_, depth) => depth.estimates.tradeoffs.length,
  },
  { what: 'endpoints', file: 'api.yaml', least: 2, of: (_, depth) => depth.api.endpoints.length },
  {
    what: 'errors, retriable or not',
    file: 'api.yaml',
    least: 4,
    of: (_, depth) => depth.api.endpoints.flatMap((e) => e.errors).length,
  },
  {
    what: 'endpoints that say their idempotency',
    file: 'api.yaml',
    least: 1,
    of: (_, depth) => depth.api.endpoints.filter((e) => e.idempotency).length,
  },
  { what: 'tables', file: 'schema.yaml', least: 2, of: (_, depth) => depth.schema.tables.length },
  {
    what: 'alternatives with the pushback answered',
    file: 'schema.yaml',
    least: 2,
    of: (_, depth) => depth.schema.tables.flatMap((t) => t.whyNot).length,
  },
  {
    what: 'components beside the clients',
    file: 'architecture.yaml',
    least: 8,
    most: 12,
    of: (_, depth) => depth.architecture.components.filter((c) => c.layer !== 'client').length,
  },
  {
    what: 'hot flows with their steps numbered',
    file: 'architecture.yaml',
    least: 2,
    of: (_, depth) => depth.architecture.flows.filter((f) => f.hot && f.steps.length >= 3).length,
  },
  { what: 'deep dives', file: 'dives', least: 5, of: (_, depth) => depth.dives.length },
  {
    what: 'lenses that the deep dives serve first',
    file: 'dives',
    least: 4,
    of: (_, depth) => distinct(depth.dives.map((d) => d.lenses[0])),
  },
  {
    what: 'failure modes with a number in their effect',
    file: 'failures.yaml',
    least: 6,
    of: (_, depth) => depth.failures.filter((f) => figure.test(f.effect)).length,
  },
  {
    what: 'failure modes that say how long recovery takes',
    file: 'failures.yaml',
    least: 6,
    of: (_, depth) => depth.failures.filter((f) => span.test(f.recovery)).length,
  },
  { what: 'objectives', file: 'slos.yaml', least: 3, of: (_, depth) => depth.slos.length },
  { what: 'choices', file: 'choices.yaml', least: 5, of: (_, depth) => depth.choices.length },
  {
    what: 'steps of the scaling story',
    file: 'scaling.yaml',
    least: 4,
    of: (_, depth) => depth.scaling.steps.length,
  },
  { what: 'questions', file: 'questions.yaml', least: 16, of: (_, depth) => depth.questions.length },
  {
    what: 'lenses over the questions',
    file: 'questions.yaml',
    least: 6,
    of: (_, depth) => distinct(depth.questions.flatMap((q) => q.lenses[0])),
  },
  {
    what: 'levels that have questions of their own choice',
    file: 'questions.yaml',
    least: 3,
    of: (_, depth) => distinct(depth.questions.filter((q) => q.levels.length < 4).flatMap((q) => q.levels)),
  },
  {
    what: 'kinds of questions',
    file: 'questions.yaml',
    least: 6,
    of: (_, depth) => distinct(depth.questions.map((q) => q.kind)),
  },
];

export interface SheetSize {
  sheet: string;
  questions: number;
  lenses: number;
  dives: number;
  failures: number;
  choices: number;
  estimates: number;
  /** Words on the problem's page. */
  words: number;
}

/** What `check` tells of a full sheet. */
export function sizeOfSheet(
  sheet: ResolvedProblem,
  depth: ResolvedDepth,
  prose: readonly string[],
): SheetSize {
  return {
    sheet: sheet.id,
    questions: depth.questions.length,
    lenses: distinct(depth.questions.flatMap((q) => q.lenses)),
    dives: depth.dives.length,
    failures: depth.failures.length,
    choices: depth.choices.length,
    estimates: Object.keys(depth.estimates.inputs).length + Object.keys(depth.estimates.steps).length,
    words: prose.reduce((sum, text) => sum + wordsOf(text), 0),
  };
}
