/** Rules between times, days and zones: of the rounds, and of the candidate's preparation before them. */
import { Temporal } from 'temporal-polyfill';
import { minutesOf } from '../model/loop.ts';
import { at, type CrossChecked, type Rule, roundsOf } from './cross-rule.ts';
import { short } from './describe-value.ts';
import { nearest, suggest } from './nearest.ts';
import type { Path, YamlSource } from './yaml-source.ts';

export const roundIdsAreUnique: Rule = ({ loop, sources }) => {
  const rounds = roundsOf(loop);
  return rounds.flatMap(({ round, r }) =>
    round.id !== undefined && rounds.some((x) => x.round.id === round.id && x.r < r)
      ? at(
          sources.loop,
          ['rounds', r, 'id'],
          'error',
          `the round id "${round.id}" twice`,
          'an id of its own',
          `Write "${round.id}-2".`,
        )
      : [],
  );
};

export const roundsRunForward: Rule = ({ loop, sources }) =>
  roundsOf(loop).flatMap(({ round: { start, end }, r }) =>
    start !== undefined && end !== undefined && end <= start
      ? at(
          sources.loop,
          ['rounds', r, 'end'],
          'error',
          `an end at ${end} for a start at ${start}`,
          'an end after the start',
          'Write the later time under end, on a clock of 24 hours: "13:30" for half past one. A round ends on its own day.',
        )
      : [],
  );

export const roundsDoNotOverlap: Rule = ({ loop, sources }) => {
  const timed = roundsOf(loop).flatMap(({ round: { id, date = loop?.date, start, end }, r }) =>
    start === undefined || end === undefined ? [] : [{ id: id ?? `round ${r + 1}`, date, start, end, r }],
  );
  return timed.flatMap((round, i) => {
    const clash = timed
      .slice(0, i)
      .find((x) => x.date === round.date && x.start < round.end && round.start < x.end);
    return clash
      ? at(
          sources.loop,
          ['rounds', round.r, 'start'],
          'error',
          `"${round.id}" from ${round.start} to ${round.end}`,
          `a time that does not overlap "${clash.id}" (${clash.start} to ${clash.end})`,
          'Move one of them.',
        )
      : [];
  });
};

export const designRoundsHaveMinutes: Rule = ({ loop, sources }) =>
  roundsOf(loop).flatMap(({ round: { kind, start, end }, r }) => {
    if (kind !== 'system-design' || start === undefined || end === undefined) return [];
    const minutes = minutesOf(end) - minutesOf(start);
    return minutes > 0 && minutes < 15
      ? at(
          sources.loop,
          ['rounds', r, 'end'],
          'error',
          `a design round of ${minutes} minutes`,
          'at least 15 minutes',
          'Check start and end.',
        )
      : [];
  });

export const zonesExist: Rule = ({ loop, profile, sources }) => {
  const zones: [string | undefined, YamlSource | undefined, Path][] = [
    [loop?.timeZone, sources.loop, ['timeZone']],
    [profile?.availability?.timeZone, sources.profile, ['availability', 'timeZone']],
  ];
  return zones.flatMap(([zone, source, path]) =>
    zone === undefined || isZone(zone)
      ? []
      : at(
          source,
          path,
          'error',
          `the unknown time zone "${short(zone)}"`,
          'an IANA time zone, Continent/City',
          mendZone(zone),
        ),
  );
};

export const loopIsAhead: Rule = ({ loop, today, sources }) => {
  const first = loop?.asOf ?? today;
  if (loop?.date === undefined) return [];
  if (loop.date < first)
    return at(
      sources.loop,
      ['date'],
      'warning',
      `${loop.date}, which is past`,
      `a day from ${first} on`,
      'Check the year; the pack is built all the same.',
    );
  const years = Number(loop.date.slice(0, 4)) - Number(first.slice(0, 4));
  return years > 2
    ? at(
        sources.loop,
        ['date'],
        'warning',
        `${loop.date}, ${years} years ahead`,
        'the day of the interview',
        'Check the year.',
      )
    : [];
};

/** A time that the clocks skip is an error; one that they show twice is said. */
export const timesExistOnce: Rule = ({ loop, sources }) => {
  const zone = loop?.timeZone;
  if (zone === undefined || !isZone(zone)) return [];
  return roundsOf(loop).flatMap(({ round, r }) => {
    const date = round.date ?? loop?.date;
    if (date === undefined) return [];
    return (['start', 'end'] as const).flatMap((key) => {
      const clock = round[key];
      if (clock === undefined) return [];
      const wanted = Temporal.PlainDateTime.from(`${date}T${clock}`);
      const [early, late] = (['earlier', 'later'] as const).map((disambiguation) =>
        wanted.toZonedDateTime(zone, { disambiguation }),
      ) as [Temporal.ZonedDateTime, Temporal.ZonedDateTime];
      if (early.equals(late)) return [];
      const path = ['rounds', r, key];
      if (late.toPlainDateTime().equals(wanted))
        return at(
          sources.loop,
          path,
          'warning',
          `${clock} on ${date}, which comes twice in ${zone}`,
          'a time that comes once',
          `The clocks go back that day; the first one (UTC${early.offset}) is taken. Ask the recruiter whether it is the one.`,
        );
      return at(
        sources.loop,
        path,
        'error',
        `${clock} on ${date}, which does not exist in ${zone}`,
        'a time that the clocks show',
        `The clocks go forward that day: write "${late.toPlainTime().toString({ smallestUnit: 'minute' })}", or check date and zone.`,
      );
    });
  });
};

export const roundsAreNotBefore: Rule = ({ loop, sources }) =>
  roundsOf(loop).flatMap(({ round: { date }, r }) =>
    date !== undefined && loop?.date !== undefined && date < loop.date
      ? at(
          sources.loop,
          ['rounds', r, 'date'],
          'warning',
          `a round on ${date}, before the interview day ${loop.date}`,
          'the interview day or a later one',
          `Write the first day under date (date: ${date}); preparation ends there.`,
        )
      : [],
  );

export const availabilityStartsBefore: Rule = (all) => {
  const { profile, loop, sources } = all;
  const start = profile?.availability?.start;
  return start !== undefined && loop?.date !== undefined && start > loop.date && !isPast(all)
    ? at(
        sources.profile,
        ['availability', 'start'],
        'error',
        `a start on ${start}, after the interview on ${loop.date}`,
        `a day before ${loop.date}`,
        'Write the first day on which you prepare, or leave start out for today.',
      )
    : [];
};

export const daysOffMatter: Rule = ({ profile, loop, sources }) => {
  const { start, daysOff } = profile?.availability ?? {};
  const end = loop?.date;
  // A profile that several loops share has days off for all of them.
  if (end === undefined || loop?.profile !== undefined) return [];
  return (daysOff ?? []).flatMap((day, i) => {
    if (day === undefined || (day < end && (start === undefined || day >= start))) return [];
    return at(
      sources.profile,
      ['availability', 'daysOff', i],
      'warning',
      `a day off on ${day}, when nothing is planned`,
      start === undefined ? `a day before ${end}` : `a day from ${start} to the day before ${end}`,
      'Delete it, or check the month and the year.',
    );
  });
};

/** Fewer minutes than one round takes to prepare. */
const fewMinutes = 120;

export const minutesAreEnough: Rule = (all) => {
  const { profile, loop, sources, today } = all;
  const { availability } = profile ?? {};
  const { start, minutesPerDay, daysOff = [] } = availability ?? {};
  if (
    !minutesPerDay ||
    isPartly(minutesPerDay, all) ||
    loop?.date === undefined ||
    isPast(all) ||
    (start !== undefined && start > loop.date)
  )
    return [];
  const now = loop.asOf ?? today;
  const first = start !== undefined && start > now ? start : now;
  let minutes = 0;
  let day = Temporal.PlainDate.from(first);
  for (let i = 0; i < 400 && day.toString() < loop.date && minutes < fewMinutes; i++) {
    if (!daysOff.includes(day.toString()))
      minutes += minutesPerDay[weekdays[day.dayOfWeek - 1] ?? 'mon'] ?? 0;
    day = day.add({ days: 1 });
  }
  return minutes >= fewMinutes
    ? []
    : at(
        sources.profile,
        ['availability', 'minutesPerDay'],
        'warning',
        `${minutes === 0 ? 'no minutes' : `only ${minutes} minutes`} from ${first} until the interview on ${loop.date}`,
        `at least ${fewMinutes} minutes`,
        'Give more minutes or fewer days off if you can: { sat: 90, sun: 60 }. The plan keeps to what matters most.',
      );
};

/** Whether some of the minutes were refused: then there is no sum. */
function isPartly(minutes: Readonly<Record<string, number | undefined>>, { sources }: CrossChecked): boolean {
  const written = Object(Object(Object(sources.profile?.value).availability).minutesPerDay);
  return Object.keys(written).some((day) => minutes[day] === undefined);
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function isPast({ loop, today }: CrossChecked): boolean {
  return loop?.date !== undefined && loop.date < (loop.asOf ?? today);
}

/** Abbreviations have several meanings; a city has one. */
const zoneOfAbbreviation: Record<string, string> = {
  PT: 'America/Los_Angeles',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  MT: 'America/Denver',
  MDT: 'America/Denver',
  CT: 'America/Chicago',
  CDT: 'America/Chicago',
  ET: 'America/New_York',
  EDT: 'America/New_York',
  BST: 'Europe/London',
  CEST: 'Europe/Berlin',
  EEST: 'Europe/Helsinki',
  IST: 'Asia/Kolkata',
  SGT: 'Asia/Singapore',
  AEST: 'Australia/Sydney',
};

function mendZone(zone: string): string {
  const known = zoneOfAbbreviation[zone.trim().toUpperCase()];
  if (known !== undefined) return `Write the zone of a city: ${known}.`;
  const zones = Intl.supportedValuesOf('timeZone');
  const city = zone.trim().toLowerCase().replace(/\s+/g, '_');
  const near = zones.find((z) => z.toLowerCase().endsWith(`/${city}`));
  if (near !== undefined) return `Did you mean "${near}"?`;
  return zone.includes('/') && nearest(zone, zones)
    ? suggest(zone, zones)
    : 'Write the zone of a city: Europe/Berlin.';
}

function isZone(zone: string): boolean {
  try {
    // Temporal is stricter than Intl, which takes some abbreviations.
    Temporal.PlainDateTime.from('2026-01-01').toZonedDateTime(zone);
    return true;
  } catch {
    return false;
  }
}
