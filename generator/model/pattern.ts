/** `content/patterns/<id>.md`: something to fall back on whatever they ask. */
import { z } from 'zod';
import { id, lensId } from './ids.ts';

/** `pattern` a mechanism to apply · `choice` two mechanisms and what decides · `anti-pattern` what hurts, and what to do instead. */
export const patternKinds = ['pattern', 'choice', 'anti-pattern'] as const;

/** The headings of a body, each `## Heading`, in this order. */
export const patternHeadings: Readonly<Record<(typeof patternKinds)[number], readonly string[]>> = {
  pattern: ['Mechanism', 'When', 'When not', 'The number', 'What they ask next'],
  choice: ['Mechanism', 'When', 'When not', 'The number', 'What they ask next'],
  'anti-pattern': [
    'How it hurts',
    'Where it hides',
    'Instead',
    'When it is fine',
    'The number',
    'What they ask next',
  ],
};

export const patternSchema = z.strictObject({
  id,
  kind: z.enum(patternKinds).default('pattern'),
  title: z.string(),
  oneLine: z.string().describe('The pattern and its price in one sentence.'),
  lenses: z.array(lensId).min(1),
  related: z.array(id).default([]).describe('Other patterns.'),
  tempts: z
    .array(z.strictObject({ problem: id, why: z.string() }))
    .default([])
    .describe('Problems where an anti-pattern lies near, and how it shows there.'),
});
export type Pattern = z.infer<typeof patternSchema> & { body: string; file: string };
