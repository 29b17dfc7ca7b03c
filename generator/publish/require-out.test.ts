/** Publishing takes the place of what stands at its path: it may not be anything that somebody needs. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../diagnostics.ts';
import { candidateFolder, root } from '../fixtures/candidate.ts';
import { panelprep } from '../fixtures/command-line.ts';
import { requireOut } from './require-out.ts';
import { swapIn } from './swap.ts';

const work = mkdtempSync(join(tmpdir(), 'out-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const dir = candidateFolder();
const cwd = join(work, 'here');
mkdirSync(cwd);
const place = (name: string, make: (path: string) => void): string => {
  const path = join(work, name);
  make(path);
  return path;
};
const said = (out: string): string => {
  try {
    requireOut(out, { dir, root, cwd });
  } catch (fault) {
    if (fault instanceof InputError) return fault.diagnostics.map((d) => `${d.found} → ${d.expected}`).join();
    throw fault;
  }
  return 'fine';
};
const site = 'a new or empty folder, or a site that was built before';

describe('a site may go', () => {
  it.each([
    ['where nothing is', () => join(work, 'a/b/c')],
    ['into an empty folder', () => place('empty', (p) => mkdirSync(p))],
    [
      'where a site was published',
      () =>
        place('published', (p) => {
          mkdirSync(join(work, 'staging'));
          swapIn(join(work, 'staging'), p);
        }),
    ],
    [
      'where an older version left a site',
      () =>
        place('older', (p) => {
          mkdirSync(join(p, 'pagefind'), { recursive: true });
          for (const file of ['index.html', 'pagefind/pagefind-entry.json']) writeFileSync(join(p, file), '');
        }),
    ],
    ['beside the place where one is', () => join(cwd, '../../x')],
  ])('%s', (_what, make) => expect(said(make())).toBe('fine'));
});

describe('a site may not go', () => {
  it.each([
    ['over the candidate', () => dir, "a folder that holds the candidate's → a place of its own"],
    [
      'over what holds the candidate',
      () => join(dir, '..'),
      "a folder that holds the candidate's → a place of its own",
    ],
    ['over the whole disk', () => '/', "a folder that holds the candidate's → a place of its own"],
    ['over the program', () => root, 'a folder that holds this program → a place of its own'],
    [
      'over the knowledge',
      () => join(root, 'content'),
      `a folder that holds README.md, communication.yaml, lenses, … → ${site}`,
    ],
    ['where one stands', () => cwd, 'the folder that you are in, or one above it → a place of its own'],
    [
      "over somebody's files",
      () =>
        place('photos', (p) => {
          mkdirSync(p);
          writeFileSync(join(p, 'one.jpg'), '');
        }),
      `a folder that holds one.jpg → ${site}`,
    ],
    ['over a file', () => place('file', (p) => writeFileSync(p, '')), `a file → ${site}`],
    [
      'below a file',
      () =>
        join(
          place('file2', (p) => writeFileSync(p, '')),
          'x',
        ),
      'a file at ../file2 → folders above it',
    ],
    ['through a link', () => place('link', (p) => symlinkSync(cwd, p)), `a link to elsewhere → ${site}`],
    [
      'through a link to nothing',
      () => place('dead', (p) => symlinkSync('/nowhere', p)),
      `a link to elsewhere → ${site}`,
    ],
    [
      'through a link that looks like ours',
      () => place('alike', (p) => symlinkSync('../.alike.1', p)),
      `a link to elsewhere → ${site}`,
    ],
  ])('%s', (_what, make, expected) => expect(said(make())).toBe(expected));

  it('under a name that no disk takes', () =>
    expect(said(join(work, 'x'.repeat(300)))).toBe('a name that is too long → at most 200 bytes'));

  it('and the command says so, and leaves everything as it was', () => {
    const ran = panelprep(['build', dir, '--out', dir]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("found a folder that holds the candidate's, expected a place of its own");
    expect(ran.err).toContain('Choose another path with --out; nothing there was touched.');
    expect(readdirSync(dir).sort()).toEqual(['interviewers', 'loop.yaml', 'profile.yaml']);
    expect(readFileSync(join(dir, 'loop.yaml'), 'utf8')).toContain('Fernwick');
    expect(existsSync(join(dir, '..', '.case.0'))).toBe(false);
  });
});
