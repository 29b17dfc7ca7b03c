/** The panel's weights and a sheet's deep dives in; the two or three to open, with their minutes, and the rest, out. */
import type { LensId, Level } from '../model/ids.ts';
import type { FocusDive, ResolvedProblem } from '../model/pack.ts';
import { cover } from './cover.ts';
import { levelFit } from './questions.ts';
import { type Circumstances, reasonsFor } from './reasons.ts';

const dataModelLenses: LensId[] = ['data-modeling', 'storage', 'consistency'];
const apiLenses: LensId[] = ['api-design', 'multi-tenancy', 'security'];

/** `minutes` is the length of the deep-dive phase; it is shared among the open ones by their weight. */
export function chooseDives(problem: ResolvedProblem, at: Circumstances, options: { level: Level; minutes: number }): FocusDive[] {
  const depth = problem.depth;
  if (!depth) return [];
  const candidates = [
    { id: 'data-model', kind: 'data-model' as const, title: 'Data model, keys and queries', lenses: dataModelLenses, body: '', factor: 1 },
    { id: 'api-contract', kind: 'api-contract' as const, title: 'The HTTP contract', lenses: apiLenses, body: '', factor: 1 },
    ...depth.dives.map((d) => ({
      id: d.id,
      kind: 'dive' as const,
      title: d.title,
      lenses: d.lenses,
      body: d.body,
      factor: levelFit(d.levels, options.level),
    })),
  ];
  const ranked = cover(candidates, at.weights, candidates.length);
  const open = options.minutes >= 15 ? 3 : 2;
  const gains = ranked.slice(0, open).reduce((sum, r) => sum + r.gain, 0) || 1;
  const shares = share(options.minutes, ranked.slice(0, open).map((r) => r.gain / gains));
  const used = new Map<string, number>();
  return ranked.map(({ pick: { factor: _factor, ...dive }, gain }, i) => ({
    ...dive,
    score: gain,
    minutes: shares[i] ?? 0,
    reasons: reasonsFor(dive.lenses, at, used),
  }));
}

/** Whole minutes by share, at least three each, adding up to the total (largest remainder). */
export function share(total: number, parts: readonly number[], least = 3): number[] {
  const floor = Math.min(least, Math.floor(total / Math.max(parts.length, 1)));
  const rest = total - floor * parts.length;
  const exact = parts.map((p) => p * rest);
  const minutes = exact.map((m) => Math.floor(m));
  let left = rest - minutes.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((m, i) => ({ i, r: m - Math.floor(m) })).sort((a, b) => b.r - a.r || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    minutes[i] = (minutes[i] ?? 0) + 1;
    left--;
  }
  return minutes.map((m) => m + floor);
}
