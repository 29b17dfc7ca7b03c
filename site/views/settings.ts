/** Minutes, days off, session length, and a round that was moved: the forms. */
import type { Availability, PlannedRound } from '../../generator/model/plan.ts';
import type { Weekday } from '../../generator/model/weekdays.ts';
import { type Html, html } from './html.ts';
import { shortDay } from './words.ts';

const days: [Weekday, string][] = [
  ['mon', 'Monday'],
  ['tue', 'Tuesday'],
  ['wed', 'Wednesday'],
  ['thu', 'Thursday'],
  ['fri', 'Friday'],
  ['sat', 'Saturday'],
  ['sun', 'Sunday'],
];

export interface SettingsView {
  availability: Availability;
  rounds: readonly PlannedRound[];
  today: string;
  /** Dates whose minutes were set by hand. */
  minutesOn: Readonly<Record<string, number>>;
  /** A round's start on the candidate's clock, as a field takes it: "2026-12-18T19:00". */
  localStart: (round: PlannedRound) => string;
}

export function settingsView(v: SettingsView): Html {
  return html`${v.availability.assumed ? html`<p>The profile says nothing of your minutes: these are assumed. Set your own.</p>` : ''}
<form class="settings" data-form="minutes"><fieldset><legend>Minutes a day</legend><div class="fields-row">${days.map(([id, title]) => html`<label>${title}<input name="${id}" type="number" inputmode="numeric" min="0" max="1440" step="5" value="${v.availability.minutesPerDay[id]}"></label>`)}<label>One sitting<input name="session" type="number" inputmode="numeric" min="5" max="480" step="5" value="${v.availability.sessionMinutes}"></label></div></fieldset>
<button type="submit">Plan with these</button></form>
<form class="settings" data-form="day-off"><fieldset><legend>Days off</legend>${offView(v)}<label>Another day off <input name="date" type="date" min="${v.today}" required></label> <button type="submit">Add</button></fieldset></form>
${v.rounds.length ? html`<form class="settings" data-form="round"><fieldset><legend>A round was moved</legend><label>Round <select name="round" data-act="round">${v.rounds.map((r) => html`<option value="${r.id}" data-start="${v.localStart(r)}">${r.title}, ${r.company}</option>`)}</select></label> <label>Begins, on your clock <input name="start" type="datetime-local" required value="${v.localStart(v.rounds[0] ?? missing())}"></label> <button type="submit">Plan for it</button></fieldset></form>` : ''}`;
}

function missing(): never {
  throw new Error('a form for rounds without rounds');
}

function offView(v: SettingsView): Html {
  const off = v.availability.daysOff.filter((date) => date >= v.today);
  const byHand = Object.entries(v.minutesOn).filter(([date]) => date >= v.today);
  return html`${off.length ? html`<ul class="chips">${off.map((date) => html`<li>${shortDay(date)} <button type="button" data-act="day-on" data-date="${date}"><span aria-hidden="true">×</span><span class="visually-hidden">No longer off: ${shortDay(date)}</span></button></li>`)}</ul>` : html`<p class="what">None.</p>`}
${byHand.length ? html`<p class="what">By hand: ${byHand.map(([date, minutes]) => `${shortDay(date)}: ${minutes} min`).join('; ')}</p>` : ''}`;
}
