import { describe, expect, it } from 'vitest';
import type { Card } from '../../generator/model/card.ts';
import type { ScheduleSource } from '../../generator/model/plan.ts';
import { changesSince, snapshotOf } from './changes.ts';

const card = (id: string, title = id): Card => ({
  id,
  kind: 'question',
  subject: 'chat',
  subjectTitle: 'Chat',
  title,
  lenses: [],
  source: '/',
  targets: [{ round: 'design-1', importance: 1 }],
  mustKnow: false,
  seconds: { first: 60, pass: 20, fail: 40 },
});
const source = (cards: Card[], rest: Partial<ScheduleSource> = {}): ScheduleSource => ({
  version: 1,
  name: 'me',
  company: 'Fernwick',
  candidate: 'Ilse',
  level: 'senior',
  availability: {
    timeZone: 'Europe/Berlin',
    minutesPerDay: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1 },
    daysOff: [],
    sessionMinutes: 45,
    assumed: false,
  },
  rounds: [],
  cards,
  material: [],
  ...rest,
});
const before = snapshotOf(source([card('a'), card('b'), card('c')]));

describe('a pack made anew', () => {
  it('is no change where cards were only reworded and reordered', () => {
    expect(
      changesSince(before, source([card('c'), card('a', 'new words'), card('b')]), new Set()),
    ).toBeUndefined();
  });

  it('says what came, what went, and which of those were known', () => {
    expect(changesSince(before, source([card('a'), card('d')]), new Set(['b']))).toEqual({
      come: ['d'],
      gone: ['b', 'c'],
      goneButKnown: ['b'],
      formerly: undefined,
    });
  });

  it('says whose it was where the folder holds another loop now', () => {
    const other = source([card('a'), card('b'), card('c')], { company: 'Quillstone' });
    expect(changesSince(before, other, new Set())?.formerly).toBe('Ilse at Fernwick');
  });

  it('with a card named as a property of all objects is not fooled', () => {
    expect(
      changesSince(before, source([card('a'), card('b'), card('c'), card('constructor')]), new Set())?.come,
    ).toEqual(['constructor']);
  });
});
