/** Days, phases and material in; what is read, drawn, calculated and mocked on which day out. */
import type { ActivityKind, Material, PlanItem } from '../model/plan.ts';
import type { StudyDay } from './calendar-days.ts';
import { addDays } from './calendar-days.ts';
import { activitiesOf, type PhaseName } from './phases.ts';
import type { Progress } from './replay.ts';

/** Places material in rounds: what is essential before the cards are booked, more of it in the minutes they leave. */
export interface Placer {
  /** By day, in the order to do them. */
  items: PlanItem[][];
  /** Fills each day up to `minutes(day)` of further material. */
  fill: (minutes: (day: number) => number) => void;
  /** What has found no day. */
  left: () => Material[];
}

/** The rest of a day's minutes is for cards: more while they are met, less when drawing and speaking are practiced. */
export const materialShare = { early: 0.56, mocks: 0.6 };
/** A mock needs a sitting of its own: a shorter one than asked for is still a mock down to this. */
const shortestMock = 35;
/** On a mock's day so many minutes stay for cards. */
const cardsBesideMock = 8;
/** What doing it once more is worth, beside having done it once less: a mock never gets old. */
const again = (m: Material) => (m.kind === 'mock' ? 0.88 : 0.55);

/** Days that must lie between two of a kind, over all material, and between two of the same material. */
const gapOfKind: Partial<Record<ActivityKind, number>> = {
  mock: 2,
  whiteboard: 2,
  postmortem: 7,
  build: 5,
  story: 1,
};
const gapOfSame: Partial<Record<ActivityKind, number>> = { mock: 3, whiteboard: 4, feedback: 6, story: 5 };
const gapOtherwise = 6;
/** Most of a kind on one day. */
const perDay: Partial<Record<ActivityKind, number>> = { read: 3, dive: 2, story: 2, 'cheat-sheet': 6 };
/** Building something takes weekends: only with this many days ahead. */
const daysToBuild = 24;
/** Wanted once a week, so worth more after seven days without. */
const weekly: readonly ActivityKind[] = ['postmortem', 'story', 'whiteboard'];
const weeklyBonus = 0.3;
/** So many mocks are enough. */
const mostMocks = 15;

export function materialPlacer(
  material: readonly Material[],
  days: readonly StudyDay[],
  phases: readonly PhaseName[],
  progress: Progress,
): Placer {
  const items: PlanItem[][] = days.map(() => []);
  const times = new Map(material.map((m) => [m.id, timesDone(m, progress)]));
  const lastOf = new Map<string, number>();
  const lastOfKind = new Map<ActivityKind, number>();
  const open = days.filter((d) => d.budget > 0).length;
  const pinned = pinnedItems(material, progress, days);
  const room = days.map((d) => Math.max(0, d.budget - d.spent));
  const place = (m: Material, day: number, minutes: number) => {
    const n = (times.get(m.id) ?? 0) + 1;
    times.set(m.id, n);
    lastOf.set(m.id, day);
    lastOfKind.set(m.kind, day);
    room[day] = (room[day] ?? 0) - minutes;
    items[day]?.push(itemOf(m, n, minutes));
  };
  days.forEach((d, day) => {
    for (const m of pinned.get(d.date) ?? []) place(m, day, Math.min(m.minutes, room[day] ?? 0));
  });
  const pinnedIds = new Set([...pinned.values()].flat().map((m) => m.id));
  const fill: Placer['fill'] = (minutes) => {
    days.forEach((d, day) => {
      const phase = phases[day] ?? 'rest';
      const whole = room[day] ?? 0;
      if (phase !== 'rest' && whole > 0) fillDay(d, day, phase, whole, Math.min(whole, minutes(day)));
    });
  };
  return { items, fill, left: () => material.filter((m) => (times.get(m.id) ?? 0) === 0) };

  function fillDay(d: StudyDay, day: number, phase: PhaseName, whole: number, minutes: number): void {
    let left = minutes;
    const today = new Map<ActivityKind, number>();
    for (const { kind } of items[day] ?? []) today.set(kind, (today.get(kind) ?? 0) + 1);
    for (;;) {
      const best = material
        .filter((m) => !pinnedIds.has(m.id) || (times.get(m.id) ?? 0) > 0)
        .filter((m) => !progress.skipped.has(`${idFor(m, (times.get(m.id) ?? 0) + 1)} ${d.date}`))
        .filter((m) => movedAway(m, (times.get(m.id) ?? 0) + 1, d.date, progress))
        .map((m) => ({ m, minutes: minutesOn(m, left, whole, today), score: score(m) }))
        .filter((x) => x.score > 0 && x.minutes > 0)
        .sort((a, b) => b.score - a.score || a.m.id.localeCompare(b.m.id, 'en'))[0];
      if (!best) return;
      place(best.m, day, best.minutes);
      today.set(best.m.kind, (today.get(best.m.kind) ?? 0) + 1);
      left = best.m.kind === 'mock' ? Math.min(left - best.minutes, 0) : left - best.minutes;
    }

    /** What doing it now is worth, 0 where it is not its day. */
    function score(m: Material): number {
      const wanted = activitiesOf[phase].indexOf(m.kind);
      if (wanted < 0) return 0;
      if (m.kind === 'cheat-sheet' || m.kind === 'rapid-fire' || m.kind === 'refresher')
        return (times.get(m.id) ?? 0) > 0 && lastOf.get(m.id) === day
          ? 0
          : m.importance * (1 - 0.08 * wanted);
      const count = times.get(m.id) ?? 0;
      if (count > 0 && !m.repeatable) return 0;
      if (m.kind === 'build' && open < daysToBuild) return 0;
      if (m.kind === 'mock' && count >= mostMocks) return 0;
      if ((today.get(m.kind) ?? 0) >= (perDay[m.kind] ?? 1)) return 0;
      if (day - (lastOfKind.get(m.kind) ?? -99) < (gapOfKind[m.kind] ?? 0)) return 0;
      if (day - (lastOf.get(m.id) ?? -99) < (gapOfSame[m.kind] ?? gapOtherwise)) return 0;
      // A design is compared with the guide after it was tried.
      if (m.kind === 'feedback' && !mocked(m)) return 0;
      const missed = weekly.includes(m.kind) && day - (lastOfKind.get(m.kind) ?? -99) >= 7 ? weeklyBonus : 0;
      return (m.importance + missed) * again(m) ** count * (1 - 0.08 * wanted);
    }

    function mocked(m: Material): boolean {
      const mocks = material.filter((x) => x.kind === 'mock' && x.round === m.round);
      return mocks.some((x) => (times.get(x.id) ?? 0) > (times.get(m.id) ?? 0));
    }
  }
}

/** Its minutes where it fits the day, else 0. A mock may take all of a day but some cards, and may be shortened to it. */
function minutesOn(
  m: Material,
  left: number,
  whole: number,
  today: ReadonlyMap<ActivityKind, number>,
): number {
  if (m.kind !== 'mock') return m.minutes <= left ? m.minutes : 0;
  if (today.size > 0) return 0;
  const most = whole - cardsBesideMock;
  return most >= m.minutes ? m.minutes : most >= shortestMock ? Math.floor(most) : 0;
}

const idFor = (m: Material, n: number) => (n === 1 ? m.id : `${m.id}:${n}`);

function itemOf(m: Material, n: number, minutes: number): PlanItem {
  const short = m.kind === 'mock' && minutes < m.minutes;
  return {
    id: idFor(m, n),
    kind: m.kind,
    title: n > 1 && m.kind !== 'cheat-sheet' ? `${m.title}, again` : m.title,
    how: short ? `${m.how} You have ${minutes} minutes: stop after the first deep dive.` : m.how,
    why: m.why,
    path: m.path,
    minutes,
  };
}

/** How often the history says that it was done, under its own id and the ids of its repetitions. */
function timesDone(m: Material, progress: Progress): number {
  let n = 0;
  while (progress.done.has(idFor(m, n + 1))) n += 1;
  return n;
}

/** False on days before the one that the candidate moved it to. */
function movedAway(m: Material, n: number, date: string, progress: Progress): boolean {
  const move = progress.moved.get(idFor(m, n));
  return move === undefined || date > move.to;
}

/** What the candidate put on a day themselves, if that day is still ahead. */
function pinnedItems(
  material: readonly Material[],
  progress: Progress,
  days: readonly StudyDay[],
): Map<string, Material[]> {
  const pinned = new Map<string, Material[]>();
  const [first] = days;
  for (const m of material) {
    const move = progress.moved.get(idFor(m, timesDone(m, progress) + 1));
    if (!move || !first || move.to < first.date || move.to > addDays(first.date, days.length)) continue;
    pinned.set(move.to, [...(pinned.get(move.to) ?? []), m]);
  }
  return pinned;
}
