/** A card: one thing to recall, scheduled by FSRS so that it is known at the hour of its round. */
import { z } from 'zod';
import { lensId } from './ids.ts';

/**
 * `question` what to lead with · `number` a figure to say · `trade-off` the choice and what flips it · `schema` keys and
 * columns from memory · `failure` what breaks, what is seen, what is done · `breadth` a whole problem in one line ·
 * `pattern` a pattern in one line · `probe` a lens's own question.
 */
export const cardKinds = [
  'question',
  'number',
  'trade-off',
  'schema',
  'failure',
  'breadth',
  'pattern',
  'probe',
] as const;

export const cardSchema = z.strictObject({
  /** `problem:kind:item`, of authored ids only, so that history survives rewording and reordering. */
  id: z.string(),
  kind: z.enum(cardKinds),
  /** The id of the problem, lens or pattern it belongs to, and its title. */
  subject: z.string(),
  subjectTitle: z.string(),
  /** The front in one plain line, for lists: "How do you key a message?". */
  title: z.string(),
  lenses: z.array(lensId),
  /** Where it stands in the pack: "/rounds/design-1/#question-chat-message-key". */
  source: z.string(),
  /** The rounds it is for. Importance is 0 to 1 across the whole deck; at least one target. */
  targets: z.array(z.strictObject({ round: z.string(), importance: z.number().min(0).max(1) })).min(1),
  /** True for what this loop will most likely ask: the plan must not leave it under 0.7. */
  mustKnow: z.boolean(),
  /** What it costs in seconds: to learn it at first, to recall it, and to fail and look again. */
  seconds: z.strictObject({ first: z.number(), pass: z.number(), fail: z.number() }),
});
export type Card = z.infer<typeof cardSchema>;
export type CardKind = Card['kind'];

/** `cards.json`: the two faces of every card of `schedule.json`, as sanitized HTML. Only the drill loads it. */
export const cardFaces = z.array(z.strictObject({ id: z.string(), front: z.string(), back: z.string() }));
export type CardFaces = z.infer<typeof cardFaces>[number];
