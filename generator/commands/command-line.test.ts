import { spawnSync } from 'node:child_process';
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
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { candidateFolder, fixture, goodBio, goodLoop, goodProfile, root } from '../fixtures/candidate.ts';
import { panelprep } from '../fixtures/command-line.ts';
import { lockOfPath } from '../publish/lock.ts';

const temporary = () => mkdtempSync(join(tmpdir(), 'panelprep-'));

describe('estimate', () => {
  it('says the value, in the unit asked for', () => {
    expect(panelprep(['estimate', '100M writes/day', '--in', 'writes/s'])).toEqual({
      code: 0,
      out: '≈ 1,160 writes/s\n',
      err: '',
    });
  });

  it('gives value, unit and words as JSON', () => {
    const ran = panelprep(['estimate', '100M writes/day', '--in', 'writes/s', '--json']);
    const { value, ...rest } = JSON.parse(ran.out);
    expect(value).toBeCloseTo(1157.4074, 3);
    expect(rest).toEqual({ unit: 'writes/s', said: '≈ 1,160 writes/s' });
    expect(ran.code).toBe(0);
  });

  it('shows a fault under the formula and ends with 2', () => {
    const ran = panelprep(['estimate', '10 GB + 3 users']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    const lines = ran.err.split('\n');
    expect(lines[0]).toMatch(/^formula:1:\d+ {2}error: found dimensions differ/);
    expect(lines[1]).toBe('    10 GB + 3 users');
    expect(lines[2]).toMatch(/^ {4} *\^+$/);
  });

  it('gives a fault as JSON, too', () => {
    const ran = panelprep(['estimate', '1 / 0', '--json']);
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.out)).toMatchObject({
      error: { message: 'division by zero', column: expect.any(Number) },
    });
  });
});

describe('read', () => {
  const bio =
    '---\nname: Kaj Ostrander\n---\nKaj maintains a storage engine and its write-ahead log. 😀\n\nHe keeps bees.\n';
  const dir = temporary();
  const file = join(dir, 'bio.md');
  const bare = join(dir, 'bare.md');
  writeFileSync(file, bio);
  writeFileSync(bare, bio.slice(bio.indexOf('Kaj maintains')));

  it.each([
    ['with front matter', file],
    ['without', bare],
  ])('gives exactly the documented JSON %s, its quotes verbatim', (_what, path) => {
    const ran = panelprep(['read', path, '--json']);
    const reading = JSON.parse(ran.out);
    expect(Object.keys(reading)).toEqual(['lenses', 'warnings']);
    expect(reading.warnings).toEqual([]);
    expect(reading.lenses[0].id).toBe('storage');
    const text = readFileSync(path, 'utf8');
    for (const lens of reading.lenses) {
      expect(Object.keys(lens)).toEqual(['id', 'weight', 'evidence']);
      for (const e of lens.evidence) {
        expect(Object.keys(e)).toEqual(['quote', 'start', 'end', 'signal']);
        expect(e.quote).toBe(text.slice(e.start, e.end));
      }
    }
    expect(ran).toMatchObject({ code: 0, err: '' });
  });

  it('says so when a bio gives no signal', () => {
    const silent = join(dir, 'silent.md');
    writeFileSync(silent, 'She keeps bees.\n');
    expect(panelprep(['read', silent]).out).toContain('No signal');
    expect(JSON.parse(panelprep(['read', silent, '--json']).out)).toEqual({ lenses: [], warnings: [] });
  });

  it('explains each signal when asked', () => {
    const { out } = panelprep(['read', file, '--explain']);
    expect(out).toMatch(/line 4 .*storage engine/);
    expect(out).toMatch(/\+\d\.\d\d/);
  });

  it('ends with 2 for a file that is not there', () => {
    expect(panelprep(['read', 'none.md'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('none.md:1:1  error: found no such file'),
    });
  });
});

describe('check', () => {
  it('ends with 0 for a good candidate', () => {
    expect(panelprep(['check', 'data/sample'])).toEqual({ code: 0, out: '0 errors, 0 warnings.\n', err: '' });
  });

  it('prints every fault of every file in one run, and ends with 2', () => {
    const dir = candidateFolder({
      'profile.yaml': goodProfile.replace('gaps:', 'gap:'),
      'loop.yaml': goodLoop.replace('problem: chat', 'problem: chatt'),
      'interviewers/k-ostrander.md': goodBio.replace('role:', 'rule:'),
    });
    const ran = panelprep(['check', 'case'], { cwd: dirname(dir) });
    expect(ran.code).toBe(2);
    expect(ran.err.match(/^\S+:\d+:\d+ {2}error/gm)).toEqual([
      'case/interviewers/k-ostrander.md:3:1  error',
      'case/loop.yaml:11:27  error',
      'case/profile.yaml:3:1  error',
    ]);
  });

  it('gives the faults as JSON', () => {
    const dir = candidateFolder({ 'profile.yaml': goodProfile.replace('gaps:', 'gap:') });
    const ran = panelprep(['check', dir, '--json']);
    expect(ran.code).toBe(2);
    expect(JSON.parse(ran.out)).toMatchObject({
      findings: [],
      diagnostics: [
        { severity: 'error', line: 3, column: 1, found: 'the unknown key "gap"', expected: '"gaps"' },
      ],
    });
  });

  it('ends with 0 when there are only warnings', () => {
    const ran = panelprep(['check', 'generator/fixtures/no-bios', '--today', '2026-11-21']);
    expect(ran).toMatchObject({ code: 0, out: '0 errors, 2 warnings.\n' });
  });

  it('finds paths from where npm was typed', () => {
    const dir = candidateFolder();
    const ran = panelprep(['check', 'case', '--today', '2026-11-21'], { env: { INIT_CWD: dirname(dir) } });
    expect(ran).toMatchObject({ code: 0, out: '0 errors, 0 warnings.\n' });
  });

  it('says what is missing for a folder that is not there', () => {
    expect(panelprep(['check', 'nowhere'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('nowhere:1:1  error: found no such folder'),
    });
  });
});

describe('build', () => {
  it('leaves what was published as it was when an input is faulty', () => {
    const dir = candidateFolder({ 'profile.yaml': goodProfile.replace('gaps:', 'gap:') });
    const out = join(dirname(dir), 'site');
    mkdirSync(join(out, 'pagefind'), { recursive: true });
    writeFileSync(join(out, 'pagefind/pagefind-entry.json'), '{}');
    writeFileSync(join(out, 'index.html'), 'as it was');
    const work = join(root, '.panelprep');
    const before = existsSync(work) ? readdirSync(work).sort() : [];
    const ran = panelprep(['build', dir, '--out', out]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('the unknown key "gap"');
    expect(ran.err).toContain('nothing was written');
    expect(readdirSync(dirname(dir)).sort()).toEqual(['case', 'site']);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('as it was');
    expect((existsSync(work) ? readdirSync(work) : []).includes('case')).toBe(before.includes('case'));
  });
});

describe('a second build to the same path', () => {
  it('ends with 3, whatever its pack is called', () => {
    const dir = candidateFolder({}, 'same-path');
    const out = join(dirname(dir), 'site');
    const lock = lockOfPath(root, out);
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, String(process.pid));
    const ran = panelprep(['build', dir, '--today', '2026-11-21', '--out', out]);
    expect(ran.err).toContain(
      `Another build to ${out} is running (process ${process.pid}). Wait for it to end`,
    );
    expect(ran.code).toBe(3);
    expect(readdirSync(dirname(dir))).toEqual(['same-path']);
    expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
    rmSync(lock);
    rmSync(join(root, '.panelprep/same-path'), { recursive: true, force: true });
  });
});

describe('a fault of the system', () => {
  const says = (ran: { code: number | null; err: string }, place: string, what: string) => {
    expect(ran.err).toContain(`${place}: ${what}`);
    expect(ran.err).toContain('Nothing was published; the site stays as it was.');
    expect(ran.err).not.toMatch(/bug|\n +at /);
    expect(ran.code).toBe(1);
  };

  // Whatever is written into this file finds no space.
  it.skipIf(!existsSync('/dev/full'))('that is a full disk is told as one', () => {
    const file = join(temporary(), 'plan.json');
    symlinkSync('/dev/full', `${file}.new`);
    const ran = panelprep(['plan', 'generator/fixtures/no-bios', '--today', '2026-11-21', '--out', file]);
    says(ran, `${file}.new`, 'no space is left on the disk (ENOSPC, write).');
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('leaves the site as it was, and nothing half made', () => {
    const dir = candidateFolder({}, 'no-room');
    const out = join(dirname(dir), 'site');
    mkdirSync(join(out, 'pagefind'), { recursive: true });
    writeFileSync(join(out, 'pagefind/pagefind-entry.json'), '{}');
    writeFileSync(join(out, 'index.html'), 'as it was');
    // No file may be larger than some kilobytes: the pack's own is.
    const ran = spawnSync(
      'sh',
      ['-c', 'ulimit -f 16 && exec "$@"', 'sh', process.execPath, join(root, 'generator/cli.ts')].concat([
        'build',
        dir,
        '--today',
        '2026-11-21',
        '--out',
        out,
      ]),
      { encoding: 'utf8', cwd: root },
    );
    const work = join(root, '.panelprep/no-room');
    says(
      { code: ran.status, err: ran.stderr },
      join(work, 'published.staging/pack.json'),
      'the file would be',
    );
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('as it was');
    expect(readdirSync(dirname(dir)).sort()).toEqual(['no-room', 'site']);
    expect(readdirSync(work)).not.toContain('published.staging');
    rmSync(work, { recursive: true, force: true });
  });
});

describe('diff', () => {
  const ran = panelprep([
    'diff',
    fixture('storage-alone'),
    fixture('serving-alone'),
    '--today',
    '2026-11-21',
    '--json',
  ]);

  it('says what another interviewer changes', () => {
    const what = JSON.parse(ran.out).map((c: { what: string }) => c.what);
    expect(what).toEqual(
      expect.arrayContaining([
        'interviewers',
        'leading lenses',
        'the eight likeliest questions',
        'deep dives',
        'key insight',
      ]),
    );
    expect(ran.code).toBe(0);
  });

  it('says that a pack is like itself', () => {
    expect(
      panelprep(['diff', fixture('storage-alone'), fixture('storage-alone'), '--today', '2026-11-21']).out,
    ).toBe('The two packs are the same.\n');
  });
});

describe('the command line', () => {
  it('names the nearest command for an unknown one and ends with 2', () => {
    const ran = panelprep(['biuld', 'data/sample']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('Did you mean build?');
  });

  it('ends with 2 for an unknown option or a missing argument', () => {
    expect(panelprep(['check', 'data/sample', '--jsno'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--json'),
    });
    expect(panelprep(['check']).code).toBe(2);
  });

  it('refuses a day that is none', () => {
    expect(panelprep(['check', 'data/sample', '--today', '21.11.2026'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('YYYY-MM-DD'),
    });
    expect(panelprep(['check', 'data/sample', '--today', '2026-02-30']).code).toBe(2);
  });

  it.each(['build', 'serve', 'dev'])('%s can switch the offline copy off and on', (command) => {
    const { out } = panelprep([command, '--help']);
    expect(out).toMatch(/--offline .*\n.*--no-offline /);
    expect(out).not.toContain('(default: true)');
  });

  it('helps, and ends with 0', () => {
    expect(panelprep(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('build') });
  });

  it('prints no color codes into a pipe, nor with NO_COLOR', () => {
    for (const env of [{}, { NO_COLOR: '1' }]) {
      const ran = panelprep(['read', join(root, 'data/sample/interviewers/t-vancewood.md')], { env });
      expect(ran.out).toContain('storage');
      expect(ran.out).not.toContain('\u001b[');
    }
  });
});
