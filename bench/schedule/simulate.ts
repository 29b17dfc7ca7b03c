/**
 * Learners against policies, side by side:
 *
 *   node bench/schedule/simulate.ts [--cells 120x28x45,300x56x45] [--seeds 3] [--seed 1] [--learners own] [--full]
 *
 * A cell is cards x days x minutes a day. Without --full it runs a few cells in a minute or two; with it all of 120, 300 and
 * 600 cards × 14, 28 and 56 days × 20, 45 and 90 minutes.
 */
import { parseArgs } from 'node:util';
import { type Cell, fits, type Result, runCell } from './cell.ts';
import { learners } from './learner.ts';
import { estimate } from './statistics.ts';
import { rivalsAhead, targets } from './targets.ts';

const { values } = parseArgs({
  options: {
    cells: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    learners: { type: 'string', default: '' },
    full: { type: 'boolean', default: false },
  },
});

const every = [120, 300, 600].flatMap((cards) =>
  [14, 28, 56].flatMap((days) => [20, 45, 90].map((minutes) => `${cards}x${days}x${minutes}`)),
);
const some = ['120x14x20', '120x28x45', '300x28x45', '300x14x45'];
const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => Number(values.seed) + i);
const chosen = learners.filter((l) => l.name.includes(values.learners));

const say = (line: string) => process.stdout.write(`${line}\n`);
say(
  `Seeds ${seeds.join(', ')}; recall in percent, weighted by importance, with its 95% confidence interval.`,
);
const results: Result[] = [];
for (const text of values.cells?.split(',') ?? (values.full ? every : some)) {
  const found = runCell(cellOf(text), seeds, chosen);
  results.push(...found);
  for (const r of found) print(r);
}
say('\nTargets');
for (const t of targets(results))
  say(`  ${t.met === undefined ? 'not run' : t.met ? 'met    ' : 'MISSED '}  ${t.what}: ${t.found}`);
const ahead = rivalsAhead(results);
say(`\nRivals ahead of ours with no more minutes and no heavier day: ${ahead.length === 0 ? 'none' : ''}`);
for (const line of ahead) say(`  ${line}`);

function cellOf(text: string): Cell {
  const [cards, days, minutes] = text.split('x').map(Number);
  if (!cards || !days || !minutes)
    throw new Error(`found the cell "${text}", expected cards x days x minutes: 120x28x45`);
  return { cards, days, minutes };
}

function print(r: Result): void {
  const { cards, days, minutes } = r.cell;
  say(
    `\n${cards} cards, ${days} days, ${minutes} min a day; ${r.learner}. FSRS 0.90 asks for ${(r.demand * 100).toFixed(0)}% of the minutes: ${fits(r) ? 'it fits' : 'it does not fit'}. Tuned pass: ${r.tuned}.`,
  );
  say(
    '  policy                         recall on the day   a week before   minutes   recalled/h   must-know < 70%   unseen   heaviest',
  );
  for (const { policy, outcomes } of r.rows) {
    const of = (figure: (o: Result['rows'][number]['outcomes'][number]) => number) =>
      estimate(outcomes.map(figure));
    const recall = of((o) => o.recall);
    const percent = (x: number) => (x * 100).toFixed(1);
    const spent = of((o) => o.minutes).mean;
    say(
      [
        `  ${policy.padEnd(30)}`,
        `${percent(recall.mean).padStart(7)} ± ${percent(recall.half)}`.padEnd(20),
        percent(of((o) => o.weekBefore).mean).padStart(10),
        spent.toFixed(0).padStart(12),
        ((recall.mean * cards) / (spent / 60)).toFixed(1).padStart(12),
        percent(of((o) => o.mustKnowBelow70).mean).padStart(15),
        percent(of((o) => o.unseen).mean).padStart(12),
        of((o) => o.heaviest)
          .mean.toFixed(1)
          .padStart(10),
      ].join(''),
    );
  }
}
