/** A folder under an optional overlay in, its files by relative path out: the same path in the overlay wins. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Relative path (with "/") → absolute path, sorted by relative path. */
export function listFolder(base: string, overlay?: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const root of [base, overlay]) {
    if (root === undefined || !existsSync(root)) continue;
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const path = join(entry.parentPath, entry.name);
      found.set(relative(root, path).split(sep).join('/'), path);
    }
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b, 'en')));
}
