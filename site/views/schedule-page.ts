/** The page of the whole plan from what is known: at build without a history, in the browser with it. */
import type { Study } from '../state/study.ts';
import { figuresView } from './figures.ts';
import { type Html, html } from './html.ts';
import { messagesView } from './notices.ts';
import { type Outlook, roundDate, roundsByDate } from './outlook.ts';
import { pastView } from './past.ts';
import { cutView, planHeadView } from './plan-head.ts';
import { noticesView } from './today-page.ts';
import { weeksView } from './weeks.ts';

/** `own` is what only the browser can show: the forms and the history. */
export function schedulePageView(
  outlook: Outlook,
  own?: { study: Study; settings: Html; history: Html },
): Html {
  const { plan, source } = outlook;
  return html`${noticesView(outlook, own?.study)}${messagesView(plan.messages)}
${planHeadView({ plan, rounds: source.rounds, dateOf: roundDate(outlook) })}
${figuresView(plan)}
<h2 id="weeks">Week by week</h2>
${own ? pastView(own.study) : ''}${weeksView(plan, { live: outlook.live, rounds: roundsByDate(outlook) })}
<h2 id="cut">What does not fit</h2>${cutView(plan)}
<h2 id="elsewhere">Into your calendar and Anki</h2>
<p>As the plan stood when the pack was built: <a href="/calendar.ics">the calendar</a> with an alarm for each sitting, and <a href="/deck.apkg">the deck</a>. Importing a newer one updates the old. For a calendar that follows what you did, export the history below and run <code>panelprep plan … --history file --out plan.ics</code>.</p>
<p>For a phone or a mail there is <a href="/pack.html" download>the whole pack as one file</a>.</p>
${own ? html`<h2 id="settings">Minutes, days off, moved rounds</h2>${own.settings}<h2 id="history">Your history</h2>${own.history}` : ''}`;
}
