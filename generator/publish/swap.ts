/**
 * A finished site takes the place of the one before, at once: the published path is a symbolic link to a folder beside it,
 * and one rename replaces the link. Whenever the program is killed or a call fails, the path shows all of the old site or
 * all of the new one. What a failed call leaves lying about is swept at once, since it may be what fills the disk; what a
 * killed program leaves, by the next run.
 */
import { existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Disk, realDisk } from './disk.ts';

/** Folders of one site: `.sample.1`, `.sample.2`; the link to be renamed: `.sample.link`. */
const generation = (out: string, n: number) => join(dirname(out), `.${basename(out)}.${n}`);
const newLink = (out: string) => join(dirname(out), `.${basename(out)}.link`);

/** `staging` becomes what `out` shows. Throws where a call fails; then `out` shows what it did, and the rest is swept. */
export function swapIn(staging: string, out: string, disk: Disk = realDisk): void {
  try {
    showNext(staging, out, disk);
  } catch (fault) {
    tryTo(() => {
      recover(out, disk);
      sweep(out, disk);
    });
    tryTo(() => disk.remove(staging));
    throw fault;
  }
  // The new site is shown and on the disk: what cannot be swept now waits for the next run.
  tryTo(() => sweep(out, disk));
  tryTo(() => disk.remove(staging));
}

function showNext(staging: string, out: string, disk: Disk): void {
  disk.makeFolder(dirname(out));
  recover(out, disk);
  const now = linkedGeneration(out);
  sweep(out, disk);
  const next = generation(out, (now ?? 0) + 1);
  disk.copy(staging, next);
  disk.flush(next);
  if (now === undefined && existsSync(out)) moveFolderAside(out, disk);
  const before = linkedGeneration(out);
  show(out, next, disk);
  try {
    disk.flushNames(dirname(out));
  } catch (fault) {
    // Whether the disk keeps the new link is unknown, so the old one takes its place again.
    tryTo(() => (before === undefined ? disk.remove(out) : show(out, generation(out, before), disk)));
    throw fault;
  }
}

/** One rename, and `out` shows another folder. */
function show(out: string, folder: string, disk: Disk): void {
  const link = newLink(out);
  disk.link(basename(folder), link);
  disk.rename(link, out);
}

/** Sweeping does what it can: that it fails is not worth hiding the fault before it, or the new site. */
function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // The next run sweeps it.
  }
}

/** Ends what `moveFolderAside` had begun when it was stopped between its two calls. */
function recover(out: string, disk: Disk): void {
  const link = newLink(out);
  const stat = lstatSync(link, { throwIfNoEntry: false });
  const waiting =
    stat?.isSymbolicLink() && readlinkSync(link) === basename(generation(out, 0)) && existsSync(link);
  if (waiting && !existsSync(out)) disk.rename(link, out);
}

/** Removes every folder and link of this site that `out` does not show. */
export function sweep(out: string, disk: Disk = realDisk): void {
  const shown = linkedGeneration(out);
  const parent = dirname(out);
  if (!existsSync(parent)) return;
  const own = new RegExp(`^\\.${escaped(basename(out))}\\.(\\d+|link)$`);
  for (const name of readdirSync(parent)) {
    const found = own.exec(name);
    if (found && Number(found[1]) !== shown) disk.remove(join(parent, name));
  }
}

/** The number of the folder that `out` links to; nothing where it is no link of ours. */
function linkedGeneration(out: string): number | undefined {
  if (!lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  const target = readlinkSync(out);
  const found = /^\.(.+)\.(\d+)$/.exec(target);
  return found?.[1] === basename(out) ? Number(found[2]) : undefined;
}

/**
 * A folder of an earlier version of this program, or one that a person made, becomes generation 0 and is linked to, so
 * that the path shows it until the rename. This one step, done once, is two calls.
 */
function moveFolderAside(out: string, disk: Disk): void {
  const kept = generation(out, 0);
  disk.remove(kept);
  const link = newLink(out);
  disk.link(basename(kept), link);
  disk.rename(out, kept);
  disk.rename(link, out);
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
