/** Two logs → one: the union by id. */
import type { HistoryEvent } from '../../generator/model/history.ts';

export interface Merged {
  /** Events that the first log lacks. */
  added: HistoryEvent[];
  /** In both and the same. */
  same: number;
  /** Ids in both whose content differs; the first log's stays. */
  conflicts: string[];
}

export function mergeLogs(ours: readonly HistoryEvent[], theirs: readonly HistoryEvent[]): Merged {
  const known = new Map(ours.map((event) => [event.id, JSON.stringify(event)]));
  const merged: Merged = { added: [], same: 0, conflicts: [] };
  for (const event of theirs) {
    const here = known.get(event.id);
    if (here === undefined) merged.added.push(event);
    else if (here === JSON.stringify(event)) merged.same += 1;
    else merged.conflicts.push(event.id);
  }
  return merged;
}
