/** A drill's moves on disk: each event is written in one transaction with the session that it leaves behind. */
import type { Grade, HistoryEvent } from '../../../generator/model/history.ts';
import { graded, laterInDrill, putAside, undone } from '../../state/drill.ts';
import type { DrillSession } from '../../state/kept.ts';
import { append, type Draft, getKept, setKept, type Write } from '../../state/log.ts';
import type { Store } from '../../state/store.ts';

export interface Moved {
  session: DrillSession;
  events: HistoryEvent[];
}
/** Nothing when another tab was faster: nothing was written, and the drill must be read again. */
export type Outcome = Promise<Moved | undefined>;

export function grade(
  store: Store,
  session: DrillSession,
  review: { at: string; grade: Grade; seconds: number },
): Outcome {
  const { at, grade, seconds } = review;
  return move(store, session, (card) => ({
    draft: { kind: 'review', at, card, grade, seconds },
    next: (event) => graded(session, { event, grade, seconds }),
  }));
}

export function aside(store: Store, session: DrillSession, at: string): Outcome {
  return move(store, session, (card) => ({
    draft: { kind: 'suspend', at, card },
    next: (event) => putAside(session, event),
  }));
}

/** `closing` is the event that said that the day's deck was through, where it was. */
export function undo(store: Store, session: DrillSession, at: string, closing?: string): Outcome {
  const last = session.past.at(-1);
  if (!last) return Promise.resolve(undefined);
  return store.together(async (tx) => {
    if (!(await isCurrent(tx, session))) return undefined;
    const of = [last.event, ...(closing === undefined ? [] : [closing])];
    const events = await append(
      tx,
      of.map((id) => ({ kind: 'undo', at, of: id })),
    );
    return { session: await kept(tx, undone(session)), events };
  });
}

export function later(store: Store, session: DrillSession): Outcome {
  return store.together(async (tx) =>
    (await isCurrent(tx, session))
      ? { session: await kept(tx, laterInDrill(session)), events: [] }
      : undefined,
  );
}

function move(
  store: Store,
  session: DrillSession,
  of: (card: string) => { draft: Draft; next: (event: string) => DrillSession },
): Outcome {
  const card = session.queue[0];
  if (card === undefined) return Promise.resolve(undefined);
  const { draft, next } = of(card);
  return store.together(async (tx) => {
    if (!(await isCurrent(tx, session))) return undefined;
    const [event] = await append(tx, [draft]);
    if (!event) return undefined;
    const after = next(event.id);
    const through = isDeckOfDay(after) && after.queue.length === 0;
    const closing = through ? await close(tx, after, draft.at) : [];
    return { session: await kept(tx, after), events: [event, ...closing] };
  });
}

/** Today's deck, and all of it. */
function isDeckOfDay(session: DrillSession): boolean {
  return session.mode === 'plan' && Object.keys(session.filter).length === 0;
}

/** The day's deck is through: it is ticked off. Its minutes stand in the grades already. */
async function close(tx: Write, { date }: DrillSession, at: string): Promise<HistoryEvent[]> {
  const item = `cards:${date}`;
  if ((await getKept(tx, 'sitting'))?.item === item) await setKept(tx, 'sitting', null);
  return append(tx, [{ kind: 'done', at, item, date, minutes: 0 }]);
}

/** Whether the drill on disk is still the one that the person sees. */
async function isCurrent(tx: Write, session: DrillSession): Promise<boolean> {
  const there = await getKept(tx, 'session');
  return (
    there?.revision === session.revision &&
    there.queue.join(' ') === session.queue.join(' ') &&
    there.past.at(-1)?.event === session.past.at(-1)?.event
  );
}

async function kept(tx: Write, session: DrillSession): Promise<DrillSession> {
  await setKept(tx, 'session', session);
  return session;
}
