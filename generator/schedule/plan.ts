/** All that the plan is a function of in; the plan out. Pure: it runs on the command line and in the page alike. */
import type { HistoryEvent } from '../model/history.ts';
import type { Material, Plan, PlanDay, PlanItem, PlanWeek, ScheduleSource } from '../model/plan.ts';
import { type Booked, book, type StudyCard } from './booking.ts';
import { addDays, type Exam, type StudyDay, studyDays, weekdayOf } from './calendar-days.ts';
import { recallIfStopped, weightedMean } from './forecast.ts';
import { daysBetween, type MemoryModel, standardModel } from './memory.ts';
import { type PhaseName, phasesOf } from './phases.ts';
import { materialPlacer, materialShare } from './place-material.ts';
import { type Progress, replay } from './replay.ts';
import { changedSource } from './settings.ts';
import { sittingsOf } from './sittings.ts';

export interface PlanRequest {
  source: ScheduleSource;
  /** ISO 8601. */
  now: string;
  history?: readonly HistoryEvent[];
}

/** A minute on a card gives at least 0.3 % of its recall: below that it is worth more with a guide or a mock. */
const leastPrice = 0.003 / 60;
/** A day's cards take at least this long to be worth opening the drill for. */
const leastCardSeconds = 60;
/** Of the eve's minutes at most this share is for cards: rest is worth more. */
const eveCards = 0.3;

/** The plan from now on. The same source, now and history give the same plan. */
export function planSchedule({ source: given, now, history = [] }: PlanRequest): Plan {
  const progress = replay(history);
  const source = changedSource(given, progress);
  const { today, days, exams } = studyDays(source, progress, now);
  const phases = phasesOf(days, exams);
  const placer = materialPlacer(source.material, days, phases, progress);
  placer.fill((i) => firstShare(days[i], phases[i]));
  const room = Float64Array.from(days, (d, i) =>
    cardSeconds(d, placer.items[i] ?? [], phases[i] ?? 'rest', progress),
  );
  const free = Float64Array.from(room);
  const groups = bookAll(standardModel, source, exams, days, free, progress, now);
  placer.fill((i) => (phases[i] === 'eve' || phases[i] === 'day' ? 0 : Math.floor((free[i] ?? 0) / 60)));
  const planned = days.map((d, i) =>
    dayOf(d, i, {
      source,
      items: placer.items[i] ?? [],
      phase: phases[i] ?? 'rest',
      groups,
      progress,
      isToday: i === 0,
    }),
  );
  return summarized(source, today, planned, groups, placer.left(), days);
}

/** Minutes of material that come before the cards: most of the eve, all of the day. */
function firstShare(day: StudyDay | undefined, phase: PhaseName | undefined): number {
  const free = Math.max(0, (day?.budget ?? 0) - (day?.spent ?? 0));
  if (phase === 'day') return free;
  return phase === 'eve'
    ? Math.max(Math.min(free, 15), free * (1 - eveCards))
    : free * (phase === 'mocks' ? materialShare.mocks : materialShare.early);
}

function cardSeconds(
  day: StudyDay,
  items: readonly PlanItem[],
  phase: PhaseName,
  progress: Progress,
): number {
  const id = `cards:${day.date}`;
  // Once the day's deck is through, the day has no more cards: what is done must not grow again.
  const away =
    progress.skipped.has(`${id} ${day.date}`) ||
    progress.moved.get(id)?.from === day.date ||
    (progress.done.get(id)?.includes(day.date) ?? false);
  if (phase === 'rest' || phase === 'day' || away) return 0;
  const free = day.budget - day.spent - items.reduce((sum, i) => sum + i.minutes, 0);
  const seconds = Math.floor(phase === 'eve' ? Math.min(free, day.budget * eveCards) : free) * 60;
  return seconds < leastCardSeconds ? 0 : seconds;
}

interface Group {
  exam: Exam;
  booked: Booked[];
}

/** Exam after exam: a card of two exams goes on from where the first left it. */
function bookAll(
  model: MemoryModel,
  source: ScheduleSource,
  exams: readonly Exam[],
  days: readonly StudyDay[],
  room: Float64Array,
  progress: Progress,
  now: string,
): Group[] {
  const dayAt = days.map((d) => d.at);
  const carried = new Map<string, NonNullable<StudyCard['memory']>>();
  let after = 0;
  return exams.map((exam) => {
    const horizon = (from: number) => ({
      at: dayAt.slice(0, exam.day),
      open: days.slice(0, exam.day).map((_, i) => i >= from && (room[i] ?? 0) > 0),
      exam: exam.at,
    });
    const cards = source.cards.flatMap((c): StudyCard[] => {
      const importance = c.targets
        .filter((t) => exam.rounds.includes(t.round))
        .reduce((sum, t) => sum + t.importance, 0);
      if (importance <= 0 || progress.suspended.has(c.id)) return [];
      const known = progress.memory.get(c.id);
      const memory = known && { ...known, ago: daysBetween(known.at, now) };
      return [{ id: c.id, importance, seconds: c.seconds, memory: carried.get(c.id) ?? memory }];
    });
    const going = cards.filter((c) => carried.has(c.id));
    const others = cards.filter((c) => !carried.has(c.id));
    const booked = [
      ...book(model, going, horizon(after), room, { leastPrice }).booked,
      ...book(model, others, horizon(0), room, { leastPrice }).booked,
    ];
    for (const { card, states } of booked) {
      const last = states.at(-1);
      if (!last) continue;
      const difficulty = card.memory?.difficulty ?? 5;
      carried.set(card.id, { stability: last.stability, difficulty, ago: -(dayAt[last.day] ?? 0) });
    }
    after = exam.day;
    return { exam, booked };
  });
}

function dayOf(
  day: StudyDay,
  index: number,
  at: {
    source: ScheduleSource;
    items: readonly PlanItem[];
    phase: PhaseName;
    groups: readonly Group[];
    progress: Progress;
    isToday: boolean;
  },
): PlanDay {
  const taken = at.groups.flatMap((g) => g.booked.filter((b) => b.days.includes(index)));
  const fresh = taken.filter((b) => b.card.memory === undefined && b.days[0] === index).map((b) => b.card.id);
  const due = taken
    .filter((b) => b.card.memory !== undefined || b.days[0] !== index)
    .map((b) => b.card.id)
    .filter((id) => !fresh.includes(id));
  const seconds = taken.reduce((sum, b) => sum + (b.spends[b.days.indexOf(index)] ?? 0), 0);
  const cards: PlanItem[] =
    taken.length === 0
      ? []
      : [
          {
            id: `cards:${day.date}`,
            kind: 'cards',
            title: cardsTitle(fresh.length, due.length),
            how: 'Say each answer aloud before you turn the card, then grade what you said and not what you meant.',
            why: whyCards(fresh.length, due.length, at.phase),
            path: '/drill/',
            minutes: Math.max(1, Math.ceil(seconds / 60 - 1e-9)),
            fresh,
            due,
          },
        ];
  const isMock = at.items.some((i) => i.kind === 'mock');
  const ahead = isMock ? [...at.items, ...cards] : [...cards, ...at.items];
  const done = at.isToday ? doneToday(at.source, at.progress, day.date) : [];
  const items = [...done, ...ahead];
  return {
    date: day.date,
    minutes: items.reduce((sum, i) => sum + i.minutes, 0),
    budget: day.budget,
    items,
    sessions: sittingsOf(items, at.source.availability.sessionMinutes),
    recall: 0,
    phase: at.phase,
  };
}

function cardsTitle(fresh: number, due: number): string {
  const said = [
    ...(fresh > 0 ? [`${fresh} new ${fresh === 1 ? 'card' : 'cards'}`] : []),
    ...(due > 0 ? [`${due} ${due === 1 ? 'review' : 'reviews'}`] : []),
  ];
  return said.join(', ');
}

function whyCards(fresh: number, due: number, phase: PhaseName): string {
  if (phase === 'eve')
    return 'The last time before the round: what fades first, by what they are likeliest to ask.';
  if (fresh > due) return 'What they are likeliest to ask is met first, so that it has time to be recalled.';
  return 'Each comes back on the day that does most for the hour of the round.';
}

/** Items that the history ticked off on this date, as the record of the day. */
function doneToday(source: ScheduleSource, progress: Progress, date: string): PlanItem[] {
  return source.material.flatMap((m) => {
    const ids = [...progress.done.keys()].filter((id) => id === m.id || id.startsWith(`${m.id}:`));
    return ids
      .filter((id) => /^(:\d+)?$/.test(id.slice(m.id.length)) && progress.done.get(id)?.includes(date))
      .map((id) => ({
        id,
        kind: m.kind,
        title: m.title,
        how: m.how,
        why: m.why,
        path: m.path,
        minutes: m.minutes,
        done: true,
      }));
  });
}

function summarized(
  source: ScheduleSource,
  today: string,
  days: readonly PlanDay[],
  groups: readonly Group[],
  left: readonly Material[],
  study: readonly StudyDay[],
): Plan {
  const dayAt = study.map((d) => d.at);
  const cards = new Map(source.cards.map((c) => [c.id, c]));
  const all = groups.flatMap((g) => g.booked.map((b) => ({ exam: g.exam, b })));
  const stopped = (stop: number, at: (exam: Exam) => number) =>
    weightedMean(
      all.map(({ exam, b }) => ({
        weight: b.card.importance,
        value: recallIfStopped(standardModel, b, dayAt, stop, at(exam)),
      })),
    );
  const withRecall = days.map((d, i) => ({ ...d, recall: round4(stopped(i, () => (dayAt[i] ?? 0) + 0.01)) }));
  const mustKnow = all.filter(({ b }) => cards.get(b.card.id)?.mustKnow);
  const weeks = weeksOf(withRecall, {
    recall: (last) => round4(stopped(last, (exam) => Math.max(exam.at, dayAt[last] ?? 0))),
    below: (last) =>
      mustKnow.filter(
        ({ exam, b }) =>
          recallIfStopped(standardModel, b, dayAt, last, Math.max(exam.at, dayAt[last] ?? 0)) < 0.7,
      ).length,
  });
  const heaviest = days.reduce<PlanDay | undefined>(
    (most, d) => (d.minutes > (most?.minutes ?? 0) ? d : most),
    undefined,
  );
  const unseen = all.filter(({ b }) => b.card.memory === undefined && b.days.length === 0);
  const cut = [
    ...unseen.map(({ b }) => ({
      id: b.card.id,
      title: cards.get(b.card.id)?.title ?? b.card.id,
      importance: round4(b.card.importance),
    })),
    ...left.map((m) => ({ id: m.id, title: m.title, importance: round4(m.importance) })),
  ].sort((a, b) => b.importance - a.importance || a.id.localeCompare(b.id, 'en'));
  return {
    today,
    days: withRecall,
    weeks,
    expectedRecall: round4(
      weightedMean(all.map(({ b }) => ({ weight: b.card.importance, value: b.recall }))),
    ),
    byRound: byRound(source, groups),
    mustKnowBelow70: mustKnow.filter(({ b }) => b.recall < 0.7).length,
    heaviestDay: heaviest && { date: heaviest.date, minutes: heaviest.minutes },
    cut,
    messages: messagesFor(
      source,
      withRecall,
      { unseen: unseen.length, all: all.length, share: weightOf(unseen) / Math.max(weightOf(all), 1e-9) },
      left,
    ),
  };
}

function byRound(source: ScheduleSource, groups: readonly Group[]): Plan['byRound'] {
  const targets = new Map(source.cards.map((c) => [c.id, c.targets]));
  return groups.flatMap(({ exam, booked }) =>
    exam.rounds.flatMap((round) => {
      const weighed = booked.flatMap((b) => {
        const importance = targets.get(b.card.id)?.find((t) => t.round === round)?.importance;
        return importance ? [{ weight: importance, value: b.recall, seen: b.recall > 0 }] : [];
      });
      if (weighed.length === 0) return [];
      return [{ round, recall: round4(weightedMean(weighed)), cards: weighed.filter((w) => w.seen).length }];
    }),
  );
}

/** Monday to Sunday. */
function weeksOf(
  days: readonly PlanDay[],
  at: { recall: (last: number) => number; below: (last: number) => number },
): PlanWeek[] {
  const weeks: PlanWeek[] = [];
  days.forEach((d, i) => {
    const from = addDays(d.date, -((weekdayOf(d.date) + 6) % 7));
    let week = weeks.at(-1);
    if (week?.from !== from) {
      week = {
        from,
        to: addDays(from, 6),
        minutes: 0,
        budget: 0,
        fresh: 0,
        due: 0,
        recall: 0,
        mustKnowBelow70: 0,
      };
      weeks.push(week);
    }
    week.minutes += d.minutes;
    week.budget += d.budget;
    week.fresh += d.items.reduce((sum, item) => sum + (item.fresh?.length ?? 0), 0);
    week.due += d.items.reduce((sum, item) => sum + (item.due?.length ?? 0), 0);
    const ends = i === days.length - 1 || weekdayOf(days[i + 1]?.date ?? d.date) === 1;
    if (ends) {
      week.recall = at.recall(i);
      week.mustKnowBelow70 = at.below(i);
    }
  });
  return weeks;
}

function messagesFor(
  source: ScheduleSource,
  days: readonly PlanDay[],
  cards: { unseen: number; all: number; share: number },
  left: readonly Material[],
): string[] {
  if (source.rounds.length === 0) return ['The loop has no rounds, so there is nothing to plan for.'];
  if (days.length === 0) return ['Every round is over. The history stays; a new date makes a new plan.'];
  const minutes = days.reduce((sum, d) => sum + d.budget, 0);
  if (minutes === 0)
    return [
      'No minutes are left before the rounds, so nothing is planned. Give at least one day some minutes: fifteen are enough to read the cheat sheets.',
    ];
  const mocks = days.flatMap((d) => d.items).filter((i) => i.kind === 'mock').length;
  const wantsMocks = source.material.some((m) => m.kind === 'mock');
  return [
    ...(cards.share >= worthSaying
      ? [
          `${cards.unseen} of ${cards.all} cards do not fit into ${hours(minutes)}. They are the least likely to be asked, and listed under what is cut.`,
        ]
      : []),
    ...(wantsMocks && mocks === 0
      ? ['No day holds a mock. One day of 45 minutes would be worth more than all others.']
      : []),
    ...(left.some((m) => m.kind === 'read' && m.importance >= 0.9)
      ? [
          'The guides do not fit as a whole: read their cheat sheets first, then the sections at the top of the list.',
        ]
      : []),
  ];
}

function hours(minutes: number): string {
  return minutes < 90 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1).replace(/\.0$/, '')} hours`;
}

/** Cards that do not fit are a matter for a message from this share of all importance on; below, for the list. */
const worthSaying = 0.03;

const weightOf = (all: readonly { b: Booked }[]) => all.reduce((sum, { b }) => sum + b.card.importance, 0);

const round4 = (x: number) => Number(x.toFixed(4));
