/** `panelprep export`: the pack as a folder of Markdown, and its cheat sheets as PDF files. */
import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { InputError } from '../diagnostics.ts';
import type { RenderedDocument } from '../documents/rendered.ts';
import { compose, planFrom, schedule, secretsIn } from '../pipeline.ts';
import { findChromium, needsChromium } from '../publish/chromium.ts';
import { leaksIn, sayLeak, secretsOf } from '../publish/leaks.ts';
import { markdownFolder } from '../publish/markdown-folder.ts';
import { type Paper, printPages } from '../publish/print-pdf.ts';
import { textOfHtml, unquotedIn } from '../publish/unquoted.ts';
import { ForeignFolderError, writeFolder } from '../publish/write-folder.ts';
import { outOf, placesOf } from './build.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { freshSite } from './serve.ts';
import type { Terminal } from './terminal.ts';

export interface ExportOptions {
  /** Where to; `dist/<name>-markdown` unless told otherwise. */
  to?: string;
  today?: string;
  /** Also `cheat-sheet/<round>.pdf`. */
  pdf?: boolean;
  paper?: Paper;
}

/**
 * Exit code: 0 done; 1 the pack is not fit to be published, or there is no Chromium for the PDF files (the Markdown is
 * written then). Faulty input, and a folder that holds somebody else's files, throw InputError before anything is written.
 */
export async function exportPack(terminal: Terminal, dir: string, options: ExportOptions): Promise<number> {
  const places = placesOf(terminal, dir);
  const composed = compose(places, options.today ?? terminal.today());
  printDiagnostics(terminal, composed.warnings);
  const { documents, drawings, source, faces } = await schedule(composed, places);
  const plan = planFrom(source, composed.today);
  const files = new Map<string, string | Uint8Array>(
    markdownFolder({ documents, drawings, source, faces, plan }),
  );
  const { texts, isPublic } = secretsIn(composed, { ...places, secrets: secretsOf(terminal.env) });
  const words = [...files].map(([name, text]) => [name, textOfHtml(String(text))] as const);
  const leaks = [
    ...leaksIn([...files.keys()], (name) => Buffer.from(files.get(name) ?? ''), texts),
    ...unquotedIn(words, composed.inputs.interviewers, composed.pack.panel, isPublic),
  ];
  for (const leak of leaks) terminal.err(sayLeak(leak));
  if (leaks.length > 0) return 1;
  const printed = options.pdf ? await cheatSheets(terminal, dir, documents, options) : new Map();
  for (const [name, bytes] of printed ?? []) files.set(name, bytes);
  const folder = options.to
    ? resolve(terminal.cwd, options.to)
    : `${outOf(terminal, dir, undefined)}-markdown`;
  const shown = options.to ?? (relative(terminal.cwd, folder) || folder);
  const sheets = new Set(documents.filter((d) => d.meta.kind === 'cheat-sheet').map((d) => pdfOf(d.meta)));
  const { written, unchanged, removed, kept, left } = writtenTo(folder, shown, files, sheets);
  for (const { path, at } of kept) terminal.err(`${path} had your changes; they are in "${at}" now.`);
  terminal.out(`${shown}: ${written} files written, ${unchanged} as they were, ${removed} removed.`);
  // Only a browser could tell whether they are as the sheets are now.
  if (left.length > 0)
    terminal.out(
      `${left.length} PDF ${left.length === 1 ? 'file is' : 'files are'} of an earlier export and may be older than the sheets; --pdf prints anew.`,
    );
  return printed === undefined ? 1 : 0;
}

function writtenTo(
  folder: string,
  shown: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  leave: ReadonlySet<string>,
) {
  try {
    return writeFolder(folder, files, leave);
  } catch (fault) {
    if (!(fault instanceof ForeignFolderError)) throw fault;
    const diagnostic: Diagnostic = {
      severity: 'error',
      file: shown,
      line: 1,
      column: 1,
      found: 'a folder with files that no export wrote',
      expected: 'a new or an empty folder, or one of an earlier export',
      mend: 'Give --to a folder of its own; inside of your vault is a good place.',
    };
    throw new InputError([diagnostic]);
  }
}

const pdfOf = ({ path }: { path: string }) => `${path.slice(1, -1)}.pdf`;

/** PDF files by their names in the folder; undefined, with a message, without a browser to print or a site to print from. */
async function cheatSheets(
  terminal: Terminal,
  dir: string,
  documents: readonly RenderedDocument[],
  { paper = 'A4', today }: ExportOptions,
): Promise<Map<string, Uint8Array> | undefined> {
  const chromium = findChromium(terminal.env);
  if (!chromium) {
    terminal.err(`PDF files are printed by Chromium, and none was found: ${needsChromium}.`);
    return undefined;
  }
  const site = await freshSite(terminal, dir, { ...(today ? { today } : {}) });
  if (site === undefined) return undefined;
  const sheets = documents.filter((d) => d.meta.kind === 'cheat-sheet').map((d) => d.meta);
  const printed = await printPages(
    site,
    sheets.map((s) => s.path),
    { chromium, paper },
  );
  return new Map(
    sheets.flatMap((s) => {
      const pdf = printed.get(s.path);
      return pdf ? [[pdfOf(s), pdf] as const] : [];
    }),
  );
}
