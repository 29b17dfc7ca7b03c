/** What the page has to say before anything else: the sample's clock, a redone plan, a changed pack, damage. */
import type { PackChanges } from '../state/changes.ts';
import type { Damaged } from '../state/log.ts';
import { type Html, html } from './html.ts';
import { count, listed, longDay } from './words.ts';

/** `asOf` is the sample's own day, `date` the one its clock was turned to; it is turned where a history is kept, when `live`. */
export function sampleClockView(asOf: string, date: string, until: string, live: boolean): Html {
  return html`<div class="sample-clock" role="group" aria-label="The sample’s clock"><p>A sample: its clock stands at <strong>${longDay(date)}</strong>.</p>
${date < until ? (live ? html`<button type="button" data-act="day-later">A day later</button>` : html`<span class="button coming">A day later</span>`) : ''}
${date !== asOf ? html`<button type="button" data-act="sample-over">Begin again</button>` : ''}</div>`;
}

export function redoneView(lines: readonly string[]): Html {
  if (lines.length === 0) return html``;
  const [first, ...rest] = lines;
  return html`<aside class="note redone" aria-label="The plan was redone"><p><strong>${first}</strong> ${rest.join(' ')}</p>
<button type="button" data-act="redone-noted">Noted</button></aside>`;
}

export function changesView(changes: PackChanges | undefined): Html {
  if (!changes) return html``;
  const { come, gone, goneButKnown, formerly } = changes;
  return html`<aside class="note changed" aria-label="The pack changed"><p><strong>The pack was made anew since your last visit.</strong> ${listed(
    [
      come.length ? `${count(come.length, 'card')} came` : '',
      gone.length ? `${count(gone.length, 'card')} went` : '',
    ].filter(Boolean),
  )}${come.length + gone.length > 0 ? '. ' : ''}${formerly ? `It was kept for ${formerly} before. ` : ''}Your history is whole${goneButKnown.length ? `; ${count(goneButKnown.length, 'card')} of those that went had been reviewed, and what you knew of them is kept` : ''}.</p>
${come.length + gone.length > 0 ? html`<details><summary>Which</summary>${namesView('Came', come)}${namesView('Went', gone)}</details>` : ''}
<button type="button" data-act="changes-noted">Noted</button></aside>`;
}

function namesView(title: string, names: readonly string[]): Html {
  if (names.length === 0) return html``;
  return html`<p class="label">${title}</p><ul>${names.slice(0, 40).map((name) => html`<li>${name}</li>`)}${names.length > 40 ? html`<li>and ${names.length - 40} more</li>` : ''}</ul>`;
}

export function damagedView(damaged: readonly Damaged[]): Html {
  if (damaged.length === 0) return html``;
  return html`<aside class="note warning" role="alert"><p><strong>${count(damaged.length, 'entry', 'entries')} of the history cannot be read</strong> and ${damaged.length === 1 ? 'is' : 'are'} not counted. Nothing was deleted: importing an export that holds ${damaged.length === 1 ? 'it' : 'them'} mends ${damaged.length === 1 ? 'it' : 'them'}.</p>
<details><summary>What is wrong</summary><ul>${damaged.slice(0, 20).map((d) => html`<li><code>${d.id}</code>: ${d.why}</li>`)}</ul></details>
<button type="button" data-act="damaged-download">Download ${damaged.length === 1 ? 'it' : 'them'} as ${damaged.length === 1 ? 'it lies' : 'they lie'} there</button></aside>`;
}

export function messagesView(messages: readonly string[]): Html {
  return html`${messages.map((message) => html`<p class="note plan-message">${message}</p>`)}`;
}
