/** One build at a time: a file with the builder's process id. One guards a pack's work folder, one a published path. */
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { leaveNothing, writeNamed } from './write-whole.ts';

/** A lock without a process id is one that is just being written, unless it is older than this. */
const justBegun = 10_000;

/** Another build holds the lock. The command line exits with 3. */
export class LockedError extends Error {
  constructor(path: string, what: string, pid: number | undefined) {
    const whose = pid === undefined ? '' : ` (process ${pid})`;
    super(`Another build ${what} is running${whose}. Wait for it to end; if there is none, remove ${path}.`);
    this.name = 'LockedError';
  }
}

/** The lock of a published path: the same by whatever way the path leads there. It lies with us, not beside the site. */
export function lockOfPath(root: string, out: string): string {
  let above = dirname(resolve(out));
  let below = basename(out);
  while (!existsSync(above)) {
    below = join(basename(above), below);
    above = dirname(above);
  }
  // The last name is not followed: there the path is a link of ours, to another folder each time.
  const real = join(realpathSync(above), below);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 16);
  return join(root, '.panelprep/.locks', hash);
}

/** Runs the work under the lock. One whose process is gone is taken over. `what` is built under it: "of this pack". */
export async function withLock<T>(path: string, what: string, work: () => Promise<T>): Promise<T> {
  take(path, what);
  const release = () => {
    try {
      if (textOf(path) === String(process.pid)) leaveNothing(path);
    } catch {
      // It cannot even be read (too many files are open): it is ours, and the work's own fault is the one to tell.
      leaveNothing(path);
    }
  };
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function take(path: string, what: string): void {
  mkdirSync(dirname(path), { recursive: true });
  // Written aside, so that nobody ever finds the lock without the process id.
  const own = `${path}.${process.pid}`;
  try {
    writeNamed(own, String(process.pid));
    for (let tries = 0; !placed(own, path); tries += 1) {
      const holder = holderOf(path);
      if (tries > 2 || holder?.isGone === false) throw new LockedError(path, what, holder?.pid);
      if (holder) takeAway(path, what, own);
    }
  } finally {
    leaveNothing(own);
  }
}

/** Removes a lock that nobody holds: one process at a time, or the second one would remove what the first has taken since. */
function takeAway(path: string, what: string, own: string): void {
  const guard = `${path}.taking`;
  if (!placed(own, guard)) {
    const taker = holderOf(guard);
    if (taker?.isGone === false) throw new LockedError(path, what, taker.pid);
    if (taker) leaveNothing(guard);
    return;
  }
  try {
    if (holderOf(path)?.isGone) rmSync(path, { force: true });
  } finally {
    leaveNothing(guard);
  }
}

/** Whether the lock is ours now; false where another one stands there. */
function placed(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (fault) {
    return isCode(fault, 'EEXIST') ? false : placedUnlinked(path);
  }
}

/** Some disks know no second name of a file. There the lock is empty for a moment. */
function placedUnlinked(path: string): boolean {
  try {
    writeNamed(path, String(process.pid), 'wx');
    return true;
  } catch (fault) {
    if (isCode(fault, 'EEXIST')) return false;
    leaveNothing(path);
    throw fault;
  }
}

interface Holder {
  pid?: number;
  /** Whether it ended without giving the lock back. */
  isGone: boolean;
}

/** Undefined where there is no lock. */
function holderOf(path: string): Holder | undefined {
  const text = textOf(path);
  if (text === undefined) return undefined;
  const pid = Number(text);
  if (!Number.isInteger(pid) || pid <= 0) return { isGone: text !== '' || !isYoung(path) };
  // Who ends between the reading and the question has given it back, and somebody else may have it: hence once more.
  return { pid, isGone: !isAlive(pid) && textOf(path) === text };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (fault) {
    if (isCode(fault, 'ENOENT')) return undefined;
    throw fault;
  }
}

function isYoung(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < justBegun;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // EPERM: it lives, and is someone else's.
    return isCode(fault, 'EPERM');
  }
}

const isCode = (fault: unknown, code: string) =>
  fault instanceof Error && 'code' in fault && fault.code === code;
