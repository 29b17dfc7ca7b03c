/** A bio read as weighted lenses with verbatim quotes as evidence. */
import type { LensId } from './ids.ts';

export interface Evidence {
  /** Exactly `file.slice(start, end)`. */
  quote: string;
  start: number;
  end: number;
  /** What was recognised: the technology's name or the phrase, as authored. */
  signal: string;
  /** What this signal adds to the lens before saturation, after context; for `--explain`. */
  contribution: number;
  /** Why the contribution is what it is: "created ×1.6", "formerly ×0.6". */
  context: string[];
}

export interface ReadLens {
  id: LensId;
  /** 0 to 1; the weights of a reading add up to 1. */
  weight: number;
  evidence: Evidence[];
}

/** A bio as lenses, strongest first; `lenses` is empty when the bio gives no signal. */
export interface Reading {
  lenses: ReadLens[];
  /** For the candidate: text that addresses the reader or a machine, hidden characters, and the like. */
  warnings: { message: string; start: number; end: number }[];
}
