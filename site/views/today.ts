/** The page of the day: how much, what first, why; and what comes next. */
import type { Plan, PlanDay, PlanItem, PlannedRound } from '../../generator/model/plan.ts';
import { minutesLeft } from '../state/missed.ts';
import { activityWords } from './activities.ts';
import { type Html, html, withCode } from './html.ts';
import { inDays, sittingsView } from './weeks.ts';
import { count, duration, longDay, percent } from './words.ts';

export interface TodayView {
  plan: Plan;
  live: boolean;
  rounds: readonly PlannedRound[];
  /** The day of the next round. */
  nextRound: { round: PlannedRound; date: string } | undefined;
  /** The item that is being done, and since how many minutes. */
  sitting: { item: string; minutes: number } | undefined;
  /** Entries of today that were skipped or moved away. */
  setAside: { title: string; what: string; undo: string }[];
  /** Minutes that today has. */
  minutesToday: number;
  /** What was graded today. */
  graded: Html | '';
}

export function todayView(v: TodayView): Html {
  const day = v.plan.days.find((d) => d.date === v.plan.today);
  return html`${headView(v, day)}${day ? dayView(v, day) : ''}${nextView(v)}`;
}

function headView({ plan, nextRound }: TodayView, day: PlanDay | undefined): Html {
  const left = day ? minutesLeft(day) : 0;
  return html`<p class="today-sum"><span><strong>${left > 0 ? duration(left) : day?.items.length ? 'Done' : 'Free'}</strong> ${left > 0 ? 'to do today' : 'for today'}</span>
<span><strong>${percent(plan.expectedRecall)}</strong> expected recall on the day</span>
${nextRound ? html`<span><strong>${dayWord(inDays(plan.today, nextRound.date))}</strong> ${nextRound.round.title}, ${longDay(nextRound.date)}</span>` : ''}</p>`;
}

const dayWord = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function dayView(v: TodayView, day: PlanDay): Html {
  const open = day.items.filter((item) => !item.done);
  const item = v.live
    ? { moveTo: v.plan.days.filter((d) => d.budget > 0).map((d) => d.date), full: true }
    : { full: true };
  return html`${startView(v, open, day.items.length)}
${day.items.length > 0 ? html`<div class="today-list">${sittingsView(day, item)}</div>` : html`<p class="nothing">${day.budget === 0 ? 'No minutes are set for today.' : 'Nothing is planned for today.'}</p>`}
${v.graded}${
  v.setAside.length
    ? html`<ul class="set-aside">${v.setAside.map((s) => html`<li><span>${s.title}: ${s.what}</span> <button type="button" data-act="undo-event" data-event="${s.undo}">Undo</button></li>`)}</ul>`
    : ''
}
${v.live ? html`<form class="minutes-today" data-form="minutes-today"><label for="minutes-today">Minutes today</label> <input id="minutes-today" name="minutes" type="number" inputmode="numeric" min="0" max="1440" step="5" value="${v.minutesToday}"> <button type="submit">Plan again</button></form>` : ''}`;
}

function startView(v: TodayView, open: readonly PlanItem[], all: number): Html {
  const running = v.sitting && open.find((item) => item.id === v.sitting?.item);
  if (running && v.sitting)
    return html`<section class="running" aria-label="Under way"><p class="running-what"><span class="entry-kind">${activityWords[running.kind]}</span> <strong>${running.title}</strong></p>
${running.how ? html`<p>${withCode(running.how)}</p>` : ''}
<p class="running-time"><span data-running role="timer">${v.sitting.minutes} min</span> of ${duration(running.minutes)}</p>
<p class="actions"><a class="button primary" href="${running.kind === 'cards' ? '/drill/' : running.path}">Open it</a> <button type="button" data-act="finish" data-item="${running.id}">Done, next</button> <button type="button" data-act="pause">Leave it</button></p></section>`;
  const first = open[0];
  if (!first) return html``;
  const words = `${open.length < all ? 'Go on' : 'Start'}: ${first.title.replaceAll('`', '')}`;
  return v.live
    ? html`<p class="actions"><button type="button" class="primary" data-act="begin" data-item="${first.id}">${words}</button></p>`
    : html`<p class="actions coming"><span class="button primary">${words}</span></p>`;
}

function nextView({ plan }: TodayView): Html {
  const next = plan.days.find((day) => day.date > plan.today && day.items.length > 0);
  if (!next) return html``;
  return html`<h2>Next</h2><p>${longDay(next.date)}, ${duration(next.minutes)}: ${next.items.map((item) => item.title).join('; ')}. <a href="/schedule/">The whole plan</a>, ${count(plan.days.filter((d) => d.items.length > 0).length, 'day')} of it.</p>`;
}
