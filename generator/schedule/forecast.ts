/** Booked cards in; recall to expect at the end of each day and at the exams out. */
import type { Booked } from './booking.ts';
import type { MemoryModel } from './memory.ts';

/** Recall of a card at a time, in days from the plan's begin, if study stopped after a day. */
export function recallIfStopped(
  model: MemoryModel,
  { card, states }: Booked,
  dayAt: readonly number[],
  stop: number,
  at: number,
): number {
  const last = states.findLast((s) => s.day <= stop);
  if (last) return model.recall(Math.max(0, at - (dayAt[last.day] ?? 0)), last.stability);
  return card.memory ? model.recall(at + card.memory.ago, card.memory.stability) : 0;
}

/** Mean by importance, 0 to 1; 0 without cards. */
export function weightedMean(values: readonly { weight: number; value: number }[]): number {
  const whole = values.reduce((sum, v) => sum + v.weight, 0);
  return whole > 0 ? values.reduce((sum, v) => sum + v.weight * v.value, 0) / whole : 0;
}
