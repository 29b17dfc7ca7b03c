/** The last plan, the history and the new plan in; what was left undone since, and what became of it, in words out. */
import type { HistoryEvent } from '../../generator/model/history.ts';
import type { Plan, PlanDay } from '../../generator/model/plan.ts';
import {
  addDays,
  count,
  daysBetween,
  duration,
  listed,
  longDay,
  percent,
  weekdayName,
} from '../views/words.ts';
import type { LastPlan } from './kept.ts';

export function lastPlanOf(plan: Plan): LastPlan {
  const today = plan.days.find((day) => day.date === plan.today);
  return {
    today: plan.today,
    expectedRecall: plan.expectedRecall,
    minutesToday: today ? minutesLeft(today) : 0,
    days: plan.days.map(({ date, minutes, items }) => ({
      date,
      minutes,
      items: items.map(({ id, title, minutes }) => ({ id, title, minutes })),
    })),
    cut: plan.cut.map((item) => item.id),
  };
}

export function minutesLeft(day: PlanDay): number {
  return day.items.filter((item) => !item.done).reduce((sum, item) => sum + item.minutes, 0);
}

/**
 * Lines for the candidate; none where every day since the last plan was kept or had nothing in it. `dateOf` gives an
 * instant's date where the candidate is.
 */
export function redoneSince(
  last: LastPlan,
  plan: Plan,
  events: readonly HistoryEvent[],
  dateOf: (instant: string) => string,
): string[] {
  const settled = settledItems(events, dateOf);
  const passed = last.days.filter((day) => day.date >= last.today && day.date < plan.today);
  const open = passed
    .map((day) => ({ ...day, left: day.items.filter((item) => !settled.has(`${day.date} ${item.id}`)) }))
    .filter((day) => day.left.length > 0);
  if (open.length === 0) return [];
  const whole = open.filter((day) => day.left.length === day.items.length);
  const part = open.filter((day) => day.left.length < day.items.length);
  const name = (date: string) => (daysBetween(date, plan.today) < 7 ? weekdayName(date) : longDay(date));
  const lost = open.flatMap((day) => day.left).reduce((sum, item) => sum + item.minutes, 0);
  const lines = [
    whole.length === 0
      ? ''
      : whole.length <= 3
        ? `You missed ${listed(whole.map((day) => name(day.date)))}.`
        : `You missed ${count(whole.length, 'day')} since ${longDay(last.today)}.`,
    ...part.map((day) => `On ${name(day.date)} ${listed(day.left.map(titleOf))} stayed open.`),
    `That was ${duration(lost)}; the plan was redone from today.`,
    ...whereItWent(open, plan),
    recallLine(last.expectedRecall, plan.expectedRecall),
    cutLine(last, plan),
  ];
  return lines.filter(Boolean);
}

/**
 * "date item" of what was done, skipped or moved away, without what was undone. A day's cards count as kept once one of
 * them was graded: what was left of them the next plan deals out anew.
 */
function settledItems(events: readonly HistoryEvent[], dateOf: (instant: string) => string): Set<string> {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo' ? [event.of] : [])));
  const settled = new Set<string>();
  for (const event of events) {
    if (undone.has(event.id)) continue;
    if (event.kind === 'done' || event.kind === 'skip') settled.add(`${event.date} ${event.item}`);
    if (event.kind === 'review') settled.add(`${dateOf(event.at)} cards:${dateOf(event.at)}`);
    if (event.kind === 'move') settled.add(`${event.from} ${event.item}`);
  }
  return settled;
}

/** Cards are a sum rather than a title. */
const titleOf = ({ id, title }: { id: string; title: string }) =>
  id.startsWith('cards:') ? 'the cards' : `“${title}”`;

/** Where the missed items stand now. Cards spread over all days, so only the others are named. */
function whereItWent(open: { left: LastPlan['days'][number]['items'] }[], plan: Plan): string[] {
  const missed = new Map(
    open
      .flatMap((day) => day.left)
      .filter((i) => !i.id.startsWith('cards:'))
      .map((i) => [i.id, i.title]),
  );
  const day = (date: string) =>
    date === plan.today
      ? 'today'
      : date === addDays(plan.today, 1)
        ? 'tomorrow'
        : daysBetween(plan.today, date) < 7
          ? `on ${weekdayName(date)}`
          : `on ${longDay(date)}`;
  const found = plan.days.flatMap((d) =>
    d.items.filter((i) => missed.has(i.id)).map((i) => `“${i.title}” comes ${day(d.date)}`),
  );
  return found.length === 0 ? [] : [`${listed(found.slice(0, 3))}.`];
}

function recallLine(before: number, after: number): string {
  return percent(before) === percent(after)
    ? `The recall expected on the day stays at ${percent(after)}.`
    : `The recall expected on the day is ${percent(after)} now; it was ${percent(before)}.`;
}

function cutLine(last: LastPlan, plan: Plan): string {
  const fresh = plan.cut.filter((item) => !last.cut.includes(item.id));
  return fresh.length === 0
    ? ''
    : `No longer in the plan: ${listed(fresh.slice(0, 3).map((item) => `“${item.title}”`))}${fresh.length > 3 ? ` and ${fresh.length - 3} more` : ''}.`;
}
