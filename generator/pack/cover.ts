/** Picks with diminishing returns: the greedy cover behind questions and deep dives. */
import type { LensId } from '../model/ids.ts';
import type { LensWeights } from '../model/pack.ts';

/** A lens that has been served n times is worth this to the n of what it was. */
const diminishing = 0.76;
/** A candidate's first lens counts whole, the next ones less. */
const rankShare = [1, 0.5, 0.3, 0.2];

export interface Coverable {
  lenses: readonly LensId[];
  /** Multiplies the gain: level fit, gap, origin. */
  factor: number;
}

/** How much of the weights one candidate serves, before anything is picked. */
export function serves(
  lenses: readonly LensId[],
  weights: LensWeights,
  served?: ReadonlyMap<LensId, number>,
): number {
  return lenses.reduce((sum, lens, rank) => {
    const worn = diminishing ** (served?.get(lens) ?? 0);
    return sum + (weights[lens] ?? 0) * (rankShare[rank] ?? 0.1) * worn;
  }, 0);
}

/** The `count` candidates that together cover most weight, in the order they were picked, with their gain. */
export function cover<T extends Coverable>(
  candidates: readonly T[],
  weights: LensWeights,
  count: number,
): { pick: T; gain: number }[] {
  const left = new Set(candidates);
  const served = new Map<LensId, number>();
  const picks: { pick: T; gain: number }[] = [];
  while (picks.length < count && left.size > 0) {
    let best: { pick: T; gain: number } | undefined;
    for (const pick of left) {
      const gain = serves(pick.lenses, weights, served) * pick.factor;
      if (best === undefined || gain > best.gain + 1e-12) best = { pick, gain };
    }
    if (best === undefined) break;
    left.delete(best.pick);
    picks.push(best);
    for (const [rank, lens] of best.pick.lenses.entries())
      served.set(lens, (served.get(lens) ?? 0) + (rankShare[rank] ?? 0.1));
  }
  return picks;
}
