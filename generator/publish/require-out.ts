/** Where a site is to go, in; a fault where something stands there that publishing would take away. */
import { accessSync, constants, lstatSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { InputError } from '../diagnostics.ts';

interface Around {
  /** The candidate's folder. */
  dir: string;
  /** The program's own. */
  root: string;
  /** Where the command was typed. */
  cwd: string;
}

/** Names on disk end at 255 bytes, and a site's folders have its name and a number. */
const longest = 200;

/** Publishing replaces what stands at its path, so only nothing, an empty folder and a site of ours may stand there. */
export function requireOut(out: string, { dir, root, cwd }: Around): void {
  const fail = (found: string, expected = 'a new or empty folder, or a site that was built before') => {
    throw new InputError([
      {
        severity: 'error',
        file: `--out ${relative(cwd, out) || out}`,
        line: 1,
        column: 1,
        found,
        expected,
        mend: 'Choose another path with --out; nothing there was touched.',
      },
    ]);
  };
  if (contains(out, dir)) fail("a folder that holds the candidate's", 'a place of its own');
  if (contains(out, root)) fail('a folder that holds this program', 'a place of its own');
  if (contains(out, cwd)) fail('the folder that you are in, or one above it', 'a place of its own');
  const above = nearestAbove(out);
  if (Buffer.byteLength(basename(out)) > longest) fail('a name that is too long', 'at most 200 bytes');
  if (!statSync(above).isDirectory()) fail(`a file at ${relative(cwd, above) || above}`, 'folders above it');
  const stat = statOf(out);
  if (stat?.isSymbolicLink() && !isOwnLink(out)) fail('a link to elsewhere');
  if (stat && !stat.isSymbolicLink() && !stat.isDirectory()) fail('a file');
  if (stat?.isDirectory()) {
    const inside = readdirSync(out).filter((name) => name !== '.DS_Store');
    if (inside.length > 0 && !isSite(out))
      fail(`a folder that holds ${inside.slice(0, 3).join(', ')}${inside.length > 3 ? ', …' : ''}`);
  }
  try {
    accessSync(above, constants.W_OK | constants.X_OK);
  } catch {
    fail(`${relative(cwd, above) || above}, which you may not write to`, 'a folder of your own');
  }
}

/** Whether `inner` is `outer` or lies below it. */
function contains(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}

function isOwnLink(out: string): boolean {
  const target = readlinkSync(out);
  return target.startsWith(`.${basename(out)}.`) && /\.\d+$/.test(target) && !target.includes(sep);
}

/** Sites of versions before the link were folders. */
function isSite(folder: string): boolean {
  const has = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile() === true;
  return has('index.html') && has('pagefind/pagefind-entry.json');
}

function nearestAbove(path: string): string {
  let above = dirname(path);
  while (!statOf(above)) above = dirname(above);
  return above;
}

/** What stands at a path; nothing, too, where a file stands above it or no file can have it. */
function statOf(path: string) {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}
