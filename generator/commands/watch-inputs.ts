/** Every file that a pack is made of, looked at for edits: the candidate's, the knowledge, the templates. */
import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { namedProfile } from '../inputs/load-candidate.ts';
import type { Terminal } from './terminal.ts';

/** Tells of each edit by the file's path from where the command was typed, until it is closed. */
export class WatchedInputs {
  private readonly folders: FSWatcher[];
  private readonly cwd: string;
  private readonly dir: string;
  private readonly edited: (name: string) => void;
  private elsewhere: { profile: string; watcher: FSWatcher } | undefined;

  constructor(terminal: Pick<Terminal, 'cwd' | 'root'>, dir: string, edited: (name: string) => void) {
    this.cwd = terminal.cwd;
    this.dir = resolve(terminal.cwd, dir);
    this.edited = edited;
    const folders = [this.dir, join(terminal.root, 'content'), join(terminal.root, 'templates')];
    this.folders = folders.map((folder) =>
      watch(folder, { recursive: true }, (_, name) => {
        if (name && !isEditors(name)) this.changed(join(folder, name));
      }),
    );
    this.followProfile();
  }

  close(): void {
    for (const w of this.folders) w.close();
    this.elsewhere?.watcher.close();
  }

  private changed(path: string): void {
    if (path === join(this.dir, 'loop.yaml')) this.followProfile();
    this.edited(relative(this.cwd, path));
  }

  /**
   * The profile that the loop names now. Its folder is watched, not the file: many editors write a new file and rename it
   * into the old one's place, and a watched file would be the old one.
   */
  private followProfile(): void {
    const profile = namedProfile(this.dir, this.cwd);
    if (profile === this.elsewhere?.profile) return;
    this.elsewhere?.watcher.close();
    this.elsewhere = undefined;
    // A path that leads nowhere is told as a fault of loop.yaml, and followed when that is mended.
    if (profile === undefined || !existsSync(dirname(profile))) return;
    const watcher = watch(dirname(profile), (_, name) => {
      if (name === basename(profile)) this.changed(profile);
    });
    this.elsewhere = { profile, watcher };
  }
}

/** Hidden files and copies are editors' own. */
const isEditors = (name: string) => /(^|[\\/])\.|~$/.test(name);
