/** The calls that change the disk while a site is published, as one value, so that a test can make any of them fail. */
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';

export interface Disk {
  makeFolder: (path: string) => void;
  copy: (from: string, to: string) => void;
  rename: (from: string, to: string) => void;
  remove: (path: string) => void;
  link: (target: string, path: string) => void;
  /** Everything below a folder is on the disk when it comes back. */
  flush: (folder: string) => void;
  /** The folder's own list of names is, and nothing below it: it may be somebody's home. */
  flushNames: (folder: string) => void;
}

export const realDisk: Disk = {
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true });
  },
  copy,
  rename: renameSync,
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  link: (target, path) => symlinkSync(target, path, 'dir'),
  flush,
  flushNames: sync,
};

/** `cpSync` calls whatever fails in it EIO and names a folder; this says that the disk is full, and at which file. */
function copy(from: string, to: string): void {
  if (!lstatSync(from).isDirectory()) {
    copyFileSync(from, to);
    return;
  }
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copy(join(from, name), join(to, name));
}

function flush(path: string): void {
  if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) flush(join(path, name));
  sync(path);
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
