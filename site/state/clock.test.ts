import { describe, expect, it } from 'vitest';
import { instantAt, localStart, nowOf } from './clock.ts';

const availability = {
  timeZone: 'America/New_York',
  minutesPerDay: { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1 },
  daysOff: [],
  sessionMinutes: 45,
  assumed: false,
};
const real = Date.parse('2027-03-14T04:30:00Z');

describe('the clock', () => {
  it('is the candidate’s, not UTC', () => {
    expect(nowOf({ availability }, { real })).toEqual({
      instant: '2027-03-14T04:30:00.000Z',
      date: '2027-03-13',
      time: '23:30',
    });
  });

  it('of a sample stands on its day at the real time of day', () => {
    const now = nowOf({ asOf: '2026-11-23', availability }, { real });
    expect([now.date, now.time]).toEqual(['2026-11-23', '23:30']);
    expect(nowOf({ asOf: '2026-11-23', availability }, { real, sampleDay: '2026-11-25' }).date).toBe(
      '2026-11-25',
    );
  });

  it('of a sample never runs before what was written on it', () => {
    const notBefore = '2026-11-24T12:00:00.000Z';
    expect(nowOf({ asOf: '2026-11-23', availability }, { real, notBefore }).instant).toBe(
      '2026-11-24T12:00:01.000Z',
    );
  });

  it('takes a local time to its instant and back, on both sides of a change of the clocks', () => {
    for (const local of ['2027-03-13T19:00', '2027-03-14T19:00', '2027-11-07T19:00'])
      expect(localStart(instantAt(local, 'America/New_York'), 'America/New_York')).toBe(local);
    // 02:30 does not exist that night.
    expect(localStart(instantAt('2027-03-14T02:30', 'America/New_York'), 'America/New_York')).toBe(
      '2027-03-14T03:30',
    );
  });
});
