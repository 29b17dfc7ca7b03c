/** `<pp-schedule>`: the whole plan, its settings and the history. */

import { localStart } from '../../state/clock.ts';
import type { Study } from '../../state/study.ts';
import { listBackups } from '../../state/transfer.ts';
import { historyView } from '../../views/history.ts';
import type { Html } from '../../views/html.ts';
import { schedulePageView } from '../../views/schedule-page.ts';
import { settingsView } from '../../views/settings.ts';
import { historyActs } from './history-acts.ts';
import { openPage } from './page.ts';
import { planActs } from './plan-acts.ts';
import type { Room } from './room.ts';
import { settingsActs } from './settings-acts.ts';

class Schedule extends HTMLElement {
  connectedCallback(): void {
    /** What the last import came to: it stays on the page until the next. */
    const result: { html: Html | undefined } = { html: undefined };
    void openPage(this, {
      view: async (study, room) =>
        schedulePageView(study, {
          study,
          settings: settings(study),
          history: await history(study, room, result.html),
        }),
      acts: (room) => {
        const all = [planActs(room), settingsActs(room), historyActs(room, result)];
        return {
          click: Object.assign({}, ...all.map((a) => a.click)),
          change: Object.assign({}, ...all.map((a) => a.change)),
          submit: Object.assign({}, ...all.map((a) => a.submit)),
        };
      },
    });
  }
}

function settings({ source, today, progress }: Study): Html {
  const { timeZone } = source.availability;
  return settingsView({
    availability: source.availability,
    rounds: source.rounds,
    today,
    minutesOn: progress.minutesOn,
    localStart: (round) => localStart(round.startsAt, timeZone),
  });
}

async function history({ read, source }: Study, room: Room, result: Html | undefined): Promise<Html> {
  const form = new Intl.DateTimeFormat('en-US', {
    timeZone: source.availability.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return historyView({
    reviews: read.events.filter((e) => e.kind === 'review').length,
    events: read.events.length,
    backups: await listBackups(room.store.db),
    persisted: await navigator.storage?.persisted?.(),
    result,
    said: (instant) => form.format(new Date(instant)),
  });
}

customElements.define('pp-schedule', Schedule);
