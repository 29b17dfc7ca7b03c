import { describe, expect, it } from 'vitest';
import type { HistoryEvent } from '../../generator/model/history.ts';
import type { Plan, PlanItem } from '../../generator/model/plan.ts';
import { dateIn } from '../views/outlook.ts';
import { lastPlanOf, redoneSince } from './missed.ts';

const item = (id: string, minutes = 20): PlanItem => ({
  id,
  kind: id.startsWith('cards:') ? 'cards' : 'read',
  title: id,
  how: '',
  why: '',
  path: '/',
  minutes,
});
function plan(today: string, days: Record<string, PlanItem[]>, rest: Partial<Plan> = {}): Plan {
  return {
    today,
    days: Object.entries(days).map(([date, items]) => ({
      date,
      items,
      minutes: items.reduce((sum, i) => sum + i.minutes, 0),
      budget: 60,
      sessions: [],
      recall: 0.5,
      phase: 'depth',
    })),
    weeks: [],
    expectedRecall: 0.96,
    byRound: [],
    mustKnowBelow70: 0,
    heaviestDay: undefined,
    cut: [],
    messages: [],
    ...rest,
  };
}
const berlin = dateIn('Europe/Berlin');
const monday = plan('2026-11-23', {
  '2026-11-23': [item('cards:2026-11-23', 10), item('read:a')],
  '2026-11-24': [item('read:b')],
});
const tuesday = plan('2026-11-24', { '2026-11-24': [item('read:a'), item('read:b')] });
const since = (events: HistoryEvent[], now = tuesday) => redoneSince(lastPlanOf(monday), now, events, berlin);
const done = (of: string): HistoryEvent => ({
  id: `d-${of}`,
  at: '2026-11-23T18:00:00Z',
  kind: 'done',
  item: of,
  date: '2026-11-23',
  minutes: 20,
});
const review = (at: string): HistoryEvent => ({
  id: `r-${at}`,
  at,
  kind: 'review',
  card: 'x',
  grade: 3,
  seconds: 9,
});

describe('what was missed', () => {
  it('is said with what it was worth, where it went and what recall comes to', () => {
    expect(since([], { ...tuesday, expectedRecall: 0.94 })).toEqual([
      'You missed Monday.',
      'That was 30 min; the plan was redone from today.',
      '“read:a” comes today.',
      'The recall expected on the day is 94% now; it was 96%.',
    ]);
  });

  it('is nothing where the day was kept', () => {
    expect(since([done('read:a'), review('2026-11-23T18:00:00Z')])).toEqual([]);
  });

  it('is a part where a part stayed open', () => {
    expect(since([review('2026-11-23T18:00:00Z')])[0]).toBe('On Monday “read:a” stayed open.');
  });

  it('counts a grade to the day it was there, not in UTC', () => {
    // 23:30 UTC is half past midnight on Tuesday in Berlin.
    expect(since([done('read:a'), review('2026-11-23T23:30:00Z')])[0]).toContain('the cards stayed open');
  });

  it('is missed again when what was done was taken back', () => {
    const undo: HistoryEvent = { id: 'u', at: '2026-11-23T19:00:00Z', kind: 'undo', of: 'd-read:a' };
    expect(since([done('read:a'), review('2026-11-23T18:00:00Z'), undo])[0]).toContain(
      '“read:a” stayed open',
    );
  });

  it('names what no longer fits', () => {
    const cut = [{ id: 'read:c', title: 'The last part', importance: 0.1 }];
    expect(since([], { ...tuesday, cut }).at(-1)).toBe('No longer in the plan: “The last part”.');
  });
});
