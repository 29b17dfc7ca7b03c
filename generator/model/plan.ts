/** What the planner is given (published as `schedule.json`) and what it gives back. */
import { z } from 'zod';
import { cardSchema } from './card.ts';
import { levels, roundKinds } from './ids.ts';

const availabilitySchema = z.strictObject({
  /** The candidate's IANA zone: a day of the plan is a day there. */
  timeZone: z.string(),
  /** First day of preparation; today when absent. */
  start: z.string().optional(),
  minutesPerDay: z.strictObject({
    mon: z.number(),
    tue: z.number(),
    wed: z.number(),
    thu: z.number(),
    fri: z.number(),
    sat: z.number(),
    sun: z.number(),
  }),
  daysOff: z.array(z.string()),
  sessionMinutes: z.number(),
  /** True where the profile says nothing and these are our defaults. */
  assumed: z.boolean(),
});
export type Availability = z.infer<typeof availabilitySchema>;

/**
 * What a session can hold. `cards` learn and review · `read` a guide or a part of it · `breadth` every system in one line ·
 * `estimate` a calculation by hand, then compared · `schema` tables from a blank page · `dive` a deep dive aloud · `mock` a
 * mock interview with follow-ups · `whiteboard` draw the design from memory · `story` a story told aloud · `postmortem` a
 * failure of the sheet told as an incident · `feedback` own design gone through against the guide · `build` something small
 * built where a gap is practical · `rapid-fire` five systems on the eve · `cheat-sheet` one read · `refresher` on the day.
 */
const activityKinds = [
  'cards',
  'read',
  'breadth',
  'estimate',
  'schema',
  'dive',
  'mock',
  'whiteboard',
  'story',
  'postmortem',
  'feedback',
  'build',
  'rapid-fire',
  'cheat-sheet',
  'refresher',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** One thing that can be placed in a session, besides cards. */
const materialSchema = z.strictObject({
  /** Stable and authored: `read:chat:c-back-of-envelope`, `mock:design-1`. */
  id: z.string(),
  kind: z.enum(activityKinds),
  title: z.string(),
  /** What to do, in one or two sentences that name the page's own parts. */
  how: z.string(),
  /** Why it is here: a gap, a round, the panel. */
  why: z.string(),
  path: z.string(),
  minutes: z.number(),
  problem: z.string().optional(),
  round: z.string().optional(),
  /** 0 to 1: how much this loop and this candidate's gaps ask for it. Weak topics first where equal. */
  importance: z.number(),
  /** True where doing it again helps: mocks, estimates, whiteboards. */
  repeatable: z.boolean(),
});
export type Material = z.infer<typeof materialSchema>;

const plannedRound = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(roundKinds),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  company: z.string(),
  problem: z.string().optional(),
  problemTitle: z.string().optional(),
});
export type PlannedRound = z.infer<typeof plannedRound>;

export const scheduleVersion = 1;

/** `schedule.json`: all that a plan is a function of, besides today and the history. */
export const scheduleSource = z.strictObject({
  version: z.literal(scheduleVersion),
  /** The candidate folder's name; with the loop's it names the page's database. */
  name: z.string(),
  company: z.string(),
  candidate: z.string(),
  level: z.enum(levels),
  asOf: z.string().optional(),
  availability: availabilitySchema,
  /** Rounds of every loop that shares the minutes, by time. */
  rounds: z.array(plannedRound),
  cards: z.array(cardSchema),
  material: z.array(materialSchema),
});
export type ScheduleSource = z.infer<typeof scheduleSource>;

/** One entry of a day. */
export interface PlanItem {
  /** Stable within a plan and across re-planning of the same work: `cards:2026-11-25`, `mock:design-1:2`. */
  id: string;
  kind: ActivityKind;
  title: string;
  how: string;
  why: string;
  path: string;
  minutes: number;
  /** For `cards`: ids in the order to take them. */
  fresh?: string[];
  due?: string[];
  /** Set where the history already says so. */
  done?: boolean;
}

export interface PlanDay {
  date: string;
  /** Planned and available minutes. */
  minutes: number;
  budget: number;
  /** Items parted into sittings of the preferred length. */
  items: PlanItem[];
  sessions: { minutes: number; items: string[] }[];
  /** Importance-weighted recall if every round were at the end of this day, 0 to 1. */
  recall: number;
  /** The phase the day is in: breadth, depth, mocks, eve, day. */
  phase: string;
}

export interface PlanWeek {
  /** First and last date, Monday to Sunday. */
  from: string;
  to: string;
  minutes: number;
  budget: number;
  fresh: number;
  due: number;
  /** Recall on the day if the plan stopped at this week's end, weighted. */
  recall: number;
  mustKnowBelow70: number;
}

export interface Plan {
  today: string;
  days: PlanDay[];
  weeks: PlanWeek[];
  /** Importance-weighted expected recall at the hour of each card's rounds, 0 to 1. */
  expectedRecall: number;
  byRound: { round: string; recall: number; cards: number }[];
  /** Recall at a card's rounds, by id, for the pages. */
  mustKnowBelow70: number;
  heaviestDay: { date: string; minutes: number } | undefined;
  /** What does not fit: cards never introduced and material left out, most important first. */
  cut: { id: string; title: string; importance: number }[];
  /** Plain words to the candidate: too little time, no minutes, the round is past. */
  messages: string[];
}
