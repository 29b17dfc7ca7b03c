/** The whole deck in lines, each leading to where its answer stands: complete without scripts. */
import type { Card } from '../../generator/model/card.ts';
import { cardKindWords } from '../state/card-kinds.ts';
import { type Html, html } from './html.ts';
import { count } from './words.ts';

export function deckView(cards: readonly Card[]): Html {
  const subjects = new Map<string, Card[]>();
  for (const card of cards)
    subjects.set(card.subjectTitle, [...(subjects.get(card.subjectTitle) ?? []), card]);
  // One-liners of many problems would be a list of lists of one.
  const own = [...subjects].filter(([, its]) => its.length > 2);
  const rest = [...subjects].filter(([, its]) => its.length <= 2).flatMap(([, its]) => its);
  return html`<h2 id="deck">The deck</h2><p>${count(cards.length, 'card')}. Each leads to where its answer stands in the pack.</p>
${own.map(([title, its]) => groupView(title, its, false))}${rest.length ? groupView('The other problems and patterns', rest, true) : ''}`;
}

function groupView(title: string, cards: readonly Card[], named: boolean): Html {
  return html`<details class="deck-group"><summary><h3>${title}</h3> <span class="week-sum">${count(cards.length, 'card')}</span></summary>
<ul class="plain">${cards.map((card) => html`<li><span class="entry-kind">${cardKindWords[card.kind]}</span> <a href="${card.source}">${named && !card.title.includes(card.subjectTitle) ? `${card.subjectTitle}: ` : ''}${card.title}</a>${card.mustKnow ? html` <span class="tag here">must know</span>` : ''}</li>`)}</ul></details>`;
}
