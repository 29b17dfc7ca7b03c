/** A room whose plans come when the test says so: what is pressed meanwhile is on disk, and only the newest plan is drawn. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import type { PlanRequest } from '../../../generator/schedule/plan.ts';
import type { Draft } from '../../state/log.ts';
import { type Planned, planned } from '../../state/planning.ts';
import type { Study } from '../../state/study.ts';
import { openRoom, type Room } from './room.ts';

const source = {
  version: 1,
  candidate: 'Noor Vidal',
  company: 'Quillstone',
  availability: {
    timeZone: 'UTC',
    minutesPerDay: { mon: 30, tue: 30, wed: 30, thu: 30, fri: 30, sat: 30, sun: 30 },
    daysOff: [],
    sessionMinutes: 45,
    assumed: false,
  },
  rounds: [
    {
      id: 'design-1',
      title: 'System design 1',
      kind: 'system-design',
      startsAt: '2099-12-08T18:00:00.000Z',
      endsAt: '2099-12-08T19:00:00.000Z',
      timeZone: 'UTC',
    },
  ],
  asOf: '2099-12-01',
  cards: [],
  material: [],
};

interface Asked {
  request: PlanRequest;
  answer(): void;
  fail(why: string): void;
}

let packs = 0;
let asked: Asked[];
let drawn: number[];
let alarms: string[];
let idle: () => Promise<void>;

beforeEach(() => {
  packs += 1;
  asked = [];
  drawn = [];
  alarms = [];
  idle = () => Promise.resolve();
  vi.stubGlobal('fetch', async () => Response.json({ ...source, name: `pack-${packs}` }));
  vi.stubGlobal('BroadcastChannel', undefined);
});

/** How many events a study was planned from is what it is known by here. */
const size = (study: Study) => study.progress.skipped.size;
const skip = (item: string): Draft => ({
  kind: 'skip',
  at: '2099-12-01T08:00:00.000Z',
  item,
  date: '2099-12-01',
});

async function opened(): Promise<Room> {
  const plan = (request: PlanRequest) =>
    new Promise<Planned>((resolve, reject) => {
      asked.push({
        request,
        answer: () => resolve(planned(request)),
        fail: (why) => reject(new Error(why)),
      });
    });
  const room = openRoom(
    {
      draw: (study) => void drawn.push(size(study)),
      idle: () => idle(),
      alarm: (why) => void alarms.push(why),
    },
    { plan },
  );
  (await question(1)).answer();
  return room;
}

/** The nth question that the planner was asked. */
async function question(n: number): Promise<Asked> {
  await expect.poll(() => asked.length).toBe(n);
  const found = asked[n - 1];
  if (!found) throw new Error('it was not asked');
  return found;
}

it('writes at once what comes while a plan is made, and draws the newest plan only', async () => {
  const room = await opened();
  await room.append(skip('a'));
  const first = room.replan('first');
  const slow = await question(2);
  await room.append(skip('b'));
  const second = room.replan('second');
  await room.append(skip('c'));
  const third = room.replan('third');
  // All three are on disk and known before any plan of them is there.
  expect((await room.store.read()).events).toHaveLength(3);
  expect(room.study().read.events).toHaveLength(3);
  slow.answer();
  const newest = await question(3);
  expect(drawn).toEqual([]);
  newest.answer();
  await Promise.all([first.drawn, second.drawn, third.drawn]);
  expect(drawn).toEqual([3]);
  expect(asked).toHaveLength(3);
});

it('reads again what was written in a drill while a plan was made', async () => {
  const room = await opened();
  const { drawn: done } = room.replan();
  const behind = await question(2);
  room.advance(await room.store.append(skip('a')));
  behind.answer();
  (await question(3)).answer();
  await done;
  expect(room.study().read.events).toHaveLength(1);
  expect(drawn).toEqual([1]);
});

it('draws nothing between a press and its writing', async () => {
  const room = await opened();
  const press = Promise.withResolvers<void>();
  let waited = false;
  idle = () => {
    waited = true;
    return press.promise;
  };
  const before = room.replan();
  (await question(2)).answer();
  await expect.poll(() => waited).toBe(true);
  // The press that was under way has been written: its plan is the one to draw.
  await room.append(skip('a'));
  const after = room.replan();
  press.resolve();
  (await question(3)).answer();
  await Promise.all([before.drawn, after.drawn]);
  expect(drawn).toEqual([1]);
});

it('waits for the newest plan where one is needed', async () => {
  const room = await opened();
  await room.append(skip('a'));
  room.replan();
  const newest = room.newest();
  (await question(2)).answer();
  expect(size(await newest)).toBe(1);
});

it('a plan that fails is told to whoever waits for it, unless a newer one is there', async () => {
  const room = await opened();
  const first = room.replan();
  const failing = await question(2);
  const second = room.replan();
  failing.fail('too late to matter');
  (await question(3)).answer();
  await Promise.all([first.drawn, second.drawn]);
  const third = room.replan();
  (await question(4)).fail('no such time zone');
  await expect(third.drawn).rejects.toThrow('no such time zone');
  // And the next one works again.
  const fourth = room.replan();
  (await question(5)).answer();
  await fourth.drawn;
  expect(alarms).toEqual([]);
});

it('an event that a reading brought already is not counted twice', async () => {
  const room = await opened();
  const written = await room.store.append(skip('a'));
  const { drawn: done } = room.replan();
  (await question(2)).answer();
  await done;
  room.advance(written);
  expect(room.study().read.events).toHaveLength(1);
});
