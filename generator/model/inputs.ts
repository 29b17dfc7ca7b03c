/** Everything read and validated: what the rest of the pipeline is a function of. */
import type { Interviewer } from './interviewer.ts';
import type { Knowledge } from './knowledge.ts';
import type { Loop } from './loop.ts';
import type { Profile } from './profile.ts';

export interface Inputs {
  /** The candidate folder's name; it names the published site. */
  name: string;
  profile: Profile;
  loop: Loop;
  interviewers: Interviewer[];
  knowledge: Knowledge;
  /** Templates by name: "guide" → its Markdown. */
  templates: ReadonlyMap<string, { file: string; text: string }>;
  /** The day that everything date-dependent is computed for, YYYY-MM-DD. */
  today: string;
}
