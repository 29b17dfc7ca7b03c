/** Ids, file names and links that would make a program read or write elsewhere: refused, each with its place. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../diagnostics.ts';
import { candidateFolder, goodLoop, root } from '../fixtures/candidate.ts';
import { faultsOf, linesOf } from '../fixtures/faults.ts';
import { loadInputs } from './load.ts';
import { loadContent } from './load-content.ts';
import { writeCandidate } from './write-candidate.ts';

const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
writeFileSync(
  join(elsewhere, 'secret.md'),
  '---\nname: Somebody Else\n---\nI maintain the storage engine.\n',
);
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

const hostile = [
  '../../x',
  '..',
  '.',
  '/etc/passwd',
  'a/b',
  'a\\b',
  'a.b',
  'a b',
  ' a',
  '-a',
  'a-',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'con',
  'nul',
  'com1',
  'A',
  'é',
  'a\u0430',
  '％2e',
  '%2e%2e',
  'a?b',
  'a#b',
  'a:b',
  '~',
  '*',
  '$HOME',
  'a\nb',
  '',
  'x'.repeat(65),
  'x'.repeat(100_000),
  '<b>',
];

describe.each(hostile)('the id %j', (id) => {
  const loop = (change: (text: string) => string) => ({ 'loop.yaml': change(goodLoop) });
  const inYaml = JSON.stringify(id);
  const told = (files: Parameters<typeof faultsOf>[0]) =>
    faultsOf(files).filter((d) => d.severity === 'error');

  it.each([
    ['of a round', loop((t) => t.replace('id: design-1', `id: ${inYaml}`)), 'loop.yaml', 5],
    ['of an interviewer', loop((t) => t.replace('[k-ostrander]', `[${inYaml}]`)), 'loop.yaml', 10],
    ['of a problem', loop((t) => t.replace('problem: chat', `problem: ${inYaml}`)), 'loop.yaml', 11],
    ['of the bank', loop((t) => t.replace('[rate-limiter]', `[${inYaml}]`)), 'loop.yaml', 12],
  ])('%s is refused where it stands', (_what, files, file, line) => {
    const [fault, ...more] = told(files);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ file, line });
    expect(fault?.expected).toMatch(/an id|a file in interviewers|a problem id/);
    expect(fault?.mend).not.toBe('');
    expect(fault?.found.length).toBeLessThan(120);
  });
});

describe.each(
  hostile.filter((id) => id !== '' && !/[/\0]/.test(id) && id.length < 200 && !/^\.|^\s/.test(id)),
)('the file name %j', (id) => {
  it('is refused, with a name to take', () => {
    const [fault] = faultsOf({ [`interviewers/${id}.md`]: '---\nname: X Y\n---\n' });
    expect(fault).toMatchObject({ severity: 'error', line: 1, expected: 'an id and ".md"' });
    expect(fault?.mend).toMatch(/^Rename it/);
    expect(fault?.mend).not.toContain(`"${id}.md"`);
  });
});

it('says what is wrong with a name that a system keeps', () => {
  expect(linesOf({ 'loop.yaml': goodLoop.replace('id: design-1', 'id: con') })).toEqual([
    'loop.yaml:5:9 "con" for rounds[1].id → an id that no system keeps for itself, as it does con, aux or constructor → Write con-1. Names the round in addresses: design-1.',
  ]);
});

it('takes no name of an object for a scale, a confidence or an estimate', () => {
  const scale = goodLoop.replace('dau: 10M users', 'constructor: 10M users');
  expect(faultsOf({ 'loop.yaml': scale }).map((d) => d.line)).toContain(1);
});

describe('links', () => {
  const inputsOf = (dir: string) => loadInputs({ dir, root, cwd: dir }, '2026-11-21');
  const faults = (dir: string): string[] => {
    try {
      inputsOf(dir);
    } catch (fault) {
      if (fault instanceof InputError) return fault.diagnostics.map((d) => `${d.file}: ${d.found}`);
      throw fault;
    }
    return [];
  };

  it('that lead out of the folder are refused, all at once, and what they lead to is not shown', () => {
    const dir = candidateFolder({ 'content/problems/mine/note.txt': 'x' });
    symlinkSync(join(elsewhere, 'secret.md'), join(dir, 'interviewers/s-else.md'));
    symlinkSync('../../../../../../etc/passwd', join(dir, 'content/numbers.yaml'));
    symlinkSync(elsewhere, join(dir, 'content/patterns'));
    symlinkSync(elsewhere, join(dir, 'templates'));
    const all = faults(dir);
    const out = 'a link that leads out of the folder';
    expect(all).toEqual(
      expect.arrayContaining([
        `interviewers/s-else.md: ${out}`,
        `content/numbers.yaml: ${out}`,
        `content/patterns: ${out}`,
        `templates: ${out}`,
      ]),
    );
    expect(all.join()).not.toContain('Somebody');
  });

  it('that stay in the folder are followed', () => {
    const dir = candidateFolder();
    symlinkSync('k-ostrander.md', join(dir, 'interviewers/k-twin.md'));
    expect(inputsOf(dir).inputs.interviewers.map((i) => i.id)).toEqual(['k-ostrander', 'k-twin']);
  });

  it('have nothing written to where they lead', () => {
    const dir = join(mkdtempSync(join(tmpdir(), 'panelprep-')), 'case');
    mkdirSync(dir);
    symlinkSync(elsewhere, join(dir, 'interviewers'));
    const before = readdirSync(elsewhere);
    const write = () => writeCandidate(dir, { 'interviewers/a-b.md': 'x' }, { force: true, cwd: dir });
    expect(write).toThrow(/a link that leads out of the folder/);
    expect(readdirSync(elsewhere)).toEqual(before);
    expect(readdirSync(dir)).toEqual(['interviewers']);
  });
});

it.each([
  ['problems/mine/sheet.md', 'chat'],
  ['problems/../problems/__proto__/sheet.md', 'chat'],
  ['patterns/mine.md', 'backfills'],
])('a sheet at %s with the id %s is refused where the id stands', (path, id) => {
  const text = `---\nid: ${id}\ntitle: x\n---\n`;
  const dir = candidateFolder({ [`content/${path}`]: text });
  const { diagnostics } = loadContent(join(root, 'content'), join(dir, 'content'), dir);
  const own = diagnostics.filter((d) => d.found.startsWith(`the id "${id}" in `));
  expect(own).toMatchObject([{ severity: 'error', line: 2, column: 5, mend: 'Give both the same id.' }]);
});
