/** `panelprep read`: one bio as a reading, with or without front matter. */
import { resolve } from 'node:path';
import { InputError } from '../diagnostics.ts';
import { readFrontMatter } from '../inputs/front-matter.ts';
import { loadContent } from '../inputs/load-content.ts';
import { readText } from '../inputs/read-text.ts';
import type { Reading } from '../model/reading.ts';
import { compileSignals } from '../panel/compile.ts';
import { readBio } from '../panel/read.ts';
import type { Terminal } from './terminal.ts';

export async function read(
  terminal: Terminal,
  file: string,
  options: { explain?: boolean; json?: boolean },
): Promise<number> {
  const text = readText(resolve(terminal.cwd, file), file);
  if (!text.ok) throw new InputError([text.diagnostic]);
  const split = readFrontMatter(file, text.text);
  if (split.diagnostics.length > 0) throw new InputError(split.diagnostics);
  const { knowledge, diagnostics } = loadContent(resolve(terminal.root, 'content'), undefined, terminal.cwd);
  if (!knowledge) throw new InputError(diagnostics);
  const reading = readBio(split.body, compileSignals(knowledge), split.bodyOffset);
  if (options.json) terminal.out(JSON.stringify(asJson(reading, options.explain === true)));
  else print(terminal, reading, text.text, options.explain === true);
  return 0;
}

/** The documented shape; `--explain` adds each signal's contribution and context. */
function asJson(reading: Reading, explain: boolean) {
  return {
    lenses: reading.lenses.map((l) => ({
      id: l.id,
      weight: l.weight,
      evidence: l.evidence.map(({ quote, start, end, signal, contribution, context }) => ({
        quote,
        start,
        end,
        signal,
        ...(explain ? { contribution, context } : {}),
      })),
    })),
    warnings: reading.warnings,
  };
}

function print(terminal: Terminal, reading: Reading, file: string, explain: boolean): void {
  const { color } = terminal;
  if (reading.lenses.length === 0)
    terminal.out('No signal: this bio says nothing technical that the guide could lean on.');
  for (const lens of reading.lenses) {
    terminal.out(`${color.bold(lens.id.padEnd(16))} ${(lens.weight * 100).toFixed(0).padStart(3)}%`);
    for (const e of lens.evidence) {
      const line = file.slice(0, e.start).split('\n').length;
      terminal.out(
        `    ${color.dim(`line ${line}`)}  “${e.quote.replace(/\s+/g, ' ')}”  ${color.dim(named(e.signal, explain))}`,
      );
      if (explain)
        terminal.out(
          `              +${e.contribution.toFixed(2)}${e.context.length > 0 ? `  ${e.context.join(', ')}` : ''}`,
        );
    }
  }
  for (const w of reading.warnings) terminal.out(color.yellow(`warning: ${w.message}`));
}

/** The signal's name; patterns are shown only to those who ask for an explanation. */
function named(signal: string, explain: boolean): string {
  return explain || !/[(…*]/.test(signal) ? `[${signal}]` : '';
}
