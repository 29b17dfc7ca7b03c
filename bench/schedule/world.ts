/** One learner with one deck through the days to an exam, under a policy. */
import type { Grade } from '../../generator/model/history.ts';
import { standardModel } from '../../generator/schedule/memory.ts';
import { firstGrade, givenGrade, type Learner, seeded } from './learner.ts';

export interface DeckCard {
  id: string;
  importance: number;
  mustKnow: boolean;
  seconds: { first: number; pass: number; fail: number };
}

interface State {
  stability: number;
  difficulty: number;
  /** The day of the last review. */
  day: number;
}

/** What a policy may know: the grades, and FSRS's own reading of them. */
export interface Known {
  cards: readonly DeckCard[];
  /** Believed memory by card; absent for a card that is new. */
  memory: ReadonlyMap<string, State & { reviews: number; first: number }>;
  day: number;
  days: number;
  /** Seconds of each day from today on. */
  budget: (day: number) => number;
  spent: number;
}

/** Today's cards in the order to take them. */
export type Policy = (known: Known) => string[];

export interface Outcome {
  recall: number;
  weekBefore: number;
  minutes: number;
  heaviest: number;
  mustKnowBelow70: number;
  unseen: number;
}

/** A deck of `size`: importance falls from 1 to about 0.05, the first sixth must be known, seconds are those of the sample. */
export function deckOf(size: number, seed: number): DeckCard[] {
  const random = seeded(seed);
  return Array.from({ length: size }, (_, i) => {
    const length = 0.7 + 0.6 * random();
    return {
      id: `c${String(i).padStart(4, '0')}`,
      importance: Math.exp((-3 * i) / size) * (0.85 + 0.3 * random()),
      mustKnow: i < size / 6,
      seconds: { first: 75 * length, pass: 30 * length, fail: 75 * length },
    };
  });
}

/** The exam is in the middle of the day after the last: `days` + 0.0 evenings later, at noon. */
const examHour = -0.3;

export function live(
  learner: Learner,
  cards: readonly DeckCard[],
  days: number,
  minutesPerDay: number,
  policy: Policy,
  seed: number,
): Outcome {
  const random = seeded(seed * 7919 + 17);
  const missing = seeded(seed * 104_729 + 5);
  const byId = new Map(cards.map((c) => [c.id, c]));
  const truth = new Map<string, State>();
  const believed = new Map<string, State & { reviews: number; first: number }>();
  const exam = days + examHour;
  let spent = 0;
  let heaviest = 0;
  let weekBefore = 0;
  const recallOf = (card: DeckCard, at: number) => {
    const state = truth.get(card.id);
    return state ? learner.model.recall(at - state.day, state.stability) : 0;
  };
  const weighted = (at: number) =>
    cards.reduce((sum, c) => sum + c.importance * recallOf(c, at), 0) /
    cards.reduce((sum, c) => sum + c.importance, 0);
  for (let day = 0; day < days; day += 1) {
    if (day === Math.max(0, days - 7)) weekBefore = weighted(day + examHour);
    if (missing() < learner.skips) continue;
    const limit = minutesPerDay * 60 + 1e-6;
    const today = policy({
      cards,
      memory: believed,
      day,
      days,
      budget: () => limit,
      spent,
    });
    let used = 0;
    for (const id of new Set(today)) {
      const card = byId.get(id);
      if (!card) throw new Error(`no card ${id}`);
      const state = truth.get(id);
      const belief = believed.get(id);
      const recalled = state ? random() < recallOf(card, day) : undefined;
      const cost =
        recalled === undefined ? card.seconds.first : recalled ? card.seconds.pass : card.seconds.fail;
      if (used + cost > limit) break;
      used += cost;
      const actual: Grade = recalled === undefined ? firstGrade(random) : recalled ? 3 : 1;
      const given = recalled === undefined ? actual : givenGrade(recalled, learner, random);
      const elapsed = state ? Math.max(1, day - state.day) : 0;
      truth.set(id, { ...learner.model.next(state, elapsed, recalled ? given : actual), day });
      believed.set(id, {
        ...standardModel.next(belief, belief ? Math.max(1, day - belief.day) : 0, given),
        day,
        reviews: (belief?.reviews ?? 0) + 1,
        first: belief?.first ?? day,
      });
    }
    spent += used;
    heaviest = Math.max(heaviest, used);
  }
  const mustKnow = cards.filter((c) => c.mustKnow);
  return {
    recall: weighted(exam),
    weekBefore,
    minutes: spent / 60,
    heaviest: heaviest / 60,
    mustKnowBelow70: mustKnow.filter((c) => recallOf(c, exam) < 0.7).length / mustKnow.length,
    unseen: cards.filter((c) => !truth.has(c.id)).length / cards.length,
  };
}
