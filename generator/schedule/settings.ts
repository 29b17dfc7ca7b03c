/** A history in; which of its events count, and how the candidate changed minutes, days and rounds, out. No memory model. */
import type { HistoryEvent } from '../model/history.ts';
import type { Availability, PlannedRound, ScheduleSource } from '../model/plan.ts';

export interface Settings {
  minutesPerDay: Partial<Availability['minutesPerDay']>;
  minutesOn: Readonly<Record<string, number>>;
  daysOff: readonly string[] | undefined;
  sessionMinutes: number | undefined;
  /** Rounds that were moved, by id: the new start. */
  rounds: Readonly<Record<string, string>>;
}

/** Events in the order of their time; an undone event counts as never happened. */
export function counting(events: readonly HistoryEvent[]): HistoryEvent[] {
  const sorted = [...events].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
  const undone = new Set<string>();
  // Later undos first, so that an undo that was itself undone takes nothing back.
  for (const e of [...sorted].reverse()) if (e.kind === 'undo' && !undone.has(e.id)) undone.add(e.of);
  return sorted.filter((e) => !undone.has(e.id));
}

/** The settings that events leave behind, of those that count. */
export function settingsOf(counted: readonly HistoryEvent[]): Settings {
  let settings: Settings = {
    minutesPerDay: {},
    minutesOn: {},
    daysOff: undefined,
    sessionMinutes: undefined,
    rounds: {},
  };
  for (const e of counted)
    if (e.kind === 'settings')
      settings = {
        minutesPerDay: { ...settings.minutesPerDay, ...e.minutesPerDay },
        minutesOn: { ...settings.minutesOn, ...e.minutesOn },
        daysOff: e.daysOff ?? settings.daysOff,
        sessionMinutes: e.sessionMinutes ?? settings.sessionMinutes,
        rounds: { ...settings.rounds, ...e.rounds },
      };
  return settings;
}

/** The source as the candidate has changed it since: minutes, days off, moved rounds. */
export function changedSource(source: ScheduleSource, settings: Settings): ScheduleSource {
  const { availability } = source;
  const rounds = source.rounds
    .map((r): PlannedRound => {
      const startsAt = settings.rounds[r.id];
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
      minutesPerDay: { ...availability.minutesPerDay, ...settings.minutesPerDay },
      daysOff: [...(settings.daysOff ?? availability.daysOff)],
      sessionMinutes: settings.sessionMinutes ?? availability.sessionMinutes,
    },
  };
}
