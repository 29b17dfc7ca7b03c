/** A memory model and a number of days in; its states on a grid, and where a review leads from each, out. */
import type { MemoryModel } from './memory.ts';

/** Stability in days, evenly spaced in its logarithm. */
const smallest = 0.1;
const largest = 400;
const steps = 26;
/** Levels of difficulty: a first Easy, a first Good, after one lapse, after several. */
const difficulties = [2, 5, 7, 9];

/** Up to here every interval has its own outcome, beyond only each fourth: a day of a fortnight changes little. */
const finest = 14;
const coarse = 4;

const logSpan = Math.log(largest / smallest);

export interface MemoryGrid {
  size: number;
  days: number;
  /** Recall by state and days: `[state * (days + 1) + n]`. */
  recall: Float64Array;
  /** The place on the grid after a pass and after a failure: state below, and the share of the one above it. */
  passed: GridPlaces;
  failed: GridPlaces;
  /** The stability of each state. */
  stability: (state: number) => number;
  place: (stability: number, difficulty: number) => { state: number; share: number };
}

interface GridPlaces {
  state: Int32Array;
  share: Float64Array;
}

export function memoryGrid(model: MemoryModel, days: number): MemoryGrid {
  const size = steps * difficulties.length;
  const stabilityAt = (i: number) => smallest * Math.exp((logSpan * i) / (steps - 1));
  const place = (stability: number, difficulty: number) => {
    const level = nearest(difficulty);
    const x = (Math.log(Math.min(largest, Math.max(smallest, stability)) / smallest) / logSpan) * (steps - 1);
    const i = Math.min(steps - 2, Math.floor(x));
    return { state: level * steps + i, share: x - i };
  };
  const cells = size * (days + 1);
  const grid: MemoryGrid = {
    size,
    days,
    recall: new Float64Array(cells),
    passed: { state: new Int32Array(cells), share: new Float64Array(cells) },
    failed: { state: new Int32Array(cells), share: new Float64Array(cells) },
    stability: (state) => stabilityAt(state % steps),
    place,
  };
  for (let state = 0; state < size; state += 1) {
    const stability = stabilityAt(state % steps);
    const difficulty = difficulties[Math.floor(state / steps)] ?? 5;
    for (let n = 0; n <= days; n += 1) {
      const cell = state * (days + 1) + n;
      grid.recall[cell] = model.recall(n, stability);
      if (n > finest && n % coarse > 0) {
        for (const places of [grid.passed, grid.failed]) {
          places.state[cell] = places.state[cell - 1] ?? 0;
          places.share[cell] = places.share[cell - 1] ?? 0;
        }
        continue;
      }
      // Reviews of one day are one review: FSRS's short-term step is not planned with.
      const elapsed = Math.max(1, n);
      for (const [places, grade] of [[grid.passed, 3] as const, [grid.failed, 1] as const]) {
        const next = model.next({ stability, difficulty }, elapsed, grade);
        const to = place(next.stability, next.difficulty);
        places.state[cell] = to.state;
        places.share[cell] = to.share;
      }
    }
  }
  return grid;
}

function nearest(difficulty: number): number {
  let best = 0;
  for (let i = 1; i < difficulties.length; i += 1)
    if (Math.abs((difficulties[i] ?? 0) - difficulty) < Math.abs((difficulties[best] ?? 0) - difficulty))
      best = i;
  return best;
}
