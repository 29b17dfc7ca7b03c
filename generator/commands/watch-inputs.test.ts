/** Which edits `panelprep dev` is told of. Each test waits for what it is told, never for a time. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WatchedInputs } from './watch-inputs.ts';

let work: string;
let inputs: WatchedInputs;
let told: string[];

const put = (path: string, text: string) => {
  mkdirSync(join(work, path, '..'), { recursive: true });
  writeFileSync(join(work, path), text);
};
/** As editors do that never leave half a file behind. */
const replace = (path: string, text: string) => {
  put(`${path}.new`, text);
  renameSync(join(work, `${path}.new`), join(work, path));
};
/** Waits until there is word of this file, and forgets all until then. */
async function word(path: string): Promise<void> {
  await expect.poll(() => told).toContain(path);
  told = [];
}

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'watched-'));
  told = [];
  put('me/loop.yaml', 'profile: ../mine/profile.yaml\n');
  put('me/interviewers/k-ostrander.md', 'a bio');
  put('mine/profile.yaml', 'name: Ilse Norrgard\n');
  put('mine/other.yaml', 'name: Kaj Ostrander\n');
  for (const folder of ['content', 'templates']) mkdirSync(join(work, folder));
  inputs = new WatchedInputs({ root: work, cwd: work }, 'me', (name) => told.push(name));
});
afterEach(() => {
  inputs.close();
  rmSync(work, { recursive: true, force: true });
});

test('a file of the candidate, of the knowledge, of the templates', async () => {
  for (const path of ['me/interviewers/k-ostrander.md', 'content/new.md', 'templates/new.md']) {
    put(path, 'edited');
    await word(path);
  }
});

test('the profile that the loop names elsewhere, written over and replaced, again and again', async () => {
  for (const write of [put, replace, replace, put]) {
    write('mine/profile.yaml', 'name: Ilse N. Norrgard\n');
    await word('mine/profile.yaml');
  }
});

test('nothing else of the folder that it lies in', async () => {
  put('mine/other.yaml', 'name: Somebody Else\n');
  put('mine/profile.yaml~', 'name: Ilse\n');
  put('mine/profile.yaml', 'name: Ilse N. Norrgard\n');
  await expect.poll(() => told).toContain('mine/profile.yaml');
  expect(new Set(told)).toEqual(new Set(['mine/profile.yaml']));
});

test('the profile that the loop names after an edit, and the one before no more', async () => {
  replace('me/loop.yaml', 'profile: ../mine/other.yaml\n');
  await word('me/loop.yaml');
  put('mine/profile.yaml', 'name: Ilse N. Norrgard\n');
  put('mine/other.yaml', 'name: Somebody Else\n');
  await expect.poll(() => told).toContain('mine/other.yaml');
  expect(told).not.toContain('mine/profile.yaml');
});

test('a path that leads nowhere is followed when it is mended', async () => {
  put('me/loop.yaml', 'profile: ../nowhere/profile.yaml\n');
  await word('me/loop.yaml');
  put('me/loop.yaml', 'profile: ../mine/profile.yaml\n');
  await word('me/loop.yaml');
  put('mine/profile.yaml', 'name: Ilse N. Norrgard\n');
  await word('mine/profile.yaml');
});
