import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ForeignFolderError, writeFolder } from './write-folder.ts';

const work = mkdtempSync(join(tmpdir(), 'folder-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const folder = join(work, 'vault');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const first = new Map([
  ['a.md', 'one'],
  ['deep/b.md', 'two'],
]);

describe('a folder that its owner works in as well', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    writeFolder(folder, first);
  });

  it('is made, with every file and nothing half there', () => {
    expect(read('a.md')).toBe('one');
    expect(read('deep/b.md')).toBe('two');
    expect(readdirSync(folder, { recursive: true }).filter((n) => String(n).endsWith('.new'))).toEqual([]);
  });

  it('is not touched where nothing changed', () => {
    const before = statSync(join(folder, 'a.md')).mtimeMs;
    expect(writeFolder(folder, first)).toMatchObject({
      written: 0,
      unchanged: 2,
      removed: 0,
      kept: [],
      left: [],
    });
    expect(statSync(join(folder, 'a.md')).mtimeMs).toBe(before);
  });

  it('keeps what they added', () => {
    write('my notes.md', 'mine');
    writeFolder(folder, new Map([['a.md', 'new']]));
    expect(read('my notes.md')).toBe('mine');
  });

  it('keeps what they changed beside the new file, each time under a name of its own', () => {
    write('a.md', 'mine');
    expect(writeFolder(folder, new Map([...first, ['a.md', 'new']])).kept).toEqual([
      { path: 'a.md', at: 'a (yours).md' },
    ]);
    write('a.md', 'mine again');
    writeFolder(folder, new Map([...first, ['a.md', 'newer']]));
    expect([read('a.md'), read('a (yours).md'), read('a (yours 2).md')]).toEqual([
      'newer',
      'mine',
      'mine again',
    ]);
  });

  it('loses what is written no more, with the folder that it emptied, unless they changed it', () => {
    expect(writeFolder(folder, new Map([['a.md', 'one']])).removed).toBe(1);
    expect(existsSync(join(folder, 'deep'))).toBe(false);
    write('a.md', 'mine');
    expect(writeFolder(folder, new Map([['c.md', 'three']])).removed).toBe(0);
    expect(read('a.md')).toBe('mine');
  });

  it('leaves what it is told to leave, and knows it as its own afterwards', () => {
    const leave = new Set(['deep/b.md', 'deep/never.md']);
    const less = new Map([['a.md', 'one']]);
    for (const time of ['first', 'second'])
      expect(writeFolder(folder, less, leave), time).toMatchObject({ removed: 0, left: ['deep/b.md'] });
    expect(read('deep/b.md')).toBe('two');
    expect(writeFolder(folder, new Map([...first, ['deep/b.md', 'new']])).kept).toEqual([]);
    expect(read('deep/b.md')).toBe('new');
    expect(writeFolder(folder, less)).toMatchObject({ removed: 1, left: [] });
  });

  it('leaves a file that they changed with what they changed, and forgets one that they removed', () => {
    write('deep/b.md', 'mine');
    const less = new Map([['a.md', 'one']]);
    expect(writeFolder(folder, less, new Set(['deep/b.md'])).left).toEqual(['deep/b.md']);
    expect(writeFolder(folder, first).kept).toEqual([{ path: 'deep/b.md', at: 'deep/b (yours).md' }]);
    rmSync(join(folder, 'deep/b.md'));
    expect(writeFolder(folder, less, new Set(['deep/b.md'])).left).toEqual([]);
    expect(existsSync(join(folder, 'deep/b.md'))).toBe(false);
  });

  it('keeps everything when the record of the last export is damaged', () => {
    write('.panelprep-export.json', '{ "version": 1, "fil');
    expect(writeFolder(folder, new Map([['a.md', 'new']])).kept).toEqual([
      { path: 'a.md', at: 'a (yours).md' },
    ]);
    expect(read('deep/b.md')).toBe('two');
  });
});

describe("a folder of somebody else's", () => {
  it('is refused before anything is written', () => {
    const foreign = join(work, 'foreign');
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'thesis.md'), 'years of work');
    expect(() => writeFolder(foreign, first)).toThrow(ForeignFolderError);
    expect(readdirSync(foreign)).toEqual(['thesis.md']);
  });

  it('is taken when it holds nothing but an editor’s own settings', () => {
    const vault = join(work, 'fresh');
    mkdirSync(join(vault, '.obsidian'), { recursive: true });
    expect(writeFolder(vault, first).written).toBe(2);
  });
});
