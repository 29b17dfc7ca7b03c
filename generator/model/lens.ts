/** `content/lenses/<id>.md`: what a background makes an interviewer probe. The body is half a page on how such people think. */
import { z } from 'zod';
import { id, lensId } from './ids.ts';

/**
 * What a probe may ask its problem's sheet for. A probe is used only where every slot it names can be filled.
 * In its texts a slot is written `{slot:table}`.
 */
export const slotNames = [
  'problem', // "this system": titles do not fit one frame of a sentence
  'store', // the first stateful component of the storage layer
  'table', // the first table of the schema
  'partition-key', // that table's partition key
  'entry', // the first component that a client's request meets
  'queue', // the first asynchronous hand-over
  'worker', // the component that does the heavy work
  'cache', // the component that holds derived or copied state
  'endpoint', // the first endpoint, as "POST /v1/messages"
  'peak', // the headline peak rate, evaluated
  'stored', // the headline storage, evaluated
  'concurrency', // the headline concurrency, evaluated
  'machines', // the headline machine count, evaluated
  'cost', // the headline cost, evaluated
  'slo', // the first service level objective
  'failure', // the first failure mode's title
] as const;
const slotName = z.enum(slotNames);
export type SlotName = z.infer<typeof slotName>;

export const ladder = z.strictObject({
  pushback: z.string().describe('What the interviewer says against the answer.'),
  defend: z.string().describe('How to hold the position.'),
  concedeWhen: z.string().describe('The fact that would make you change your mind.'),
  tenfold: z.string().describe('What changes at ten times the load.'),
  failure: z.string().describe('What happens when it fails, and how you know.'),
  cost: z.string().describe('What it costs, and what the cheaper way gives up.'),
});

export const lensSchema = z.strictObject({
  id: lensId,
  title: z.string(),
  signals: z
    .array(
      z.union([
        z.strictObject({ term: z.string(), weight: z.number().positive().max(3) }),
        z.strictObject({ phrase: z.string(), weight: z.number().positive().max(3) }),
      ]),
    )
    .describe('Words (`term`) and patterns that name no product (`phrase`) by which a bio shows this lens.'),
  listensFor: z.array(z.string()).min(3).describe('What such an interviewer is listening for.'),
  probes: z
    .array(
      z.strictObject({
        id,
        question: z.string(),
        leadWith: z.string().describe('40–90 words to say aloud, the trade-off first.'),
        weakAnswer: z.string(),
        ladder: ladder.partial({ tenfold: true, failure: true, cost: true }),
        slots: z.array(slotName).default([]),
        levels: z
          .array(z.enum(['mid', 'senior', 'staff', 'principal']))
          .default(['mid', 'senior', 'staff', 'principal']),
        kind: z.string().default('deep-dive'),
      }),
    )
    .describe('Questions that this lens asks of any problem.'),
  tips: z.array(z.string()).min(3).describe('How to talk with such an interviewer.'),
  haveReady: z
    .array(z.strictObject({ by: z.number().int().min(1).max(60), what: z.string() }))
    .describe('What to have on the board by which minute of a 55-minute round.'),
  ask: z.array(z.string()).min(2).describe('Questions to ask them at the end.'),
  build: z
    .strictObject({
      title: z.string().describe('"an LSM store that survives kill -9"'),
      how: z
        .string()
        .describe('What to build, what to measure, and what it teaches, in two or three sentences.'),
      minutes: z.number().int().min(20).max(120),
    })
    .optional()
    .describe('Something small to build, for a candidate who marks this lens as a gap.'),
});
export type Lens = z.infer<typeof lensSchema> & { body: string; file: string };
