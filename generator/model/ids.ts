/** The fixed vocabularies and the shape of an id: what every other schema is spelled with. */
import { z } from 'zod';

/** Names that some system keeps for itself: Windows makes no folder "con", and every object has a "constructor". */
const kept = '(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|constructor)';
export const idPattern = new RegExp(`^(?!${kept}$)[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$`);

export const id = z
  .string()
  .regex(
    new RegExp(`^${kept}$|${idPattern.source}`),
    'an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store"',
  )
  .regex(
    new RegExp(`^(?!${kept}$)`),
    'an id that no system keeps for itself, as it does con, aux or constructor',
  )
  .describe('Lower-case letters, digits and inner hyphens, at most 64 characters.');

/** The name of an estimate's input or step: it stands in formulas, so it has underscores instead of hyphens. */
export const formulaName = z
  .string()
  .regex(
    /^(?!constructor$)[a-z][a-z0-9_]*$/,
    'a name that can stand in a formula: lower-case letters, digits and underscores',
  );

/** What an interviewer's background makes them probe. The ids are fixed. */
export const lensIds = [
  'data-modeling',
  'storage',
  'consistency',
  'api-design',
  'multi-tenancy',
  'reliability',
  'capacity-cost',
  'latency',
  'real-time',
  'security',
  'trust-safety',
  'ml-systems',
  'edge-network',
  'operability',
  'data-pipelines',
  'search-ranking',
  'client-sync',
  'product-sense',
] as const;
export const lensId = z.enum(lensIds);
export type LensId = z.infer<typeof lensId>;

export const levels = ['mid', 'senior', 'staff', 'principal'] as const;
export const level = z.enum(levels);
export type Level = z.infer<typeof level>;

export const roundKinds = ['system-design', 'behavioral', 'coding', 'other', 'break'] as const;
export const roundKind = z.enum(roundKinds);
export type RoundKind = z.infer<typeof roundKind>;

/** The phases of a system design interview, in the order they are walked. */
const phaseIds = [
  'clarify',
  'estimate',
  'api-data',
  'high-level',
  'deep-dive',
  'failures',
  'scale-up',
  'wrap',
] as const;
export const phaseId = z.enum(phaseIds);
export type PhaseId = z.infer<typeof phaseId>;
