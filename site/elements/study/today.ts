/** `<pp-today>`: the day's list with a start button; planned again after whatever happened. */

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
        const { sitting } = room.study();
        if (!item || !sitting) return 'It was finished already.';
        const now = await room.now();
        const minutes = Math.max(
          1,
          Math.round((Date.parse(now.instant) - Date.parse(sitting.startedAt)) / 60_000),
        );
        // Left open over lunch, it did not take all that time.
        const spent = Math.min(minutes, item.minutes * 2);
        if (item.kind !== 'cards')
          await room.store.append({
            kind: 'done',
            at: now.instant,
            item: item.id,
            date: now.date,
            minutes: spent,
          });
        await room.store.keep('sitting', null);
        await room.refresh();
        return item.kind === 'cards' ? undefined : `Done in ${duration(spent)}.`;
      },
      async pause() {
        await room.store.keep('sitting', null);
        await room.refresh();
        return undefined;
      },
    },
    submit: {
      async 'minutes-today'(fields) {
        const minutes = Number(fields.get('minutes'));
        const { instant, date } = await room.now();
        await room.store.append({ kind: 'settings', at: instant, minutesOn: { [date]: minutes } });
        await room.refresh();
        return `Planned again for ${duration(minutes)} today.`;
      },
    },
  };
}

customElements.define('pp-today', Today);
