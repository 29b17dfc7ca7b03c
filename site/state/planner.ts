/**
 * Who makes the plans: a worker, so that the page answers while one is made; the page itself where no worker starts, or
 * where it fails. Whoever asks gets a plan or the fault, never silence.
 */
import type { PlanRequest } from '../../generator/schedule/plan.ts';
import type { PlanAnswer, Planned, PlanTask } from './planning.ts';

export interface Planner {
  plan(request: PlanRequest): Promise<Planned>;
}

/** As much of a `Worker` as is used. */
export interface Helper {
  postMessage(task: PlanTask): void;
  addEventListener(kind: 'message' | 'messageerror' | 'error', listen: (event: Event) => void): void;
  terminate(): void;
}

/** `here` plans on the page's own thread; it is loaded only when it is needed. */
export function plannerOf(
  start: () => Helper,
  here: () => Promise<(request: PlanRequest) => Planned>,
): Planner {
  const waiting = new Map<
    number,
    { request: PlanRequest; settle: (planned: Promise<Planned> | Planned) => void }
  >();
  const byItself = async (request: PlanRequest) => (await here())(request);
  let helper: Helper | undefined;
  let asked = 0;

  /** A worker that failed once is not asked again, and what it owes is made here. */
  const give = () => {
    helper?.terminate();
    helper = undefined;
    for (const { request, settle } of waiting.values()) settle(byItself(request));
    waiting.clear();
  };
  const take = ({ number, planned }: PlanAnswer) => {
    const one = waiting.get(number);
    waiting.delete(number);
    one?.settle(planned ?? byItself(one.request));
  };

  try {
    helper = start();
    helper.addEventListener('message', (event) => {
      if (event instanceof MessageEvent) take(event.data);
    });
    helper.addEventListener('messageerror', give);
    helper.addEventListener('error', give);
  } catch {
    // No workers here, or none of modules.
    helper = undefined;
  }

  return {
    plan(request) {
      if (!helper) return byItself(request);
      const to = helper;
      asked += 1;
      const number = asked;
      return new Promise((settle) => {
        waiting.set(number, { request, settle });
        try {
          to.postMessage({ number, request });
        } catch {
          give();
        }
      });
    },
  };
}
