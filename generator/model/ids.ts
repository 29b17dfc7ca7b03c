/** The fixed vocabularies and the shape of an id: what every other schema is spelled with. */
import { z } from 'zod';

export const idPattern = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/;

export const id = z
  .string()
  .regex(idPattern, 'an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store"')
  .describe('Lower-case letters, digits and inner hyphens, at most 64 characters.');

/** The name of an estimate's input or step: it stands in formulas, so it has underscores instead of hyphens. */
export const formulaName = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]*$/,
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
