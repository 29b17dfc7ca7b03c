/**
 * What both halves must hold, set slightly under what was last measured; raise them as the reading improves.
 * The aims, on the held half: lead 92 %, leading 85 %, forbidden lenses at most 3 %, empty when empty 100 %,
 * quotes verbatim 100 %.
 */
import type { Half } from './labels.ts';
import type { Figure } from './score.ts';

/** Shares that must not fall below. */
export const atLeast: Record<Half, Partial<Record<Figure, number>>> = {
  tuning: { lead: 0.98, leading: 0.98, empty: 1, verbatim: 1, coverage: 0.95, warnings: 0.98 },
  held: { lead: 0.92, leading: 0.88, empty: 1, verbatim: 1, coverage: 0.85, warnings: 0.98 },
};

/** Shares that must not rise above. */
export const atMost: Record<Half, Partial<Record<Figure, number>>> = {
  tuning: { forbiddenBios: 0.02, forbiddenSlots: 0.02, falseEmpty: 0.02 },
  held: { forbiddenBios: 0.03, forbiddenSlots: 0.02, falseEmpty: 0.02 },
};
