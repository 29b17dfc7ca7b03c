/**
 * A plan and, when there is one, the calendar that was written before in; an iCalendar file (RFC 5545) out.
 *
 * UIDs are stable, so importing it again updates. An event that changed has a higher SEQUENCE than before, one that is no
 * longer planned is cancelled, and what is past stays as it was.
 */
import ICAL from 'ical.js';
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { Plan, ScheduleSource } from '../model/plan.ts';
import { type CalendarEvent, calendarEvents } from './calendar-events.ts';

export interface CalendarOptions {
  /** When a day's first sitting begins, in the candidate's zone: "19:00". */
  at: string;
  /** The text of the file that is going to be replaced. */
  previous?: string | undefined;
}

/** What an earlier file says of an event. */
interface Known {
  uid: string;
  sequence: number;
  stamp: Temporal.Instant;
  /** All that an update would change, as one text. */
  content: string;
  start: Temporal.Instant;
  end: Temporal.Instant;
  zone: string;
  summary: string;
  description: string;
  cancelled: boolean;
}

/** The calendar of a plan; the same plan, options and previous file give the same bytes. */
export function calendarOf(source: ScheduleSource, plan: Plan, options: CalendarOptions): string {
  const today = Temporal.PlainDate.from(plan.today);
  const stamp = today.toZonedDateTime('UTC').toInstant();
  // Where the earlier file is lost, a later day still outranks what a calendar has imported.
  const rising = today.since('2020-01-01').days;
  const domain = `${source.name}.panelprep`;
  const known = new Map(readCalendar(options.previous).map((k) => [k.uid, k]));
  const events = calendarEvents(source, plan, options.at).map((e) => ({ ...e, uid: `${e.uid}@${domain}` }));
  const calendar = ical({
    name: `${source.company} prep`,
    prodId: { company: 'Panelprep', product: 'Panelprep', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    timezone: {
      // A calendar with a zone of its own would write DTSTAMP in it; RFC 5545 wants UTC.
      name: null,
      generator: (zone) => [tzlib_get_ical_block(zone)].flat()[0] ?? null,
    },
  });
  for (const event of events) {
    const before = known.get(event.uid);
    const same = before && !before.cancelled && before.content === contentOf(event);
    calendar.createEvent({
      ...common(event),
      id: event.uid,
      status: ICalEventStatus.CONFIRMED,
      busystatus: event.busy ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
      stamp: at(same ? before.stamp : stamp),
      sequence: same ? before.sequence : Math.max(rising, before ? before.sequence + 1 : 0),
      alarms: event.alarms.map((minutes) => ({
        type: ICalAlarmType.display,
        trigger: minutes * 60,
        description: event.summary,
      })),
    });
  }
  const planned = new Set(events.map((e) => e.uid));
  for (const gone of known.values()) {
    if (planned.has(gone.uid) || !gone.uid.endsWith(`@${domain}`)) continue;
    const past = Temporal.Instant.compare(gone.end, stamp) <= 0;
    const cancel = !past && !gone.cancelled;
    calendar.createEvent({
      ...common({
        ...gone,
        start: gone.start.toZonedDateTimeISO(gone.zone),
        end: gone.end.toZonedDateTimeISO(gone.zone),
      }),
      id: gone.uid,
      status: past && !gone.cancelled ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
      stamp: at(cancel ? stamp : gone.stamp),
      sequence: cancel ? Math.max(rising, gone.sequence + 1) : gone.sequence,
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}

type Timed = Pick<CalendarEvent, 'start' | 'end' | 'summary' | 'description'>;

function common(event: Timed): Pick<ICalEventData, 'start' | 'end' | 'timezone' | 'summary' | 'description'> {
  return {
    start: event.start,
    end: event.end,
    timezone: event.start.timeZoneId,
    summary: event.summary,
    description: event.description,
  };
}

const at = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);

function contentOf({ start, end, summary, description }: Timed): string {
  return [start.toInstant(), end.toInstant(), start.timeZoneId, summary, description].join('\n');
}

/** The events of an earlier file; one that cannot be read counts as none. */
function readCalendar(text: string | undefined): Known[] {
  if (text === undefined) return [];
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    for (const zone of calendar.getAllSubcomponents('vtimezone'))
      ICAL.TimezoneService.register(new ICAL.Timezone(zone));
    return calendar.getAllSubcomponents('vevent').flatMap((component) => {
      const event = new ICAL.Event(component);
      const { uid, summary, description, startDate, endDate } = event;
      const stamp = component.getFirstPropertyValue('dtstamp');
      if (!uid || !(stamp instanceof ICAL.Time)) return [];
      const zone = String(component.getFirstProperty('dtstart')?.getParameter('tzid') ?? 'UTC');
      const start = Temporal.Instant.fromEpochMilliseconds(startDate.toJSDate().getTime());
      const end = Temporal.Instant.fromEpochMilliseconds(endDate.toJSDate().getTime());
      return [
        {
          uid,
          summary: summary ?? '',
          description: description ?? '',
          start,
          end,
          zone,
          content: [start, end, zone, summary ?? '', description ?? ''].join('\n'),
          sequence: event.sequence ?? 0,
          stamp: Temporal.Instant.fromEpochMilliseconds(stamp.toJSDate().getTime()),
          cancelled: component.getFirstPropertyValue('status') === 'CANCELLED',
        },
      ];
    });
  } catch {
    return [];
  }
}
