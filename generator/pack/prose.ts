/** A sheet in; every text of it that a candidate reads out. */
import type { ResolvedDepth, ResolvedProblem } from '../model/pack.ts';

/** Every text of a value, deep. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf);
  return [];
}

/** The texts of a sheet as they stand at one scale; sample rows and the estimates' own formulas are none. */
export function proseOf(problem: ResolvedProblem, depth: ResolvedDepth): string[] {
  const { estimates, architecture, schema, failures, slos, choices, questions, dives } = depth;
  return textsOf([
    problem.sections,
    estimates.insights,
    architecture,
    schema.tables.map(({ sampleRows: _rows, ...t }) => t),
    failures,
    slos,
    choices,
    questions,
    dives,
  ]);
}
