/** `panelprep check`: inputs, knowledge and formulas validated, sheets measured, the pack linted; nothing written. */
import { type Diagnostic, InputError } from '../diagnostics.ts';
import type { Finding } from '../pack/lint.ts';
import { compose } from '../pipeline.ts';
import { checkStandard } from '../standard/check-standard.ts';
import type { SheetSize } from '../standard/measures.ts';
import type { Shortfall } from '../standard/shortfall.ts';
import { formatFinding, placesOf } from './build.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

/**
 * Exit code: 0 clean or warnings only, 1 lint errors or a sheet below the standard, 2 faulty input. `sheets` prints how
 * large each full sheet is.
 */
export async function check(
  terminal: Terminal,
  dir: string,
  options: { today?: string; json?: boolean; sheets?: boolean },
): Promise<number> {
  let diagnostics: readonly Diagnostic[] = [];
  let findings: readonly Finding[] = [];
  let sheets: readonly SheetSize[] = [];
  let code = 0;
  try {
    const composed = compose(placesOf(terminal, dir), options.today ?? terminal.today());
    const standard = checkStandard(composed.inputs.knowledge);
    diagnostics = composed.warnings;
    findings = [...composed.findings, ...standard.shortfalls.map(asFinding)];
    sheets = standard.sizes;
    if (findings.some((f) => f.severity === 'error')) code = 1;
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    diagnostics = fault.diagnostics;
    code = 2;
  }
  if (options.json) {
    terminal.out(JSON.stringify({ diagnostics, findings, sheets }));
    return code;
  }
  printDiagnostics(terminal, diagnostics);
  for (const f of findings) terminal.err(formatFinding(f));
  if (options.sheets) for (const line of tableOf(sheets)) terminal.out(line);
  const count = (all: readonly { severity: string }[], severity: string) =>
    all.filter((x) => x.severity === severity).length;
  const all = [...diagnostics, ...findings];
  terminal.out(`${count(all, 'error')} errors, ${count(all, 'warning')} warnings.`);
  return code;
}

/** Only what is published under a standard is held to it: a build still takes a sheet that `check` refuses. */
function asFinding({ sheet, file, message, scale }: Shortfall): Finding {
  const at = scale === undefined ? '' : ` (at ${scale} a day)`;
  return { severity: 'error', where: `${sheet}/${file}`, message: `below the standard: ${message}${at}` };
}

/** Columns of a terminal: names to the left, counts to the right. */
function tableOf(sheets: readonly SheetSize[]): string[] {
  const columns = [
    'sheet',
    'questions',
    'lenses',
    'dives',
    'failures',
    'choices',
    'estimates',
    'words',
  ] as const;
  const rows = [columns.map(String), ...sheets.map((s) => columns.map((c) => s[c].toLocaleString('en')))];
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '),
  );
}
