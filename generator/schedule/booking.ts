/** Cards and the seconds of each day in; which card is taken on which day, and what that gives, out. */
import type { Grade } from '../model/history.ts';
import type { Memory, MemoryModel } from './memory.ts';
import { type MemoryGrid, memoryGrid } from './memory-grid.ts';
import { between, type Horizon, recallAfter, solve, type Values, weekBefore } from './value.ts';

export interface StudyCard {
  id: string;
  /** Above 0. */
  importance: number;
  seconds: { first: number; pass: number; fail: number };
  /** Undefined for a card that is new; `ago` days have passed since its last review. */
  memory: (Pick<Memory, 'stability' | 'difficulty'> & { ago: number }) | undefined;
}

export interface Booked {
  card: StudyCard;
  /** Days of its reviews in order, the first being the introduction where the card is new; and the seconds expected of each. */
  days: number[];
  spends: number[];
  /** The memory after each of those days, when all are passed. */
  states: { day: number; stability: number }[];
  /** Expected recall at the exam, failures on the way counted, 0 to 1. */
  recall: number;
}

export interface Booking {
  booked: Booked[];
  /** Expected seconds of each day. */
  seconds: Float64Array;
}

export interface BookingOptions {
  /** Seconds that may be spent in all; by default what the days hold. */
  total?: number;
  /** What a second is worth elsewhere, in recall per unit of importance: no review that gives less is booked. */
  leastPrice?: number;
}

/** How a card that was just read is graded: what the planner expects of a first self-test. */
const firstGrades: readonly (readonly [Grade, number])[] = [
  [1, 0.1],
  [2, 0.2],
  [3, 0.7],
];

/** The share of them that is not good. */
const unsure = firstGrades.reduce((sum, [grade, share]) => (grade < 3 ? sum + share : sum), 0);

/** Prices of the ladder, per second and unit of importance. The lowest is what an idle minute is worth. */
const lowestPrice = 0.00001;
const ladderStep = 1.75;
const ladderLength = 14;
/** Shares of the first price that are tried. */
const priceFactors = [1.5, 1, 0.6, 0.3, 0.12, 0.05, 0.02];
/** After so many that were worse than the best, lower ones are not tried. */
const patience = 2;
/** What the first price asks for of all seconds: a little more than there is, since no booking fills every day to the last. */
const fill = 1.02;
/**
 * The share of a later day's seconds that is booked. What follows a failure is not booked until it happened, so a day that is
 * full in the plan would overflow; today is booked to the last.
 */
const laterShare = 0.88;
/** A card is not taken more often than this before one exam. */
const mostReviews = 14;

/**
 * Books by importance: each card takes, day after day, the day that the programme values most among those with room.
 * `room` holds each day's seconds and is drawn from.
 */
export function book(
  model: MemoryModel,
  cards: readonly StudyCard[],
  horizon: Horizon,
  room: Float64Array,
  options: BookingOptions = {},
): Booking {
  const seconds = new Float64Array(room.length);
  const span = Math.ceil(horizon.exam) + 1;
  if (cards.length === 0 || horizon.open.length === 0) return { booked: [], seconds };
  const grid = memoryGrid(model, Math.max(span, horizon.open.length));
  const costs = meanCosts(cards);
  const ladder = Array.from({ length: ladderLength }, (_, i): Rung => {
    const values = solve(grid, horizon, lowestPrice * ladderStep ** i, costs);
    const met = metOn(model, values);
    return { values, met, entry: bestEntry(values, met, costs.first) };
  });
  const capacity = Math.min(
    options.total ?? Number.POSITIVE_INFINITY,
    horizon.open.reduce((sum, open, i) => sum + (open ? (room[i] ?? 0) : 0), 0) * fill,
  );
  const least = Math.max(lowestPrice, options.leastPrice ?? 0);
  const price = Math.max(least, priceFor(cards, ladder, costs, capacity));
  const sorted = [...cards].sort((a, b) => b.importance - a.importance || a.id.localeCompare(b.id, 'en'));
  // The price holds for days without caps. Where caps turn cards away, a lower one fills the days that are left.
  let best: (Booking & { room: Float64Array; worth: number }) | undefined;
  let worse = 0;
  const usable = Float64Array.from(room, (seconds, day) => (day === 0 ? seconds : seconds * laterShare));
  for (const factor of priceFactors) {
    const at = Math.max(least, price * factor);
    const tried = bookAt(model, sorted, ladder, at, costs, Float64Array.from(usable), options.total);
    worse = best && tried.worth <= best.worth ? worse + 1 : 0;
    if (!best || tried.worth > best.worth) best = tried;
    if (at === least || worse >= patience) break;
  }
  if (!best) return { booked: [], seconds };
  best.room.forEach((left, day) => {
    room[day] = (room[day] ?? 0) - ((usable[day] ?? 0) - left);
  });
  return { booked: best.booked, seconds: best.seconds };
}

/** One booking at one price, and what it is worth: recall at the exam by importance. */
function bookAt(
  model: MemoryModel,
  sorted: readonly StudyCard[],
  ladder: readonly Rung[],
  price: number,
  costs: { pass: number },
  room: Float64Array,
  total: number | undefined,
): Booking & { room: Float64Array; worth: number } {
  const seconds = new Float64Array(room.length);
  let left = total ?? Number.POSITIVE_INFINITY;
  const booked = sorted.map((card) => {
    const path = pathOf(model, card, classOf(ladder, price, card, costs), room, left);
    for (const step of path.steps) {
      room[step.day] = (room[step.day] ?? 0) - step.seconds;
      seconds[step.day] = (seconds[step.day] ?? 0) + step.seconds;
      left -= step.seconds;
    }
    return path.booked;
  });
  return { booked, seconds, room, worth: booked.reduce((sum, b) => sum + b.card.importance * b.recall, 0) };
}

function meanCosts(cards: readonly StudyCard[]): { pass: number; fail: number; first: number } {
  const mean = (of: (c: StudyCard) => number) => cards.reduce((sum, c) => sum + of(c), 0) / cards.length;
  return {
    pass: mean((c) => c.seconds.pass),
    fail: mean((c) => c.seconds.fail),
    first: mean((c) => c.seconds.first),
  };
}

/** The rung of the ladder for a card: what a second costs, by how dear the card's seconds are and how much it matters. */
function classOf(ladder: readonly Rung[], price: number, card: StudyCard, costs: { pass: number }): Rung {
  const own = (price * (card.seconds.pass / costs.pass)) / card.importance;
  const rung = Math.round(Math.log(Math.max(own, lowestPrice) / lowestPrice) / Math.log(ladderStep));
  const found = ladder[Math.min(ladder.length - 1, rung)];
  if (!found) throw new Error('an empty ladder of prices');
  return found;
}

/** The lowest price at which the cards' expected seconds fit, by bisection. */
function priceFor(
  cards: readonly StudyCard[],
  ladder: readonly Rung[],
  costs: { pass: number; first: number },
  capacity: number,
): number {
  const total = (price: number) =>
    cards.reduce((sum, card) => {
      const { values, entry } = classOf(ladder, price, card, costs);
      const scale = card.seconds.pass / costs.pass;
      if (card.memory === undefined) {
        return sum + (entry.gain > 0 ? entry.seconds * scale : 0);
      }
      return sum + nextReview(values, startOf(card.memory), undefined).seconds * scale;
    }, 0);
  let low = Math.log(lowestPrice);
  let high = Math.log(lowestPrice * ladderStep ** (ladderLength + 4));
  if (total(Math.exp(low)) <= capacity) return Math.exp(low);
  for (let i = 0; i < 18; i += 1) {
    const middle = (low + high) / 2;
    if (total(Math.exp(middle)) > capacity) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}

/** The best day to meet a card of mean cost, with all days free. */
function bestEntry(values: Values, met: Met, first: number): Rung['entry'] {
  const { horizon, priceOn } = values;
  let best = { gain: 0, seconds: 0 };
  horizon.open.forEach((open, day) => {
    if (!open) return;
    const gain = (met.worth[day] ?? 0) - (priceOn[day] ?? 0) * first;
    if (gain > best.gain) best = { gain, seconds: (met.seconds[day] ?? 0) + first };
  });
  return best;
}

/** The programme at one price, and what it says of a card that is new. */
interface Rung {
  values: Values;
  met: Met;
  entry: { gain: number; seconds: number };
}

/** What a card is worth right after it was met, over the grades it may get, and the recall where it was not good: by day. */
interface Met {
  worth: Float64Array;
  seconds: Float64Array;
  unsureRecall: Float64Array;
}

function metOn(model: MemoryModel, { grid, horizon, worth, recall, seconds }: Values): Met {
  const days = horizon.open.length;
  const met = {
    worth: new Float64Array(days),
    seconds: new Float64Array(days),
    unsureRecall: new Float64Array(days),
  };
  for (const [grade, share] of firstGrades) {
    const state = model.next(undefined, 0, grade);
    const place = grid.place(state.stability, state.difficulty);
    for (let day = 0; day < days; day += 1) {
      met.worth[day] = (met.worth[day] ?? 0) + share * between(worth, grid.size, day, place);
      met.seconds[day] = (met.seconds[day] ?? 0) + share * between(seconds, grid.size, day, place);
      if (grade < 3)
        met.unsureRecall[day] =
          (met.unsureRecall[day] ?? 0) + (share / unsure) * between(recall, grid.size, day, place);
    }
  }
  return met;
}

/** A memory on the grid, and the days that have passed since its last review. */
interface Start {
  stability: number;
  difficulty: number;
  /** Days from the last review to the plan's begin; 0 after a review within the plan. */
  ago: number;
  /** The day of the last review, or -1 for one before the plan. */
  day: number;
}

function startOf(memory: NonNullable<StudyCard['memory']>): Start {
  return { ...memory, day: -1 };
}

interface Option {
  /** -1 to stop. */
  day: number;
  worth: number;
  /** Expected seconds of this review and all that follow. */
  seconds: number;
}

/** The best next review among the days that `fits` allows (all, when it is undefined), or none. */
function nextReview(
  values: Values,
  start: Start,
  fits: ((day: number, seconds: number) => boolean) | undefined,
  seconds?: StudyCard['seconds'],
): Option {
  const { grid, horizon, priceOn } = values;
  const place = grid.place(start.stability, start.difficulty);
  const base = start.day < 0 ? -start.ago : (horizon.at[start.day] ?? 0);
  const recallOn = (at: number) => {
    const days = Math.min(grid.days, Math.max(0, at - base));
    return (
      recallAfter(grid, place.state, days) * (1 - place.share) +
      recallAfter(grid, place.state + 1, days) * place.share
    );
  };
  const early = horizon.exam - weekBefore.days;
  const bonus = early > base ? weekBefore.share * recallOn(early) : 0;
  let best: Option = { day: -1, worth: recallOn(horizon.exam) + bonus, seconds: 0 };
  const pass = seconds?.pass ?? meanPass;
  const fail = seconds?.fail ?? meanFail;
  for (let day = start.day + 1; day < horizon.open.length; day += 1) {
    if (!horizon.open[day]) continue;
    const at = horizon.at[day] ?? 0;
    const r = recallOn(at);
    const cost = r * pass + (1 - r) * fail;
    if (fits && !fits(day, cost)) continue;
    const after = afterReview(grid, place, at - base);
    const worth =
      (at >= early ? bonus : 0) +
      r * between(values.worth, grid.size, day, after.passed) +
      (1 - r) * between(values.worth, grid.size, day, after.failed) -
      (priceOn[day] ?? 0) * cost;
    if (worth <= best.worth) continue;
    best = {
      day,
      worth,
      seconds:
        cost +
        r * between(values.seconds, grid.size, day, after.passed) +
        (1 - r) * between(values.seconds, grid.size, day, after.failed),
    };
  }
  return best;
}

/** Used where only the price is sought, for cards of mean cost. */
const meanPass = 30;
const meanFail = 75;

function afterReview(grid: MemoryGrid, place: { state: number; share: number }, days: number) {
  const n = Math.min(grid.days, Math.max(1, Math.round(days)));
  const cell = (place.state + (place.share > 0.5 ? 1 : 0)) * (grid.days + 1) + n;
  const to = (places: MemoryGrid['passed']) => ({
    state: places.state[cell] ?? 0,
    share: places.share[cell] ?? 0,
  });
  return { passed: to(grid.passed), failed: to(grid.failed) };
}

/** A card's days on the path where every review is passed; failures are counted as expected seconds and recall. */
function pathOf(
  model: MemoryModel,
  card: StudyCard,
  { values, met }: Rung,
  room: Float64Array,
  total: number,
): { booked: Booked; steps: { day: number; seconds: number }[] } {
  const { grid, horizon, priceOn } = values;
  const steps: { day: number; seconds: number }[] = [];
  const states: Booked['states'] = [];
  /** The chance of each review to be failed, and what recall is expected then. */
  const risks: { fails: number; otherwise: number }[] = [];
  let left = total;
  const fits = (day: number, seconds: number) => (room[day] ?? 0) >= seconds && left >= seconds;
  const take = (day: number, seconds: number) => {
    steps.push({ day, seconds });
    left -= seconds;
  };
  let start: Start | undefined = card.memory && startOf(card.memory);
  if (!start) {
    let best = { day: -1, gain: 0 };
    horizon.open.forEach((open, day) => {
      if (!open || !fits(day, card.seconds.first)) return;
      const gain = (met.worth[day] ?? 0) - (priceOn[day] ?? 0) * card.seconds.first;
      if (gain > best.gain) best = { day, gain };
    });
    if (best.day < 0) return { booked: { card, days: [], spends: [], states, recall: 0 }, steps };
    take(best.day, card.seconds.first);
    const good = model.next(undefined, 0, 3);
    risks.push({ fails: unsure, otherwise: met.unsureRecall[best.day] ?? 0 });
    states.push({ day: best.day, stability: good.stability });
    start = { ...good, ago: 0, day: best.day };
  }
  for (let i = 0; i < mostReviews; i += 1) {
    const next = nextReview(values, start, fits, card.seconds);
    if (next.day < 0) break;
    const at = horizon.at[next.day] ?? 0;
    const elapsed = at - (start.day < 0 ? -start.ago : (horizon.at[start.day] ?? 0));
    const r = model.recall(elapsed, start.stability);
    take(next.day, r * card.seconds.pass + (1 - r) * card.seconds.fail);
    const failed = model.next(start, Math.max(1, elapsed), 1);
    risks.push({
      fails: 1 - r,
      otherwise: between(values.recall, grid.size, next.day, grid.place(failed.stability, failed.difficulty)),
    });
    const passed = model.next(start, Math.max(1, elapsed), 3);
    states.push({ day: next.day, stability: passed.stability });
    start = { ...passed, ago: 0, day: next.day };
  }
  const last = start.day < 0 ? -start.ago : (horizon.at[start.day] ?? 0);
  const atExam = model.recall(horizon.exam - last, start.stability);
  const recall = risks.reduceRight(
    (sum, { fails, otherwise }) => (1 - fails) * sum + fails * otherwise,
    atExam,
  );
  return {
    booked: { card, days: steps.map((s) => s.day), spends: steps.map((s) => s.seconds), states, recall },
    steps,
  };
}
