/** What happened: an append-only log. The page keeps it in IndexedDB; its export is this file. */
import { z } from 'zod';
import { weekdays } from './weekdays.ts';

const historyFormat = 'panelprep-history';
const historyVersion = 1;

/** 1 again · 2 hard · 3 good · 4 easy, as FSRS has them. */
const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type Grade = z.infer<typeof grade>;

const common = {
  /** Unique over all devices: a random device id and a counter. Merging two logs is the union by id. */
  id: z.string().min(1),
  /** Instant in UTC, ISO 8601. */
  at: z.iso.datetime(),
};
const minutesPerDay = z.partialRecord(z.enum(weekdays), z.number().int().min(0).max(1440));

export const historyEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('review'),
    card: z.string(),
    grade,
    seconds: z.number().min(0),
  }),
  /** Takes back one earlier event of any kind. */
  z.strictObject({ ...common, kind: z.literal('undo'), of: z.string() }),
  /** A card put aside, by the candidate or as a leech, and taken up again. */
  z.strictObject({ ...common, kind: z.literal('suspend'), card: z.string() }),
  z.strictObject({ ...common, kind: z.literal('resume'), card: z.string() }),
  /** A plan item ticked off, skipped, or moved to another date. `item` is the PlanItem's id. */
  z.strictObject({
    ...common,
    kind: z.literal('done'),
    item: z.string(),
    date: z.iso.date(),
    minutes: z.number().min(0),
  }),
  z.strictObject({ ...common, kind: z.literal('skip'), item: z.string(), date: z.iso.date() }),
  z.strictObject({
    ...common,
    kind: z.literal('move'),
    item: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  /** Minutes and days off changed in the page; a moved round by its new start. Absent keys stay as they are. */
  z.strictObject({
    ...common,
    kind: z.literal('settings'),
    minutesPerDay: minutesPerDay.optional(),
    minutesOn: z.record(z.iso.date(), z.number().int().min(0).max(1440)).optional(),
    daysOff: z.array(z.iso.date()).optional(),
    sessionMinutes: z.number().int().min(5).max(480).optional(),
    rounds: z.record(z.string(), z.iso.datetime()).optional(),
  }),
]);
export type HistoryEvent = z.infer<typeof historyEvent>;

export const historyFile = z.strictObject({
  format: z.literal(historyFormat),
  version: z.literal(historyVersion),
  /** The pack it was kept for. */
  pack: z.string(),
  exportedAt: z.iso.datetime(),
  events: z.array(historyEvent),
  /** SHA-256, in hexadecimal, of the JSON of `events` sorted by id. */
  checksum: z.string().regex(/^[0-9a-f]{64}$/),
});
export type HistoryFile = z.infer<typeof historyFile>;
