/** Plans of odd calendars and any calendar: what must hold whatever the candidate's life is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../model/card.ts';
import type { HistoryEvent } from '../model/history.ts';
import type { Material, Plan, ScheduleSource } from '../model/plan.ts';
import { mergeSources } from './merge-sources.ts';
import { planSchedule } from './plan.ts';

const card = (i: number, size: number, round = 'design-1'): Card => ({
  id: `chat:question:q${i}`,
  kind: 'question',
  subject: 'chat',
  subjectTitle: 'Chat',
  title: `Question ${i}`,
  lenses: ['storage'],
  source: '/problems/chat/',
  targets: [{ round, importance: Math.max(0.01, 1 - i / size) }],
  mustKnow: i < size / 6,
  seconds: { first: 80, pass: 30, fail: 75 },
});
const material = (
  id: string,
  kind: Material['kind'],
  minutes: number,
  more: Partial<Material> = {},
): Material => ({
  id,
  kind,
  title: id,
  how: 'Do it.',
  why: 'It is asked.',
  path: '/rounds/design-1/',
  minutes,
  round: 'design-1',
  importance: 0.8,
  repeatable: false,
  ...more,
});
const things: Material[] = [
  ...[1, 2, 3, 4].map((n) => material(`read:design-1:part-${n}`, 'read', 20, { importance: 1 - n / 50 })),
  material('mock:design-1', 'mock', 60, { importance: 1, repeatable: true }),
  material('whiteboard:chat', 'whiteboard', 25, { repeatable: true }),
  material('estimate:chat', 'estimate', 15, { repeatable: true }),
  material('schema:chat', 'schema', 15, { repeatable: true }),
  material('dive:chat:a', 'dive', 15, { repeatable: true }),
  material('feedback:design-1', 'feedback', 20, { repeatable: true, importance: 0.7 }),
  material('postmortem:chat:a', 'postmortem', 15, { importance: 0.6 }),
  material('postmortem:chat:b', 'postmortem', 15, { importance: 0.5 }),
  material('story:one', 'story', 10, { importance: 0.6, repeatable: true }),
  material('breadth:likeliest', 'breadth', 20, { importance: 0.9 }),
  material('build:storage', 'build', 27, { importance: 0.6 }),
  material('rapid-fire:likeliest', 'rapid-fire', 15, { repeatable: true }),
  material('cheat-sheet:design-1', 'cheat-sheet', 8, { importance: 0.85 }),
  material('refresher:day', 'refresher', 15, { importance: 1 }),
];
const everyDay = (minutes: number) => ({
  mon: minutes,
  tue: minutes,
  wed: minutes,
  thu: minutes,
  fri: minutes,
  sat: minutes,
  sun: minutes,
});
const now = '2027-03-01T07:00:00Z';

function source(
  days: number,
  minutes: number,
  change: Partial<ScheduleSource> = {},
  cards = 60,
): ScheduleSource {
  const startsAt = new Date(Date.parse('2027-03-01T15:00:00Z') + days * 86_400_000).toISOString();
  return {
    version: 1,
    name: 'test',
    company: 'Fernwick',
    candidate: 'Ilse Norrgard',
    level: 'senior',
    availability: {
      timeZone: 'Europe/Berlin',
      minutesPerDay: everyDay(minutes),
      daysOff: [],
      sessionMinutes: 45,
      assumed: false,
    },
    rounds: [
      {
        id: 'design-1',
        title: 'System design',
        kind: 'system-design',
        startsAt,
        endsAt: new Date(Date.parse(startsAt) + 3_300_000).toISOString(),
        timeZone: 'America/New_York',
        company: 'Fernwick',
      },
    ],
    cards: Array.from({ length: cards }, (_, i) => card(i, cards)),
    material: things,
    ...change,
  };
}
const kinds = (plan: Plan) => plan.days.flatMap((d) => d.items.map((i) => i.kind));
const count = (plan: Plan, kind: string) => kinds(plan).filter((k) => k === kind).length;

/** Whatever the plan is, this is true of it. */
function holds(plan: Plan, given: ScheduleSource): void {
  const ends = given.rounds.at(-1)?.startsAt.slice(0, 10) ?? '';
  const fresh = plan.days.flatMap((d) => d.items.flatMap((i) => i.fresh ?? []));
  expect(new Set(fresh).size).toBe(fresh.length);
  const met = new Set<string>();
  for (const d of plan.days) {
    expect(d.minutes, `${d.date} of ${d.budget}`).toBeLessThanOrEqual(d.budget);
    expect(d.date >= plan.today && d.date <= ends).toBe(true);
    if (given.availability.daysOff.includes(d.date)) expect(d.items).toEqual([]);
    const ids = d.items.map((i) => i.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(d.sessions.flatMap((s) => s.items).sort()).toEqual(ids.sort());
    for (const i of d.items) {
      for (const id of i.due ?? [])
        expect(met.has(id) || i.fresh?.includes(id), `${id} is reviewed unseen`).toBe(true);
      for (const id of i.fresh ?? []) met.add(id);
    }
    expect(d.recall).toBeGreaterThanOrEqual(0);
    expect(d.recall).toBeLessThanOrEqual(1);
  }
  expect(plan.weeks.reduce((sum, w) => sum + w.minutes, 0)).toBe(
    plan.days.reduce((sum, d) => sum + d.minutes, 0),
  );
}

describe('any plan', () => {
  it('keeps to the minutes, the days and the order of things', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 70 }),
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 7, maxLength: 7 }),
        fc.array(fc.integer({ min: 0, max: 70 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 120 }),
        fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland'),
        (days, [mon = 0, tue = 0, wed = 0, thu = 0, fri = 0, sat = 0, sun = 0], off, cards, timeZone) => {
          const given = source(days, 0, {}, cards);
          const changed: ScheduleSource = {
            ...given,
            availability: {
              ...given.availability,
              timeZone,
              minutesPerDay: { mon, tue, wed, thu, fri, sat, sun },
              daysOff: off.map((n) => new Date(Date.parse(now) + n * 86_400_000).toISOString().slice(0, 10)),
            },
          };
          const plan = planSchedule({ source: changed, now });
          expect(planSchedule({ source: changed, now })).toEqual(plan);
          const last = new Date(Date.parse(changed.rounds[0]?.startsAt ?? '') + 86_400_000).toISOString();
          holds(plan, { ...changed, rounds: changed.rounds.map((r) => ({ ...r, startsAt: last })) });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('how much time there is', () => {
  it('four weeks: what is asked first, then mocks, then a light eve and a refresher', () => {
    const plan = planSchedule({ source: source(28, 45), now });
    holds(plan, source(28, 45));
    expect(plan.expectedRecall).toBeGreaterThan(0.97);
    expect(plan.mustKnowBelow70).toBe(0);
    expect(count(plan, 'mock')).toBeGreaterThanOrEqual(4);
    const first = plan.days.findIndex((d) => d.items.some((i) => i.kind === 'mock'));
    const read = plan.days.findIndex((d) => d.items.some((i) => i.kind === 'read'));
    expect(read).toBeLessThan(first);
    expect(plan.days.at(-2)).toMatchObject({ phase: 'eve' });
    expect(plan.days.at(-2)?.items.map((i) => i.kind)).toContain('rapid-fire');
    expect(plan.days.at(-1)?.items.map((i) => i.kind)).toEqual(['refresher']);
    expect(plan.days.at(-1)?.minutes).toBeLessThanOrEqual(15);
  });

  it('two, four and eight weeks have different shapes', () => {
    const [two, four, eight] = [14, 28, 56].map((days) => planSchedule({ source: source(days, 45), now }));
    const share = (plan: Plan | undefined, phase: string) =>
      (plan?.days.filter((d) => d.phase === phase).length ?? 0) / (plan?.days.length ?? 1);
    expect(share(eight, 'mocks')).toBeGreaterThan(share(four, 'mocks'));
    expect(share(four, 'mocks')).toBeGreaterThan(share(two, 'mocks') - 0.02);
    expect(two && count(two, 'build')).toBe(0);
    expect(eight && count(eight, 'build')).toBe(1);
    expect(eight && count(eight, 'mock')).toBeGreaterThanOrEqual(9);
    expect(eight && count(eight, 'mock')).toBeLessThanOrEqual(15);
  });

  it('two days give the likeliest cards, a mock or the guide, and the cheat sheets', () => {
    const plan = planSchedule({ source: source(2, 60), now });
    expect(plan.days.map((d) => d.phase)).toEqual(['depth', 'eve', 'day']);
    expect(kinds(plan)).toEqual(expect.arrayContaining(['cards', 'cheat-sheet', 'refresher']));
    const fresh = plan.days.flatMap((d) => d.items.flatMap((i) => i.fresh ?? []));
    expect(fresh).toContain('chat:question:q0');
    expect(plan.cut.length).toBeGreaterThan(0);
    expect(plan.mustKnowBelow70).toBe(0);
  });

  it('the day itself gives the refresher', () => {
    const plan = planSchedule({ source: source(0, 60), now });
    expect(kinds(plan)).toEqual(['refresher']);
  });

  it('two hundred days are planned to the end, and no day is over', () => {
    const plan = planSchedule({ source: source(200, 30), now });
    holds(plan, source(200, 30));
    expect(plan.expectedRecall).toBeGreaterThan(0.95);
  });

  it('no minutes give an honest message', () => {
    const plan = planSchedule({ source: source(20, 0), now });
    expect(kinds(plan)).toEqual([]);
    expect(plan.expectedRecall).toBe(0);
    expect(plan.messages.join(' ')).toMatch(/No minutes are left/);
  });

  it('too little time keeps the most important and lists what is cut by importance', () => {
    const given = source(5, 15, {}, 300);
    const plan = planSchedule({ source: given, now });
    const fresh = new Set(plan.days.flatMap((d) => d.items.flatMap((i) => i.fresh ?? [])));
    const rank = given.cards.filter((c) => fresh.has(c.id)).map((c) => Number(c.id.split('q').at(-1)));
    expect(Math.max(...rank)).toBeLessThan(120);
    expect(plan.cut.filter((c) => c.id.startsWith('chat:')).length).toBe(300 - fresh.size);
    expect(plan.cut.map((c) => c.importance)).toEqual(
      plan.cut.map((c) => c.importance).sort((a, b) => b - a),
    );
    expect(plan.messages.join(' ')).toMatch(/of 300 cards do not fit into/);
  });

  it('after every round there is nothing to plan', () => {
    const plan = planSchedule({ source: source(2, 60), now: '2027-04-01T00:00:00Z' });
    expect(plan.days).toEqual([]);
    expect(plan.messages.join(' ')).toMatch(/over/);
  });
});

describe('calendars', () => {
  it('days off before the loop are kept free, and the eve is the last day with minutes near it', () => {
    const given = source(14, 45);
    const off = ['2027-03-12', '2027-03-13', '2027-03-14'];
    const changed = { ...given, availability: { ...given.availability, daysOff: off } };
    const plan = planSchedule({ source: changed, now });
    holds(plan, changed);
    expect(plan.days.filter((d) => d.phase === 'eve')).toEqual([]);
    expect(plan.days.filter((d) => off.includes(d.date)).every((d) => d.items.length === 0)).toBe(true);
  });

  it('a clock change inside the plan moves no day', () => {
    const plan = planSchedule({ source: source(40, 30), now });
    const dates = plan.days.map((d) => d.date);
    expect(dates).toHaveLength(41);
    expect(new Set(dates).size).toBe(41);
    expect(dates).toContain('2027-03-28');
  });

  it('two loops: what only the second asks is still known then, and what both ask is known twice', () => {
    const given = source(14, 45);
    const [first] = given.rounds;
    if (!first) throw new Error('no round');
    const second = {
      ...first,
      id: 'design-2',
      startsAt: '2027-03-29T15:00:00Z',
      endsAt: '2027-03-29T16:00:00Z',
    };
    const cards = [
      ...given.cards.slice(0, 30),
      ...Array.from({ length: 30 }, (_, i) => ({ ...card(i, 30, 'design-2'), id: `kv:question:q${i}` })),
      {
        ...card(0, 30),
        id: 'both',
        targets: [
          { round: 'design-1', importance: 1 },
          { round: 'design-2', importance: 1 },
        ],
      },
    ];
    const both = { ...given, rounds: [first, second], cards };
    const plan = planSchedule({ source: both, now });
    holds(plan, { ...both, rounds: [second] });
    expect(plan.byRound.map((r) => r.round)).toEqual(['design-1', 'design-2']);
    for (const { recall } of plan.byRound) expect(recall).toBeGreaterThan(0.95);
    const again = plan.days
      .filter((d) => d.date > '2027-03-15')
      .some((d) => d.items.some((i) => i.due?.includes('both')));
    expect(again).toBe(true);
  });

  it('packs of two companies share the minutes', () => {
    const a = source(14, 45, { name: 'a', company: 'Fernwick' });
    const b = source(21, 45, { name: 'b', company: 'Quillstone' });
    const merged = mergeSources([a, b]);
    const plan = planSchedule({ source: merged, now });
    holds(plan, merged);
    expect(merged.cards).toHaveLength(60);
    expect(plan.byRound.map((r) => r.round)).toEqual(['a/design-1', 'b/design-1']);
    expect(mergeSources([a])).toBe(a);
  });
});

describe('what has happened', () => {
  const given = source(14, 45);
  const plan = planSchedule({ source: given, now });
  let serial = 0;
  const event = <T extends object>(at: string, rest: T) => {
    serial += 1;
    return { id: `test-${String(serial).padStart(4, '0')}`, at, ...rest };
  };
  const done = (p: Plan, upTo: string): HistoryEvent[] =>
    p.days
      .filter((d) => d.date < upTo)
      .flatMap((d) =>
        d.items.flatMap((i): HistoryEvent[] => {
          const at = `${d.date}T19:00:00.000Z`;
          const ids = [...(i.fresh ?? []), ...(i.due ?? [])];
          if (i.kind !== 'cards')
            return [event(at, { kind: 'done' as const, item: i.id, date: d.date, minutes: i.minutes })];
          return ids.map((c) =>
            event(at, { kind: 'review' as const, card: c, grade: 3 as const, seconds: 40 }),
          );
        }),
      );

  it('is kept: nothing known is new again, nothing read is read again', () => {
    const history = done(plan, '2027-03-08');
    const next = planSchedule({ source: given, now: '2027-03-08T07:00:00Z', history });
    const known = new Set(history.flatMap((e) => (e.kind === 'review' ? [e.card] : [])));
    const fresh = next.days.flatMap((d) => d.items.flatMap((i) => i.fresh ?? []));
    expect(fresh.filter((id) => known.has(id))).toEqual([]);
    const read = new Set(
      history.flatMap((e) => (e.kind === 'done' && e.item.startsWith('read') ? [e.item] : [])),
    );
    expect(next.days.flatMap((d) => d.items.filter((i) => read.has(i.id)))).toEqual([]);
    expect(next.today).toBe('2027-03-08');
    expect(next.expectedRecall).toBeGreaterThan(plan.expectedRecall - 0.03);
  });

  it('missed days cost little: the rest is planned anew', () => {
    const next = planSchedule({
      source: given,
      now: '2027-03-05T07:00:00Z',
      history: done(plan, '2027-03-02'),
    });
    expect(next.expectedRecall).toBeGreaterThan(0.93);
    for (const d of next.days) expect(d.minutes).toBeLessThanOrEqual(d.budget);
  });

  it('what was done today uses up the day', () => {
    const [today] = plan.days;
    const history = done(
      { ...plan, days: [today ?? plan.days[0] ?? plan.days[1]].flatMap((d) => (d ? [d] : [])) },
      '2027-03-02',
    );
    const next = planSchedule({ source: given, now: '2027-03-01T20:00:00Z', history });
    const open = next.days[0]?.items.filter((i) => !i.done).reduce((sum, i) => sum + i.minutes, 0) ?? 0;
    const spent = history.reduce(
      (sum, e) => sum + (e.kind === 'review' ? e.seconds / 60 : e.kind === 'done' ? e.minutes : 0),
      0,
    );
    expect(open + spent).toBeLessThanOrEqual(45);
    expect(next.days[0]?.items.filter((i) => i.done).length).toBe(
      history.filter((e) => e.kind === 'done').length,
    );
  });

  it('a skipped item is not on that day, a moved one on the day it was moved to', () => {
    const target = plan.days
      .flatMap((d) => d.items.map((i) => ({ d, i })))
      .find(({ i }) => i.kind === 'read');
    if (!target) throw new Error('nothing is read');
    const skip: HistoryEvent = event('2027-03-01T06:00:00.000Z', {
      kind: 'skip' as const,
      item: target.i.id,
      date: target.d.date,
    });
    const skipped = planSchedule({ source: given, now, history: [skip] });
    expect(skipped.days.find((d) => d.date === target.d.date)?.items.map((i) => i.id)).not.toContain(
      target.i.id,
    );
    expect(skipped.days.flatMap((d) => d.items.map((i) => i.id))).toContain(target.i.id);
    const move: HistoryEvent = event('2027-03-01T06:00:00.000Z', {
      kind: 'move' as const,
      item: target.i.id,
      from: target.d.date,
      to: '2027-03-06',
    });
    const moved = planSchedule({ source: given, now, history: [move] });
    const where = moved.days.filter((d) => d.items.some((i) => i.id === target.i.id)).map((d) => d.date);
    expect(where).toEqual(['2027-03-06']);
  });

  it('fewer minutes, a day off and a moved round are planned with', () => {
    const settings: HistoryEvent = event('2027-03-01T06:00:00.000Z', {
      kind: 'settings' as const,
      minutesPerDay: { sat: 0, sun: 0 },
      minutesOn: { '2027-03-02': 10 },
      daysOff: ['2027-03-04'],
      rounds: { 'design-1': '2027-03-22T15:00:00.000Z' },
    });
    const next = planSchedule({ source: given, now, history: [settings] });
    expect(next.days.at(-1)?.date).toBe('2027-03-22');
    expect(next.days.find((d) => d.date === '2027-03-02')?.budget).toBe(10);
    expect(next.days.find((d) => d.date === '2027-03-04')?.items).toEqual([]);
    expect(
      next.days.filter((d) => ['2027-03-06', '2027-03-07'].includes(d.date)).every((d) => d.minutes === 0),
    ).toBe(true);
  });

  it('an undone review never happened, and an undone undo did', () => {
    const review = event('2027-03-01T05:00:00.000Z', {
      kind: 'review' as const,
      card: 'chat:question:q0',
      grade: 3 as const,
      seconds: 30,
    });
    const undo = event('2027-03-01T05:01:00.000Z', { kind: 'undo' as const, of: review.id });
    const redo = event('2027-03-01T05:02:00.000Z', { kind: 'undo' as const, of: undo.id });
    const fresh = (history: HistoryEvent[]) =>
      planSchedule({ source: given, now, history }).days.flatMap((d) =>
        d.items.flatMap((i) => i.fresh ?? []),
      );
    expect(fresh([review])).not.toContain('chat:question:q0');
    expect(fresh([review, undo])).toContain('chat:question:q0');
    expect(fresh([review, undo, redo])).not.toContain('chat:question:q0');
  });

  it('a suspended card is left out, a resumed one is in', () => {
    const out = event('2027-03-01T05:00:00.000Z', { kind: 'suspend' as const, card: 'chat:question:q0' });
    const back = event('2027-03-01T05:10:00.000Z', { kind: 'resume' as const, card: 'chat:question:q0' });
    const ids = (history: HistoryEvent[]) =>
      planSchedule({ source: given, now, history }).days.flatMap((d) =>
        d.items.flatMap((i) => i.fresh ?? []),
      );
    expect(ids([out])).not.toContain('chat:question:q0');
    expect(ids([out, back])).toContain('chat:question:q0');
  });
});
