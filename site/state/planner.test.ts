import { describe, expect, it } from 'vitest';
import type { PlanRequest } from '../../generator/schedule/plan.ts';
import { noProgress } from '../../generator/schedule/replay.ts';
import { type Helper, plannerOf } from './planner.ts';
import type { PlanAnswer, Planned, PlanTask } from './planning.ts';

const request = (now: string): PlanRequest => ({
  now,
  source: {
    version: 1,
    name: 'sample',
    candidate: 'Noor Vidal',
    level: 'senior',
    company: 'Quillstone',
    availability: {
      timeZone: 'UTC',
      minutesPerDay: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1 },
      daysOff: [],
      sessionMinutes: 45,
      assumed: false,
    },
    rounds: [],
    cards: [],
    material: [],
  },
});
/** A plan that says who made it. */
const plannedBy = (today: string): Planned => ({
  plan: {
    today,
    days: [],
    weeks: [],
    expectedRecall: 0,
    byRound: [],
    mustKnowBelow70: 0,
    heaviestDay: undefined,
    cut: [],
    messages: [],
  },
  progress: noProgress,
});

/** A worker that answers when it is told to. */
class SlowHelper extends EventTarget implements Helper {
  tasks: PlanTask[] = [];
  ended = false;
  postMessage(task: PlanTask): void {
    this.tasks.push(task);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(answer: PlanAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data: answer }));
  }
}

const here = async () => (asked: PlanRequest) => plannedBy(`here ${asked.now}`);

describe('the planner', () => {
  it('has the worker plan, and nothing is planned here', async () => {
    const helper = new SlowHelper();
    const planner = plannerOf(
      () => helper,
      () => Promise.reject(new Error('loaded for nothing')),
    );
    const one = planner.plan(request('1'));
    expect(helper.tasks).toEqual([{ number: 1, request: request('1') }]);
    helper.answer({ number: 1, planned: plannedBy('worker') });
    expect((await one).plan.today).toBe('worker');
  });

  it('gives each question its own answer, in whatever order they come', async () => {
    const helper = new SlowHelper();
    const planner = plannerOf(() => helper, here);
    const both = [planner.plan(request('1')), planner.plan(request('2'))];
    helper.answer({ number: 2, planned: plannedBy('second') });
    helper.answer({ number: 1, planned: plannedBy('first') });
    helper.answer({ number: 9, planned: plannedBy('nobody asked') });
    expect((await Promise.all(both)).map((p) => p.plan.today)).toEqual(['first', 'second']);
  });

  it('plans here where no worker starts', async () => {
    const planner = plannerOf(() => {
      throw new Error('no workers');
    }, here);
    expect((await planner.plan(request('1'))).plan.today).toBe('here 1');
  });

  it.each(['error', 'messageerror'])(
    'plans here what a worker owes that fails by %s, and all after it',
    async (kind) => {
      const helper = new SlowHelper();
      const planner = plannerOf(() => helper, here);
      const owed = [planner.plan(request('1')), planner.plan(request('2'))];
      helper.dispatchEvent(new Event(kind));
      expect((await Promise.all(owed)).map((p) => p.plan.today)).toEqual(['here 1', 'here 2']);
      expect((await planner.plan(request('3'))).plan.today).toBe('here 3');
      expect([helper.ended, helper.tasks.length]).toEqual([true, 2]);
    },
  );

  it('plans here what the worker could not, and asks it again the next time', async () => {
    const helper = new SlowHelper();
    const planner = plannerOf(() => helper, here);
    const one = planner.plan(request('1'));
    helper.answer({ number: 1, planned: undefined });
    expect((await one).plan.today).toBe('here 1');
    void planner.plan(request('2'));
    expect(helper.tasks).toHaveLength(2);
  });

  it('plans here what cannot be sent', async () => {
    const helper = new SlowHelper();
    helper.postMessage = () => {
      throw new Error('it cannot be cloned');
    };
    expect((await plannerOf(() => helper, here).plan(request('1'))).plan.today).toBe('here 1');
  });

  it('tells the fault where it cannot be planned at all', async () => {
    const helper = new SlowHelper();
    const planner = plannerOf(
      () => helper,
      async () => () => {
        throw new Error('no such time zone');
      },
    );
    const one = planner.plan(request('1'));
    helper.answer({ number: 1, planned: undefined });
    await expect(one).rejects.toThrow('no such time zone');
  });
});
