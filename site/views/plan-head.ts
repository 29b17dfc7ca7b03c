/** What the plan comes to: recall by round, minutes, and what does not fit. */
import type { Plan, PlannedRound } from '../../generator/model/plan.ts';
import { type Html, html, withCode } from './html.ts';
import { count, duration, longDay, percent, shortDay } from './words.ts';

export interface PlanHead {
  plan: Plan;
  rounds: readonly PlannedRound[];
  /** The date of a round where the candidate is. */
  dateOf: (round: PlannedRound) => string;
}

export function planHeadView({ plan, rounds, dateOf }: PlanHead): Html {
  const minutes = plan.days.reduce((sum, day) => sum + day.minutes, 0);
  const several = new Set(rounds.map((r) => r.company)).size > 1;
  const heavy = plan.heaviestDay;
  return html`<p class="today-sum"><span><strong>${percent(plan.expectedRecall)}</strong> expected recall on the day</span>
<span><strong>${duration(minutes)}</strong> over ${count(plan.days.filter((day) => day.minutes > 0).length, 'day')}</span>
<span><strong>${plan.mustKnowBelow70}</strong> must-know ${plan.mustKnowBelow70 === 1 ? 'card' : 'cards'} under 70%</span></p>
${
  plan.byRound.length
    ? html`<ul class="by-round">${plan.byRound.flatMap((r) => {
        const round = rounds.find((one) => one.id === r.round);
        return round
          ? html`<li><span>${several ? `${round.company}: ` : ''}${round.title}${round.problemTitle ? `, ${round.problemTitle}` : ''}</span> <span class="what">${shortDay(dateOf(round))} · ${count(r.cards, 'card')}</span> <strong>${percent(r.recall)}</strong></li>`
          : [];
      })}</ul>`
    : ''
}
${heavy ? html`<p class="what">The heaviest day is ${longDay(heavy.date)}, with ${duration(heavy.minutes)}.</p>` : ''}`;
}

export function cutView(plan: Plan): Html {
  if (plan.cut.length === 0) return html`<p>Everything fits.</p>`;
  const shown = plan.cut.slice(0, 12);
  const rest = plan.cut.slice(12);
  const line = (item: Plan['cut'][number]) => html`<li>${withCode(item.title)}</li>`;
  return html`<p>${count(plan.cut.length, 'thing')} will not fit into the minutes there are. The least important went first; here they stand with the most important on top. More minutes bring them back.</p>
<ul class="cut">${shown.map(line)}</ul>${rest.length ? html`<details><summary>${rest.length} more</summary><ul class="cut">${rest.map(line)}</ul></details>` : ''}`;
}
