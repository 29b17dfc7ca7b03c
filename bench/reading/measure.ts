/**
 * Scores the reading of bios on both labeled halves: `node bench/reading/measure.ts [--half tuning|held] [--misses]`.
 * Misses are listed for the tuning half only: the held half is only scored.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFrontMatter } from '../../generator/inputs/front-matter.ts';
import { loadContent } from '../../generator/inputs/load-content.ts';
import type { Reading } from '../../generator/model/reading.ts';
import { compileSignals } from '../../generator/panel/compile.ts';
import { readBio } from '../../generator/panel/read.ts';
import { type Half, halves, type LabeledBio, loadHalf } from './labels.ts';
import { type Figure, figures, missesOf, type Ratio, type Score, scoreReading, total } from './score.ts';

/** A bio with the reading of it and its score. */
export interface Measured {
  bio: LabeledBio;
  reading: Reading;
  score: Score;
}

/** Reads and scores every bio of the given halves with the knowledge base as it is. */
export function measure(wanted: readonly Half[]): Map<Half, Measured[]> {
  const root = join(import.meta.dirname, '../..');
  const { knowledge, diagnostics } = loadContent(join(root, 'content'), undefined, root);
  if (!knowledge) {
    const fault = diagnostics.find((d) => d.severity === 'error');
    throw new Error(`content/ is faulty: ${fault?.file}:${fault?.line} ${fault?.found}`);
  }
  const index = compileSignals(knowledge);
  return new Map(
    wanted.map((half) => [
      half,
      loadHalf(half).map((bio) => {
        const { body, bodyOffset } = readFrontMatter(bio.label.file, bio.text);
        const reading = readBio(body, index, bodyOffset);
        return { bio, reading, score: scoreReading(bio, reading) };
      }),
    ]),
  );
}

const percent = ({ hits, of }: Ratio) => (of === 0 ? '–' : `${((100 * hits) / of).toFixed(1)} %`);
const fraction = ({ hits, of }: Ratio) => (of === 0 ? '' : `${hits}/${of}`);

/** One half as lines: its figures, then the main ones by kind of bio. */
function report(half: Half, measured: readonly Measured[]): string[] {
  const all = total(measured.map((m) => m.score));
  const rows = Object.entries(figures).map(
    ([figure, title]) =>
      `  ${title.padEnd(54)}${percent(all[figure as Figure]).padStart(8)}  ${fraction(all[figure as Figure])}`,
  );
  const columns = ['lead', 'leading', 'forbiddenBios', 'empty', 'coverage', 'warnings'] as const;
  const byKind = [...Map.groupBy(measured, (m) => m.bio.label.kind)].map(([kind, of]) => {
    const sum = total(of.map((m) => m.score));
    return `  ${kind.padEnd(12)}${String(of.length).padStart(5)}${columns.map((c) => fraction(sum[c]).padStart(15)).join('')}`;
  });
  return [
    `${half}: ${measured.length} bios`,
    ...rows,
    '',
    `  ${'kind'.padEnd(12)}${'bios'.padStart(5)}${columns.map((c) => c.padStart(15)).join('')}`,
    ...byKind,
    '',
  ];
}

function main(): void {
  const { values } = parseArgs({ options: { half: { type: 'string' }, misses: { type: 'boolean' } } });
  const wanted = values.half === undefined ? halves : halves.filter((half) => half === values.half);
  if (wanted.length === 0) throw new Error(`no half "${values.half}": tuning or held`);
  if (values.misses && !wanted.includes('tuning')) throw new Error('the held half is only scored');
  const measured = measure(wanted);
  for (const [half, bios] of measured) console.log(report(half, bios).join('\n'));
  if (!values.misses) return;
  for (const { bio, reading } of measured.get('tuning') ?? []) {
    const misses = missesOf(bio, reading);
    if (misses.length > 0)
      console.log([`tuning/${bio.label.file}`, ...misses.map((m) => `  ${m}`)].join('\n'));
  }
}

if (import.meta.main) main();
