/** The history: how much, how safe, out, in and back. */
import type { Backup } from '../state/database.ts';
import type { Imported } from '../state/transfer.ts';
import { type Html, html } from './html.ts';
import { count } from './words.ts';

export interface HistoryView {
  reviews: number;
  events: number;
  backups: readonly Backup[];
  /** Whether the browser promised not to clear it; unknown before it was asked. */
  persisted: boolean | undefined;
  /** What the last import came to. */
  result: Html | undefined;
  /** An instant as a person reads it. */
  said: (instant: string) => string;
}

export function historyView(v: HistoryView): Html {
  return html`<p>${v.events === 0 ? 'Nothing is written yet.' : `${count(v.events, 'entry', 'entries')}, ${count(v.reviews, 'graded card')} among them, kept in this browser.`}
${v.persisted === true ? 'The browser will not clear it by itself.' : 'A browser may clear what it keeps when space is short: an export is your copy.'}
<code>panelprep plan … --history file</code> reads the same file.</p>
<div class="actions"><button type="button" data-act="export">Export the history</button>
<label class="button file">Import and merge<input type="file" accept="application/json,.json" data-act="import"></label></div>
<div class="import-result" role="status">${v.result ?? ''}</div>
${
  v.backups.length
    ? html`<details class="backups"><summary>Backups: ${v.backups.length}</summary><ul class="plain">${v.backups.map(
        (b) => html`<li>${v.said(b.at)}, ${b.reason}: ${count(b.events, 'entry', 'entries')}
<button type="button" data-act="backup-download" data-number="${b.number ?? 0}">Download</button> <button type="button" data-act="backup-restore" data-number="${b.number ?? 0}">Go back to it</button></li>`,
      )}</ul></details>`
    : ''
}
${v.events > 0 ? html`<details class="clear"><summary>Begin from nothing</summary><p>Every grade, tick and setting of this pack goes; a backup of it stays in this browser.</p><button type="button" data-act="clear">Clear the history</button></details>` : ''}`;
}

/** What an import came to, in words. */
export function importedView(result: Imported, pack: string): Html {
  switch (result.outcome) {
    case 'refused':
      return html`<p class="note warning"><strong>Nothing was imported.</strong> ${result.why}</p>`;
    case 'another-pack':
      return html`<div class="note warning"><p><strong>This history was kept for another pack</strong>, “${result.pack}”; this one is “${pack}”. Nothing was imported. Cards that both packs share would keep what you know of them.</p><button type="button" data-act="import-anyway">Import its ${count(result.events, 'entry', 'entries')} all the same</button></div>`;
    default:
      return html`<p class="note">${result.added === 0 ? 'Nothing new was in it' : `${count(result.added, 'entry', 'entries')} came`}${result.same ? `; ${result.same} were here already` : ''}${result.conflicts ? `; ${result.conflicts} differ and stay as they are here` : ''}${result.mended ? `; ${result.mended} damaged ${result.mended === 1 ? 'one was' : 'ones were'} mended` : ''}.${result.backup ? ' What was here before is among the backups.' : ''}</p>`;
  }
}
