/** `interviewers/<id>.md`: one panel member, front matter and the bio as pasted. */
import { z } from 'zod';

export const interviewerFrontMatter = z.strictObject({
  name: z.string().min(1),
  role: z.string().optional(),
  company: z.string().optional(),
  links: z.array(z.string()).default([]),
});

/** A panel member as read from the file. `bio` is untrusted text; `bioOffset` is where it begins in the file. */
export type Interviewer = z.infer<typeof interviewerFrontMatter> & {
  id: string;
  file: string;
  bio: string;
  bioOffset: number;
};
