/** The pages' clock against the calendar that the generator uses, in zones with and without daylight saving. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { instantAt, localStart, nowOf } from './clock.ts';

const zones = [
  'UTC',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'America/Sao_Paulo',
];
const zone = fc.constantFrom(...zones);
const millis = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });
const availability = (timeZone: string) => ({
  timeZone,
  minutesPerDay: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1 },
  daysOff: [],
  sessionMinutes: 45,
  assumed: false,
});

it('says date and time as Temporal does', () => {
  fc.assert(
    fc.property(zone, millis, (timeZone, real) => {
      const there = Temporal.Instant.fromEpochMilliseconds(real).toZonedDateTimeISO(timeZone);
      expect(nowOf({ availability: availability(timeZone) }, { real })).toEqual({
        instant: there.toInstant().toString({ fractionalSecondDigits: 3 }),
        date: there.toPlainDate().toString(),
        time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
      });
      expect(localStart(new Date(real).toISOString(), timeZone)).toBe(
        there.toPlainDateTime().toString({ smallestUnit: 'minute' }),
      );
    }),
    { numRuns: 500 },
  );
});

it('finds the instant of a local time as Temporal does, at every change of the clocks too', () => {
  const same = (local: string, timeZone: string): void => {
    expect(`${local} ${instantAt(local, timeZone)}`).toBe(
      `${local} ${Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 })}`,
    );
  };
  fc.assert(
    fc.property(zone, millis, (timeZone, at) => {
      same(new Date(at).toISOString().slice(0, 16), timeZone);
    }),
    { numRuns: 500 },
  );
  // Half hour after half hour of the nights around each change.
  for (const timeZone of zones) {
    let at = Temporal.PlainDate.from('2027-01-01').toZonedDateTime(timeZone);
    for (let next = at.getTimeZoneTransition('next'); next; next = at.getTimeZoneTransition('next')) {
      at = next;
      if (at.year > 2027) break;
      const wall = Date.parse(`${at.toPlainDateTime().toString({ smallestUnit: 'minute' })}Z`);
      for (let half = -12; half <= 12; half += 1)
        same(new Date(wall + half * 1_800_000).toISOString().slice(0, 16), timeZone);
    }
  }
});

it('turns a sample’s day as Temporal does', () => {
  fc.assert(
    fc.property(zone, millis, millis, (timeZone, real, other) => {
      const day = new Date(other).toISOString().slice(0, 10);
      const here = Temporal.Instant.fromEpochMilliseconds(real).toZonedDateTimeISO(timeZone);
      const turned = Temporal.PlainDate.from(day).toZonedDateTime({
        timeZone,
        plainTime: here.toPlainTime(),
      });
      expect(nowOf({ asOf: day, availability: availability(timeZone) }, { real }).instant).toBe(
        turned.toInstant().toString({ fractionalSecondDigits: 3 }),
      );
    }),
    { numRuns: 500 },
  );
});
