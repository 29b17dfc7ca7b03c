/** Faults of inputs as located values: every one of every file, collected and reported together. */

export interface Diagnostic {
  /** Errors stop the build; warnings are printed and it goes on. */
  severity: 'error' | 'warning';
  /** Path as the user would type it. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 units. */
  column: number;
  found: string;
  expected: string;
  /** What to do about it: the nearest valid id or key, an example. */
  mend: string;
}

/** Thrown once, at the end of reading, with everything that is wrong. The command line exits with 2. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join('\n'));
    this.name = 'InputError';
    this.diagnostics = diagnostics;
  }
}

/** `file:line:column  error: found …, expected …` and a line with the mend. */
export function formatDiagnostic(d: Diagnostic): string {
  const { severity, file, line, column } = d;
  return visible(
    `${file}:${line}:${column}  ${severity}: found ${d.found}, expected ${d.expected}\n    ${d.mend}`,
  );
}

/** The same text with every character that a terminal would not show, or would obey, written as its code. */
export function visible(text: string): string {
  return text.replace(
    unseen,
    (c) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

/** Sorted by file and position, each fault once; errors before warnings at one place. */
export function tidyDiagnostics(all: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const d of all) seen.set(JSON.stringify([d.file, d.line, d.column, d.found, d.expected]), d);
  return [...seen.values()].sort(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') ||
      a.line - b.line ||
      a.column - b.column ||
      a.severity.localeCompare(b.severity, 'en'),
  );
}

export function hasErrors(all: readonly Diagnostic[]): boolean {
  return all.some((d) => d.severity === 'error');
}
