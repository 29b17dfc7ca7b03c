/** One cell: a deck, days and minutes. Every policy for every learner on the same seeds, side by side. */
import type { Learner } from './learner.ts';
import { learners } from './learner.ts';
import { cramming, finalPass, fixed, fsrsEven, fsrsFrontLoaded, ours } from './policies.ts';
import { estimate } from './statistics.ts';
import { deckOf, live, type Outcome, type Policy } from './world.ts';

export interface Cell {
  cards: number;
  days: number;
  minutes: number;
}

export interface Row {
  policy: string;
  outcomes: Outcome[];
}

export interface Result {
  cell: Cell;
  learner: string;
  rows: Row[];
  /** Share of the cell's minutes that FSRS at 0.90 takes with as many as it likes. */
  demand: number;
  /** The final pass that did best on seeds of its own: retention and days. */
  tuned: string;
}

/** A deck fits where FSRS at 0.90 leaves a fifth of the minutes. */
export const fits = (r: Pick<Result, 'demand'>) => r.demand <= 0.8;
/** Where it does not fit: at least this share of what FSRS at 0.90 asks for is there. */
export const nearlyFits = (r: Pick<Result, 'demand'>) => r.demand > 0.8 && r.demand <= 1.25;

const unlimited = 100_000;
/** Seeds that tune the final pass are none of those that measure it. */
const tuningSeed = 900_000;

export function runCell(
  cell: Cell,
  seeds: readonly number[],
  chosen: readonly Learner[] = learners,
): Result[] {
  const tuned = tunedFinalPass(cell);
  return chosen.map((learner) => {
    const run = (policy: Policy, minutes = cell.minutes) =>
      seeds.map((seed) => live(learner, deckOf(cell.cards, seed), cell.days, minutes, policy, seed));
    const fsrs90 = run(fsrsEven(0.9));
    const pass = run(tuned.policy);
    const wished = run(fsrsEven(0.9), unlimited);
    const equalTo = (rival: readonly Outcome[], slack: number) => {
      const heaviest = Math.min(cell.minutes, slack * mean(rival.map((o) => o.heaviest)));
      return run(ours({ minutes: mean(rival.map((o) => o.minutes)) }), heaviest);
    };
    const rows: Row[] = [
      { policy: 'fixed 1-3-7-14', outcomes: run(fixed) },
      { policy: 'FSRS 0.80, even', outcomes: run(fsrsEven(0.8)) },
      { policy: 'FSRS 0.90, even', outcomes: fsrs90 },
      { policy: 'FSRS 0.95, even', outcomes: run(fsrsEven(0.95)) },
      { policy: 'FSRS 0.90, by importance', outcomes: run(fsrsFrontLoaded(0.9)) },
      { policy: 'final pass, tuned', outcomes: pass },
      { policy: 'cramming', outcomes: run(cramming) },
      { policy: 'ours, all minutes', outcomes: run(ours()) },
      { policy: 'ours, minutes of FSRS 0.90', outcomes: equalTo(fsrs90, 1.1) },
      { policy: 'ours, minutes of the pass', outcomes: equalTo(pass, 1) },
      {
        policy: 'bound: no daily caps',
        outcomes: run(ours({ minutes: mean(fsrs90.map((o) => o.minutes)), uncapped: true }), unlimited),
      },
    ];
    const demand = mean(wished.map((o) => o.minutes)) / (cell.minutes * cell.days);
    return { cell, learner: learner.name, rows, demand, tuned: tuned.name };
  });
}

/** The best of a grid for the model's own learner in this cell. */
function tunedFinalPass(cell: Cell): { name: string; policy: Policy } {
  const [own] = learners;
  if (!own) throw new Error('no learners');
  const grid = [0.7, 0.75, 0.8, 0.85, 0.9].flatMap((retention) =>
    [2, 3, 4, 5].flatMap((days) =>
      [false, true].map((front) => ({
        name: `FSRS ${retention} and ${days} days${front ? ', by importance' : ''}`,
        policy: finalPass(retention, days, front),
      })),
    ),
  );
  const scored = grid.map((candidate) => ({
    ...candidate,
    recall: mean(
      [1, 2].map(
        (i) =>
          live(
            own,
            deckOf(cell.cards, tuningSeed + i),
            cell.days,
            cell.minutes,
            candidate.policy,
            tuningSeed + i,
          ).recall,
      ),
    ),
  }));
  const [best] = scored.sort((a, b) => b.recall - a.recall);
  if (!best) throw new Error('an empty grid');
  return best;
}

export const mean = (samples: readonly number[]) => estimate(samples).mean;

export function rowOf(result: Result, policy: string): Row {
  const row = result.rows.find((r) => r.policy.startsWith(policy));
  if (!row) throw new Error(`no policy "${policy}"`);
  return row;
}
