/** Load and predicted recall as pictures, each with its sentence and the same as a table. Geometry is in attributes only. */
import type { Plan } from '../../generator/model/plan.ts';
import { type Html, html } from './html.ts';
import { duration, monthDay, percent, shortDay } from './words.ts';

/** The pictures are stretched to the page; lines keep their width, and all words stand outside. */
const height = 100;

export function figuresView(plan: Plan): Html {
  if (plan.days.length < 2) return html``;
  return html`${loadFigure(plan)}${recallFigure(plan)}${tableView(plan)}`;
}

function loadFigure(plan: Plan): Html {
  const most = Math.max(1, ...plan.days.map((day) => Math.max(day.minutes, day.budget)));
  const bar = (x: number, minutes: number, name: string) => {
    const tall = round((minutes / most) * height);
    return html`<rect class="${name}" x="${round(x + 0.12)}" y="${round(height - tall)}" width="0.76" height="${tall}"/>`;
  };
  const heavy = plan.heaviestDay;
  const said = `Minutes a day from ${shortDay(plan.days[0]?.date ?? plan.today)} to ${shortDay(plan.days.at(-1)?.date ?? plan.today)}: ${duration(total(plan))} in all${heavy ? `, most on ${shortDay(heavy.date)} with ${duration(heavy.minutes)}` : ''}.`;
  return html`<figure class="plot load"><figcaption>Minutes a day <span class="what">planned, in the minutes there are</span></figcaption>
<div class="plot-area"><span class="plot-top">${duration(most)}</span>
<svg viewBox="0 0 ${plan.days.length} ${height}" preserveAspectRatio="none" role="img" aria-label="${said}">
${plan.days.map((day, i) => bar(i, day.budget, 'budget'))}${plan.days.map((day, i) => bar(i, day.minutes, day.date === plan.today ? 'planned now' : 'planned'))}</svg></div>
${axisView(plan)}</figure>`;
}

function recallFigure(plan: Plan): Html {
  const x = (i: number) => round((i / (plan.days.length - 1)) * 100);
  const y = (recall: number) => round((1 - recall) * height);
  const points = plan.days.map((day, i) => `${x(i)},${y(day.recall)}`);
  const first = plan.days[0]?.recall ?? 0;
  const said = `Predicted recall, if the interview were on the evening of each day: ${percent(first)} at first, ${percent(plan.days[Math.floor(plan.days.length / 2)]?.recall ?? first)} half way, ${percent(plan.expectedRecall)} at the rounds.`;
  return html`<figure class="plot recall"><figcaption>Recall <span class="what">if the interview were that evening</span> <strong>${percent(plan.expectedRecall)}</strong> <span class="what">on the day</span></figcaption>
<div class="plot-area"><span class="plot-top">100%</span>
<svg viewBox="0 0 100 ${height}" preserveAspectRatio="none" role="img" aria-label="${said}">
<path class="grid" d="M0 10H100M0 50H100"/><path class="under" d="M0 ${height}L${points.join('L')}L100 ${height}Z"/><path class="curve" d="M${points.join('L')}"/></svg></div>
${axisView(plan)}</figure>`;
}

function axisView(plan: Plan): Html {
  const middle = plan.days[Math.floor((plan.days.length - 1) / 2)];
  return html`<p class="axis" aria-hidden="true"><span>${monthDay(plan.days[0]?.date ?? plan.today)}</span>${plan.days.length > 4 && middle ? html`<span>${monthDay(middle.date)}</span>` : ''}<span>${monthDay(plan.days.at(-1)?.date ?? plan.today)}</span></p>`;
}

function tableView(plan: Plan): Html {
  return html`<details class="plot-table"><summary>The same as a table</summary><div class="table"><table>
<thead><tr><th scope="col">Week from</th><th scope="col">Planned</th><th scope="col">Available</th><th scope="col">New</th><th scope="col">Reviews</th><th scope="col">Recall on the day, if it stopped there</th><th scope="col">Must-know under 70%</th></tr></thead>
<tbody>${plan.weeks.map(
    (week) =>
      html`<tr><th scope="row">${monthDay(week.from)}</th><td>${duration(week.minutes)}</td><td>${duration(week.budget)}</td><td>${week.fresh}</td><td>${week.due}</td><td>${percent(week.recall)}</td><td>${week.mustKnowBelow70}</td></tr>`,
  )}</tbody></table></div></details>`;
}

const total = (plan: Plan) => plan.days.reduce((sum, day) => sum + day.minutes, 0);
const round = (n: number) => Math.round(n * 100) / 100;
