/** The drill: one card, its answer, four grades; and what stands there before and after. */
import type { Card } from '../../generator/model/card.ts';
import type { Grade } from '../../generator/model/history.ts';
import { cardKindWords } from '../state/card-kinds.ts';
import type { DrillFilter } from '../state/kept.ts';
import { flag, type Html, html, sanitized } from './html.ts';
import { count, duration, interval, listed, percent } from './words.ts';

export interface CardView {
  card: Card;
  front: string;
  back: string;
  shown: boolean;
  /** Days to the next review for each grade; only when the answer is shown. */
  intervals: Record<Grade, number> | undefined;
  done: number;
  left: number;
  mode: 'plan' | 'free';
  lapses: number;
  /** It has slipped so often that drilling it again is a waste. */
  leech: boolean;
  canUndo: boolean;
  rounds: readonly string[];
  fresh: boolean;
}

const grades: { grade: Grade; word: string }[] = [
  { grade: 1, word: 'Again' },
  { grade: 2, word: 'Hard' },
  { grade: 3, word: 'Good' },
  { grade: 4, word: 'Easy' },
];

export function cardView(v: CardView): Html {
  const { card } = v;
  return html`<div class="drill-run">
<div class="drill-bar"><p class="drill-count"><strong>${v.done + 1}</strong> of ${v.done + v.left}${v.mode === 'free' ? ' · free practice' : ''}</p>
<progress max="${v.done + v.left}" value="${v.done}" aria-label="Cards done">${v.done} of ${v.done + v.left}</progress>
<p class="drill-time" data-timer role="timer" aria-label="Time in this drill">0:00</p></div>
<article class="flash" id="flash-${card.id.replace(/[^\w-]+/g, '-')}" aria-label="Card">
<p class="flash-head"><span class="entry-kind">${cardKindWords[card.kind]}</span> ${card.subjectTitle}${v.rounds.length ? html` · ${v.rounds.join(', ')}` : ''}${v.fresh ? html` <span class="tag">new</span>` : ''}${card.mustKnow ? html` <span class="tag here">must know</span>` : ''}</p>
<div class="flash-front" id="flash-front" tabindex="-1">${sanitized(v.front)}</div>
${
  v.shown
    ? html`<div class="flash-back" id="flash-back" tabindex="-1" role="group" aria-label="Answer">${sanitized(v.back)}</div>
<p class="flash-source"><a href="${card.source}">Where it stands in the pack</a></p>`
    : ''
}
${v.leech ? leechView(v) : ''}</article>
<div class="drill-foot">
${v.shown ? gradesView(v.intervals) : html`<button type="button" class="reveal" data-act="show">Show the answer <kbd aria-hidden="true">space</kbd></button>`}
<div class="drill-tools"><button type="button" data-act="undo"${flag('disabled', !v.canUndo)}>Undo <kbd aria-hidden="true">u</kbd></button>
<button type="button" data-act="later"${flag('disabled', v.left < 2)}>Later</button>
<button type="button" data-act="aside">Put aside</button>
<button type="button" data-act="stop">Stop here</button></div></div></div>`;
}

function gradesView(intervals: CardView['intervals']): Html {
  return html`<div class="grades" role="group" aria-label="How well did you know it?">${grades.map(
    ({ grade, word }) =>
      html`<button type="button" class="grade-${grade}" data-act="grade" data-grade="${grade}"><span>${word} <kbd aria-hidden="true">${grade}</kbd></span>${intervals ? html`<small>${interval(intervals[grade])}</small>` : ''}</button>`,
  )}</div>`;
}

function leechView(v: CardView): Html {
  return html`<aside class="note warning leech"><p><strong>This card has slipped ${v.lapses} times.</strong> Reading it once where it stands does more than another try: <a href="${v.card.source}">read it</a>, then take it up again. Or <button type="button" data-act="aside">put it aside</button></p></aside>`;
}

export interface StartView {
  date: string;
  due: number;
  fresh: number;
  minutes: number;
  /** The drill's filter, and what it leaves of today's cards and of all cards. */
  filter: DrillFilter;
  matchingToday: number;
  matching: number;
  options: { rounds: Option[]; lenses: Option[]; kinds: Option[]; subjects: Option[] };
  aside: readonly Card[];
  nextDue: string;
  /** False at build: there is nothing to press yet. */
  live: boolean;
}
export interface Option {
  id: string;
  title: string;
}

export function startView(v: StartView): Html {
  const filtered = Object.keys(v.filter).length > 0;
  const today = v.due + v.fresh;
  const lead =
    today === 0
      ? html`<p class="lead">Nothing is due today.${v.nextDue ? ` ${v.nextDue}` : ''} You may still practice: grades count, and the plan takes note.</p>`
      : html`<p class="lead">${listed([...(v.due ? [count(v.due, 'review')] : []), ...(v.fresh ? [count(v.fresh, 'new card')] : [])])} today, about ${duration(v.minutes)}.</p>`;
  return html`<div class="drill-start">${lead}
${filtered && today > 0 ? html`<p>${v.matchingToday} of them match the choice below.</p>` : ''}
${v.live ? choiceView(v, filtered) : comingView(v)}</div>`;
}

/** The room of the choice, so that what stands below it does not move when it comes. */
function comingView(v: StartView): Html {
  return html`<div class="coming"><p class="actions">${v.matchingToday > 0 ? html`<span class="button">Begin</span> ` : ''}<span class="button">${practiceWords(v)}</span></p>
<details class="drill-filter"><summary>Only some of the cards</summary></details>
<details class="drill-keys"><summary>Keys</summary></details></div>`;
}

const practiceWords = (v: StartView) => `Free practice: the ${Math.min(v.matching, 20)} weakest`;

function choiceView(v: StartView, filtered: boolean): Html {
  return html`<p class="actions">${v.matchingToday > 0 ? html`<button type="button" class="primary" data-act="start">Begin</button>` : ''}
${v.matching > 0 ? html`<button type="button"${v.matchingToday > 0 ? '' : html` class="primary"`} data-act="practice">${practiceWords(v)}</button>` : html`<span class="what">No card matches.</span>`}</p>
<details class="drill-filter"${flag('open', filtered)}><summary>Only some of the cards</summary><div class="filters">
${selectView('round', 'Round', v.options.rounds, v.filter.round)}${selectView('lens', 'Lens', v.options.lenses, v.filter.lens)}${selectView('kind', 'Kind', v.options.kinds, v.filter.kind)}${selectView('subject', 'Problem or pattern', v.options.subjects, v.filter.subject)}
</div><p class="what" role="status">${count(v.matching, 'card')} in the whole deck match.</p></details>
${asideView(v.aside)}
<details class="drill-keys"><summary>Keys</summary><dl class="keys"><div><dt><kbd>space</kbd></dt><dd>show the answer</dd></div><div><dt><kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> <kbd>4</kbd></dt><dd>again, hard, good, easy</dd></div><div><dt><kbd>u</kbd></dt><dd>undo</dd></div></dl></details>`;
}

function selectView(
  name: string,
  title: string,
  options: readonly Option[],
  chosen: string | undefined,
): Html {
  return html`<label>${title} <select data-act="filter" data-filter="${name}"><option value="">any</option>${options.map((o) => html`<option value="${o.id}"${flag('selected', o.id === chosen)}>${o.title}</option>`)}</select></label>`;
}

function asideView(aside: readonly Card[]): Html {
  if (aside.length === 0) return html``;
  return html`<details class="drill-aside"><summary>Put aside: ${count(aside.length, 'card')}</summary><ul class="plain">${aside.map(
    (card) =>
      html`<li><a href="${card.source}">${card.title}</a> <button type="button" data-act="take-up" data-card="${card.id}">Take up again<span class="visually-hidden">: ${card.title}</span></button></li>`,
  )}</ul></details>`;
}

export interface DoneView {
  /** Of the whole day. */
  reviews: number;
  recalled: number;
  seconds: number;
  failed: readonly Card[];
  recall: number;
  nextDue: string;
  canUndo: boolean;
  mode: 'plan' | 'free';
}

export function doneView(v: DoneView): Html {
  return html`<div class="drill-done"><h2 id="drill-done" tabindex="-1">${v.mode === 'plan' ? 'That was today’s deck' : 'Practice done'}</h2>
<p class="lead">${count(v.reviews, 'grade')} today in ${duration(Math.max(1, v.seconds / 60))}${v.reviews > 0 ? `, ${percent(v.recalled / v.reviews)} recalled` : ''}. The recall expected on the day is ${percent(v.recall)}.${v.nextDue ? ` ${v.nextDue}` : ''}</p>
${v.failed.length ? html`<p>These slipped. Read them where they stand before you go on:</p><ul>${v.failed.map((card) => html`<li><a href="${card.source}">${card.title}</a></li>`)}</ul>` : ''}
<p class="actions"><a class="button primary" href="/today/">On with today</a> <button type="button" data-act="again">Back to the deck</button>
<button type="button" data-act="undo"${flag('disabled', !v.canUndo)}>Undo the last grade</button></p></div>`;
}
