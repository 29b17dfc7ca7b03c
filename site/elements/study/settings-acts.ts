/** Minutes, days off, session length and moved rounds, from their forms into the history. */

import { weekdays } from '../../../generator/model/weekdays.ts';
import { counting, settingsOf } from '../../../generator/schedule/settings.ts';
import { instantAt } from '../../state/clock.ts';
import type { Draft } from '../../state/log.ts';
import { persist } from '../../state/store.ts';
import { shortDay } from '../../views/words.ts';
import { type Acts, dataOf } from './acts.ts';
import type { Room } from './room.ts';

type Settings = Omit<Extract<Draft, { kind: 'settings' }>, 'kind' | 'at'>;

export function settingsActs(room: Room): Acts {
  const set = async (settings: Settings, say: string) => {
    void persist();
    await room.append({ kind: 'settings', at: (await room.now()).instant, ...settings });
    return room.replan(say);
  };
  /** By the history rather than by the plan: it may be behind. */
  const off = () => settingsOf(counting(room.study().read.events)).daysOff ?? room.given.availability.daysOff;
  return {
    click: {
      async 'day-on'(from) {
        const date = dataOf(from, 'date');
        return set(
          { daysOff: off().filter((day) => day !== date) },
          `${shortDay(date)} is no longer off. Planned again.`,
        );
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
        return set(
          { minutesPerDay, sessionMinutes: Number(fields.get('session')) },
          'Planned again with these minutes.',
        );
      },
      async 'day-off'(fields, form) {
        const date = String(fields.get('date'));
        const answer = await set(
          { daysOff: [...new Set([...off(), date])].sort() },
          `${shortDay(date)} is off. Planned again.`,
        );
        form.reset();
        return answer;
      },
      async round(fields) {
        const { source, now } = room.study();
        const id = String(fields.get('round'));
        const at = instantAt(String(fields.get('start')), source.availability.timeZone);
        return set(
          { rounds: { [id]: at } },
          Date.parse(at) < Date.parse(now.instant)
            ? 'That is in the past: the round counts as over.'
            : 'The round was moved. Planned again.',
        );
      },
    },
  };
}
