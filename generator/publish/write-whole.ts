/** A file that is there whole or as it was before: it is written beside its place and renamed. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the folders above it. Where it cannot be written nothing is left beside it. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  try {
    writeNamed(beside, content);
    renameSync(beside, path);
  } catch (fault) {
    leaveNothing(beside);
    throw fault;
  }
}

/** Writes a file; a fault says which. The system names a file that cannot be opened, but not one that cannot be filled. */
export function writeNamed(path: string, content: string | Uint8Array, flag: 'w' | 'wx' = 'w'): void {
  try {
    writeFileSync(path, content, { flag });
  } catch (fault) {
    throw fault instanceof Error && !('path' in fault) ? Object.assign(fault, { path }) : fault;
  }
}

/** Takes away what a failed write began. That this fails, too, is not worth hiding the first fault. */
export function leaveNothing(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The next run sweeps it.
  }
}
