/** A problem and the company's scale in; the problem as it is right at that scale out. */

import type { Scope } from '../estimates/evaluate.ts';
import { type EvaluatedSheet, evaluateSheet } from '../estimates/sheet.ts';
import type { ResolvedDepth, ResolvedProblem } from '../model/pack.ts';
import type { Architecture, EstimateSheet, Problem, ProblemDepth, SheetHeading } from '../model/problem.ts';
import { settleBlocks } from './blocks.ts';
import { holds, settle } from './conditions.ts';

const noEstimates: EstimateSheet = { inputs: {}, steps: {}, headline: {}, insights: [], tradeoffs: [] };

/** Industry figures alone, for texts that belong to no problem. */
export function evaluateFigures(numbers: Readonly<Record<string, string>>): EvaluatedSheet {
  return evaluateSheet(noEstimates, { numbers });
}

/** A problem that is resolved at one scale again is the same value: what follows from it need not be made again either. */
const resolved = new WeakMap<Problem, Map<string, ResolvedProblem>>();

/** `scale` is the loop's company scale, `numbers` the industry figures by id, both as quantities in text. */
export function resolveProblem(
  problem: Problem,
  scale: Readonly<Record<string, string>>,
  numbers: Readonly<Record<string, string>>,
): ResolvedProblem {
  const at = JSON.stringify([scale, numbers]);
  const known = resolved.get(problem) ?? new Map<string, ResolvedProblem>();
  resolved.set(problem, known);
  const found = known.get(at) ?? resolve(problem, scale, numbers);
  known.set(at, found);
  return found;
}

function resolve(
  problem: Problem,
  scale: Readonly<Record<string, string>>,
  numbers: Readonly<Record<string, string>>,
): ResolvedProblem {
  const evaluated = evaluateSheet(problem.depth?.estimates ?? noEstimates, { scale, numbers });
  const scope = evaluated.scopes.expected;
  const sections: ResolvedProblem['sections'] = {};
  for (const [heading, text] of Object.entries(problem.sections))
    sections[heading as SheetHeading] = settleBlocks(text, scope);
  const { file: _file, depth, ...sheet } = problem;
  return { ...sheet, sections, evaluated, depth: depth && resolveDepth(depth, scope) };
}

function resolveDepth(depth: ProblemDepth, scope: Scope): ResolvedDepth {
  const current = depth.scaling.find((step) => step.until === undefined || holds(step.until, scope));
  return {
    ...depth,
    estimates: { ...depth.estimates, insights: depth.estimates.insights.filter((i) => holds(i.when, scope)) },
    architecture: resolveArchitecture(depth.architecture, scope),
    schema: { tables: depth.schema.tables.map((t) => settle(t, scope)) },
    failures: depth.failures.filter((f) => holds(f.when, scope)).map((f) => settle(f, scope)),
    choices: depth.choices.map((c) => settle(c, scope)),
    questions: depth.questions.filter((q) => holds(q.when, scope)).map((q) => settle(q, scope)),
    dives: depth.dives.map((d) => {
      const settled = settle(d, scope);
      return { ...settled, body: settleBlocks(settled.body, scope) };
    }),
    scaling: { steps: depth.scaling, current: current?.id ?? depth.scaling.at(-1)?.id ?? '' },
  };
}

/** Components, edges and flow steps that stand at this scale; nothing refers to a box that is not there. */
function resolveArchitecture(architecture: Architecture, scope: Scope): Architecture {
  const components = architecture.components.filter((c) => holds(c.when, scope)).map((c) => settle(c, scope));
  const ids = new Set(components.map((c) => c.id));
  const joined = (x: { from: string; to: string; when?: string | undefined }) =>
    ids.has(x.from) && ids.has(x.to) && holds(x.when, scope);
  return {
    components,
    edges: architecture.edges.filter(joined),
    flows: architecture.flows
      .map((f) => ({ ...f, steps: f.steps.filter(joined) }))
      .filter((f) => f.steps.length > 0),
    boundaries: architecture.boundaries
      .map((b) => ({ ...b, components: b.components.filter((id) => ids.has(id)) }))
      .filter((b) => b.components.length > 0),
  };
}
