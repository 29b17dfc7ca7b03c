/** A history in; what it leaves behind: memories, what is done, what was changed. */
import type { HistoryEvent } from '../model/history.ts';
import { type Memory, nextMemory } from './memory.ts';
import { counting, type Settings, settingsOf } from './settings.ts';

/** A card that was failed this often is a leech: it is put aside until it is understood. */
export const leechLapses = 5;

export interface Progress extends Settings {
  memory: ReadonlyMap<string, Memory>;
  suspended: ReadonlySet<string>;
  /** Items ticked off, by id: the dates. */
  done: ReadonlyMap<string, readonly string[]>;
  /** `item date` of what was skipped. */
  skipped: ReadonlySet<string>;
  /** Items moved, by id: from a date to another. */
  moved: ReadonlyMap<string, { from: string; to: string }>;
  /** What was spent, in seconds, by instant. */
  spent: readonly { at: string; seconds: number }[];
}

export const noProgress: Progress = replay([]);

/** Plays events in the order of their time; an undone event counts as never happened. */
export function replay(events: readonly HistoryEvent[]): Progress {
  const counted = counting(events);
  const memory = new Map<string, Memory>();
  const suspended = new Set<string>();
  const done = new Map<string, string[]>();
  const skipped = new Set<string>();
  const moved = new Map<string, { from: string; to: string }>();
  const spent: { at: string; seconds: number }[] = [];
  for (const e of counted) {
    switch (e.kind) {
      case 'review':
        memory.set(e.card, nextMemory(memory.get(e.card), e.grade, e.at));
        spent.push({ at: e.at, seconds: e.seconds });
        break;
      case 'suspend':
        suspended.add(e.card);
        break;
      case 'resume':
        suspended.delete(e.card);
        break;
      case 'done':
        done.set(e.item, [...(done.get(e.item) ?? []), e.date]);
        spent.push({ at: e.at, seconds: e.minutes * 60 });
        break;
      case 'skip':
        skipped.add(`${e.item} ${e.date}`);
        break;
      case 'move':
        moved.set(e.item, { from: moved.get(e.item)?.from ?? e.from, to: e.to });
        break;
      case 'settings':
      case 'undo':
        break;
    }
  }
  return { memory, suspended, done, skipped, moved, spent, ...settingsOf(counted) };
}
