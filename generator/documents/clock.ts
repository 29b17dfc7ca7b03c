/** Local times of the loop as instants, and as read on another clock. */
import { Temporal } from 'temporal-polyfill';

/** The instant of a local time, ISO 8601 in UTC. */
export function instantOf(date: string, clock: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(timeZone).toInstant().toString();
}

/** "19:00–19:55" on another clock, with "(+1 day)" or "(−1 day)" where the date differs over there. */
export function clockRange(
  round: { date: string; start: string; end: string },
  from: string,
  to: string,
): string {
  const [start, end] = [round.start, round.end].map((clock) => {
    const there = Temporal.Instant.from(instantOf(round.date, clock, from)).toZonedDateTimeISO(to);
    const days = there.toPlainDate().since(Temporal.PlainDate.from(round.date)).days;
    return {
      time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
      day: days === 0 ? '' : ` (${days > 0 ? '+' : '−'}${Math.abs(days)} day)`,
    };
  });
  if (!start || !end) return '';
  return `${start.time}${start.day === end.day ? '' : start.day}–${end.time}${end.day}`;
}

/** "Friday, December 18, 2026". */
export function longDate(date: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** "America/Los_Angeles" → "Los Angeles". */
export function zoneName(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replace(/_/g, ' ');
}
