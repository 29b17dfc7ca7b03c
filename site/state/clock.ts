/**
 * The clock of the schedule pages: the real one, or the sample's day with the real time of day. By `Intl` alone: every page
 * with a button loads it, and a calendar of its own weighs more than the page. The tests hold it against Temporal.
 */
import type { ScheduleSource } from '../../generator/model/plan.ts';

export interface Now {
  /** Instant, ISO 8601 in UTC. */
  instant: string;
  /** The calendar date there where the candidate is. */
  date: string;
  /** "18:30" there. */
  time: string;
}

export interface ClockOptions {
  /** Milliseconds since 1970: `Date.now()`. */
  real: number;
  /** A sample's clock turned by hand. */
  sampleDay?: string | null | undefined;
  /** The latest instant in the history: a sample's clock never runs before it. */
  notBefore?: string | undefined;
}

const dayMillis = 86_400_000;

export function nowOf(
  source: Pick<ScheduleSource, 'asOf' | 'availability'>,
  { real, sampleDay, notBefore }: ClockOptions,
): Now {
  const wall = wallClock(source.availability.timeZone);
  const day = sampleDay ?? source.asOf;
  if (source.asOf === undefined || day === undefined) return said(real, wall);
  const timeOfDay = modulo(wall(real), dayMillis);
  const turned = instantOn(wall, Date.parse(`${day}T00:00:00Z`) + timeOfDay);
  const last = notBefore === undefined ? Number.NEGATIVE_INFINITY : Date.parse(notBefore);
  return said(last >= turned ? last + 1000 : turned, wall);
}

function said(millis: number, wall: Wall): Now {
  const local = new Date(wall(millis)).toISOString();
  return { instant: new Date(millis).toISOString(), date: local.slice(0, 10), time: local.slice(11, 16) };
}

/** An instant as a date and time field takes it, on a zone's clock: "2026-12-18T19:00". */
export function localStart(instant: string, timeZone: string): string {
  return new Date(wallClock(timeZone)(Date.parse(instant))).toISOString().slice(0, 16);
}

/** The instant of a field's date and time on a zone's clock. A time that daylight saving skips is taken an hour later. */
export function instantAt(local: string, timeZone: string): string {
  const wanted = Date.parse(`${local}Z`);
  if (Number.isNaN(wanted)) throw new Error('expected a date and a time');
  return new Date(instantOn(wallClock(timeZone), wanted)).toISOString();
}

/** What a zone's clock on the wall shows at an instant, written down as if it were UTC. */
type Wall = (millis: number) => number;

function wallClock(timeZone: string): Wall {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (millis) => {
    const parts = new Map(format.formatToParts(new Date(millis)).map((p) => [p.type, Number(p.value)]));
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return (
      Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) +
      modulo(millis, 1000)
    );
  };
}

/** The instant at which the clock on the wall shows it: the first of two, and what is skipped goes by the clock before. */
function instantOn(wall: Wall, wanted: number): number {
  const aheadAt = (millis: number) => wall(millis) - millis;
  const before = wanted - aheadAt(wanted - dayMillis);
  const after = wanted - aheadAt(wanted + dayMillis);
  const right = [before, after].filter((millis) => wall(millis) === wanted);
  return right.length > 0 ? Math.min(...right) : before;
}

const modulo = (n: number, by: number) => ((n % by) + by) % by;
