/** Minutes, days off, session length and moved rounds, from their forms into the history. */

import { weekdays } from '../../../generator/model/weekdays.ts';
import { instantAt } from '../../state/clock.ts';
import type { Draft } from '../../state/log.ts';
import { persist } from '../../state/store.ts';
import { shortDay } from '../../views/words.ts';
import { type Acts, dataOf } from './acts.ts';
import type { Room } from './room.ts';

type Settings = Omit<Extract<Draft, { kind: 'settings' }>, 'kind' | 'at'>;

export function settingsActs(room: Room): Acts {
  const set = async (settings: Settings) => {
    void persist();
    await room.store.append({ kind: 'settings', at: (await room.now()).instant, ...settings });
    await room.refresh();
  };
  const off = () => room.study().source.availability.daysOff;
  return {
    click: {
      async 'day-on'(from) {
        const date = dataOf(from, 'date');
        await set({ daysOff: off().filter((day) => day !== date) });
        return `${shortDay(date)} is no longer off. Planned again.`;
      },
    },
    change: {
      round(from) {
        const option = from instanceof HTMLSelectElement ? from.selectedOptions[0] : undefined;
        const start = from.closest('form')?.elements.namedItem('start');
        if (start instanceof HTMLInputElement) start.value = option?.dataset.start ?? '';
        return undefined;
      },
    },
    submit: {
      async minutes(fields) {
        const minutesPerDay = Object.fromEntries(weekdays.map((day) => [day, Number(fields.get(day))]));
        await set({ minutesPerDay, sessionMinutes: Number(fields.get('session')) });
        return 'Planned again with these minutes.';
      },
      async 'day-off'(fields, form) {
        const date = String(fields.get('date'));
        await set({ daysOff: [...new Set([...off(), date])].sort() });
        form.reset();
        return `${shortDay(date)} is off. Planned again.`;
      },
      async round(fields) {
        const { source, now } = room.study();
        const id = String(fields.get('round'));
        const at = instantAt(String(fields.get('start')), source.availability.timeZone);
        await set({ rounds: { [id]: at } });
        return Date.parse(at) < Date.parse(now.instant)
          ? 'That is in the past: the round counts as over.'
          : 'The round was moved. Planned again.';
      },
    },
  };
}
