/**
 * The public view: all that the site may see. It is built field by field from the pack (an allow-list), so what is
 * private (contact, notes, summary, bio text that is not quoted) cannot slip in.
 */
import { z } from 'zod';
import { levels, roundKinds } from './ids.ts';

export const publishedVersion = 1;

const documentKinds = [
  'overview',
  'guide',
  'cheat-sheet',
  'interviewer',
  'problems',
  'problem',
  'patterns',
  'pattern',
  'pivots',
  'audience',
] as const;

const publishedDocument = z.strictObject({
  /** Also the file's name under `documents/`: `guide-design-1`. */
  id: z.string(),
  kind: z.enum(documentKinds),
  /** What the document is about: a round's, interviewer's, problem's or pattern's id. */
  subject: z.string(),
  /** Address on the site, with slashes at both ends. */
  path: z.string(),
  /** What this page of it is called, where a document has several. */
  page: z.string().optional(),
  /** Of a document's further pages: the address of its first. */
  pageOf: z.string().optional(),
  title: z.string(),
  /** The small line above the title: "Round 1 · 10:00–10:55". */
  kicker: z.string(),
  description: z.string(),
  /** Search filters: round, interviewer, kind. */
  filters: z.record(z.string(), z.array(z.string())),
  contents: z.array(z.strictObject({ depth: z.number(), id: z.string(), text: z.string() })),
  /** Scripts the page needs, by custom element. */
  elements: z.array(z.string()),
});
export type PublishedDocument = z.infer<typeof publishedDocument>;

export const publishedPack = z.strictObject({
  version: z.literal(publishedVersion),
  name: z.string(),
  asOf: z.string().optional(),
  candidate: z.strictObject({
    name: z.string(),
    level: z.enum(levels),
    role: z.string().optional(),
    timeZone: z.string().optional(),
  }),
  company: z.string(),
  loop: z.strictObject({
    date: z.string(),
    timeZone: z.string(),
    /** The first round's start as an instant, ISO 8601 in UTC. */
    startsAt: z.string(),
  }),
  rounds: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      kind: z.enum(roundKinds),
      startsAt: z.string(),
      endsAt: z.string(),
      problem: z.string().optional(),
    }),
  ),
  interviewers: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.string().optional() })),
  documents: z.array(publishedDocument),
});
export type PublishedPack = z.infer<typeof publishedPack>;
