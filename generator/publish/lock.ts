/** One build of a pack at a time: a file with the builder's process id. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Another build holds the lock. The command line exits with 3. */
export class LockedError extends Error {
  constructor(path: string, pid: number) {
    super(
      `Another build of this pack is running (process ${pid}). Wait for it to end; if there is none, remove ${path}.`,
    );
    this.name = 'LockedError';
  }
}

/** Runs the work under the lock. A lock whose process is gone is taken over. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  take(path);
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function take(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  for (let tries = 0; ; tries += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return;
    } catch (fault) {
      if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
    }
    const holder = holderOf(path);
    if (tries > 2 || (holder !== undefined && isAlive(holder))) throw new LockedError(path, holder ?? 0);
    rmSync(path, { force: true });
  }
}

function holderOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // EPERM: it lives, and is someone else's.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}
