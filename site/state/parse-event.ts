/** One event of the history, checked by hand and put in the order of its schema's keys, so that its JSON is always the same. */
import type { Grade, HistoryEvent } from '../../generator/model/history.ts';
import { type Weekday, weekdays } from '../../generator/model/weekdays.ts';
import {
  amount,
  type Check,
  date,
  fail,
  fields,
  filled,
  instant,
  listOf,
  oneOf,
  only,
  optional,
  type Parsed,
  parsed,
  tableOf,
  text,
  whole,
} from './check.ts';

const grades = [1, 2, 3, 4] as const satisfies readonly Grade[];
const minutes = whole(0, 1440);

const weekdayMinutes: Check<Partial<Record<Weekday, number>>> = (value, at) => {
  const given = fields(value, at);
  only(given, weekdays, at);
  return Object.assign({}, ...weekdays.map((day) => optional(given, day, minutes, at)));
};

const kinds = ['review', 'undo', 'suspend', 'resume', 'done', 'skip', 'move', 'settings'] as const;
const own = {
  review: ['card', 'grade', 'seconds'],
  undo: ['of'],
  suspend: ['card'],
  resume: ['card'],
  done: ['item', 'date', 'minutes'],
  skip: ['item', 'date'],
  move: ['item', 'from', 'to'],
  settings: ['minutesPerDay', 'minutesOn', 'daysOff', 'sessionMinutes', 'rounds'],
} as const satisfies Record<HistoryEvent['kind'], readonly string[]>;

export const event: Check<HistoryEvent> = (value, at) => {
  const given = fields(value, at);
  const kind = oneOf(kinds)(given.kind, `${at}.kind`);
  only(given, ['id', 'at', 'kind', ...own[kind]], at);
  const common = { id: filled(given.id, `${at}.id`), at: instant(given.at, `${at}.at`) };
  const its = <T>(key: string, check: Check<T>) => check(given[key], `${at}.${key}`);
  switch (kind) {
    case 'review':
      return {
        ...common,
        kind,
        card: its('card', text),
        grade: its('grade', oneOf(grades)),
        seconds: its('seconds', amount(0)),
      };
    case 'undo':
      return { ...common, kind, of: its('of', text) };
    case 'suspend':
    case 'resume':
      return { ...common, kind, card: its('card', text) };
    case 'done':
      return {
        ...common,
        kind,
        item: its('item', text),
        date: its('date', date),
        minutes: its('minutes', amount(0)),
      };
    case 'skip':
      return { ...common, kind, item: its('item', text), date: its('date', date) };
    case 'move':
      return { ...common, kind, item: its('item', text), from: its('from', date), to: its('to', date) };
    case 'settings':
      return {
        ...common,
        kind,
        ...optional(given, 'minutesPerDay', weekdayMinutes, at),
        ...optional(given, 'minutesOn', tableOf(date, minutes), at),
        ...optional(given, 'daysOff', listOf(date), at),
        ...optional(given, 'sessionMinutes', whole(5, 480), at),
        ...optional(given, 'rounds', tableOf(text, instant), at),
      };
    default:
      return fail(at, 'a known kind', kind);
  }
};

export function parseEvent(value: unknown, at = 'event'): Parsed<HistoryEvent> {
  return parsed(() => event(value, at));
}
