/** A history in; what it leaves behind: memories, what is done, what was changed. */
import type { HistoryEvent } from '../model/history.ts';
import type { Availability, PlannedRound, ScheduleSource } from '../model/plan.ts';
import { type Memory, nextMemory } from './memory.ts';

/** A card that was failed this often is a leech: it is put aside until it is understood. */
export const leechLapses = 5;

export interface Progress {
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
  minutesPerDay: Partial<Availability['minutesPerDay']>;
  minutesOn: Readonly<Record<string, number>>;
  daysOff: readonly string[] | undefined;
  sessionMinutes: number | undefined;
  /** Rounds that were moved, by id: the new start. */
  rounds: Readonly<Record<string, string>>;
}

export const noProgress: Progress = replay([]);

/** Plays events in the order of their time; an undone event counts as never happened. */
export function replay(events: readonly HistoryEvent[]): Progress {
  const undone = new Set<string>();
  // Later undos first, so that an undo that was itself undone takes nothing back.
  for (const e of sorted(events).reverse()) if (e.kind === 'undo' && !undone.has(e.id)) undone.add(e.of);
  const memory = new Map<string, Memory>();
  const suspended = new Set<string>();
  const done = new Map<string, string[]>();
  const skipped = new Set<string>();
  const moved = new Map<string, { from: string; to: string }>();
  const spent: { at: string; seconds: number }[] = [];
  let settings: Pick<Progress, 'minutesPerDay' | 'minutesOn' | 'daysOff' | 'sessionMinutes' | 'rounds'> = {
    minutesPerDay: {},
    minutesOn: {},
    daysOff: undefined,
    sessionMinutes: undefined,
    rounds: {},
  };
  for (const e of sorted(events)) {
    if (undone.has(e.id)) continue;
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
        settings = {
          minutesPerDay: { ...settings.minutesPerDay, ...e.minutesPerDay },
          minutesOn: { ...settings.minutesOn, ...e.minutesOn },
          daysOff: e.daysOff ?? settings.daysOff,
          sessionMinutes: e.sessionMinutes ?? settings.sessionMinutes,
          rounds: { ...settings.rounds, ...e.rounds },
        };
        break;
      case 'undo':
        break;
    }
  }
  return { memory, suspended, done, skipped, moved, spent, ...settings };
}

function sorted(events: readonly HistoryEvent[]): HistoryEvent[] {
  return [...events].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

/** The source as the candidate has changed it since: minutes, days off, moved rounds. */
export function changedSource(source: ScheduleSource, progress: Progress): ScheduleSource {
  const { availability } = source;
  const rounds = source.rounds
    .map((r): PlannedRound => {
      const startsAt = progress.rounds[r.id];
      if (startsAt === undefined) return r;
      const length = Date.parse(r.endsAt) - Date.parse(r.startsAt);
      return { ...r, startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() };
    })
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return {
    ...source,
    rounds,
    availability: {
      ...availability,
      minutesPerDay: { ...availability.minutesPerDay, ...progress.minutesPerDay },
      daysOff: [...(progress.daysOff ?? availability.daysOff)],
      sessionMinutes: progress.sessionMinutes ?? availability.sessionMinutes,
    },
  };
}
