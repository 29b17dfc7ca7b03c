/**
 * The registry of what lies beside the pages: each output is one entry, a file name and what makes it from the published
 * things alone. To add one, add an entry; the site carries it, and `panelprep plan` can write it where it is a plan's.
 */
import type { CardFaces } from '../model/card.ts';
import type { Plan, ScheduleSource } from '../model/plan.ts';
import { ankiDeck } from './anki.ts';
import { calendarOf } from './calendar.ts';
import { planMarkdown } from './plan-markdown.ts';

export interface Outputs {
  source: ScheduleSource;
  faces: readonly CardFaces[];
  plan: Plan;
}

export interface Output {
  file: string;
  /** `previous` is the text of the same file of the site that is going to be replaced. */
  make: (from: Outputs, previous: () => string | undefined) => string | Uint8Array;
}

/** When a day's first sitting begins in a calendar, unless told otherwise. */
export const usualHour = '19:00';

export const outputs: readonly Output[] = [
  { file: 'schedule.json', make: ({ source }) => JSON.stringify(source) },
  { file: 'cards.json', make: ({ faces }) => JSON.stringify(faces) },
  { file: 'plan.json', make: ({ plan }) => `${JSON.stringify(plan, null, 1)}\n` },
  { file: 'plan.md', make: ({ source, plan }) => planMarkdown(source, plan) },
  {
    file: 'calendar.ics',
    make: ({ source, plan }, previous) => calendarOf(source, plan, { at: usualHour, previous: previous() }),
  },
  { file: 'deck.apkg', make: ({ source, faces, plan }) => ankiDeck(source, faces, plan) },
];
