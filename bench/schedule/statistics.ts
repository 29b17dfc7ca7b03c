/** Samples in; mean and the half width of its 95 % confidence interval out. */

/** Student's t at 97.5 % for 1 to 30 degrees of freedom; beyond, the normal one. */
const t95 = [
  12.71, 4.3, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23, 2.2, 2.18, 2.16, 2.14, 2.13, 2.12, 2.11, 2.1,
  2.09, 2.09, 2.08, 2.07, 2.07, 2.06, 2.06, 2.06, 2.05, 2.05, 2.05, 2.04,
];

export interface Estimate {
  mean: number;
  /** NaN for a single sample. */
  half: number;
}

export function estimate(samples: readonly number[]): Estimate {
  const n = samples.length;
  const mean = samples.reduce((sum, x) => sum + x, 0) / n;
  const variance = samples.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  return { mean, half: (t95[n - 2] ?? 1.96) * Math.sqrt(variance / n) };
}
