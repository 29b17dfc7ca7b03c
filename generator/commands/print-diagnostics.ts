/** Faults as a candidate reads them: one line each and its mend; on a terminal with the place in the file. */
import { resolve } from 'node:path';
import { codeFrame } from '../code-frame.ts';
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import { readText } from '../inputs/read-text.ts';
import type { Terminal } from './terminal.ts';

/** A frame each for the first ones is help; for hundreds it buries the list. */
const mostFrames = 20;

export function printDiagnostics(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  const { color } = terminal;
  const texts = new Map<string, string | undefined>();
  const textOf = (file: string) => {
    if (!texts.has(file)) {
      const read = readText(resolve(terminal.cwd, file), file);
      texts.set(file, read.ok ? read.text : undefined);
    }
    return texts.get(file);
  };
  for (const [index, d] of diagnostics.entries()) {
    const lines = formatDiagnostic(d);
    if (!terminal.interactive) {
      terminal.err(lines);
      continue;
    }
    const [head = '', ...mend] = lines.split('\n');
    terminal.err(d.severity === 'error' ? color.red(head) : color.yellow(head));
    const text = index < mostFrames ? textOf(d.file) : undefined;
    for (const line of text === undefined ? [] : codeFrame(text, d))
      terminal.err(
        line.startsWith('>') || line.trimEnd().endsWith('^') ? `  ${line}` : color.dim(`  ${line}`),
      );
    terminal.err(mend.join('\n'));
  }
}
