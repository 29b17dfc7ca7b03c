/**
 * What is kept beside the log: conveniences that can be made again, never the history itself. One that does not pass its
 * check (another version of the page wrote it) counts as absent.
 */
import { cardKindOf } from './card-kinds.ts';
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
  optional,
  parsed,
  tableOf,
  text,
} from './check.ts';

/** Which cards a drill takes. */
export type DrillFilter = ReturnType<typeof filter>;
/** A drill under way, written together with each grade, so that the two cannot disagree after a crash. */
export type DrillSession = ReturnType<typeof session>;
/** The last plan that the page made, as far as it is needed to say what a later one changed. */
export type LastPlan = ReturnType<typeof lastPlan>;
/** What the first plan of a day changed, and why: shown for that day. */
type Redone = ReturnType<typeof redone>;
/** The cards that were there when the candidate last took note. */
export type Snapshot = ReturnType<typeof snapshot>;
/** A session of today's plan under way: what is being done since when. */
export type Sitting = ReturnType<typeof sitting>;

function filter(value: unknown, at: string) {
  const f = fields(value, at);
  return {
    ...optional(f, 'round', text, at),
    ...optional(f, 'lens', text, at),
    ...optional(f, 'kind', cardKindOf, at),
    ...optional(f, 'subject', text, at),
  };
}

/** The filter that an address carries: `?round=design-1&lens=storage`. What it does not know it leaves out. */
export function drillFilter(query: URLSearchParams): DrillFilter {
  const said = parsed(() => filter(Object.fromEntries(query), 'filter'));
  return said.ok ? said.value : {};
}

function step(value: unknown, at: string) {
  const s = fields(value, at);
  return {
    /** The review (or putting aside) that undo takes back. */
    event: filled(s.event, at),
    card: filled(s.card, at),
    /** The queue before it. */
    queue: listOf(text)(s.queue, at),
    /** How often it had failed before. */
    tries: amount(0)(s.tries, at),
    seconds: amount(0)(s.seconds, at),
  };
}

function session(value: unknown, at: string) {
  const s = fields(value, at);
  return {
    /** Changes with every write: a tab that knows another number must look again before it grades. */
    revision: amount(0)(s.revision, at),
    /** The day of the plan it belongs to. */
    date: date(s.date, at),
    /** `plan` counts towards today's item; `free` is practice beyond it. */
    mode: oneOf(['plan', 'free'])(s.mode, at),
    filter: filter(s.filter, at),
    /** Cards still to come, the present one first. */
    queue: listOf(text)(s.queue, at),
    /** What undo goes back through, newest last. */
    past: listOf(step)(s.past, at),
    /** How often each card was failed in this drill. */
    again: tableOf(text, amount(0))(s.again, at),
    /** Time spent, in seconds. */
    seconds: amount(0)(s.seconds, at),
  };
}

function plannedItem(value: unknown, at: string) {
  const i = fields(value, at);
  return { id: text(i.id, at), title: text(i.title, at), minutes: amount(0)(i.minutes, at) };
}

function plannedDay(value: unknown, at: string) {
  const d = fields(value, at);
  return {
    date: date(d.date, at),
    minutes: amount(0)(d.minutes, at),
    items: listOf(plannedItem)(d.items, at),
  };
}

function lastPlan(value: unknown, at: string) {
  const p = fields(value, at);
  return {
    today: date(p.today, at),
    expectedRecall: amount(0)(p.expectedRecall, at),
    /** What today still asks, in minutes. */
    minutesToday: amount(0)(p.minutesToday, at),
    days: listOf(plannedDay)(p.days, at),
    /** Ids of what does not fit. */
    cut: listOf(text)(p.cut, at),
  };
}

function snapshot(value: unknown, at: string) {
  const s = fields(value, at);
  return {
    candidate: text(s.candidate, at),
    company: text(s.company, at),
    /** Titles by card id. */
    cards: tableOf(text, text)(s.cards, at),
  };
}

function redone(value: unknown, at: string) {
  const r = fields(value, at);
  return { on: date(r.on, at), lines: listOf(text)(r.lines, at) };
}

function sitting(value: unknown, at: string) {
  const s = fields(value, at);
  return { date: date(s.date, at), item: text(s.item, at), startedAt: instant(s.startedAt, at) };
}

const orNothing =
  <T>(check: Check<T>): Check<T | null> =>
  (value, at) =>
    value === null ? null : check(value, at);

const device: Check<string> = (value, at) =>
  /^[0-9a-f]{16}$/.test(text(value, at)) ? text(value, at) : fail(at, '16 hexadecimal digits', value);

export interface Kept {
  device: string;
  counter: number;
  session: DrillSession | null;
  lastPlan: LastPlan;
  redone: Redone | null;
  snapshot: Snapshot;
  sitting: Sitting | null;
  /** A sample only: the day that its clock was turned to. */
  sampleDay: string | null;
}
export type KeptKey = keyof Kept;

export const keptChecks: { [K in KeptKey]: Check<Kept[K]> } = {
  device,
  counter: amount(0),
  session: orNothing(session),
  lastPlan,
  redone: orNothing(redone),
  snapshot,
  sitting: orNothing(sitting),
  sampleDay: orNothing(date),
};
