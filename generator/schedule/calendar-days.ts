/** Availability and rounds in; the days of the plan with their minutes out. Days are those of the candidate's zone. */
import type { ScheduleSource } from '../model/plan.ts';
import { weekdays } from '../model/weekdays.ts';
import type { Progress } from './replay.ts';

export interface StudyDay {
  date: string;
  /** Minutes available. */
  budget: number;
  /** Minutes of them already spent: today's. */
  spent: number;
  /** Days from the plan's `now` to the hour of study, at least 0. */
  at: number;
  /** The day of a round: a refresher only. */
  ofRound: boolean;
}

export interface Exam {
  /** Rounds on one local date are one exam; importance adds up. */
  rounds: readonly string[];
  date: string;
  /** Index of that date in the plan's days. */
  day: number;
  /** Days from `now` to the first of its rounds. */
  at: number;
}

const dayMillis = 86_400_000;
/** The evening, in hours: when a day's study is taken to happen. */
const studyHour = 19;
/** A refresher takes this many minutes of a round's day. */
const refresherMinutes = 15;

/** Today to the last round's day; empty when every round is over. */
export function studyDays(
  source: ScheduleSource,
  progress: Progress,
  now: string,
): { today: string; days: StudyDay[]; exams: Exam[] } {
  const { timeZone, minutesPerDay, daysOff, start } = source.availability;
  const local = localIn(timeZone);
  const { date: today, hours: hour } = local(now);
  const coming = source.rounds.filter((r) => Date.parse(r.startsAt) > Date.parse(now));
  const dates = new Map<string, typeof coming>();
  for (const r of coming) {
    const { date } = local(r.startsAt);
    dates.set(date, [...(dates.get(date) ?? []), r]);
  }
  const last = [...dates.keys()].sort().at(-1);
  if (last === undefined) return { today, days: [], exams: [] };
  const off = new Set(daysOff);
  const spentToday = progress.spent
    .filter((s) => local(s.at).date === today)
    .reduce((sum, s) => sum + s.seconds / 60, 0);
  const days: StudyDay[] = [];
  for (let date = today; date <= last; date = addDays(date, 1)) {
    const weekday = weekdays[(weekdayOf(date) + 6) % 7] ?? 'mon';
    const closed = off.has(date) || (start !== undefined && date < start);
    const minutes = progress.minutesOn[date] ?? (closed ? 0 : minutesPerDay[weekday]);
    const ofRound = dates.has(date);
    const from = days.length;
    days.push({
      date,
      budget: ofRound ? Math.min(refresherMinutes, minutes) : minutes,
      spent: from === 0 ? spentToday : 0,
      at: from === 0 ? 0 : Math.max(0, from + (studyHour - hour) / 24),
      ofRound,
    });
  }
  const exams = [...dates]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([date, rounds]) => ({
      rounds: rounds.map((r) => r.id),
      date,
      day: days.findIndex((d) => d.date === date),
      at: Math.min(...rounds.map((r) => (Date.parse(r.startsAt) - Date.parse(now)) / dayMillis)),
    }));
  return { today, days, exams };
}

/** The date `days` later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * dayMillis).toISOString().slice(0, 10);
}

/** 0 for Sunday, as `Date` has it. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay();
}

/** An instant's local date, and the hours since its midnight by the clock on the wall. */
function localIn(timeZone: string): (instant: string) => { date: string; hours: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(new Date(instant)).map((p) => [p.type, p.value]));
    return {
      date: `${parts.year}-${parts.month}-${parts.day}`,
      hours: Number(parts.hour) + Number(parts.minute) / 60,
    };
  };
}
