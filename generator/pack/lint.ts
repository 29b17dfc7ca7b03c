/** The finished pack against itself: contradictions that an interviewer would catch. */
import { fillText } from '../estimates/text.ts';
import type { Guide, Pack, ResolvedDepth, ResolvedProblem } from '../model/pack.ts';
import { proseOf, textsOf } from './prose.ts';

export interface Finding {
  /** Errors keep the pack from being published. */
  severity: 'error' | 'warning';
  where: string;
  message: string;
}

type ProblemRule = (problem: ResolvedProblem, depth: ResolvedDepth) => Finding[];
type GuideRule = (guide: Guide) => Finding[];

const error = (where: string, message: string): Finding => ({ severity: 'error', where, message });
const warning = (where: string, message: string): Finding => ({ severity: 'warning', where, message });

/** Every `{…}` in a text evaluates. */
const placeholdersEvaluate: ProblemRule = (problem, depth) =>
  [...new Set(proseOf(problem, depth))]
    .filter((text) => text.includes('{'))
    .flatMap((text) => fillText(text.replace(/```[\s\S]*?```|`[^`\n]+`/g, ''), problem.evaluated).faults)
    .map((fault) => error(problem.id, fault.message));

/** Storage figures count the copies. */
const storageCountsReplicas: ProblemRule = (problem, depth) => {
  const stored = depth.estimates.headline.stored;
  if (!stored) return [];
  const reach = formulasBehind(stored, depth).join(' ');
  return /replica|copies|replication/.test(reach)
    ? []
    : [
        error(
          `${problem.id}/estimates`,
          `the stored bytes "${stored}" do not depend on a replication factor`,
        ),
      ];
};

/** Concurrency follows from a rate and a duration, never from daily users alone. */
const concurrencyIsNotDailyUsers: ProblemRule = (problem, depth) => {
  const step = depth.estimates.headline.concurrency;
  if (!step) return [];
  const formula = depth.estimates.steps[step]?.formula ?? '';
  return /^\s*dau\s*(\*\s*[\d.%]+)?\s*$/.test(formula)
    ? [error(`${problem.id}/estimates`, `"${step}" takes daily users for concurrent ones: ${formula}`)]
    : [];
};

/** All formulas and names that a step rests on. */
function formulasBehind(step: string, depth: ResolvedDepth, seen = new Set<string>()): string[] {
  if (seen.has(step)) return [];
  seen.add(step);
  const found = depth.estimates.steps[step];
  const formula = found?.formula ?? found?.parts?.map((p) => p.value).join(' + ') ?? '';
  const names = formula.match(/[a-z][a-z0-9_]*/g) ?? [];
  return [
    formula,
    ...names,
    ...names.flatMap((n) => (depth.estimates.steps[n] ? formulasBehind(n, depth, seen) : [])),
  ];
}

/** A design that streams over SSE does not size WebSockets, and the other way round. */
const protocolsAgree: ProblemRule = (problem, depth) => {
  const protocols = depth.architecture.edges.map((e) => e.protocol.toLowerCase()).join(' ');
  const sse = /\bsse\b|server-sent/.test(protocols);
  const socket = /websocket/.test(protocols);
  const estimates = textsOf(depth.estimates.steps).join(' ').toLowerCase();
  if (sse && !socket && /websocket/.test(estimates))
    return [
      error(`${problem.id}/estimates`, 'the design streams over SSE but the estimates size WebSockets'),
    ];
  if (socket && !sse && /\bsse\b/.test(estimates))
    return [error(`${problem.id}/estimates`, 'the design uses WebSockets but the estimates size SSE')];
  return [];
};

/** A list is not clustered on something that changes. */
const clusteringKeysAreStable: ProblemRule = (problem, depth) =>
  depth.schema.tables.flatMap((t) =>
    t.clusteringKey
      .map((k) => k.replace(/\s+(asc|desc)$/i, ''))
      .filter((k) => t.columns.some((c) => c.name === k && c.mutable))
      .map((k) =>
        error(
          `${problem.id}/schema`,
          `${t.id} is ordered by ${k}, which changes: every change moves the row`,
        ),
      ),
  );

/** What is cached goes away by itself. */
const cachesExpire: ProblemRule = (problem, depth) =>
  depth.schema.tables
    .filter(
      (t) =>
        depth.architecture.components.some(
          (c) => c.id === t.store && /cache|buffer/i.test(`${c.id} ${c.name}`),
        ) && !t.expiry,
    )
    .map((t) => error(`${problem.id}/schema`, `${t.id} is held in a cache and has no expiry`));

/** A queue says where it ends. */
const queuesAreBounded: ProblemRule = (problem, depth) => {
  const all = proseOf(problem, depth).join(' ');
  return depth.architecture.components
    .filter((c) => /queue/i.test(`${c.id} ${c.name}`))
    .filter(() => !/\bbound|\bcap(ped|s)?\b|\bmaximum|at most|\blimit|\bshed|full queue|depth/i.test(all))
    .map((c) => warning(`${problem.id}/architecture`, `${c.name} has no bound anywhere in the sheet`));
};

/** Tables, components and flows refer to what stands in the design at this scale. */
const referencesStand: ProblemRule = (problem, depth) => {
  const ids = new Set(depth.architecture.components.map((c) => c.id));
  return [
    ...depth.schema.tables
      .filter((t) => !ids.has(t.store))
      .map((t) =>
        error(
          `${problem.id}/schema`,
          `${t.id} is held by "${t.store}", which does not stand in the design at this scale`,
        ),
      ),
    ...depth.failures
      .filter((f) => !ids.has(f.component))
      .map((f) =>
        error(
          `${problem.id}/failures`,
          `"${f.title}" is about "${f.component}", which does not stand in the design at this scale`,
        ),
      ),
    ...depth.architecture.components
      .filter((c) => !depth.architecture.edges.some((e) => e.from === c.id || e.to === c.id))
      .map((c) => warning(`${problem.id}/architecture`, `${c.name} is joined to nothing at this scale`)),
  ];
};

/** Tables named in a statement exist. */
const queriesNameTables: ProblemRule = (problem, depth) => {
  const known = new Set(depth.schema.tables.map((t) => t.id));
  return depth.schema.tables.flatMap((t) =>
    t.queries.flatMap((q) =>
      [...q.statement.matchAll(/\b(?:FROM|INTO|UPDATE|JOIN)\s+([a-z_][a-z0-9_]*)/g)]
        .map((m) => m[1] ?? '')
        .filter((name) => !known.has(name))
        .map((name) => error(`${problem.id}/schema`, `the query "${q.id}" reads ${name}, which is no table`)),
    ),
  );
};

/** The same target is not stated twice differently: objectives stand in slos.yaml once each. */
const objectivesAgree: ProblemRule = (problem, depth) => {
  const stated = new Set(depth.slos.map((s) => s.objective));
  const availability = proseOf(problem, depth)
    .flatMap((text) =>
      [...text.matchAll(/(\b99(?:\.\d+)?%) (?:available|availability|uptime)/g)].map((m) => m[1] ?? ''),
    )
    .filter((objective) => !stated.has(objective));
  return [...new Set(availability)].map((o) =>
    error(problem.id, `${o} availability is named, but no objective of slos.yaml says so`),
  );
};

const problemRules: readonly ProblemRule[] = [
  placeholdersEvaluate,
  storageCountsReplicas,
  concurrencyIsNotDailyUsers,
  protocolsAgree,
  clusteringKeysAreStable,
  cachesExpire,
  queuesAreBounded,
  referencesStand,
  queriesNameTables,
  objectivesAgree,
];

const pacingAddsUp: GuideRule = (guide) => {
  const end = guide.phases.at(-1)?.to ?? 0;
  const dives = guide.dives.reduce((n, d) => n + d.minutes, 0);
  const deep = guide.phases.find((p) => p.id === 'deep-dive');
  return [
    ...(end === guide.round.minutes
      ? []
      : [error(guide.round.id, `the phases add up to ${end} minutes, the round has ${guide.round.minutes}`)]),
    ...(dives === 0 || !deep || dives === deep.to - deep.from
      ? []
      : [error(guide.round.id, `the deep dives take ${dives} minutes of a phase of ${deep.to - deep.from}`)]),
  ];
};

const everyChoiceSaysWhy: GuideRule = (guide) =>
  [...guide.questions, ...guide.dives]
    .filter((c) => c.reasons.length === 0)
    .map((c) => error(guide.round.id, `"${c.id}" has no reason`));

const enoughQuestions: GuideRule = (guide) =>
  guide.questions.length >= 8
    ? []
    : [
        warning(
          guide.round.id,
          `only ${guide.questions.length} questions could be asked on ${guide.problem.title}`,
        ),
      ];

const guideRules: readonly GuideRule[] = [pacingAddsUp, everyChoiceSaysWhy, enoughQuestions];

/** No question stands in two rounds. */
function questionsAreUnique(pack: Pack): Finding[] {
  const seen = new Set<string>();
  return pack.guides.flatMap((g) =>
    g.questions.flatMap((q) =>
      seen.has(q.id) || !seen.add(q.id) ? [error(g.round.id, `"${q.id}" is asked in two rounds`)] : [],
    ),
  );
}

/** What is wrong with a problem is found once. */
const linted = new WeakMap<ResolvedProblem, Finding[]>();

function lintProblem(problem: ResolvedProblem): Finding[] {
  const { depth } = problem;
  const found = linted.get(problem) ?? (depth ? problemRules.flatMap((rule) => rule(problem, depth)) : []);
  linted.set(problem, found);
  return found;
}

/** Everything that is wrong with a pack; full sheets that no round uses are checked too. */
export function lintPack(pack: Pack): Finding[] {
  return [
    ...pack.problems.flatMap(lintProblem),
    ...pack.guides.flatMap((g) => guideRules.flatMap((rule) => rule(g))),
    ...questionsAreUnique(pack),
  ];
}
