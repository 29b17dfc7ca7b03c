/** Samples in; their median, least and most out. */

export interface Spread {
  median: number;
  least: number;
  most: number;
}

/** Of an even number of samples the median is the mean of the middle two. Nothing for no samples. */
export function spreadOf(samples: readonly number[]): Spread | undefined {
  const sorted = samples.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined || least === undefined || most === undefined) return undefined;
  return { median: (low + high) / 2, least, most };
}

/** "4.2 (3.9–5.0)"; a dash for no samples. */
export function saySpread(samples: readonly number[], digits = 1): string {
  const spread = spreadOf(samples);
  if (!spread) return '–';
  const [median, least, most] = [spread.median, spread.least, spread.most].map((n) => n.toFixed(digits));
  return samples.length === 1 ? `${median}` : `${median} (${least}–${most})`;
}
