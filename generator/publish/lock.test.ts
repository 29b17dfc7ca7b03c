import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { LockedError, withLock } from './lock.ts';

const work = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const path = join(work, 'pack', 'lock');

it('keeps a second build out, and lets it in afterwards', async () => {
  await withLock(path, async () => {
    await expect(withLock(path, async () => 'in')).rejects.toThrow(LockedError);
    await expect(withLock(path, async () => 'in')).rejects.toThrow(`process ${process.pid}`);
  });
  expect(existsSync(path)).toBe(false);
  expect(await withLock(path, async () => 'in')).toBe('in');
});

it('is given back when the work fails', async () => {
  await expect(withLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(path)).toBe(false);
});

it('of a process that is gone, or of nobody, is taken over', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  for (const holder of [String(gone), 'nonsense', '']) {
    writeFileSync(path, holder);
    expect(await withLock(path, async () => 'in')).toBe('in');
  }
});
