/** What a finished site was built from, remembered, so that nothing is built twice. */
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fingerprint } from '../inputs/fingerprint.ts';
import { stampOf } from '../inputs/folder.ts';
import { namedProfile } from '../inputs/load-candidate.ts';
import { secretsOf } from '../publish/leaks.ts';
import type { Terminal } from './terminal.ts';

/** What a build is a function of, beside the files. */
export interface Wanted {
  dir: string;
  out: string;
  today: string;
  offline: boolean;
}

/** Everything that a page shows: the candidate's files, the knowledge, the templates, the program; and what may not be in it. */
export function wantedBuild(terminal: Terminal, { dir, out, today, offline }: Wanted): string {
  const own = ['content', 'templates', 'generator', 'site', 'package-lock.json'].map((p) =>
    join(terminal.root, p),
  );
  const salt = [today, out, String(offline), ...secretsOf(terminal.env)].join('\n');
  const folder = resolve(terminal.cwd, dir);
  const profile = namedProfile(folder, terminal.cwd);
  return fingerprint([folder, ...(profile === undefined ? [] : [profile]), ...own], salt);
}

/** Remembers it, with the state of the site's own files: a site that somebody changed by hand is built again. */
export function keepStamp(terminal: Terminal, out: string, wanted: string): void {
  const stamp = stampFile(terminal, out);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, `${wanted}\n${stateOf(out)}`);
}

/** Whether the site stands as such a build left it. */
export function isCurrent(terminal: Terminal, out: string, wanted: string): boolean {
  const stamp = stampFile(terminal, out);
  if (!existsSync(join(out, 'index.html')) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === `${wanted}\n${stateOf(out)}`;
}

const stateOf = (out: string) => fingerprint([], stampOf(realpathSync(out)));

const stampFile = (terminal: Terminal, out: string) =>
  join(terminal.root, '.panelprep', `${basename(out)}.stamp`);
