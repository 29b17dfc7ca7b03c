/** Files of a candidate in, the folder written: each whole or not at all, nothing replaced unless it was asked for. */
import { existsSync, linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Diagnostic, InputError } from '../diagnostics.ts';
import { leadsOut } from './leads-out.ts';

export interface WriteOptions {
  /** Replace files that exist. */
  force: boolean;
  /** Paths are shown relative to it. */
  cwd: string;
}

/** `files`: path inside `dir` → content. Throws InputError, naming every file in the way, before anything is written. */
export function writeCandidate(
  dir: string,
  files: Readonly<Record<string, string>>,
  { force, cwd }: WriteOptions,
): void {
  const targets = Object.entries(files).map(([path, content]) => ({ path: join(dir, path), content }));
  const inTheWay = targets.filter(({ path }) => existsSync(path));
  if (!force && inTheWay.length > 0)
    throw new InputError(inTheWay.map(({ path }) => exists(relative(cwd, path))));
  let staging: string | undefined;
  try {
    mkdirSync(dir, { recursive: true });
    staging = mkdtempSync(join(dir, '.writing-'));
    const staged: { from: string; to: string }[] = [];
    for (const [index, { path, content }] of targets.entries()) {
      mkdirSync(dirname(path), { recursive: true });
      const out = leadsOut(dirname(path), dir, relative(cwd, dirname(path)));
      if (out) throw new InputError([out]);
      const from = join(staging, String(index));
      writeFileSync(from, content);
      staged.push({ from, to: path });
    }
    for (const { from, to } of staged) {
      if (force) renameSync(from, to);
      // A link fails where a rename would replace a file that came in between.
      else linkSync(from, to);
    }
  } catch (fault) {
    throw asInputError(fault, relative(cwd, dir) || dir);
  } finally {
    if (staging !== undefined) rmSync(staging, { recursive: true, force: true });
  }
}

function exists(shown: string): Diagnostic {
  return {
    severity: 'error',
    file: shown,
    line: 1,
    column: 1,
    found: 'a file that exists',
    expected: 'a new file',
    mend: 'Add --force to replace it.',
  };
}

const systemFaults: Record<string, string> = {
  EACCES: 'a folder that cannot be written to',
  EPERM: 'a folder that cannot be written to',
  EROFS: 'a read-only disk',
  ENOSPC: 'a full disk',
  ENOTDIR: 'a file where a folder should be',
  EISDIR: 'a folder where the file should be',
  EEXIST: 'a file that came in the meantime',
};

function asInputError(fault: unknown, shown: string): unknown {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  const found = systemFaults[code];
  if (found === undefined) return fault;
  return new InputError([
    {
      severity: 'error',
      file: shown,
      line: 1,
      column: 1,
      found,
      expected: 'a folder of your own',
      mend: 'Check the path and its permissions.',
    },
  ]);
}
