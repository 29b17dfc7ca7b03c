/** The worker's answer is the plan that the page would make itself: byte for byte, after any history. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Card } from '../../generator/model/card.ts';
import type { Grade, HistoryEvent } from '../../generator/model/history.ts';
import type { Material, ScheduleSource } from '../../generator/model/plan.ts';
import { planSchedule } from '../../generator/schedule/plan.ts';
import { replay } from '../../generator/schedule/replay.ts';
import { answerTo, type PlanTask } from './planning.ts';

const ids = Array.from({ length: 12 }, (_, i) => `chat:question:q${i}`);
const cards = ids.map(
  (id, i): Card => ({
    id,
    kind: 'question',
    subject: 'chat',
    subjectTitle: 'Chat',
    title: `Question ${i}`,
    lenses: ['storage'],
    source: '/problems/chat/',
    targets: [{ round: 'design-1', importance: 1 - i / 20 }],
    mustKnow: i < 3,
    seconds: { first: 80, pass: 30, fail: 75 },
  }),
);
const mock: Material = {
  id: 'mock:design-1',
  kind: 'mock',
  title: 'A mock',
  how: 'Aloud.',
  why: 'It is asked.',
  path: '/rounds/design-1/',
  minutes: 45,
  round: 'design-1',
  importance: 1,
  repeatable: true,
};
const source: ScheduleSource = {
  version: 1,
  name: 'sample',
  candidate: 'Noor Vidal',
  level: 'senior',
  company: 'Quillstone',
  availability: {
    timeZone: 'America/New_York',
    minutesPerDay: { mon: 30, tue: 30, wed: 30, thu: 30, fri: 30, sat: 60, sun: 0 },
    daysOff: ['2026-11-26'],
    sessionMinutes: 45,
    assumed: false,
  },
  rounds: [
    {
      id: 'design-1',
      title: 'System design 1',
      kind: 'system-design',
      startsAt: '2026-12-08T18:00:00.000Z',
      endsAt: '2026-12-08T19:00:00.000Z',
      timeZone: 'America/New_York',
      company: 'Quillstone',
    },
  ],
  cards,
  material: [mock],
};

const grades: Grade[] = [1, 2, 3, 4];
const at = fc
  .integer({ min: Date.UTC(2026, 10, 20), max: Date.UTC(2026, 10, 25) })
  .map((millis) => new Date(millis).toISOString());
const event = fc.oneof(
  fc.record({
    kind: fc.constant('review' as const),
    at,
    card: fc.constantFrom(...ids),
    grade: fc.constantFrom(...grades),
    seconds: fc.integer({ min: 1, max: 90 }),
  }),
  fc.record({ kind: fc.constant('suspend' as const), at, card: fc.constantFrom(...ids) }),
  fc.record({
    kind: fc.constant('done' as const),
    at,
    item: fc.constant(mock.id),
    date: fc.constant('2026-11-24'),
    minutes: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({
    kind: fc.constant('settings' as const),
    at,
    minutesOn: fc.record({ '2026-11-27': fc.integer({ min: 0, max: 90 }) }),
  }),
  fc.record({ kind: fc.constant('undo' as const), at, of: fc.constantFrom('pc-0', 'pc-1', 'pc-2') }),
);
const history = fc
  .array(event, { maxLength: 15 })
  .map((events) => events.map((e, i): HistoryEvent => ({ ...e, id: `pc-${i}` })));

it('is the same plan, whatever was done before', () => {
  fc.assert(
    fc.property(history, (events) => {
      const request = { source, now: '2026-11-25T12:00:00.000Z', history: events };
      const task: PlanTask = { number: 7, request };
      // There and back, as between a page and its worker.
      const answer = structuredClone(answerTo(structuredClone(task)));
      expect(answer.number).toBe(7);
      expect(JSON.stringify(answer.planned?.plan)).toBe(JSON.stringify(planSchedule(request)));
      expect(answer.planned?.progress).toEqual(replay(events));
    }),
    { numRuns: 30 },
  );
});

it('changes nothing of its question, and answers the same to the same', () => {
  const task: PlanTask = { number: 1, request: { source, now: '2026-11-25T12:00:00.000Z', history: [] } };
  const before = JSON.stringify(task);
  expect(JSON.stringify(answerTo(task))).toBe(JSON.stringify(answerTo(task)));
  expect(JSON.stringify(task)).toBe(before);
});

it('where planning fails, the answer says so instead of never coming', () => {
  const availability = { ...source.availability, timeZone: 'Nowhere/At all' };
  const request = { source: { ...source, availability }, now: '2026-11-25T12:00:00.000Z' };
  expect(answerTo({ number: 3, request })).toEqual({ number: 3, planned: undefined });
});
