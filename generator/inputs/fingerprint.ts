/** Folders and files in, one hash over all their names and bytes out: two equal hashes mean nothing has changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { listFolder } from './folder.ts';

/** `salt` holds what else the result depends on. */
export function fingerprint(paths: readonly string[], salt = ''): string {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) {
    if (!existsSync(path)) {
      hash.update(`\n${path} is missing\n`);
      continue;
    }
    const files = statSync(path).isDirectory() ? listFolder(path) : new Map([['', path]]);
    for (const [name, file] of files) hash.update(`\n${name}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}
