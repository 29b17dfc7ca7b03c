/** `panelprep build`: the whole job, with progress by stage, what was written and how long it took. */
import { basename, relative, resolve } from 'node:path';
import type { Finding } from '../pack/lint.ts';
import { type Built, compose, publish } from '../pipeline.ts';
import { secretsOf } from '../publish/leaks.ts';
import { hasOfflineCopy } from '../publish/offline.ts';
import { requireOut } from '../publish/require-out.ts';
import { sayOsFault } from './os-fault.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { isCurrent, keepStamp, type Wanted, wantedBuild } from './stamp.ts';
import type { Terminal } from './terminal.ts';

export interface BuildOptions {
  out?: string;
  today?: string;
  /** False: browsers that kept a copy for offline use are told to drop it. Left out: as the site was built last. */
  offline?: boolean;
  /** True: builds though nothing has changed. */
  force?: boolean;
}

/** Exit code: 0 done, 1 the pack's lint has errors. Faulty input throws. */
export async function build(terminal: Terminal, dir: string, options: BuildOptions): Promise<number> {
  const out = outOf(terminal, dir, options.out);
  const wanted = wantedBuild(terminal, wantedOf(terminal, dir, options));
  if (!options.force && isCurrent(terminal, out, wanted)) {
    const shown = relative(terminal.cwd, out) || out;
    terminal.out(`${shown} is current: nothing that it shows has changed. --force builds it all the same.`);
    return 0;
  }
  return (await buildSite(terminal, dir, options, wanted)) === undefined ? 1 : 0;
}

/**
 * The finished build, or undefined when the pack's lint refused it. `wanted` was taken before anything is read: what is
 * edited meanwhile makes the site old.
 */
export async function buildSite(
  terminal: Terminal,
  dir: string,
  options: BuildOptions,
  wanted: string,
): Promise<Built | undefined> {
  const started = performance.now();
  const places = placesOf(terminal, dir);
  const out = outOf(terminal, dir, options.out);
  requireOut(out, places);
  const { color } = terminal;
  const offline = offlineOf(out, options);
  const stage = (name: string) => {
    if (terminal.interactive) terminal.err(color.dim(`  ${seconds(started).padStart(6)}  ${name}`));
  };
  stage('reading inputs and knowledge');
  const composed = compose(places, options.today ?? terminal.today());
  printDiagnostics(terminal, composed.warnings);
  for (const f of composed.findings) terminal.err(formatFinding(f));
  if (composed.findings.some((f) => f.severity === 'error')) {
    terminal.err('\nThe pack contradicts itself, so it was not published.');
    return undefined;
  }
  const built = await publish(composed, { ...places, out, secrets: secretsOf(terminal.env), offline }, stage);
  try {
    keepStamp(terminal, out, wanted);
  } catch (fault) {
    // The site is published; without its stamp it is built once more the next time.
    if (sayOsFault(fault) === undefined) throw fault;
  }
  terminal.out(summary(built));
  terminal.out(`Wrote ${relative(terminal.cwd, out) || out} in ${seconds(started)}.`);
  if (!offline)
    terminal.out('Browsers keep no copy for offline use, and drop one they have. --offline brings it back.');
  return built;
}

function summary(built: Built): string {
  const { pack } = built;
  const guides = pack.guides.map((g) => `${g.round.title}: ${g.problem.title}`).join(' · ');
  return `${pack.company.name}, ${pack.loop.date}. ${guides || 'No system design round'}. ${built.documents.length} documents, ${built.pages} pages, ${built.indexed} searchable.`;
}

export function formatFinding(f: Finding): string {
  return `${f.where}: ${f.severity}: ${f.message}`;
}

export function placesOf(terminal: Terminal, dir: string) {
  return { dir: resolve(terminal.cwd, dir), root: terminal.root, cwd: terminal.cwd };
}

/** What these options ask for. */
export function wantedOf(terminal: Terminal, dir: string, options: BuildOptions): Wanted {
  const out = outOf(terminal, dir, options.out);
  return { dir, out, today: options.today ?? terminal.today(), offline: offlineOf(out, options) };
}

/** Who switched the offline copy off wants it off until they say otherwise, whichever command builds next. */
function offlineOf(out: string, options: BuildOptions): boolean {
  return options.offline ?? hasOfflineCopy(out);
}

export function outOf(terminal: Terminal, dir: string, out: string | undefined): string {
  return out
    ? resolve(terminal.cwd, out)
    : resolve(terminal.root, 'dist', basename(resolve(terminal.cwd, dir)));
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
