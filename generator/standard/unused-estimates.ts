/** A sheet as authored in; inputs and steps that nothing reads out. */
import { parseText } from '../estimates/text.ts';
import type { Problem, ProblemDepth } from '../model/problem.ts';
import { textsOf } from '../pack/prose.ts';

const namesIn = (formula: string) => formula.match(/[a-z][a-z0-9_]*/g) ?? [];

/** Conditions are formulas too, in front matter as in `{when …}`. */
function conditionsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(conditionsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'when' || key === 'until') && typeof inner === 'string' ? [inner] : conditionsOf(inner),
  );
}

/** Names that stand in no other formula, no condition, no text and not among the headline figures. */
export function unusedEstimates(problem: Problem, depth: ProblemDepth): string[] {
  const { inputs, steps, headline, insights, tradeoffs } = depth.estimates;
  const { depth: _depth, ...sheet } = problem;
  const { estimates: _estimates, ...rest } = depth;
  const texts = textsOf([sheet, rest, insights, tradeoffs, Object.values(inputs).map((i) => i.why)]);
  const used = new Set([
    ...Object.values(steps).flatMap((s) =>
      s.parts ? s.parts.flatMap((p) => namesIn(p.value)) : namesIn(s.formula ?? ''),
    ),
    ...Object.values(inputs).flatMap((i) => [i.value, i.low, i.high].flatMap((v) => namesIn(v ?? ''))),
    ...Object.values(headline),
    ...tradeoffs.flatMap((t) => [t.input, t.shows]),
    ...conditionsOf([depth, sheet]).flatMap(namesIn),
    ...texts
      .flatMap((text) => parseText(text))
      .flatMap((piece) => (piece.kind === 'formula' ? namesIn(piece.formula) : [])),
  ]);
  return [...Object.keys(inputs), ...Object.keys(steps)].filter((name) => !used.has(name));
}
