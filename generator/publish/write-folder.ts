/**
 * Files into a folder that its owner works in as well: what they added stays, what they changed is kept beside the new
 * file, and what an earlier export wrote and this one does not is removed when it is as it was written, or left when told. The record is
 * written last: after an export that was cut off, what it wrote counts as changed by hand, so nothing is lost.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-whole.ts';

/** What the last export wrote: a hash by path. */
const record = '.panelprep-export.json';
const recordSchema = z.strictObject({ version: z.literal(1), files: z.record(z.string(), z.string()) });

export interface WrittenFolder {
  written: number;
  unchanged: number;
  removed: number;
  /** Where changed files were kept, by the path that was rewritten. */
  kept: { path: string; at: string }[];
  /** Files of an earlier export that were left standing, as asked for. */
  left: string[];
}

/** Thrown when a folder is not one that an export made and holds something. */
export class ForeignFolderError extends Error {
  override name = 'ForeignFolderError';
}

/**
 * Writes each file beside its place and renames it, so that none is ever half there. Throws ForeignFolderError, before
 * anything is written, for a folder that holds files of which none is known to be an export's. `leave` names files that
 * this export does not make: one that an earlier export wrote is neither removed nor forgotten.
 */
export function writeFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  leave: ReadonlySet<string> = new Set(),
): WrittenFolder {
  const before = recordOf(folder);
  if (before === undefined && existsSync(folder) && holdsFiles(folder))
    throw new ForeignFolderError(`${folder} holds files that no export wrote`);
  const known = new Map(Object.entries(before ?? {}));
  const result: WrittenFolder = { written: 0, unchanged: 0, removed: 0, kept: [], left: [] };
  const hashes = new Map([...files].map(([path, content]) => [path, hashOf(content)]));
  for (const [path, content] of files) {
    const target = join(folder, path);
    const stands = hashOfFile(target);
    if (stands === hashes.get(path)) {
      result.unchanged += 1;
      continue;
    }
    if (stands !== undefined && stands !== known.get(path)) {
      const at = freeName(folder, path);
      renameSync(target, join(folder, at));
      result.kept.push({ path, at });
    }
    writeWhole(target, content);
    result.written += 1;
  }
  for (const [path, hash] of known) {
    if (files.has(path)) continue;
    const target = join(folder, path);
    if (leave.has(path) && existsSync(target)) {
      result.left.push(path);
      hashes.set(path, hash);
      continue;
    }
    if (hashOfFile(target) !== hash) continue;
    rmSync(target);
    removeEmpty(folder, dirname(path));
    result.removed += 1;
  }
  const now = { version: 1, files: Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1))) };
  writeWhole(join(folder, record), `${JSON.stringify(now, null, 1)}\n`);
  return result;
}

/** Undefined when no export was ever here, or its record cannot be read. */
function recordOf(folder: string): Record<string, string> | undefined {
  const path = join(folder, record);
  if (!existsSync(path)) return undefined;
  try {
    const parsed = recordSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    // A record that cannot be read is of an export all the same: then everything counts as changed, and is kept.
    return parsed.success ? parsed.data.files : {};
  } catch {
    return {};
  }
}

/** An editor's own settings (`.obsidian`) are no files that an export could harm. */
function holdsFiles(folder: string): boolean {
  return !lstatSync(folder).isDirectory() || readdirSync(folder).some((name) => !name.startsWith('.'));
}

function freeName(folder: string, path: string): string {
  const [, stem = path, ending = ''] = /^(.*?)(\.[^./]+)?$/.exec(path) ?? [];
  for (let n = 1; ; n += 1) {
    const name = `${stem} (yours${n > 1 ? ` ${n}` : ''})${ending}`;
    if (!existsSync(join(folder, name))) return name;
  }
}

function removeEmpty(folder: string, path: string): void {
  if (path === '.' || readdirSync(join(folder, path)).length > 0) return;
  rmdirSync(join(folder, path));
  removeEmpty(folder, dirname(path));
}

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

function hashOfFile(path: string): string | undefined {
  return existsSync(path) && lstatSync(path).isFile() ? hashOf(readFileSync(path)) : undefined;
}
