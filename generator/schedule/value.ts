/**
 * The finite-horizon programme: for every day and state of memory, what the best further reviews are worth.
 *
 * A state is that after a review on day t. The choice is the next review's day, or none. Its worth is the recall at the exam,
 * a share of the recall a week before, less a price for each second, which rises towards the exam. Solved backward for a
 * ladder of prices; a card's class is its price divided by its importance.
 */
import type { MemoryGrid } from './memory-grid.ts';

export interface Horizon {
  /** For each day up to the exam's: whether it can hold a review. */
  open: readonly boolean[];
  /** Days from the plan's begin to each day's hour of study, and to the exam. */
  at: readonly number[];
  exam: number;
}

export interface Values {
  horizon: Horizon;
  grid: MemoryGrid;
  /** Price of a second relative to one unit of importance, before its rise. */
  price: number;
  /** By `day * size + state`: worth, recall at the exam, and seconds still to spend, all expected. */
  worth: Float64Array;
  recall: Float64Array;
  seconds: Float64Array;
  /** What a second costs on a day. */
  priceOn: Float64Array;
}

export interface Costs {
  /** Seconds of a review that is passed, and of one that is failed. */
  pass: number;
  fail: number;
}

/** The price of the last day's seconds is `1 + rise` times that of early ones, falling off with `riseDays`. */
const rise = 1.2;
const riseDays = { least: 3, share: 0.22 };
/** What recall a week before the exam counts beside recall at its hour: an interview can move forward. */
export const weekBefore = { days: 7, share: 0.03 };

export function solve(grid: MemoryGrid, horizon: Horizon, price: number, costs: Costs): Values {
  const { size } = grid;
  const stride = grid.days + 1;
  const days = horizon.open.length;
  const worth = new Float64Array(days * size);
  const recall = new Float64Array(days * size);
  const seconds = new Float64Array(days * size);
  const span = Math.max(riseDays.least, horizon.exam * riseDays.share);
  const priceOn = Float64Array.from(
    horizon.at,
    (at) => price * (1 + rise * Math.exp(-(horizon.exam - at) / span)),
  );
  const early = horizon.exam - weekBefore.days;
  for (let t = days - 1; t >= 0; t -= 1) {
    const from = horizon.at[t] ?? 0;
    const toExam = Math.min(grid.days, Math.max(0, horizon.exam - from));
    const toEarly = early - from;
    for (let s = 0; s < size; s += 1) {
      const atExam = recallAfter(grid, s, toExam);
      const earlyBonus =
        toEarly > 0 ? weekBefore.share * recallAfter(grid, s, Math.min(grid.days, toEarly)) : 0;
      let best = atExam + earlyBonus;
      let bestRecall = atExam;
      let bestSeconds = 0;
      for (let u = t + 1; u < days; u += strideAfter(u - t)) {
        if (!horizon.open[u]) continue;
        const cell = s * stride + (u - t);
        const r = grid.recall[cell] ?? 0;
        const ps = grid.passed.state[cell] ?? 0;
        const px = grid.passed.share[cell] ?? 0;
        const fs = grid.failed.state[cell] ?? 0;
        const fx = grid.failed.share[cell] ?? 0;
        const row = u * size;
        const pass = (worth[row + ps] ?? 0) * (1 - px) + (worth[row + ps + 1] ?? 0) * px;
        const fail = (worth[row + fs] ?? 0) * (1 - fx) + (worth[row + fs + 1] ?? 0) * fx;
        const cost = r * costs.pass + (1 - r) * costs.fail;
        const passedBy = toEarly > 0 && (horizon.at[u] ?? 0) >= early ? earlyBonus : 0;
        const value = passedBy + r * pass + (1 - r) * fail - (priceOn[u] ?? 0) * cost;
        if (value > best) {
          best = value;
          bestRecall =
            r * ((recall[row + ps] ?? 0) * (1 - px) + (recall[row + ps + 1] ?? 0) * px) +
            (1 - r) * ((recall[row + fs] ?? 0) * (1 - fx) + (recall[row + fs + 1] ?? 0) * fx);
          bestSeconds =
            cost +
            r * ((seconds[row + ps] ?? 0) * (1 - px) + (seconds[row + ps + 1] ?? 0) * px) +
            (1 - r) * ((seconds[row + fs] ?? 0) * (1 - fx) + (seconds[row + fs + 1] ?? 0) * fx);
        }
      }
      worth[t * size + s] = best;
      recall[t * size + s] = bestRecall;
      seconds[t * size + s] = bestSeconds;
    }
  }
  return { horizon, grid, price, worth, recall, seconds, priceOn };
}

/** Long intervals are tried more coarsely: a day more or less of a month changes little. */
function strideAfter(days: number): number {
  return days < 12 ? 1 : days < 30 ? 2 : 4;
}

/** Recall after a number of days that need not be whole. */
export function recallAfter(grid: MemoryGrid, state: number, days: number): number {
  const stride = grid.days + 1;
  const n = Math.min(grid.days - 1, Math.floor(days));
  const share = Math.min(1, days - n);
  const cell = state * stride + n;
  return (grid.recall[cell] ?? 0) * (1 - share) + (grid.recall[cell + 1] ?? 0) * share;
}

/** A figure of a day for a place between two states. */
export function between(
  figures: Float64Array,
  size: number,
  day: number,
  place: { state: number; share: number },
): number {
  const cell = day * size + place.state;
  return (figures[cell] ?? 0) * (1 - place.share) + (figures[cell + 1] ?? 0) * place.share;
}
