/**
 * What the schedule pages have in common: the store, the study that was read last, and its reading anew at each change. A
 * plan takes its time, in a worker: meanwhile everything can be pressed, and only the newest plan is drawn.
 */
import type { HistoryEvent } from '../../../generator/model/history.ts';
import type { ScheduleSource } from '../../../generator/model/plan.ts';
import { type Now, nowOf } from '../../state/clock.ts';
import type { Draft } from '../../state/log.ts';
import type { Planner } from '../../state/planner.ts';
import { openStore, type Store } from '../../state/store.ts';
import { fetchSource, readStudy, type Study } from '../../state/study.ts';

/** What is said when the plan that it speaks of has been drawn. */
export interface Later {
  drawn: Promise<void>;
  say: string | undefined;
}

export interface Room {
  store: Store;
  given: ScheduleSource;
  /** As it was read last, with what this tab wrote since. Its plan may be older. */
  study(): Study;
  /** The same with the newest plan: it waits while one is being made. */
  newest(): Promise<Study>;
  /** The present instant on the pages' clock, never before the last event. */
  now(): Promise<Now>;
  /** Writes events; when it comes back, they are on disk and in the study. */
  append(...drafts: Draft[]): Promise<void>;
  /** Has everything read and planned again. It comes back at once: the plan is drawn when it is there. */
  replan(say?: string): Later;
  /** Draws what is known. */
  redraw(): Promise<void>;
  /** Takes in what this tab itself just wrote, and what follows from all events. The plan stays as it is. */
  advance(
    written: readonly HistoryEvent[],
    follows?: (events: readonly HistoryEvent[]) => Partial<Pick<Study, 'session' | 'progress'>>,
  ): void;
  /** Takes in a history that was changed as a whole. The plan stays as it is. */
  reread(): Promise<void>;
}

export interface RoomPage {
  draw(study: Study): void | Promise<void>;
  /** Comes back when nothing that was pressed is still being written. */
  idle(): Promise<void>;
  /** Something failed in a way that a person must hear of. */
  alarm(why: string): void;
}

export async function openRoom(page: RoomPage, planner: Planner): Promise<Room> {
  const given = await fetchSource();
  let study: Study;
  let drawn: Study | undefined;
  /** Readings asked for: a study that was read for an earlier number is thrown away. */
  let asked = 0;
  let reading: Promise<void> | undefined;

  const readNewest = async () => {
    for (;;) {
      const mine = asked;
      try {
        const read = await readStudy({ store, planner, given, real: Date.now() });
        if (mine !== asked) continue;
        study = read;
        return;
      } catch (error) {
        if (mine === asked) throw error;
      }
    }
  };
  const read = () => {
    asked += 1;
    reading ??= readNewest().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  /** Draws once nothing newer is being read, and nothing pressed is being written: that would only be drawn over. */
  const drawNewest = async (): Promise<void> => {
    while (reading) await reading;
    await page.idle();
    if (reading) return drawNewest();
    if (drawn === study) return;
    drawn = study;
    await page.draw(study);
  };
  const refresh = () => read().then(drawNewest);
  const take = (changed: Study) => {
    study = changed;
    // What is being read may have missed it.
    if (reading) asked += 1;
  };

  let opened = false;
  const store = await openStore(given.name, {
    onChange: () => void (opened ? refresh() : read()).catch((error) => page.alarm(said(error))),
    onLost: page.alarm,
  });
  await read();
  opened = true;
  const room: Room = {
    store,
    given,
    study: () => study,
    async newest() {
      while (reading) await reading;
      return study;
    },
    replan: (say) => ({ drawn: refresh(), say }),
    async redraw() {
      drawn = study;
      await page.draw(study);
    },
    async append(...drafts) {
      room.advance(await store.append(...drafts));
    },
    advance(written, follows) {
      const known = new Set(written.map((event) => event.id));
      const events = [...study.read.events.filter((event) => !known.has(event.id)), ...written];
      take({ ...study, ...follows?.(events), read: { ...study.read, events } });
    },
    async reread() {
      const read = await store.read();
      take({ ...study, read });
    },
    async now() {
      const sampleDay = await store.kept('sampleDay');
      const notBefore = study.read.events.at(-1)?.at;
      return nowOf(given, { real: Date.now(), sampleDay, notBefore });
    },
  };
  return room;
}

export function said(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
