/** A drill's moves, pure: a session in, the next one out. The page writes each together with its event. */
import type { Grade } from '../../generator/model/history.ts';
import type { DrillSession } from './kept.ts';

/** Tries of one card within a drill. FSRS knows no fatigue: a fourth try teaches the order, not the card. */
const mostTries = 3;
/** A failed card comes back after at least this many others, where there are so many. */
const distance = 4;
/** How far undo goes back. */
const mostPast = 60;

export type NewDrill = Pick<DrillSession, 'date' | 'mode' | 'filter' | 'queue'>;

export function startDrill(drill: NewDrill): DrillSession {
  return { ...drill, revision: 1, past: [], again: {}, seconds: 0 };
}

/** After a grade: on to the next card; a failed one comes back later in the same drill. */
export function graded(
  session: DrillSession,
  review: { event: string; grade: Grade; seconds: number },
): DrillSession {
  const [card, ...rest] = session.queue;
  if (card === undefined) return session;
  const tries = (session.again[card] ?? 0) + (review.grade === 1 ? 1 : 0);
  const queue =
    review.grade === 1 && tries < mostTries
      ? [...rest.slice(0, distance), card, ...rest.slice(distance)]
      : rest;
  const step = {
    event: review.event,
    card,
    queue: session.queue,
    tries: session.again[card] ?? 0,
    seconds: review.seconds,
  };
  return {
    ...session,
    revision: session.revision + 1,
    queue,
    past: [...session.past, step].slice(-mostPast),
    again: { ...session.again, [card]: tries },
    seconds: session.seconds + review.seconds,
  };
}

/** Back before the last grade, or before a card was put aside. */
export function undone(session: DrillSession): DrillSession {
  const last = session.past.at(-1);
  if (!last) return session;
  return {
    ...session,
    revision: session.revision + 1,
    queue: last.queue,
    past: session.past.slice(0, -1),
    again: { ...session.again, [last.card]: last.tries },
    seconds: Math.max(0, session.seconds - last.seconds),
  };
}

/** The present card is put aside. */
export function putAside(session: DrillSession, event: string): DrillSession {
  const [card, ...rest] = session.queue;
  if (card === undefined) return session;
  const step = { event, card, queue: session.queue, tries: session.again[card] ?? 0, seconds: 0 };
  return {
    ...session,
    revision: session.revision + 1,
    queue: rest.filter((id) => id !== card),
    past: [...session.past, step].slice(-mostPast),
  };
}

/** Not now: the card goes to the end of the drill. */
export function laterInDrill(session: DrillSession): DrillSession {
  const [card, ...rest] = session.queue;
  if (card === undefined || rest.length === 0) return session;
  return { ...session, revision: session.revision + 1, queue: [...rest, card] };
}

/** A session taken up again: without the cards that the pack no longer has or that were put aside since. */
export function takenUp(session: DrillSession, there: (card: string) => boolean): DrillSession {
  const queue = session.queue.filter(there);
  return queue.length === session.queue.length ? session : { ...session, queue };
}
