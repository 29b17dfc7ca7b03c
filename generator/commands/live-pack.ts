/** What `panelprep dev` knows: the pack as the files say it now, and who looks at which page of it. */
import { spawn } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { formatDiagnostic, InputError } from '../diagnostics.ts';
import { type PlannedDocument, planDocuments } from '../documents/render.ts';
import type { Kept } from '../inputs/load.ts';
import { compose, draw } from '../pipeline.ts';
import { withDocument } from '../publish/live-page.ts';
import { formatFinding, placesOf } from './build.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { ServeOptions } from './serve.ts';
import type { Terminal } from './terminal.ts';

/** Editors write a file in several steps; this long after the last one it is read. */
const settle = 40;
/** So long after the last edit the whole site is built. */
const quiet = 2_500;

/** The pack as the files say it now, for the pages that somebody looks at. */
export class LivePack {
  private readonly terminal: Terminal;
  private readonly dir: string;
  private readonly options: ServeOptions;
  private readonly out: string;
  private readonly kept: Kept = {};
  private readonly readers = new Map<ServerResponse, string>();
  /** What differs from the built site; undefined while nothing does. */
  private documents: PlannedDocument[] | undefined;
  private built = '';
  private fault = '';
  private soon: NodeJS.Timeout | undefined;
  private later: NodeJS.Timeout | undefined;
  private building = false;

  constructor(terminal: Terminal, dir: string, options: ServeOptions, out: string) {
    this.terminal = terminal;
    this.dir = dir;
    this.options = options;
    this.out = out;
    // Reads everything once, so that the first edit is as quick as the others.
    setImmediate(() => void this.read().then((documents) => (this.built = addresses(documents))));
  }

  edited(name: string): void {
    clearTimeout(this.soon);
    clearTimeout(this.later);
    this.soon = setTimeout(() => void this.refresh(name), settle);
  }

  /** A page as it is to be shown: as it was built, or with its document made anew. */
  page(path: string, html: string): string {
    const document = this.documents?.find((d) => d.path === path)?.render();
    return document ? withDocument(html, document) : html;
  }

  listen(response: ServerResponse, path: string): void {
    this.readers.set(response, path);
    response.on('close', () => this.readers.delete(response));
    if (this.fault) send(response, 'fault', this.fault);
  }

  close(): void {
    clearTimeout(this.soon);
    clearTimeout(this.later);
    for (const reader of this.readers.keys()) reader.end();
  }

  private async read(): Promise<PlannedDocument[]> {
    const places = placesOf(this.terminal, this.dir);
    const composed = compose(places, this.options.today ?? this.terminal.today(), this.kept);
    const errors = composed.findings.filter((f) => f.severity === 'error');
    if (errors.length > 0) throw new Error(errors.map(formatFinding).join('\n'));
    return planDocuments(composed.pack, await draw(composed.pack, places), composed.inputs.templates);
  }

  private async refresh(name: string): Promise<void> {
    const started = performance.now();
    try {
      const documents = await this.read();
      this.documents = documents;
      this.fault = '';
      for (const [reader, path] of this.readers) {
        const document = documents.find((d) => d.path === path)?.render();
        if (document) send(reader, 'page', { title: document.meta.title, html: document.html });
      }
      this.terminal.out(`${name}: shown after ${Math.round(performance.now() - started)} ms`);
      this.later = setTimeout(() => this.rebuild(), quiet);
    } catch (fault) {
      if (fault instanceof InputError) printDiagnostics(this.terminal, fault.diagnostics);
      else this.terminal.err(fault instanceof Error ? fault.message : String(fault));
      this.fault = faultText(fault);
      for (const reader of this.readers.keys()) send(reader, 'fault', this.fault);
    }
  }

  /** The whole site, beside this process: search, plan, deck and navigation follow, and new pages open. */
  private rebuild(): void {
    if (this.building) {
      this.later = setTimeout(() => this.rebuild(), quiet);
      return;
    }
    this.building = true;
    const { terminal, dir, options, out } = this;
    const today = options.today ?? terminal.today();
    const shown = this.documents;
    const cli = join(terminal.root, 'generator/cli.ts');
    const child = spawn(
      process.execPath,
      [cli, 'build', resolve(terminal.cwd, dir), '--out', out, '--today', today],
      { cwd: terminal.cwd, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    let told = '';
    child.stderr.on('data', (chunk) => {
      told += chunk;
    });
    child.on('close', (code) => {
      this.building = false;
      if (code !== 0) {
        terminal.err(told.trim());
        return;
      }
      terminal.out('The whole site is built anew.');
      const now = addresses(shown ?? []);
      if (this.documents === shown) this.documents = undefined;
      if (shown && this.built !== now) for (const reader of this.readers.keys()) send(reader, 'reload', '');
      this.built = now;
    });
  }
}

/** Which pages there are, and what the navigation calls them. */
const addresses = (documents: readonly PlannedDocument[]) =>
  documents.map((d) => `${d.path} ${d.title}`).join('\n');

function faultText(fault: unknown): string {
  if (fault instanceof InputError) return fault.diagnostics.slice(0, 3).map(formatDiagnostic).join('\n');
  return fault instanceof Error ? fault.message : String(fault);
}

function send(response: ServerResponse, event: string, data: unknown): void {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
