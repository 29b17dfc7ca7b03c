/** What the numbers mean, for the ear of each interviewer. */
import type { KeyInsight, ResolvedProblem } from '../model/pack.ts';
import { cover } from './cover.ts';
import { type Circumstances, reasonsFor } from './reasons.ts';

/** The sheet's insights, those that serve the panel most first. Each says for whom. */
export function chooseInsights(problem: ResolvedProblem, at: Circumstances): KeyInsight[] {
  const insights = problem.depth?.estimates.insights ?? [];
  const ranked = cover(
    insights.map((i) => ({ ...i, factor: 1 })),
    at.weights,
    insights.length,
  );
  const used = new Map<string, number>();
  return ranked.flatMap(({ pick }) => {
    const lens = [...pick.lenses].sort((a, b) => (at.weights[b] ?? 0) - (at.weights[a] ?? 0))[0];
    const reason = lens && reasonsFor([lens], at, used)[0];
    return lens && reason ? [{ text: pick.text, lens, reason }] : [];
  });
}
