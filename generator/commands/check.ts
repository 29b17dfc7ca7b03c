/** `panelprep check`: inputs, knowledge and formulas validated, the pack linted; nothing written. */
import { type Diagnostic, InputError } from '../diagnostics.ts';
import type { Finding } from '../pack/lint.ts';
import { compose } from '../pipeline.ts';
import { formatFinding, placesOf } from './build.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

/** Exit code: 0 clean or warnings only, 1 lint errors, 2 faulty input. */
export async function check(
  terminal: Terminal,
  dir: string,
  options: { today?: string; json?: boolean },
): Promise<number> {
  let diagnostics: readonly Diagnostic[] = [];
  let findings: readonly Finding[] = [];
  let code = 0;
  try {
    const composed = compose(placesOf(terminal, dir), options.today ?? terminal.today());
    ({ warnings: diagnostics, findings } = composed);
    if (findings.some((f) => f.severity === 'error')) code = 1;
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    diagnostics = fault.diagnostics;
    code = 2;
  }
  if (options.json) {
    terminal.out(JSON.stringify({ diagnostics, findings }));
    return code;
  }
  printDiagnostics(terminal, diagnostics);
  for (const f of findings) terminal.err(formatFinding(f));
  const count = (all: readonly { severity: string }[], severity: string) =>
    all.filter((x) => x.severity === severity).length;
  const all = [...diagnostics, ...findings];
  terminal.out(`${count(all, 'error')} errors, ${count(all, 'warning')} warnings.`);
  return code;
}
