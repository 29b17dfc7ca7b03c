/** `profile.yaml`: who is preparing. */
import { z } from 'zod';
import { id, level } from './ids.ts';

const minutes = z
  .number()
  .int()
  .min(0)
  .max(1440)
  .describe('Minutes of one day: 0 to 1440, which is 24 hours.');
const isoDate = z.iso.date('a date as YYYY-MM-DD');

const highlight = z.strictObject({
  title: z.string().min(1).describe('What you would call this story: "The migration nobody noticed".'),
  situation: z.string().optional().describe('Where things stood.'),
  task: z.string().optional().describe('What was yours to do.'),
  action: z.string().optional().describe('What you did, in the first person.'),
  result: z.string().optional().describe('What came of it, with a number.'),
  values: z.array(id).default([]).describe('The company values that it shows: ownership, candour, …'),
});
export type Highlight = z.infer<typeof highlight>;

export const profileSchema = z.strictObject({
  name: z.string().min(1).describe('Your name, as it stands on the pack.'),
  target: z.strictObject({
    level: level.describe('The level you interview for: mid, senior, staff or principal.'),
    role: z.string().optional().describe('The role, in words.'),
  }),
  years: z.number().min(0).max(60).optional().describe('Years of experience.'),
  summary: z.string().optional().describe('Private: never published.'),
  strengths: z.array(z.string()).default([]).describe('Lens, problem or pattern ids, or technologies.'),
  gaps: z
    .array(z.string())
    .default([])
    .describe('Where you are weak: lens, problem or pattern ids, or technologies.'),
  confidence: z
    .record(z.string(), z.number().min(1).max(5))
    .default({})
    .describe('1 (lost) to 5 (could teach it), by problem or lens id.'),
  technologies: z.array(z.string()).default([]).describe('What you have worked with.'),
  highlights: z.array(highlight).default([]).describe('Stories for culture rounds.'),
  availability: z
    .strictObject({
      timeZone: z.string().describe('Your IANA time zone: Europe/Berlin.'),
      start: isoDate.optional().describe('First day of preparation; today when left out.'),
      minutesPerDay: z
        .strictObject({
          mon: minutes.default(0),
          tue: minutes.default(0),
          wed: minutes.default(0),
          thu: minutes.default(0),
          fri: minutes.default(0),
          sat: minutes.default(0),
          sun: minutes.default(0),
        })
        .describe('Minutes that you can give, by weekday.'),
      daysOff: z.array(isoDate).default([]).describe('Days on which nothing is planned.'),
      sessionMinutes: z
        .number()
        .int()
        .min(5)
        .max(480)
        .default(45)
        .describe('How long one sitting should be.'),
    })
    .optional(),
  contact: z
    .strictObject({ email: z.string().optional(), phone: z.string().optional() })
    .optional()
    .describe('Private: never published.'),
  notes: z.string().optional().describe('Private: never published.'),
});
export type Profile = z.infer<typeof profileSchema>;
