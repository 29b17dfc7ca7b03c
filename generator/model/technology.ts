/** `content/technologies.yaml`: the gazetteer that bios and profiles are read with. */
import { z } from 'zod';
import { lensId } from './ids.ts';

const technology = z.strictObject({
  name: z.string().min(1).describe('The full name: Apache Kafka.'),
  aliases: z
    .array(z.string().min(1))
    .default([])
    .describe('What people write: Kafka. The name itself is always one.'),
  category: z.string().describe('What kind of thing it is: log, relational-database, …'),
  lenses: z
    .partialRecord(lensId, z.number().positive().max(1))
    .describe('How strongly it speaks for each lens, 0 to 1.'),
  case: z
    .enum(['exact', 'any'])
    .default('any')
    .describe('`exact` where the word in lower case is an ordinary word: Go, Raft, Spring.'),
  senses: z
    .strictObject({
      near: z
        .array(z.string())
        .default([])
        .describe('At least one of these words must stand in the sentence or its neighbours.'),
      not: z.array(z.string()).default([]).describe('None of these words may stand in the sentence.'),
    })
    .optional(),
  limits: z
    .array(
      z.strictObject({ what: z.string(), value: z.string(), source: z.string(), year: z.number().int() }),
    )
    .default([])
    .describe('Numbers worth knowing about it.'),
});
export const technologiesSchema = z.array(technology);
export type Technology = z.infer<typeof technology>;

const industryNumber = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .describe('It stands in formulas, so it has underscores.'),
  what: z.string().describe('What it measures, as one says it.'),
  value: z.string().describe('A quantity: "0.5 ms", "100K ops/s".'),
  source: z.string(),
  year: z.number().int(),
  lenses: z.array(lensId).default([]),
});
export const numbersSchema = z.array(industryNumber);
export type IndustryNumber = z.infer<typeof industryNumber>;
