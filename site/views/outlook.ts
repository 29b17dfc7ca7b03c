/** What the schedule pages are views of: the plan and the day, at build and again in the browser. */
import type { Plan, PlannedRound, ScheduleSource } from '../../generator/model/plan.ts';
import type { Progress } from '../../generator/schedule/replay.ts';
import { monthDay } from './words.ts';

export interface Outlook {
  /** As the candidate has changed it: minutes, days off, moved rounds. */
  source: ScheduleSource;
  plan: Plan;
  /** The candidate's calendar date. */
  today: string;
  progress: Progress;
  /** True in the browser, where a history is kept. */
  live: boolean;
}

/** An instant's calendar date in a zone: "2026-11-25". */
export function dateIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (instant) => format.format(new Date(instant));
}

/** A round's date where the candidate is. */
export function roundDate({ source }: Outlook): (round: PlannedRound) => string {
  const date = dateIn(source.availability.timeZone);
  return (round) => date(round.startsAt);
}

/** Rounds that are still to come, by the plan's day. */
export function comingRounds(outlook: Outlook): PlannedRound[] {
  const date = roundDate(outlook);
  return outlook.source.rounds.filter((round) => date(round) >= outlook.today);
}

/** What stands on the dates of rounds: "System design 1 (19:00), Culture and values (22:15)", on the candidate's clock. */
export function roundsByDate(outlook: Outlook): Map<string, string> {
  const { timeZone } = outlook.source.availability;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
  const date = roundDate(outlook);
  const said = new Map<string, string>();
  for (const round of outlook.source.rounds) {
    const words = `${round.title} at ${clock.format(new Date(round.startsAt))}`;
    const there = said.get(date(round));
    said.set(date(round), there ? `${there}, ${words}` : words);
  }
  return said;
}

/** "Nov 23 to Dec 18" */
export function spanOf(plan: Plan): string {
  const [first, last] = [plan.days[0], plan.days.at(-1)];
  return first && last ? `${monthDay(first.date)} to ${monthDay(last.date)}` : monthDay(plan.today);
}
