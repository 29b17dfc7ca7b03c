/** FSRS-6 through ts-fsrs: how likely a card is recalled at a time, and what a grade does to its memory. */
import { default_w, fsrs } from 'ts-fsrs';
import type { Grade } from '../model/history.ts';

/** What is known of a card after its last review. */
export interface Memory {
  /** Days after which recall has fallen to 90 %. */
  stability: number;
  /** 1 to 10. */
  difficulty: number;
  /** Instant of the last review, ISO 8601. */
  at: string;
  reviews: number;
  /** Reviews failed after the first. */
  lapses: number;
}

type State = Pick<Memory, 'stability' | 'difficulty'>;

/** The memory model as pure functions of days; `weights` are FSRS-6's 21 parameters. */
export interface MemoryModel {
  /** Recall, 0 to 1, `days` after a review that left this stability. */
  recall: (days: number, stability: number) => number;
  /** The state after a grade `days` after the last review; without a state the card is new. */
  next: (state: State | undefined, days: number, grade: Grade) => State;
  /** Days until recall has fallen to `retention`. */
  interval: (stability: number, retention: number) => number;
}

const dayMillis = 86_400_000;

export function memoryModel(weights: readonly number[] = default_w): MemoryModel {
  const model = fsrs({ enable_fuzz: false, w: [...weights] });
  const decay = -(weights[20] ?? 0.1542);
  const factor = Math.exp(Math.log(0.9) / decay) - 1;
  return {
    recall: (days, stability) => (1 + (factor * Math.max(0, days)) / stability) ** decay,
    next: (state, days, grade) => {
      const { stability, difficulty } = model.next_state(state ?? null, Math.max(0, days), grade);
      return { stability, difficulty };
    },
    interval: (stability, retention) => (stability / factor) * (retention ** (1 / decay) - 1),
  };
}

export const standardModel = memoryModel();

/** Recall at an instant, 0 to 1. */
export function recallAt(memory: Memory, at: string): number {
  return standardModel.recall(daysBetween(memory.at, at), memory.stability);
}

/** The memory after a grade given at an instant. A first review makes one. */
export function nextMemory(memory: Memory | undefined, grade: Grade, at: string): Memory {
  const state = standardModel.next(memory, memory ? daysBetween(memory.at, at) : 0, grade);
  return {
    ...state,
    at,
    reviews: (memory?.reviews ?? 0) + 1,
    lapses: (memory?.lapses ?? 0) + (memory && grade === 1 ? 1 : 0),
  };
}

/** Days until recall is down to 90 % again, for each grade that could be given now. */
export function previewIntervals(memory: Memory | undefined, at: string): Record<Grade, number> {
  const after = (grade: Grade) => nextMemory(memory, grade, at).stability;
  return { 1: after(1), 2: after(2), 3: after(3), 4: after(4) };
}

export function daysBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / dayMillis);
}
