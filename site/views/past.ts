/** The days behind: what was done on each, from the history alone. */
import type { Study } from '../state/study.ts';
import { type Html, html } from './html.ts';
import { dateIn } from './outlook.ts';
import { undoneIds } from './today-page.ts';
import { count, duration, shortDay } from './words.ts';

interface PastDay {
  items: string[];
  cards: number;
  minutes: number;
}

export function pastView(study: Study): Html {
  const days = pastDays(study);
  if (days.length === 0) return html``;
  return html`<details class="week past"><summary><h3>Behind you</h3> <span class="week-sum">${count(days.length, 'day')}, ${duration(days.reduce((sum, [, d]) => sum + d.minutes, 0))}</span></summary>
<ul class="plain">${days.map(
    ([date, day]) =>
      html`<li><strong>${shortDay(date)}</strong> <span class="what">${duration(day.minutes)}</span> ${[day.cards ? `${count(day.cards, 'card')} graded` : '', ...day.items].filter(Boolean).join('; ')}</li>`,
  )}</ul></details>`;
}

function pastDays({ read, source, today }: Study): [string, PastDay][] {
  const undone = undoneIds(read.events);
  const dateOf = dateIn(source.availability.timeZone);
  const days = new Map<string, PastDay>();
  const on = (date: string) => {
    const day = days.get(date) ?? { items: [], cards: 0, minutes: 0 };
    days.set(date, day);
    return day;
  };
  const titles = new Map(source.material.map((m) => [m.id, m.title]));
  for (const e of read.events) {
    if (undone.has(e.id)) continue;
    if (e.kind === 'review' && dateOf(e.at) < today) {
      const day = on(dateOf(e.at));
      day.cards += 1;
      day.minutes += e.seconds / 60;
    }
    if (e.kind === 'done' && e.date < today && !e.item.startsWith('cards:')) {
      const day = on(e.date);
      // A repeated one is "mock:design-1:2" in the plan.
      day.items.push(titles.get(e.item) ?? titles.get(e.item.replace(/:\d+$/, '')) ?? e.item);
      day.minutes += e.minutes;
    }
  }
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1));
}
