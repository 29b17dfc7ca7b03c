/** What came and what went since the candidate last looked, when the pack was made anew. Nothing of the history is touched. */
import type { ScheduleSource } from '../../generator/model/plan.ts';
import type { Snapshot } from './kept.ts';

export interface PackChanges {
  come: string[];
  gone: string[];
  /** Titles of gone cards that were reviewed: their history stays, should they come back. */
  goneButKnown: string[];
  /** Set when the folder now holds another candidate's or another company's pack. */
  formerly: string | undefined;
}

export function snapshotOf(source: ScheduleSource): Snapshot {
  return {
    candidate: source.candidate,
    company: source.company,
    cards: Object.fromEntries(source.cards.map((card) => [card.id, card.title])),
  };
}

/** Nothing where nothing changed. Rewording alone is no change: a card is its id. */
export function changesSince(
  last: Snapshot,
  source: ScheduleSource,
  reviewed: ReadonlySet<string>,
): PackChanges | undefined {
  const now = new Set(source.cards.map((card) => card.id));
  const gone = Object.entries(last.cards).filter(([id]) => !now.has(id));
  const other = last.candidate !== source.candidate || last.company !== source.company;
  const changes: PackChanges = {
    come: source.cards.filter((card) => !Object.hasOwn(last.cards, card.id)).map((card) => card.title),
    gone: gone.map(([, title]) => title),
    goneButKnown: gone.filter(([id]) => reviewed.has(id)).map(([, title]) => title),
    formerly: other ? `${last.candidate} at ${last.company}` : undefined,
  };
  return changes.come.length + changes.gone.length > 0 || other ? changes : undefined;
}
