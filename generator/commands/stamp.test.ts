import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { testTerminal } from '../fixtures/terminal.ts';
import { wantedOf } from './build.ts';
import { isCurrent, keepStamp, wantedBuild } from './stamp.ts';

const work = mkdtempSync(join(tmpdir(), 'stamp-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const out = join(work, 'dist/me');
const terminal = { ...testTerminal(work), root: work };
const asked = { dir: 'data/me', out, today: '2026-11-21', offline: true };
const put = (path: string, text: string) => {
  mkdirSync(join(work, path, '..'), { recursive: true });
  writeFileSync(join(work, path), text);
};

beforeEach(() => {
  put('data/me/loop.yaml', 'company: { name: Quillstone }\nprofile: ../profile.yaml\n');
  put('data/profile.yaml', 'name: Ilse Norrgard');
  put('content/problems/chat/sheet.md', 'chat');
  put('dist/me/index.html', 'a page');
  keepStamp(terminal, out, wantedBuild(terminal, asked));
});

it('holds while nothing changes', () => {
  expect(isCurrent(terminal, out, wantedBuild(terminal, asked))).toBe(true);
});

it.each([
  ['the candidate', () => put('data/me/loop.yaml', 'company: Other')],
  ['a profile that lies elsewhere', () => put('data/profile.yaml', 'name: Somebody Else')],
  ['the knowledge', () => put('content/problems/chat/sheet.md', 'chat, mended')],
  ['the program', () => put('generator/cli.ts', '// new')],
  ['a page, by hand', () => put('dist/me/index.html', 'a page, changed')],
  ['a page that is gone', () => rmSync(join(work, 'dist/me/index.html'))],
])('does not hold after a change of %s', (_, change) => {
  change();
  expect(isCurrent(terminal, out, wantedBuild(terminal, asked))).toBe(false);
});

it('does not hold for another day, without the offline copy, or with a new secret to look for', () => {
  for (const other of [
    wantedBuild(terminal, { ...asked, today: '2026-11-22' }),
    wantedBuild(terminal, { ...asked, offline: false }),
    wantedBuild({ ...terminal, env: { API_KEY: 'sk-0123456789abcdefghij' } }, asked),
  ])
    expect(isCurrent(terminal, out, other)).toBe(false);
});

it.each([
  ['nothing yet', undefined, true],
  ['a site with the offline copy', 'self.panelprepManifest = {};', true],
  ['a site that was built without', "self.addEventListener('install', () => self.skipWaiting());", false],
])('asks for what was chosen the last time where nobody says otherwise: %s', (_, worker, kept) => {
  rmSync(join(out, 'sw.js'), { force: true });
  if (worker !== undefined) put('dist/me/sw.js', worker);
  expect(wantedOf(terminal, 'data/me', { out }).offline).toBe(kept);
  expect(wantedOf(terminal, 'data/me', { out, offline: !kept }).offline).toBe(!kept);
});

it('holds for who asks for nothing after a build without the offline copy', () => {
  put('dist/me/sw.js', "self.addEventListener('install', () => self.skipWaiting());");
  keepStamp(terminal, out, wantedBuild(terminal, { ...asked, offline: false }));
  const wanted = wantedOf(terminal, 'data/me', { out, today: asked.today });
  expect(isCurrent(terminal, out, wantedBuild(terminal, wanted))).toBe(true);
});
