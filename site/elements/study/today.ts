/** `<pp-today>`: the day's list with a start button; planned again after whatever happened. */

import { append, getKept, setKept } from '../../state/log.ts';
import { persist } from '../../state/store.ts';
import { todayPageView } from '../../views/today-page.ts';
import { duration } from '../../views/words.ts';
import { type Acts, dataOf } from './acts.ts';
import { openPage } from './page.ts';
import { planActs } from './plan-acts.ts';
import type { Room } from './room.ts';

class Today extends HTMLElement {
  connectedCallback(): void {
    void openPage(this, { view: (study) => todayPageView(study, study), acts: (room) => todayActs(room) });
  }
}

function todayActs(room: Room): Acts {
  const common = planActs(room);
  const itemOf = (id: string) =>
    room
      .study()
      .plan.days.flatMap((day) => day.items)
      .find((i) => i.id === id);
  return {
    change: common.change,
    click: {
      ...common.click,
      async begin(from) {
        const item = itemOf(dataOf(from, 'item'));
        if (!item) return 'The plan has changed. Look again.';
        const now = await room.now();
        void persist();
        await room.store.keep('sitting', { date: now.date, item: item.id, startedAt: now.instant });
        location.assign(item.path);
        return undefined;
      },
      async finish(from) {
        const item = itemOf(dataOf(from, 'item'));
        const now = await room.now();
        // Pressed twice, or in two tabs, it is done once: the sitting is read and ended as one.
        const finished = await room.store.together(async (tx) => {
          const sitting = await getKept(tx, 'sitting');
          if (!item || sitting?.item !== item.id || sitting.date !== now.date) return undefined;
          await setKept(tx, 'sitting', null);
          const spent = minutesSpent(item.minutes, sitting.startedAt, now.instant);
          const done = {
            kind: 'done',
            at: now.instant,
            item: item.id,
            date: now.date,
            minutes: spent,
          } as const;
          return { spent, events: item.kind === 'cards' ? [] : await append(tx, [done]) };
        });
        if (!finished) return 'It was finished already.';
        room.advance(finished.events);
        return room.replan(item?.kind === 'cards' ? undefined : `Done in ${duration(finished.spent)}.`);
      },
      async pause() {
        await room.store.keep('sitting', null);
        return room.replan();
      },
    },
    submit: {
      async 'minutes-today'(fields) {
        const minutes = Number(fields.get('minutes'));
        const { instant, date } = await room.now();
        await room.append({ kind: 'settings', at: instant, minutesOn: { [date]: minutes } });
        return room.replan(`Planned again for ${duration(minutes)} today.`);
      },
    },
  };
}

/** Whole minutes. Left open over lunch, it did not take all that time. */
function minutesSpent(planned: number, from: string, to: string): number {
  const minutes = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
  return Math.min(minutes, planned * 2);
}

customElements.define('pp-today', Today);
