/** Results in; each target with its figure and whether it was met out. */
import { fits, mean, nearlyFits, type Result, rowOf } from './cell.ts';

export interface Target {
  what: string;
  found: string;
  met: boolean | undefined;
}

const own = "the model's own";
const recall = (r: Result, policy: string) => mean(rowOf(r, policy).outcomes.map((o) => o.recall));
const points = (x: number) => `${(x * 100).toFixed(2)}`;
const place = ({ cell, learner }: Result) =>
  `${cell.cards} cards, ${cell.days} days, ${cell.minutes} min, ${learner}`;
const equal = 'ours, minutes of FSRS';

export function targets(results: readonly Result[]): Target[] {
  const fit = results.filter((r) => fits(r) && r.learner === own);
  const tight = results.filter((r) => nearlyFits(r) && r.learner === own);
  const skipping = results.filter((r) => fits(r) && r.learner.startsWith('skips'));
  const across = (
    what: string,
    cells: readonly Result[],
    figure: (r: Result) => number,
    goal: number,
    direction: 'least' | 'most',
  ): Target => {
    if (cells.length === 0) return { what, found: 'no such cell was run', met: undefined };
    const all = cells.map((r) => ({ r, value: figure(r) }));
    const average = mean(all.map((a) => a.value));
    const [worst] = [...all].sort((a, b) => (direction === 'least' ? a.value - b.value : b.value - a.value));
    if (!worst) return { what, found: 'nothing', met: undefined };
    const met = direction === 'least' ? average >= goal : average <= goal;
    return {
      what,
      found: `${points(average)} on average over ${all.length} cells; worst ${points(worst.value)} (${place(worst.r)})`,
      met,
    };
  };
  return [
    across('recall on the day ≥ 97, all minutes', fit, (r) => recall(r, 'ours, all'), 0.97, 'least'),
    across(
      '≥ 2.5 points over FSRS 0.90 at its minutes, worst day ≤ 1.1 × its own',
      fit,
      (r) => recall(r, equal) - recall(r, 'FSRS 0.90, even'),
      0.025,
      'least',
    ),
    across(
      'within 1.2 points of the bound',
      fit,
      (r) => recall(r, 'bound') - recall(r, equal),
      0.012,
      'most',
    ),
    across(
      '≥ 85 a week before',
      fit,
      (r) => mean(rowOf(r, equal).outcomes.map((o) => o.weekBefore)),
      0.85,
      'least',
    ),
    across(
      '≤ 3 points lost with a fifth of the days missed',
      skipping,
      (r) => {
        const whole = fit.find(
          (x) =>
            x.cell.cards === r.cell.cards && x.cell.days === r.cell.days && x.cell.minutes === r.cell.minutes,
        );
        return whole ? recall(whole, 'ours, all') - recall(r, 'ours, all') : 0;
      },
      0.03,
      'most',
    ),
    across(
      'never behind the tuned final pass at its minutes and worst day',
      fit,
      (r) => recall(r, 'ours, minutes of the pass') - recall(r, 'final pass'),
      0,
      'least',
    ),
    across(
      'where it nearly fits: ≥ 5 points over FSRS 0.90 by importance',
      tight,
      (r) => recall(r, 'ours, all') - recall(r, 'FSRS 0.90, by importance'),
      0.05,
      'least',
    ),
    {
      ...across(
        'for comparison: the bound there, over FSRS 0.90 by importance',
        tight,
        (r) => recall(r, 'bound') - recall(r, 'FSRS 0.90, by importance'),
        0,
        'least',
      ),
      met: undefined,
    },
  ];
}

/** Cells where another policy recalls more than ours with no more minutes and no heavier day. */
export function rivalsAhead(results: readonly Result[]): string[] {
  return results.flatMap((r) => {
    const mine = rowOf(r, 'ours, all').outcomes;
    const minutes = mean(mine.map((o) => o.minutes));
    const heaviest = mean(mine.map((o) => o.heaviest));
    return r.rows
      .filter((row) => !/^(ours|bound)/.test(row.policy))
      .filter(
        (row) =>
          mean(row.outcomes.map((o) => o.minutes)) <= minutes * 1.02 &&
          mean(row.outcomes.map((o) => o.heaviest)) <= heaviest * 1.02,
      )
      .filter((row) => mean(row.outcomes.map((o) => o.recall)) > recall(r, 'ours, all') + 0.001)
      .map(
        (row) =>
          `${place(r)}: ${row.policy} ${points(mean(row.outcomes.map((o) => o.recall)))} against ${points(recall(r, 'ours, all'))}`,
      );
  });
}
