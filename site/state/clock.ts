/** The clock of the schedule pages: the real one, or the sample's day with the real time of day. */
import { Temporal } from 'temporal-polyfill';
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

export function nowOf(
  source: Pick<ScheduleSource, 'asOf' | 'availability'>,
  { real, sampleDay, notBefore }: ClockOptions,
): Now {
  const here = Temporal.Instant.fromEpochMilliseconds(real).toZonedDateTimeISO(source.availability.timeZone);
  const day = sampleDay ?? source.asOf;
  if (source.asOf === undefined || day === undefined) return said(here);
  const turned = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: here.timeZoneId,
    plainTime: here.toPlainTime(),
  });
  const last =
    notBefore === undefined
      ? undefined
      : Temporal.Instant.from(notBefore).toZonedDateTimeISO(here.timeZoneId);
  return said(
    last !== undefined && Temporal.ZonedDateTime.compare(last, turned) >= 0
      ? last.add({ seconds: 1 })
      : turned,
  );
}

function said(at: Temporal.ZonedDateTime): Now {
  return {
    instant: at.toInstant().toString({ fractionalSecondDigits: 3 }),
    date: at.toPlainDate().toString(),
    time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** An instant as a date and time field takes it, on a zone's clock: "2026-12-18T19:00". */
export function localStart(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/** The instant of a field's date and time on a zone's clock. A time that daylight saving skips is taken an hour later. */
export function instantAt(local: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(local)
    .toZonedDateTime(timeZone)
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}
