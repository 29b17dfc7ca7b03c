/** All that the guide knows: `content/`, with the candidate's own overlay on top. */
import type { Communication, LevelSignal, Mistake } from './guidance.ts';
import type { Lens } from './lens.ts';
import type { Pattern } from './pattern.ts';
import type { Problem } from './problem.ts';
import type { IndustryNumber, Technology } from './technology.ts';

export interface Knowledge {
  lenses: Lens[];
  technologies: Technology[];
  numbers: IndustryNumber[];
  patterns: Pattern[];
  signals: LevelSignal[];
  mistakes: Mistake[];
  communication: Communication;
  problems: Problem[];
}
