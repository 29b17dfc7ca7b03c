/** The published schedule and the history in; everything that a schedule page shows out, made anew at each change. */
import type { Plan, ScheduleSource } from '../../generator/model/plan.ts';
import { changedSource } from '../../generator/schedule/settings.ts';
import { dateIn, type Outlook } from '../views/outlook.ts';
import { changesSince, type PackChanges, snapshotOf } from './changes.ts';
import { type Now, nowOf } from './clock.ts';
import { takenUp } from './drill.ts';
import type { DrillSession, LastPlan, Sitting } from './kept.ts';
import type { Read } from './log.ts';
import { lastPlanOf, redoneSince } from './missed.ts';
import type { Planner } from './planner.ts';
import type { Store } from './store.ts';

export interface Study extends Outlook {
  now: Now;
  read: Read;
  /** The drill under way; none from an earlier day, whose cards the plan has dealt out anew. */
  session: DrillSession | undefined;
  sitting: Sitting | undefined;
  /** What the first plan of today changed, and why. */
  redone: string[];
  changes: PackChanges | undefined;
}

/** The pack's schedule, as it lies beside the page. */
export async function fetchSource(): Promise<ScheduleSource> {
  const response = await fetch('/schedule.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`the schedule did not load (${response.status})`);
  const source: ScheduleSource = await response.json();
  const version: ScheduleSource['version'] = 1;
  if (source.version !== version)
    throw new Error('this page and its schedule are of different versions: reload');
  return source;
}

export interface Reading {
  store: Store;
  planner: Planner;
  given: ScheduleSource;
  /** `Date.now()`. */
  real: number;
}

/** Reads the history, has a plan made from it, and keeps what a later reading compares with. */
export async function readStudy({ store, planner, given, real }: Reading): Promise<Study> {
  const read = await store.read();
  const sampleDay = await store.kept('sampleDay');
  const now = nowOf(given, { real, sampleDay, notBefore: read.events.at(-1)?.at });
  const { plan, progress } = await planner.plan({ source: given, now: now.instant, history: read.events });
  const session = await sessionOf(store, given, progress.suspended);
  const sitting = (await store.kept('sitting')) ?? undefined;
  return {
    source: changedSource(given, progress),
    plan,
    today: now.date,
    progress,
    live: true,
    now,
    read,
    session: session?.date === now.date ? session : undefined,
    sitting: sitting?.date === now.date ? sitting : undefined,
    redone: await noteRedone(store, plan, given, read),
    changes: await noteChanges(store, given, new Set(progress.memory.keys())),
  };
}

/**
 * The drill under way, without cards that a new pack no longer has or that were put aside elsewhere. It is read and written
 * as one: a grade that was given meanwhile is never overwritten.
 */
async function sessionOf(
  store: Store,
  source: ScheduleSource,
  suspended: ReadonlySet<string>,
): Promise<DrillSession | undefined> {
  const ids = new Set(source.cards.map((card) => card.id));
  const there = (kept: DrillSession) => takenUp(kept, (id) => ids.has(id) && !suspended.has(id));
  const kept = await store.kept('session');
  if (!kept || there(kept) === kept) return kept ?? undefined;
  return (await store.amend('session', (now) => now && there(now))) ?? undefined;
}

/** What was missed since the last plan is said for the whole day on which it was found. */
async function noteRedone(store: Store, plan: Plan, source: ScheduleSource, read: Read): Promise<string[]> {
  const last = await store.kept('lastPlan');
  let redone = (await store.kept('redone')) ?? undefined;
  if (last && last.today < plan.today) {
    const lines = redoneSince(last, plan, read.events, dateIn(source.availability.timeZone));
    redone = { on: plan.today, lines };
    await store.note('redone', redone);
  }
  const current: LastPlan = lastPlanOf(plan);
  if (JSON.stringify(last) !== JSON.stringify(current)) await store.note('lastPlan', current);
  return redone?.on === plan.today ? redone.lines : [];
}

async function noteChanges(
  store: Store,
  source: ScheduleSource,
  reviewed: ReadonlySet<string>,
): Promise<PackChanges | undefined> {
  const snapshot = await store.kept('snapshot');
  if (snapshot) return changesSince(snapshot, source, reviewed);
  await store.note('snapshot', snapshotOf(source));
  return undefined;
}
