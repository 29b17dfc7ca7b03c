import { execFile, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { LockedError, lockOfPath, withLock } from './lock.ts';

const work = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const path = join(work, 'pack', 'lock');

it('keeps a second build out, and lets it in afterwards', async () => {
  await withLock(path, 'of this pack', async () => {
    await expect(withLock(path, 'of this pack', async () => 'in')).rejects.toThrow(LockedError);
    await expect(withLock(path, 'of this pack', async () => 'in')).rejects.toThrow(`process ${process.pid}`);
  });
  expect(existsSync(path)).toBe(false);
  expect(await withLock(path, 'of this pack', async () => 'in')).toBe('in');
});

it('is given back when the work fails', async () => {
  await expect(withLock(path, 'of this pack', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(path)).toBe(false);
});

it('of a process that is gone, or of nobody, is taken over', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  for (const holder of [String(gone), 'nonsense', '']) {
    writeFileSync(path, holder);
    utimesSync(path, new Date(0), new Date(0));
    expect(await withLock(path, 'of this pack', async () => 'in')).toBe('in');
  }
});

it('that is just being written is held', async () => {
  writeFileSync(path, '');
  const soon = new Date(Date.now() + 3_600_000);
  utimesSync(path, soon, soon);
  await expect(withLock(path, 'of this pack', async () => 'in')).rejects.toThrow(
    'Another build of this pack is running. Wait',
  );
  rmSync(path);
});

it('lets one process in at a time, though all of them find one that is gone', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(path, String(gone));
  const script = join(import.meta.dirname, 'fixtures/lock-often.ts');
  const run = () => promisify(execFile)(process.execPath, [script, path, '50']);
  const ran = await Promise.all([run(), run(), run(), run()]);
  expect(ran.map((r) => r.stdout)).toEqual(['0', '0', '0', '0']);
  expect(readdirSync(dirname(path))).toEqual([]);
});

it('of a published path is the same by every way there, and another for another path', () => {
  const home = join(work, 'home');
  mkdirSync(home);
  symlinkSync(home, join(work, 'way'));
  const lock = lockOfPath(work, join(home, 'site'));
  expect(lockOfPath(work, join(work, 'way/site'))).toBe(lock);
  expect(lockOfPath(work, join(work, 'way/../home/./site'))).toBe(lock);
  expect(lockOfPath(work, join(home, 'site2'))).not.toBe(lock);
  const deep = lockOfPath(work, join(home, 'new/site'));
  expect(deep).not.toBe(lock);
  expect(lockOfPath(work, join(work, 'way/new/site'))).toBe(deep);
  // A site that is published there is a link, to another folder each time.
  symlinkSync('.site.1', join(home, 'site'));
  expect(lockOfPath(work, join(home, 'site'))).toBe(lock);
});
