/** The drill from what is known: before it, one card of it, and after it. */
import type { Card, CardFaces } from '../../generator/model/card.ts';
import { previewIntervals } from '../../generator/schedule/memory.ts';
import { leechLapses, type Progress } from '../../generator/schedule/replay.ts';
import { cardKindWords } from '../state/card-kinds.ts';
import { matches, todaysCards } from '../state/deck.ts';
import type { DrillFilter, DrillSession } from '../state/kept.ts';
import type { Study } from '../state/study.ts';
import { cardView, doneView, type Option, startView } from './drill.ts';
import { type Html, html } from './html.ts';
import { messagesView } from './notices.ts';
import { dateIn, type Outlook } from './outlook.ts';
import { noticesView, undoneIds } from './today-page.ts';
import { count, longDay } from './words.ts';

export function startPageView(outlook: Outlook, filter: DrillFilter, study?: Study): Html {
  const { source, plan, progress } = outlook;
  const today = todaysCards(plan);
  const cards = new Map(source.cards.map((card) => [card.id, card]));
  const match = matches(filter);
  const isMatch = (id: string) => {
    const card = cards.get(id);
    return card !== undefined && match(card);
  };
  return html`${noticesView(outlook, study)}${messagesView(plan.messages)}${startView({
    date: plan.today,
    due: today.due.length,
    fresh: today.fresh.length,
    minutes: today.minutes,
    filter,
    matchingToday: [...today.due, ...today.fresh].filter(isMatch).length,
    matching: source.cards.filter((card) => match(card) && !progress.suspended.has(card.id)).length,
    options: optionsOf(outlook),
    aside: source.cards.filter((card) => progress.suspended.has(card.id)),
    nextDue: nextDue(outlook),
    live: outlook.live,
  })}`;
}

export interface Shown {
  card: Card;
  faces: CardFaces;
  session: DrillSession;
  progress: Progress;
  shown: boolean;
  now: string;
}

export function cardPageView({ source }: Study, { card, faces, session, progress, shown, now }: Shown): Html {
  const memory = progress.memory.get(card.id);
  const left = new Set(session.queue).size;
  const met = new Set(session.past.map((step) => step.card));
  for (const id of session.queue) met.delete(id);
  return cardView({
    card,
    front: faces.front,
    back: faces.back,
    shown,
    intervals: shown ? previewIntervals(memory, now) : undefined,
    done: met.size,
    left,
    mode: session.mode,
    lapses: memory?.lapses ?? 0,
    leech: shown && (memory?.lapses ?? 0) >= leechLapses,
    canUndo: session.past.length > 0,
    rounds: source.rounds
      .filter((r) => card.targets.some((t) => t.round === r.id && t.importance >= 0.1))
      .map((r) => r.title),
    fresh: memory === undefined,
  });
}

export function donePageView(study: Study, session: DrillSession): Html {
  const { source, plan, read, today } = study;
  const date = dateIn(source.availability.timeZone);
  const undone = undoneIds(read.events);
  const reviews = read.events.flatMap((e) =>
    e.kind === 'review' && !undone.has(e.id) && date(e.at) === today ? [e] : [],
  );
  const failed = new Set(Object.keys(session.again).filter((id) => (session.again[id] ?? 0) > 0));
  return doneView({
    reviews: reviews.length,
    recalled: reviews.filter((e) => e.grade > 1).length,
    seconds: reviews.reduce((sum, e) => sum + e.seconds, 0),
    failed: source.cards.filter((card) => failed.has(card.id)),
    recall: plan.expectedRecall,
    nextDue: nextDue(study),
    canUndo: session.past.length > 0,
    mode: session.mode,
  });
}

function nextDue({ plan }: Outlook): string {
  const next = plan.days.find((day) => day.date > plan.today && day.items.some((i) => i.kind === 'cards'));
  if (!next) return '';
  const cards = next.items.flatMap((i) => [...(i.due ?? []), ...(i.fresh ?? [])]);
  return `Next come ${count(cards.length, 'card')} on ${longDay(next.date)}.`;
}

function optionsOf({ source }: Outlook): Record<'rounds' | 'lenses' | 'kinds' | 'subjects', Option[]> {
  const { cards } = source;
  const rounds = new Set(cards.flatMap((card) => card.targets.map((t) => t.round)));
  const subjects = new Map(cards.map((card) => [card.subject, card.subjectTitle]));
  const kinds = new Set(cards.map((card) => card.kind));
  return {
    rounds: source.rounds.filter((r) => rounds.has(r.id)).map((r) => ({ id: r.id, title: r.title })),
    lenses: [...new Set(cards.flatMap((card) => card.lenses))]
      .sort()
      .map((id) => ({ id, title: spoken(id) })),
    kinds: [...kinds].map((id) => ({ id, title: cardKindWords[id] })),
    subjects: [...subjects]
      .map(([id, title]) => ({ id, title }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en')),
  };
}

/** "data-modeling" as "data modeling" */
const spoken = (id: string) => id.replaceAll('-', ' ');
