/** What can be done to an entry of the plan: tick off, take back, skip, move; and the notices above it. */
import type { HistoryEvent } from '../../../generator/model/history.ts';
import { snapshotOf } from '../../state/changes.ts';
import type { Draft } from '../../state/log.ts';
import { persist } from '../../state/store.ts';
import { clearHistory } from '../../state/transfer.ts';
import { addDays, shortDay } from '../../views/words.ts';
import { type Acts, dataOf } from './acts.ts';
import { download } from './draw.ts';
import type { Room } from './room.ts';

export function planActs(room: Room): Acts {
  const write = async (draft: (at: string) => Draft, say?: string) => {
    void persist();
    await room.append(draft((await room.now()).instant));
    return room.replan(say);
  };
  const undo = (of: string, say?: string) => write((at) => ({ kind: 'undo', at, of }), say);
  return {
    click: {
      skip: (from) =>
        write(
          (at) => ({ kind: 'skip', at, item: dataOf(from, 'item'), date: dataOf(from, 'date') }),
          'Skipped. The rest was planned again.',
        ),
      'undo-event': (from) => undo(dataOf(from, 'event'), 'Taken back.'),
      async 'redone-noted'() {
        await room.store.keep('redone', null);
        return room.replan();
      },
      async 'changes-noted'() {
        await room.store.keep('snapshot', snapshotOf(room.given));
        return room.replan();
      },
      'damaged-download'() {
        const { damaged } = room.study().read;
        download(`${room.given.name}-damaged.json`, JSON.stringify(damaged, null, 1));
        return undefined;
      },
      async 'day-later'() {
        await room.store.keep('sampleDay', addDays((await room.now()).date, 1));
        return room.replan();
      },
      async 'sample-over'() {
        const at = (await room.now()).instant;
        const reason = 'before the sample began again';
        if (!(await clearHistory(room.store.db, { pack: room.given.name, at, reason })))
          return 'Another tab wrote at the same moment. Try once more.';
        room.store.tell();
        await room.reread();
        return room.replan('The sample begins again. What was here is among the backups of the plan’s page.');
      },
    },
    change: {
      async tick(from) {
        // What is ticked off ahead of its day was done today.
        const [item, date] = [dataOf(from, 'item'), room.study().today];
        const ticked = from instanceof HTMLInputElement && from.checked;
        const event = settling(room.study().read.events, 'done', item, date);
        // Ticked, taken back and ticked again before anything was drawn, it is done once.
        if (ticked === (event !== undefined)) return undefined;
        if (event) return undo(event.id);
        return write((at) => ({ kind: 'done', at, item, date, minutes: Number(dataOf(from, 'minutes')) }));
      },
      async move(from) {
        const [item, date] = [dataOf(from, 'item'), dataOf(from, 'date')];
        const to = from instanceof HTMLSelectElement ? from.value : '';
        if (to === '') return undefined;
        return write(
          (at) => ({ kind: 'move', at, item, from: date, to }),
          `Moved to ${shortDay(to)}. The rest was planned again.`,
        );
      },
    },
    submit: {},
  };
}

/** The last event of a kind about an entry of a date that was not undone. */
export function settling(
  events: readonly HistoryEvent[],
  kind: 'done' | 'skip',
  item: string,
  date: string,
): HistoryEvent | undefined {
  const undone = new Set(events.flatMap((e) => (e.kind === 'undo' ? [e.of] : [])));
  return events.findLast((e) => e.kind === kind && e.item === item && e.date === date && !undone.has(e.id));
}
