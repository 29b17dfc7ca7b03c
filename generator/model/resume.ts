/** JSON Resume v1.0.0 (https://jsonresume.org/schema): what of it is read. Everything is optional, other keys may stand. */
import { z } from 'zod';

const text = z.string().nullish();
/** `2019`, `2019-03` or `2019-03-01`; exports also write an empty text for "until now". */
const date = z
  .string()
  .regex(
    /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/,
    'a date as 2019, 2019-03 or 2019-03-01',
  )
  .nullish();
const texts = z.array(z.string()).nullish();

const work = z.looseObject({
  name: text.describe('The employer.'),
  position: text,
  summary: text,
  startDate: date,
  endDate: date,
  highlights: texts,
});

const project = z.looseObject({
  name: text,
  description: text,
  highlights: texts,
  keywords: texts,
  startDate: date,
  endDate: date,
});

const skill = z.looseObject({ name: text, keywords: texts });

export const resumeSchema = z.looseObject({
  basics: z
    .looseObject({ name: text, label: text, email: text, phone: text, summary: text })
    .nullish()
    .describe('Name, label, contact and summary.'),
  work: z.array(work).nullish(),
  projects: z.array(project).nullish(),
  skills: z.array(skill).nullish(),
});
export type Resume = z.infer<typeof resumeSchema>;
export type ResumeWork = z.infer<typeof work>;
