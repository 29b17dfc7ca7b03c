/** A folder under an optional overlay in, its files by relative path out: the same path in the overlay wins. */
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';

/** Relative path (with "/") → absolute path, sorted by relative path. Links to files are followed, links to folders are not. */
export function listFolder(base: string, overlay?: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const root of [base, overlay]) {
    if (root === undefined || !existsSync(root)) continue;
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!(entry.isFile() || entry.isSymbolicLink()) || entry.name.startsWith('.')) continue;
      const path = join(entry.parentPath, entry.name);
      found.set(relative(root, path).split(sep).join('/'), path);
    }
  }
  return new Map([...found].sort(([a], [b]) => a.localeCompare(b, 'en')));
}

/** Names, sizes and times of change of the same files: equal texts mean that nothing was written in between. */
export function stampOf(base: string, overlay?: string): string {
  return [...listFolder(base, overlay).values()]
    .map((path) => {
      const { size, mtimeMs } = statSync(path);
      return `${path} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

/** Symbolic links below a folder. */
export function listLinks(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * The names in a folder, sorted; none, and no fault, when there is no such folder. Hidden files are left out.
 * `shown` is the path as the user would type it.
 */
export function listNames(folder: string, shown: string): { names: string[]; diagnostics: Diagnostic[] } {
  const fault = (found: string, mend: string) => ({
    names: [],
    diagnostics: [
      { severity: 'error' as const, file: shown, line: 1, column: 1, found, expected: 'a folder', mend },
    ],
  });
  try {
    if (!lstatSync(folder, { throwIfNoEntry: false })) return { names: [], diagnostics: [] };
    if (!statSync(folder).isDirectory()) return fault('a file', 'Rename the file, or make it a folder.');
    const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
    return { names: names.sort(), diagnostics: [] };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ELOOP' || code === 'ENOENT')
      return fault('a link that leads nowhere', 'Replace the link by the folder.');
    return fault(`a folder that cannot be read (${code})`, `Allow it: chmod u+rx ${shown}`);
  }
}
