/** One thing in which a sheet is below the standard. */
export interface Shortfall {
  /** The problem's id, or two ids where sheets repeat each other. */
  sheet: string;
  /** Where to mend it: `questions.yaml`, `sheet.md`. */
  file: string;
  /** What was found, what is asked for. */
  message: string;
  /** Set where it holds at this scale of the company only. */
  scale?: string;
}
