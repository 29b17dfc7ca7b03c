/** A plan in; the events of its calendar out, each with its place in time. */
import { Temporal } from 'temporal-polyfill';
import type { Plan, PlanDay, PlanItem, PlannedRound, ScheduleSource } from '../model/plan.ts';

export interface CalendarEvent {
  /** Stable over rebuilds: `2026-11-25-1` the first sitting of a day, `round-design-1`. */
  uid: string;
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
  summary: string;
  description: string;
  /** Minutes before the start. */
  alarms: number[];
  busy: boolean;
}

/** Between two sittings of a day, in minutes. */
const pause = 15;
/** A sitting on the day of a round ends this many minutes before the round. */
const beforeRound = 30;

/** `at` is the local time of day, "19:00", at which a day's first sitting begins. */
export function calendarEvents(source: ScheduleSource, plan: Plan, at: string): CalendarEvent[] {
  return [
    ...plan.days.flatMap((day) => sittingsOf(day, source, at)),
    ...source.rounds.map((round) => roundEvent(round, source)),
  ];
}

function sittingsOf(day: PlanDay, source: ScheduleSource, at: string): CalendarEvent[] {
  const { timeZone } = source.availability;
  const byId = new Map(day.items.map((item) => [item.id, item]));
  const sittings = day.sessions.filter((s) => s.minutes > 0);
  const whole = sittings.reduce((sum, s) => sum + Math.ceil(s.minutes), 0) + pause * (sittings.length - 1);
  let start = startOf(day.date, at, whole, source);
  return sittings.map((sitting, i) => {
    const items = sitting.items.flatMap((id) => byId.get(id) ?? []);
    const from = start.withTimeZone(timeZone);
    const end = from.add({ minutes: Math.ceil(sitting.minutes) });
    start = end.add({ minutes: pause });
    return {
      uid: `${day.date}-${i + 1}`,
      start: from,
      end,
      summary: `${source.company} prep: ${headline(items)}`,
      description: items.map(lineOf).join('\n\n'),
      alarms: [10],
      busy: true,
    };
  });
}

/** At the usual hour, or as much earlier as the day's first round asks for. */
function startOf(date: string, at: string, minutes: number, source: ScheduleSource): Temporal.ZonedDateTime {
  const zone = source.availability.timeZone;
  const usual = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(at),
  });
  const first = source.rounds
    .map((r) => Temporal.Instant.from(r.startsAt).toZonedDateTimeISO(zone))
    .filter((r) => r.toPlainDate().toString() === date)
    .sort(Temporal.ZonedDateTime.compare)[0];
  if (!first) return usual;
  const latest = first.subtract({ minutes: beforeRound + minutes });
  return Temporal.ZonedDateTime.compare(usual, latest) > 0 ? latest : usual;
}

/** What a sitting is for: "12 new cards, 20 reviews, Mock of System design 1". */
function headline(items: readonly PlanItem[]): string {
  const fresh = items.reduce((sum, i) => sum + (i.fresh?.length ?? 0), 0);
  const due = items.reduce((sum, i) => sum + (i.due?.length ?? 0), 0);
  const said = [
    ...(fresh > 0 ? [`${fresh} new ${fresh === 1 ? 'card' : 'cards'}`] : []),
    ...(due > 0 ? [`${due} ${due === 1 ? 'review' : 'reviews'}`] : []),
    ...items.filter((i) => i.kind !== 'cards').map((i) => short(i.title)),
  ];
  return said.join(', ') || 'free';
}

/** A title that fits a calendar's box: "Chat with an LLM, part 1 of 5". */
function short(title: string): string {
  return title.replace(/: .*$/, '');
}

function lineOf(item: PlanItem): string {
  return `${item.title} (${Math.round(item.minutes)} min)\n${item.how}\nWhy: ${item.why}`;
}

function roundEvent(round: PlannedRound, source: ScheduleSource): CalendarEvent {
  const start = Temporal.Instant.from(round.startsAt).toZonedDateTimeISO(round.timeZone);
  const end = Temporal.Instant.from(round.endsAt).toZonedDateTimeISO(round.timeZone);
  const there = hours(start, end);
  const here = hours(
    start.withTimeZone(source.availability.timeZone),
    end.withTimeZone(source.availability.timeZone),
  );
  return {
    uid: `round-${round.id}`,
    start,
    end,
    summary: `${round.company}: ${round.title}${round.problemTitle ? ` (prepared: ${round.problemTitle})` : ''}`,
    description: there === here ? there : `${here}\n${there}`,
    alarms: [24 * 60, 30],
    busy: true,
  };
}

/** "Fri 2026-12-18, 19:00–19:55 (Europe/Berlin)". */
function hours(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): string {
  const clock = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' });
  const day = from.toLocaleString('en-US', { weekday: 'short' });
  return `${day} ${from.toPlainDate()}, ${clock(from)}–${clock(to)} (${from.timeZoneId})`;
}
