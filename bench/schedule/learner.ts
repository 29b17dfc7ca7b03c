/** Learners: a memory that only they have, grades that they give, days that they miss. Seeded. */

import { default_w } from 'ts-fsrs';
import type { Grade } from '../../generator/model/history.ts';
import { type MemoryModel, memoryModel } from '../../generator/schedule/memory.ts';

export interface Learner {
  name: string;
  model: MemoryModel;
  /** What a failed card is graded as good or hard, as a share. */
  optimism: number;
  /** Share of days that are missed. */
  skips: number;
}

/** The model with every stability multiplied: a learner who forgets faster than it says. */
function scaled(model: MemoryModel, by: number): MemoryModel {
  return { ...model, recall: (days, stability) => model.recall(days, stability * by) };
}

/** FSRS-6's parameters of another person: stabilities and their growth differ by up to a quarter, seeded. */
function otherWeights(): number[] {
  const random = seeded(20_270_101);
  return default_w.map((w, i) => (i === 20 ? w : w * (0.8 + 0.4 * random())));
}

const standard = memoryModel();

export const learners: readonly Learner[] = [
  { name: "the model's own", model: standard, optimism: 0, skips: 0 },
  { name: 'forgetful (stability ×0.6)', model: scaled(standard, 0.6), optimism: 0, skips: 0 },
  { name: 'optimistic grading', model: standard, optimism: 0.4, skips: 0 },
  { name: 'skips 20% of days', model: standard, optimism: 0, skips: 0.2 },
  { name: 'other FSRS weights', model: memoryModel(otherWeights()), optimism: 0, skips: 0 },
];

/** Mulberry32: numbers in [0, 1), the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The grade of a card that is met: a first self-test after reading it. */
export function firstGrade(random: () => number): Grade {
  const x = random();
  return x < 0.1 ? 1 : x < 0.3 ? 2 : 3;
}

/** The grade of a review that was recalled or not, as it is given. */
export function givenGrade(recalled: boolean, learner: Learner, random: () => number): Grade {
  const x = random();
  if (recalled) return x < 0.1 ? 2 : x < 0.9 ? 3 : 4;
  return x < learner.optimism ? 2 : 1;
}
