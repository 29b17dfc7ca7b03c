/** One entry of a day: what, why, how long; ticked off, skipped or moved where a history is kept. */
import type { PlanDay, PlanItem } from '../../generator/model/plan.ts';
import { activityWords } from './activities.ts';
import { flag, type Html, html, withCode } from './html.ts';
import { duration, shortDay } from './words.ts';

export interface ItemOptions {
  /** The days that an entry may move to; none where there is no history to write it in. */
  moveTo?: readonly string[];
  /** With what to do and why, as on the page of the day; else in one line. */
  full?: boolean;
  /** Ids of the page's elements must differ where one entry stands twice. */
  prefix?: string;
  /** What happens to it where it was skipped or moved: said after the title. */
  note?: string;
}

export function itemView(item: PlanItem, day: Pick<PlanDay, 'date'>, options: ItemOptions): Html {
  const { moveTo, full = false, prefix = 'item' } = options;
  const id = `${prefix}-${day.date}-${item.id}`.replace(/[^\w-]+/g, '-');
  const title =
    item.kind === 'cards'
      ? html`<a href="/drill/">${withCode(item.title)}</a>`
      : html`<a href="${item.path}">${withCode(item.title)}</a>`;
  return html`<li class="entry${item.done ? ' done' : ''}" id="${id}">
${moveTo && item.kind !== 'cards' ? html`<label class="tick"><input type="checkbox" data-act="tick" data-item="${item.id}" data-date="${day.date}" data-minutes="${item.minutes}"${flag('checked', item.done === true)}><span class="visually-hidden">Done: ${item.title}</span></label>` : html`<span class="tick" aria-hidden="true"></span>`}
<div class="entry-what"><p class="entry-title"><span class="entry-kind">${activityWords[item.kind]}</span> ${title}${options.note ? html` <span class="tag">${options.note}</span>` : ''}</p>
${full && item.how ? html`<p class="entry-how">${withCode(item.how)}</p>` : ''}
${full && item.why ? html`<p class="why"><span class="label">Why</span> ${withCode(item.why)}</p>` : ''}</div>
<span class="minutes">${duration(item.minutes)}</span>
${
  // Cards tick themselves off, one by one.
  moveTo && !item.done ? changeView(item, day, moveTo, id) : ''
}</li>`;
}

function changeView(item: PlanItem, day: Pick<PlanDay, 'date'>, moveTo: readonly string[], id: string): Html {
  const others = moveTo.filter((date) => date !== day.date);
  return html`<details class="entry-change" id="${id}-change"><summary><span class="visually-hidden">Skip or move: ${item.title}</span><span aria-hidden="true">⋯</span></summary>
<div><button type="button" data-act="skip" data-item="${item.id}" data-date="${day.date}">Skip it</button>
${
  // A review belongs to its day: the planner itself finds the next best one when it is skipped.
  item.kind === 'cards' || others.length === 0
    ? ''
    : html`<label>Move to <select data-act="move" data-item="${item.id}" data-date="${day.date}"><option value="">…</option>${others.map((date) => html`<option value="${date}">${shortDay(date)}</option>`)}</select></label>`
}</div></details>`;
}
