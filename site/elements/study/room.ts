/** What the schedule pages have in common: the store, the study that was read last, and its reading anew at each change. */
import type { HistoryEvent } from '../../../generator/model/history.ts';
import type { ScheduleSource } from '../../../generator/model/plan.ts';
import { replay } from '../../../generator/schedule/replay.ts';
import { type Now, nowOf } from '../../state/clock.ts';
import type { DrillSession } from '../../state/kept.ts';
import { openStore, type Store } from '../../state/store.ts';
import { fetchSource, readStudy, type Study } from '../../state/study.ts';

export interface Room {
  store: Store;
  given: ScheduleSource;
  study(): Study;
  /** The present instant on the pages' clock, never before the last event. */
  now(): Promise<Now>;
  /** Reads everything again and draws. */
  refresh(): Promise<void>;
  /** Draws what is known. */
  redraw(): Promise<void>;
  /** Takes in what this tab itself just wrote in a drill. The plan stays as it is until the drill is over. */
  advance(events: readonly HistoryEvent[], session: DrillSession): void;
}

export interface RoomPage {
  draw(study: Study): void | Promise<void>;
  /** Something failed in a way that a person must hear of. */
  alarm(why: string): void;
}

export async function openRoom(page: RoomPage): Promise<Room> {
  const given = await fetchSource();
  let study: Study;
  let reading: Promise<void> = Promise.resolve();
  const refresh = () => {
    // One reading after the other: a later one must not be overtaken by an earlier one.
    reading = reading
      .catch(() => undefined)
      .then(async () => {
        study = await readStudy(store, given, Date.now());
        await page.draw(study);
      });
    return reading;
  };
  const store = await openStore(given.name, {
    onChange: () => void refresh().catch((error) => page.alarm(said(error))),
    onLost: page.alarm,
  });
  study = await readStudy(store, given, Date.now());
  return {
    store,
    given,
    study: () => study,
    refresh,
    async redraw() {
      await page.draw(study);
    },
    advance(written, session) {
      const events = [...study.read.events, ...written];
      study = { ...study, session, progress: replay(events), read: { ...study.read, events } };
    },
    async now() {
      const { events } = study.read;
      const sampleDay = await store.kept('sampleDay');
      return nowOf(given, { real: Date.now(), sampleDay, notBefore: events.at(-1)?.at });
    },
  };
}

export function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
