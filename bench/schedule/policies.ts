/** What people do instead, and ours: each tells today's cards. */
import { book, type StudyCard } from '../../generator/schedule/booking.ts';
import { standardModel } from '../../generator/schedule/memory.ts';
import type { DeckCard, Known, Policy } from './world.ts';

const unseen = (known: Known) => known.cards.filter((c) => !known.memory.has(c.id));
const byImportance = (a: DeckCard, b: DeckCard) =>
  b.importance - a.importance || a.id.localeCompare(b.id, 'en');

function recallNow(known: Known, id: string): number {
  const state = known.memory.get(id);
  return state ? standardModel.recall(known.day - state.day, state.stability) : 0;
}

/** Cards at or below a retention, the most forgotten first. */
function due(known: Known, retention: number): string[] {
  return known.cards
    .filter((c) => known.memory.has(c.id) && known.memory.get(c.id)?.day !== known.day)
    .map((c) => ({ id: c.id, recall: recallNow(known, c.id) }))
    .filter((c) => c.recall <= retention)
    .sort((a, b) => a.recall - b.recall)
    .map((c) => c.id);
}

/** So many new ones a day that all are seen by a share of the days. */
function evenly(known: Known, share: number): string[] {
  const last = Math.max(1, Math.round(known.days * share));
  const wanted = Math.ceil((known.cards.length * Math.min(last, known.day + 1)) / last);
  const seen = known.cards.length - unseen(known).length;
  return unseen(known)
    .slice(0, Math.max(0, wanted - seen))
    .map((c) => c.id);
}

/** Anki as it comes, new cards spread evenly in the order of the deck shuffled by id. */
export const fsrsEven =
  (retention: number): Policy =>
  (known) => [...due(known, retention), ...evenly(shuffled(known), 0.8)];

/** Reviews first, then new cards by importance for as long as the day lasts. */
export const fsrsFrontLoaded =
  (retention: number): Policy =>
  (known) => [...due(known, retention), ...[...unseen(known)].sort(byImportance).map((c) => c.id)];

/** FSRS, and in the last days everything once more: the most important and most forgotten first, a share a day. */
export const finalPass =
  (retention: number, days: number, front: boolean): Policy =>
  (known) => {
    const left = known.days - known.day;
    const base = front ? fsrsFrontLoaded(retention)(known) : fsrsEven(retention)(known);
    if (left > days) return base;
    const begin = known.days - days;
    const waiting = known.cards
      .filter((c) => known.memory.has(c.id) && (known.memory.get(c.id)?.day ?? 0) < begin)
      .map((c) => ({ id: c.id, loss: c.importance * (1 - recallNow(known, c.id)) }))
      .sort((a, b) => b.loss - a.loss)
      .map((c) => c.id);
    const quota = Math.ceil(waiting.length / left);
    return [...waiting.slice(0, quota), ...base];
  };

/** Days 1, 3, 7 and 14 after the first reading. */
export const fixed: Policy = (known) => {
  const steps = [1, 3, 7, 14];
  const waiting = known.cards.filter((c) => {
    const state = known.memory.get(c.id);
    const step = state && steps[state.reviews - 1];
    return state && step !== undefined && known.day - state.first >= step;
  });
  return [...waiting.map((c) => c.id), ...evenly(shuffled(known), 0.8)];
};

/** Nothing until the days that still hold everything read once and seen once more. */
export const cramming: Policy = (known) => {
  const seconds = known.cards.reduce((sum, c) => sum + c.seconds.first + c.seconds.pass, 0);
  const needed = Math.ceil(seconds / known.budget(known.day));
  if (known.days - known.day > needed) return [];
  const fresh = [...unseen(known)].sort(byImportance).map((c) => c.id);
  const again = due(known, 1).filter((id) => known.memory.get(id)?.day !== known.day);
  return [...fresh, ...again];
};

export interface OursOptions {
  /** Minutes in all that may be spent; equal minutes with a rival. */
  minutes?: number;
  /** Minutes of the worst day. */
  heaviest?: number;
  /** No daily caps: the bound. */
  uncapped?: boolean;
}

export const ours =
  ({ minutes, heaviest, uncapped }: OursOptions = {}): Policy =>
  (known) => {
    const left = known.days - known.day;
    const cap = Math.min(known.budget(known.day), (heaviest ?? Number.POSITIVE_INFINITY) * 60);
    const total = minutes === undefined ? undefined : Math.max(0, minutes * 60 - known.spent);
    const room = Float64Array.from({ length: left }, () => (uncapped ? 1e9 : cap));
    const cards = known.cards.map((c): StudyCard => {
      const state = known.memory.get(c.id);
      return {
        id: c.id,
        importance: c.importance,
        seconds: c.seconds,
        memory: state && {
          stability: state.stability,
          difficulty: state.difficulty,
          ago: known.day - state.day,
        },
      };
    });
    const horizon = {
      open: Array.from({ length: left }, () => true),
      at: Array.from({ length: left }, (_, i) => i),
      exam: left - 0.3,
    };
    const { booked } = book(standardModel, cards, horizon, room, total === undefined ? {} : { total });
    return booked.filter((b) => b.days[0] === 0).map((b) => b.card.id);
  };

/** An order that does not know importance: by a hash of the id. */
function shuffled(known: Known): Known {
  const hash = (id: string) => [...id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7);
  return { ...known, cards: [...known.cards].sort((a, b) => hash(a.id) - hash(b.id)) };
}
