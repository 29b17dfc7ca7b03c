/** The plan week by week. */
import type { Plan, PlanDay, PlanWeek } from '../../generator/model/plan.ts';
import { type Html, html } from './html.ts';
import { type ItemOptions, itemView } from './item.ts';
import { count, daysBetween, duration, monthDay, percent, shortDay } from './words.ts';

export interface WeeksOptions {
  /** True in the browser, where a history is kept. */
  live: boolean;
  /** The dates of rounds, with what stands there: the plan ends at the last. */
  rounds: ReadonlyMap<string, string>;
}

export function weeksView(plan: Plan, options: WeeksOptions): Html {
  const moveTo = plan.days.filter((day) => day.budget > 0).map((day) => day.date);
  const item: ItemOptions = options.live ? { moveTo } : {};
  return html`${plan.weeks.map((week, i) => weekView(week, plan, { ...options, item, open: i === 0 }))}`;
}

interface WeekOptions extends WeeksOptions {
  item: ItemOptions;
  open: boolean;
}

function weekView(week: PlanWeek, plan: Plan, options: WeekOptions): Html {
  const days = plan.days.filter((day) => day.date >= week.from && day.date <= week.to);
  const last = days.at(-1)?.date ?? week.to;
  return html`<details class="week" id="week-${week.from}"${options.open ? html` open` : ''}>
<summary><h3>${monthDay(days[0]?.date ?? week.from)} to ${monthDay(last)}</h3>
<span class="week-sum">${duration(week.minutes)} of ${duration(week.budget)}<span class="week-cards"> · ${count(week.due, 'review')}, ${week.fresh} new</span> · recall ${percent(week.recall)}</span></summary>
<div class="week-days">${days.map((day) => dayView(day, plan, options))}</div></details>`;
}

function dayView(day: PlanDay, plan: Plan, options: WeekOptions): Html {
  const round = options.rounds.get(day.date);
  const empty = day.items.length === 0;
  return html`<section class="plan-day${empty && !round ? ' empty' : ''}${day.date === plan.today ? ' today' : ''}" id="day-${day.date}">
<h4>${shortDay(day.date)}${day.date === plan.today ? html` <span class="tag here">today</span>` : ''}</h4>
<div>${round ? html`<p class="round-here">${round}</p>` : ''}
${empty ? html`<p class="nothing">${nothing(day)}</p>` : html`<p class="day-sum">${duration(day.minutes)} of ${duration(day.budget)}${day.phase ? html` · ${day.phase}` : ''}</p>${sittingsView(day, options.item)}`}</div></section>`;
}

const nothing = (day: PlanDay) => (day.budget === 0 ? 'Free.' : 'Nothing left to do.');

/** A day of more than one sitting is parted; a day of one is just its list. */
export function sittingsView(day: PlanDay, item: ItemOptions): Html {
  if (day.sessions.length < 2)
    return html`<ol class="entries">${day.items.map((i) => itemView(i, day, item))}</ol>`;
  const done = day.items.filter((i) => i.done);
  return html`${done.length ? html`<ol class="entries">${done.map((i) => itemView(i, day, item))}</ol>` : ''}${day.sessions.map(
    (session, n) => html`<p class="sitting">Sitting ${n + 1}, ${duration(session.minutes)}</p>
<ol class="entries">${session.items.flatMap((id) => day.items.filter((i) => i.id === id)).map((i) => itemView(i, day, item))}</ol>`,
  )}`;
}

/** "in 25 days", "tomorrow", "today" */
export function inDays(from: string, to: string): string {
  const days = daysBetween(from, to);
  return days <= 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}
