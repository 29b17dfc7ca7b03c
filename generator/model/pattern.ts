/** `content/patterns/<id>.md`: something to fall back on whatever they ask. */
import { z } from 'zod';
import { id, lensId } from './ids.ts';

export const patternSchema = z.strictObject({
  id,
  title: z.string(),
  oneLine: z.string().describe('The pattern and its price in one sentence.'),
  lenses: z.array(lensId).min(1),
  related: z.array(id).default([]).describe('Other patterns.'),
});
/** The body has the headings Mechanism, When, When not, The number, What they ask next. */
export type Pattern = z.infer<typeof patternSchema> & { body: string; file: string };
