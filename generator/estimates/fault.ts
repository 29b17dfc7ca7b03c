/** What every part of the estimates gives back: a value, or one fault located in the formula's text. */

export interface FormulaFault {
  /** What happened: `dimensions differ: seconds and bytes`. */
  message: string;
  /** What would have been right. */
  expected: string;
  /** What to write instead, where that can be guessed. */
  mend?: string;
  /** Offsets (UTF-16, end exclusive) in the formula's text. */
  start: number;
  end: number;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: FormulaFault };

/** A place in a formula's text. */
export interface Span {
  start: number;
  end: number;
}

/** A success. */
export function good<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** A fault at a place. */
export function bad(
  span: Span,
  message: string,
  expected: string,
  mend?: string,
): { ok: false; fault: FormulaFault } {
  const fault: FormulaFault = { message, expected, start: span.start, end: span.end };
  return { ok: false, fault: mend === undefined ? fault : { ...fault, mend } };
}

/** The same fault, its place moved by an offset: for a formula that stands inside a longer text. */
export function shifted(fault: FormulaFault, by: number): FormulaFault {
  return { ...fault, start: fault.start + by, end: fault.end + by };
}
