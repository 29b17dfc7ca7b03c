/** `content/signals.yaml`, `mistakes.yaml`, `communication.yaml`: by level, for every problem. */
import { z } from 'zod';
import { id, lensId, level, phaseId } from './ids.ts';

export const signalsSchema = z.array(
  z.strictObject({
    id,
    levels: z.array(level).min(1),
    phase: phaseId,
    signal: z.string().describe('What an interviewer writes down as a sign of this level.'),
    soundsLike: z.string().describe('One sentence that shows it, to say aloud. May use {slot:…}.'),
    lenses: z.array(lensId).default([]),
  }),
);
export type LevelSignal = z.infer<typeof signalsSchema>[number];

export const mistakesSchema = z.array(
  z.strictObject({
    id,
    title: z.string(),
    phase: phaseId,
    levels: z.array(level).default(['mid', 'senior', 'staff', 'principal']),
    mistake: z.string(),
    instead: z.string(),
  }),
);
export type Mistake = z.infer<typeof mistakesSchema>[number];

export const communicationSchema = z.strictObject({
  phases: z.array(
    z.strictObject({
      id: phaseId,
      title: z.string(),
      minutes: z.number().positive().describe('Its share of a 60-minute round; scaled to the round.'),
      least: z.number().int().positive().describe('Never fewer minutes than this.'),
      goal: z.string().describe('What must stand on the board when it ends.'),
      say: z.string().describe('The sentence that opens it.'),
    }),
  ),
  habits: z.array(z.strictObject({ id, title: z.string(), how: z.string(), say: z.string() })),
  unprompted: z.array(
    z.strictObject({
      id,
      topic: z.string(),
      phase: phaseId,
      say: z.string(),
      lenses: z.array(lensId).default([]),
    }),
  ),
  interruptions: z.array(z.strictObject({ id, situation: z.string(), say: z.string() })),
});
export type Communication = z.infer<typeof communicationSchema>;
