/** Every interviewer's bio as a reading. */
import type { Inputs } from '../model/inputs.ts';
import type { Reading } from '../model/reading.ts';
import { compileSignals } from './compile.ts';
import { readBio } from './read.ts';

export function readPanel(inputs: Inputs): Map<string, Reading> {
  const index = compileSignals(inputs.knowledge);
  return new Map(inputs.interviewers.map((i) => [i.id, readBio(i.bio, index, i.bioOffset)]));
}
