/**
 * What both halves must hold, set slightly under what was last measured; raise them as the reading improves.
 * The aims, on the held half: lead 92 %, leading 85 %, forbidden lenses at most 3 %, empty when empty 100 %,
 * quotes verbatim 100 %.
 */
import type { Half } from './labels.ts';
import type { Figure } from './score.ts';

/** Shares that must not fall below. */
export const atLeast: Record<Half, Partial<Record<Figure, number>>> = {
  tuning: { lead: 0.87, leading: 0.85, empty: 0.8, verbatim: 1, coverage: 0.66, warnings: 0.98 },
  held: { lead: 0.81, leading: 0.81, empty: 0.5, verbatim: 1, coverage: 0.63, warnings: 0.97 },
};

/** Shares that must not rise above. */
export const atMost: Record<Half, Partial<Record<Figure, number>>> = {
  tuning: { forbiddenBios: 0.08, forbiddenSlots: 0.05, falseEmpty: 0.08 },
  held: { forbiddenBios: 0.11, forbiddenSlots: 0.08, falseEmpty: 0.07 },
};
