/** A value and its unit in, the same with a byte prefix or a unit of time of fitting size out. */
import { roundedLikeSpeech, spokenNumber } from './rounding.ts';
import type { UnitFactor } from './unit-text.ts';
import { unitWord } from './units.ts';

export interface Measured {
  value: number;
  factors: readonly UnitFactor[];
}

const ladders: ReadonlyArray<readonly string[]> = [
  ['B', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'],
  ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'],
  ['b', 'Kb', 'Mb', 'Gb', 'Tb', 'Pb'],
  ['Bps', 'KBps', 'MBps', 'GBps', 'TBps', 'PBps'],
  ['bps', 'Kbps', 'Mbps', 'Gbps', 'Tbps', 'Pbps'],
  ['ns', 'µs', 'ms', 's', 'minutes', 'hours', 'days', 'years'],
];

/** Changes the leading unit so that the number is within 1 to 999; a number that is in `kept` stays. */
export function fitted(measured: Measured, kept: { from: number; below: number }): Measured {
  const lead = measured.factors[0];
  const said = roundedLikeSpeech(Math.abs(measured.value));
  if (said === 0 || (said >= kept.from && said < kept.below) || lead?.power !== 1) return measured;
  const ladder = ladderOf(lead.word);
  if (ladder === undefined) return measured;
  const rest = measured.factors.slice(1);
  const steps = ladder.map((word) => ({
    value: measured.value * (unitWord(lead.word).value / unitWord(word).value),
    factors: [{ word, power: 1 }, ...rest],
  }));
  const best =
    steps.findLast((step) => reaches(step.value, step.factors[0]?.word ?? '')) ?? steps[0] ?? measured;
  // 1,095 TB says more than ≈ 1.1 PB.
  const loses = spokenNumber(best.value).rounded && !spokenNumber(measured.value).rounded;
  return loses && said >= 1 && said < 10_000 ? measured : best;
}

/** Whether a value is enough to be said in this unit: 90 s is not said in minutes, one hour is said as one. */
function reaches(value: number, word: string): boolean {
  const said = roundedLikeSpeech(Math.abs(value));
  const long = unitWord(word).family === 'time' && unitWord(word).value > 1;
  return long ? said >= 2 || said === 1 : said >= 1;
}

function ladderOf(word: string): readonly string[] | undefined {
  const unit = unitWord(word);
  const spelled = unit.family === 'time' && unit.value > 1 ? `${unit.written}s` : unit.written;
  const found = ladders.find((ladder) => ladder.includes(spelled));
  if (found !== undefined) return found;
  // Words outside a ladder (bytes, bits, weeks, months) climb the one of their family.
  return ladders.find((ladder) => {
    const rung = unitWord(ladder[1] ?? '');
    return (
      unit.family !== 'noun' &&
      rung.family === unit.family &&
      's' in rung.dimensions === 's' in unit.dimensions
    );
  });
}
