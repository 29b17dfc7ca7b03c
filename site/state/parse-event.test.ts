import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardKinds } from '../../generator/model/card.ts';
import { historyEvent } from '../../generator/model/history.ts';
import { cardKindWords } from './card-kinds.ts';
import { parseEvent } from './parse-event.ts';

const at = '2026-11-25T18:30:00.000Z';
const mostly = <T>(right: T, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: wrong });
const wrongDays = fc.constantFrom(
  '2026-11-25',
  '2024-02-29',
  '2026-02-29',
  '2026-13-01',
  '0000-01-01',
  '26-1-1',
  '',
);
const days = mostly('2026-11-25', wrongDays);
const wrongInstants = fc.constantFrom(
  at,
  '2026-11-25T18:30Z',
  '2026-11-25T18:30:00+01:00',
  '2026-02-30T10:00:00Z',
  '2026-11-25T24:00:00Z',
  '2026-11-25',
  '2026-11-25T18:30:00.123456789Z',
);
const instants = mostly(at, wrongInstants);
const numbers = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 480 }) },
  fc.integer({ min: -2, max: 1500 }),
  fc.constantFrom(0.5, 1e300, -0, 2 ** 53),
);
const words = fc.constantFrom('chat:question:key', '', 'mock:design-1');
const anything = fc.oneof(words, numbers, days, instants, fc.constantFrom(null, true, [], {}));
const table = (key: fc.Arbitrary<string>, value: fc.Arbitrary<unknown>) =>
  fc.dictionary(key, value, { maxKeys: 3 });

/** Objects near to an event: right keys mostly, values right or wrong, now and then a key too many. */
const nearEvent = fc.record(
  {
    id: mostly<unknown>('a', fc.oneof(words, anything)),
    at: mostly<unknown>(at, fc.oneof(instants, anything)),
    kind: fc.constantFrom('review', 'undo', 'suspend', 'resume', 'done', 'skip', 'move', 'settings', 'other'),
    card: mostly<unknown>('a', fc.oneof(words, anything)),
    grade: mostly<unknown>(3, fc.oneof(fc.integer({ min: 0, max: 5 }), anything)),
    seconds: numbers,
    of: words,
    item: words,
    date: days,
    minutes: numbers,
    from: days,
    to: days,
    minutesPerDay: table(fc.constantFrom('mon', 'sun', 'day'), numbers),
    minutesOn: table(days, numbers),
    daysOff: fc.oneof(fc.array(days, { maxLength: 2 }), anything),
    sessionMinutes: numbers,
    rounds: table(words, instants),
  },
  { requiredKeys: ['id', 'at', 'kind'] },
);
const own: Record<string, string[]> = {
  review: ['card', 'grade', 'seconds'],
  undo: ['of'],
  suspend: ['card'],
  resume: ['card'],
  done: ['item', 'date', 'minutes'],
  skip: ['item', 'date'],
  move: ['item', 'from', 'to'],
  settings: ['minutesPerDay', 'minutesOn', 'daysOff', 'sessionMinutes', 'rounds'],
};
/** Mostly without the keys of other kinds, or nothing would ever pass. */
const events = fc
  .tuple(nearEvent, fc.integer({ min: 0, max: 9 }))
  .map(([event, dice]) =>
    dice === 0
      ? event
      : Object.fromEntries(
          Object.entries(event).filter(([k]) => ['id', 'at', 'kind', ...(own[event.kind] ?? [])].includes(k)),
        ),
  );

describe('an event read by hand', () => {
  it('is taken exactly where the schema takes it, and reads as the same', () => {
    let taken = 0;
    fc.assert(
      fc.property(events, (value) => {
        const schema = historyEvent.safeParse(value);
        const ours = parseEvent(value);
        expect(ours.ok, JSON.stringify(value)).toBe(schema.success);
        if (ours.ok && schema.success) {
          taken += 1;
          expect(ours.value).toEqual(schema.data);
          // Read by the schema it keeps its order, so that a checksum over it holds on both sides.
          expect(JSON.stringify(historyEvent.parse(ours.value))).toBe(JSON.stringify(ours.value));
        }
      }),
      { numRuns: 4000, seed: 5 },
    );
    expect(taken).toBeGreaterThan(400);
  });

  it('has one JSON, whatever the order of its keys', () => {
    const a = parseEvent({ kind: 'undo', of: 'x', at, id: 'y' });
    const b = parseEvent({ id: 'y', at, kind: 'undo', of: 'x' });
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  });

  it.each([
    [null, 'event: expected an object, found null'],
    [{ id: 'a', at, kind: 'nap' }, 'event.kind: expected review, undo'],
    [{ id: 'a', at, kind: 'undo', of: 'b', why: 'c' }, 'expected the keys id, at, kind, of, found "why"'],
    [
      { id: 'a', at, kind: 'review', card: 'c', grade: 5, seconds: 2 },
      'event.grade: expected 1, 2, 3, 4, found 5',
    ],
    [{ id: 'a', at: 'noon', kind: 'undo', of: 'b' }, 'event.at: expected an instant such as'],
  ])('says what is wrong with %j', (value, said) => {
    const read = parseEvent(value);
    expect(read.ok ? 'taken' : read.fault).toContain(said);
  });
});

it('the page’s own lists are those of the model', () => {
  expect(Object.keys(cardKindWords)).toEqual([...cardKinds]);
});
