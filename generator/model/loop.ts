/** `loop.yaml`: the interview day. */
import { z } from 'zod';
import { id, lensId, roundKind } from './ids.ts';

const isoDate = z.iso.date('a date as YYYY-MM-DD');
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day in quotes as "HH:MM", like "09:30"');

/** The company domains that bend the guide. Others are welcome and simply bend nothing. */
export const knownDomains = [
  'ai-lab',
  'payments',
  'social',
  'saas',
  'trading',
  'mobile',
  'cdn',
  'health',
  'e-commerce',
  'data-platform',
  'marketplace',
  'games',
  'ads',
  'developer-tools',
  'logistics',
  'media',
] as const;

const reportedProblem = z.strictObject({
  problem: id.describe('A problem id of the bank.'),
  confidence: z.number().min(0).max(1).describe('How sure you are, 0 to 1.'),
  source: z.string().optional().describe('Who says so: "candidate reports", "recruiter".'),
});

export const roundSchema = z.strictObject({
  id: id.describe('Names the round in addresses: design-1.'),
  title: z.string().min(1),
  kind: roundKind,
  date: isoDate.optional().describe("When it differs from the loop's date."),
  start: clock,
  end: clock,
  lead: id.optional().describe('The interviewer who leads; their lenses count more.'),
  interviewers: z.array(id).default([]).describe('File names in interviewers/, without .md.'),
  reported: z.array(reportedProblem).default([]).describe('What is said to be asked in this round.'),
  alternates: z.array(id).default([]).describe('Other problems that this round is said to use.'),
});
export type Round = z.infer<typeof roundSchema>;

export const loopSchema = z.strictObject({
  profile: z.string().optional().describe('Path of the profile, when it is not ./profile.yaml.'),
  company: z.strictObject({
    name: z.string().min(1),
    domain: id.optional().describe(`What it does; known ones bend the guide: ${knownDomains.join(', ')}.`),
    size: z.number().int().positive().optional().describe('Employees.'),
    scale: z
      .record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'a name such as dau'), z.string())
      .default({})
      .describe('The scale that estimates are computed for: { dau: 10M users }.'),
    values: z.array(id).default([]).describe('What culture rounds listen for.'),
    emphasis: z.array(lensId).default([]).describe('Lenses that this company is known to press.'),
  }),
  date: isoDate.describe('The interview day.'),
  timeZone: z.string().describe("The company's IANA time zone: America/Los_Angeles."),
  asOf: isoDate.optional().describe('Only for samples: the day that build and pages take for today.'),
  rounds: z.array(roundSchema).min(1),
  bank: z.array(id).default([]).describe('What else this company is said to ask.'),
  note: z.string().optional().describe('Shown on the overview: "the mapping changed in spring".'),
});
export type Loop = z.infer<typeof loopSchema>;

/** Minutes since midnight of a time of day, "09:30" → 570. */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
