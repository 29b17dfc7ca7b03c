/** What the page asks of the planner beside it, and the answer: a pure function of the question, whichever thread runs it. */
import type { Plan } from '../../generator/model/plan.ts';
import { type PlanRequest, planSchedule } from '../../generator/schedule/plan.ts';
import { type Progress, replay } from '../../generator/schedule/replay.ts';

/** The plan, and what the history that it was made from leaves behind. */
export interface Planned {
  plan: Plan;
  progress: Progress;
}

/** A question, and its answer by the same number. */
export interface PlanTask {
  number: number;
  request: PlanRequest;
}
export interface PlanAnswer {
  number: number;
  /** Nothing where planning failed: whoever asked plans for itself, and meets the fault where it can be told. */
  planned: Planned | undefined;
}

export function planned(request: PlanRequest): Planned {
  return { plan: planSchedule(request), progress: replay(request.history ?? []) };
}

export function answerTo({ number, request }: PlanTask): PlanAnswer {
  try {
    return { number, planned: planned(request) };
  } catch {
    return { number, planned: undefined };
  }
}
