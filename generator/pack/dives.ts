/** The panel's weights and a sheet's deep dives in; the two or three to open, with their minutes, and the rest, out. */
import type { Level } from '../model/ids.ts';
import type { FocusDive, ResolvedProblem } from '../model/pack.ts';
import { cover } from './cover.ts';
import { levelFit } from './questions.ts';
import { type Circumstances, reasonsFor } from './reasons.ts';

interface Candidate extends Omit<FocusDive, 'score' | 'minutes' | 'reasons'> {
  factor: number;
}

/** The sheet's tables and contract are dives of their own where no dive presents them. */
const laidOut: readonly Candidate[] = [
  {
    id: 'schema',
    shows: 'schema',
    title: 'Data model, keys and queries',
    lenses: ['data-modeling', 'storage', 'consistency'],
    body: '',
    factor: 1,
  },
  {
    id: 'api',
    shows: 'api',
    title: 'The HTTP contract',
    lenses: ['api-design', 'multi-tenancy', 'security'],
    body: '',
    factor: 1,
  },
];

/** `minutes` is the length of the deep-dive phase; it is shared among the open ones by their weight. */
export function chooseDives(
  problem: ResolvedProblem,
  at: Circumstances,
  options: { level: Level; minutes: number },
): FocusDive[] {
  const depth = problem.depth;
  if (!depth) return [];
  const candidates: Candidate[] = [
    ...laidOut.filter((own) => !depth.dives.some((d) => d.shows === own.shows)),
    ...depth.dives.map((d) => ({
      id: d.id,
      shows: d.shows,
      title: d.title,
      lenses: d.lenses,
      body: d.body,
      factor: levelFit(d.levels, options.level),
    })),
  ];
  const ranked = cover(candidates, at.weights, candidates.length);
  const open = options.minutes >= 15 ? 3 : 2;
  const gains = ranked.slice(0, open).reduce((sum, r) => sum + r.gain, 0) || 1;
  const shares = share(
    options.minutes,
    ranked.slice(0, open).map((r) => r.gain / gains),
  );
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
  const byRemainder = exact
    .map((m, i) => ({ i, r: m - Math.floor(m) }))
    .sort((a, b) => b.r - a.r || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    minutes[i] = (minutes[i] ?? 0) + 1;
    left--;
  }
  return minutes.map((m) => m + floor);
}
