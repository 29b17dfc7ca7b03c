/** Calendars read back by a second reader. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Plan, PlanDay, ScheduleSource } from '../model/plan.ts';
import { calendarOf } from './calendar.ts';

const source: ScheduleSource = {
  version: 1,
  name: 'sample',
  company: 'Fernwick; Sons, Ltd',
  candidate: 'Ilse Norrgard',
  level: 'senior',
  availability: {
    timeZone: 'Europe/Berlin',
    minutesPerDay: { mon: 45, tue: 45, wed: 45, thu: 45, fri: 45, sat: 45, sun: 45 },
    daysOff: [],
    sessionMinutes: 45,
    assumed: false,
  },
  rounds: [
    {
      id: 'design-1',
      title: 'System design 1',
      kind: 'system-design',
      startsAt: '2027-03-29T17:00:00Z',
      endsAt: '2027-03-29T17:55:00Z',
      timeZone: 'America/Los_Angeles',
      company: 'Fernwick',
      problem: 'chat',
      problemTitle: 'Chat',
    },
  ],
  cards: [],
  material: [],
};

const day = (date: string, minutes: number[], title = 'Read the guide'): PlanDay => ({
  date,
  minutes: minutes.reduce((a, b) => a + b, 0),
  budget: 90,
  items: minutes.map((m, i) => ({
    id: `read:${date}:${i}`,
    kind: 'read',
    title,
    how: `Line one, with a comma; a semicolon, a \\ and Umlauts: ${'äöü'.repeat(40)}`,
    why: 'It is asked.',
    path: '/rounds/design-1/',
    minutes: m,
  })),
  sessions: minutes.map((m, i) => ({ minutes: m, items: [`read:${date}:${i}`] })),
  recall: 0.5,
  phase: 'depth',
});

const planOf = (today: string, days: PlanDay[]): Plan => ({
  today,
  days,
  weeks: [],
  expectedRecall: 0.9,
  byRound: [],
  mustKnowBelow70: 0,
  heaviestDay: undefined,
  cut: [],
  messages: [],
});

interface Event {
  uid: string;
  start: string;
  end: string;
  summary: string;
  description: string;
  sequence: number;
  status: string;
  zone: string;
  alarms: string[];
}

function read(text: string): Map<string, Event> {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return new Map(
    calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return [
        event.uid.split('@')[0] ?? '',
        {
          uid: event.uid,
          start: event.startDate.toJSDate().toISOString(),
          end: event.endDate.toJSDate().toISOString(),
          summary: event.summary,
          description: event.description,
          sequence: event.sequence,
          status: String(component.getFirstPropertyValue('status')),
          zone: String(component.getFirstProperty('dtstart')?.getParameter('tzid')),
          alarms: component
            .getAllSubcomponents('valarm')
            .map((a) => String(a.getFirstPropertyValue('trigger'))),
        },
      ];
    }),
  );
}

// Berlin leaves winter time on 2027-03-28, Los Angeles two weeks before.
const days = [day('2027-03-26', [45, 20]), day('2027-03-28', [30]), day('2027-03-29', [15])];
const plan = planOf('2027-03-20', days);
const text = calendarOf(source, plan, { at: '19:00' });
const events = read(text);

describe('a calendar', () => {
  it('has each sitting at its local hour on both sides of a clock change', () => {
    expect(events.get('2027-03-26-1')).toMatchObject({
      start: '2027-03-26T18:00:00.000Z',
      end: '2027-03-26T18:45:00.000Z',
      zone: 'Europe/Berlin',
    });
    expect(events.get('2027-03-28-1')).toMatchObject({ start: '2027-03-28T17:00:00.000Z' });
  });

  it('parts the sittings of a day', () => {
    expect(events.get('2027-03-26-2')).toMatchObject({ start: '2027-03-26T19:00:00.000Z' });
  });

  it('has rounds in the zone of the company, and says both', () => {
    const round = events.get('round-design-1');
    expect(round).toMatchObject({
      start: '2027-03-29T17:00:00.000Z',
      end: '2027-03-29T17:55:00.000Z',
      zone: 'America/Los_Angeles',
      alarms: ['-P1D', '-PT30M'],
    });
    expect(round?.description).toBe(
      'Mon 2027-03-29, 19:00–19:55 (Europe/Berlin)\nMon 2027-03-29, 10:00–10:55 (America/Los_Angeles)',
    );
  });

  it('puts the last sitting before the round and not over it', () => {
    expect(events.get('2027-03-29-1')).toMatchObject({ end: '2027-03-29T16:30:00.000Z' });
  });

  it('folds lines at 75 octets, ends them with CRLF and keeps what was escaped', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.match(/^DTSTAMP:\d{8}T\d{6}Z\r$/gm)).toHaveLength(5);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(events.get('2027-03-26-1')?.summary).toBe('Fernwick; Sons, Ltd prep: Read the guide');
    expect(events.get('2027-03-26-1')?.description).toContain(
      `a semicolon, a \\ and Umlauts: ${'äöü'.repeat(40)}`,
    );
  });

  it('carries the rules of every zone it names', () => {
    for (const zone of ['Europe/Berlin', 'America/Los_Angeles'])
      expect(text).toContain(`BEGIN:VTIMEZONE\r\nTZID:${zone}\r\n`);
  });

  it('has each UID once, and the same bytes when made again', () => {
    expect(events.size).toBe(5);
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(5);
    expect(calendarOf(source, plan, { at: '19:00' })).toBe(text);
  });
});

describe('a calendar that replaces another', () => {
  const sequenceOf = (id: string, from = events) => from.get(id)?.sequence ?? -1;

  it('stays as it is while the plan does', () => {
    expect(calendarOf(source, { ...plan, today: '2027-03-21' }, { at: '19:00', previous: text })).toBe(text);
  });

  it('raises what changed, cancels what is gone, and leaves the rest and the past alone', () => {
    const later = planOf('2027-03-28', [day('2027-03-28', [30], 'A mock'), day('2027-03-30', [15])]);
    const updated = read(calendarOf(source, later, { at: '19:00', previous: text }));
    expect(sequenceOf('2027-03-28-1', updated)).toBeGreaterThan(sequenceOf('2027-03-28-1'));
    expect(updated.get('2027-03-28-1')?.summary).toContain('A mock');
    expect(updated.get('2027-03-29-1')).toMatchObject({ status: 'CANCELLED' });
    expect(sequenceOf('2027-03-29-1', updated)).toBeGreaterThan(sequenceOf('2027-03-29-1'));
    expect(updated.get('2027-03-26-1')).toMatchObject({
      status: 'CONFIRMED',
      sequence: sequenceOf('2027-03-26-1'),
    });
    expect(updated.get('round-design-1')?.sequence).toBe(sequenceOf('round-design-1'));
    expect(updated.get('2027-03-30-1')).toMatchObject({ status: 'CONFIRMED' });
  });

  it('brings back what was cancelled with a higher number', () => {
    const without = calendarOf(source, planOf('2027-03-21', days.slice(0, 2)), {
      at: '19:00',
      previous: text,
    });
    const again = read(calendarOf(source, planOf('2027-03-21', days), { at: '19:00', previous: without }));
    expect(read(without).get('2027-03-29-1')?.status).toBe('CANCELLED');
    expect(again.get('2027-03-29-1')).toMatchObject({ status: 'CONFIRMED' });
    expect(sequenceOf('2027-03-29-1', again)).toBeGreaterThan(sequenceOf('2027-03-29-1', read(without)));
  });

  it('moves a sitting to another hour with the same UID', () => {
    const moved = read(calendarOf(source, plan, { at: '07:30', previous: text }));
    expect(moved.get('2027-03-26-1')).toMatchObject({ start: '2027-03-26T06:30:00.000Z' });
    expect(moved.size).toBe(5);
  });

  it('outranks an import although the earlier file is lost', () => {
    const later = read(calendarOf(source, { ...plan, today: '2027-03-25' }, { at: '19:00' }));
    expect(sequenceOf('2027-03-28-1', later)).toBeGreaterThan(sequenceOf('2027-03-28-1'));
  });

  it('takes a file that is no calendar for none', () => {
    expect(calendarOf(source, plan, { at: '19:00', previous: 'BEGIN:VCALENDAR\nnonsense' })).toBe(text);
  });
});
