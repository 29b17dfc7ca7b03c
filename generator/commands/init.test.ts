import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { testTerminal } from '../fixtures/terminal.ts';
import { minutesPerDay } from '../inputs/init-files.ts';
import { loadInputs } from '../inputs/load.ts';
import { type InitFlags, init } from './init.ts';

const zone = { timeZone: 'Europe/Oslo' };
const fresh = () => mkdtempSync(join(tmpdir(), 'panelprep-'));

function load(cwd: string, name: string) {
  const terminal = testTerminal(cwd);
  return loadInputs({ dir: join(cwd, name), root: terminal.root, cwd }, terminal.today());
}

test('without a terminal and without flags there is a starting folder that passes check', async () => {
  const cwd = fresh();
  const terminal = testTerminal(cwd);
  expect(await init(terminal, 'me', {}, zone)).toBe(0);
  expect(terminal.printed[0]).toContain('No terminal to ask on');
  const { inputs, warnings } = load(cwd, 'me');
  expect(warnings).toEqual([]);
  expect(inputs.loop).toMatchObject({ date: '2026-12-19', timeZone: 'Europe/Oslo' });
  expect(inputs.loop.rounds.map((r) => `${r.start}-${r.end}`)).toEqual(['10:00-10:55', '11:05-12:00']);
  expect(readdirSync(join(cwd, 'me')).sort()).toEqual(['interviewers', 'loop.yaml', 'profile.yaml']);
});

test('--yes takes every flag', async () => {
  const cwd = fresh();
  const flags: InitFlags = {
    yes: true,
    name: 'Solveig Tarrant',
    company: 'Fern: wick #1',
    domain: 'payments',
    dau: '10M users',
    date: '2026-12-20',
    zone: 'America/Los_Angeles',
    start: '09:30',
    length: '45',
    interviewers: 'Teodora Vancewood, Kaj Ostrander; Anna Smith, Adam Smith, 张伟',
    level: 'staff',
    gaps: 'storage,consistency',
    minutes: '421',
  };
  expect(await init(testTerminal(cwd), 'me', flags, zone)).toBe(0);
  const { inputs, warnings } = load(cwd, 'me');
  expect(new Set(warnings.map((w) => w.found))).toEqual(new Set(['an empty bio']));
  expect(inputs.profile).toMatchObject({
    name: 'Solveig Tarrant',
    target: { level: 'staff' },
    gaps: ['storage', 'consistency'],
    availability: { timeZone: 'Europe/Oslo' },
  });
  expect(inputs.loop.company).toMatchObject({
    name: 'Fern: wick #1',
    domain: 'payments',
    scale: { dau: '10M users' },
  });
  expect(inputs.loop.rounds.map((r) => [r.start, r.end, r.interviewers])).toEqual([
    ['09:30', '10:15', ['t-vancewood', 'k-ostrander']],
    ['10:25', '11:10', ['a-smith', 'adam-smith', 'interviewer-1']],
  ]);
});

test('every faulty flag is told at once, and nothing is written', async () => {
  const cwd = fresh();
  const terminal = testTerminal(cwd);
  const flags = {
    yes: true,
    date: '2026-02-30',
    dau: '10M',
    zone: 'Mars',
    level: 'stuff',
    gaps: 'storag',
    minutes: '1e9',
  };
  expect(await init(terminal, 'me', flags, zone)).toBe(2);
  expect(terminal.printed.slice(0, 6)).toEqual([
    '--dau: found "10M". Expected a number of users, such as 10M users. Write "users" after the number.',
    '--date: found "2026-02-30". Expected a date as YYYY-MM-DD.',
    expect.stringContaining('--zone: found "Mars". Expected an IANA time zone'),
    '--level: found "stuff". Did you mean "staff"?',
    '--gaps: found "storag". "storag" is not a lens. Did you mean "storage"?',
    '--minutes: found "1e9". Expected a whole number from 0 to 10080.',
  ]);
  expect(readdirSync(cwd)).toEqual([]);
});

test('rounds that pass midnight are refused', async () => {
  const ended = async (flags: InitFlags) => {
    const terminal = testTerminal(fresh());
    expect(await init(terminal, 'me', { yes: true, ...flags }, zone)).toBe(2);
    return terminal.printed[0];
  };
  expect(await ended({ start: '23:00' })).toBe('--start, --length: The last round passes midnight.');
  expect(await ended({ start: '23:30', designRounds: '1' })).toContain(
    '--start, --length: Expected an end after the start.',
  );
});

test('a folder that holds something is left alone without --force', async () => {
  const cwd = fresh();
  mkdirSync(join(cwd, 'me/interviewers'), { recursive: true });
  writeFileSync(join(cwd, 'me/profile.yaml'), 'mine');
  await expect(init(testTerminal(cwd), 'me', { yes: true }, zone)).rejects.toThrow('a folder that holds');
  expect(readFileSync(join(cwd, 'me/profile.yaml'), 'utf8')).toBe('mine');
  writeFileSync(join(cwd, 'me/interviewers/k-ostrander.md'), '---\nname: Kaj Ostrander\n---\nBio.\n');
  const flags = { yes: true, force: true, interviewers: 'Kaj Ostrander' };
  expect(await init(testTerminal(cwd), 'me', flags, zone)).toBe(0);
  expect(readFileSync(join(cwd, 'me/interviewers/k-ostrander.md'), 'utf8')).toContain('Bio.');
});

test('the folder name must be an id', async () => {
  await expect(init(testTerminal(fresh()), 'My Folder', { yes: true }, zone)).rejects.toThrow(
    'Write my-folder.',
  );
});

test.each([0, 1, 7, 300, 421, 10_080])('%i minutes a week are shared out to the minute', (week) => {
  const days = Object.values(minutesPerDay(week));
  expect(days.reduce((sum, minutes) => sum + minutes, 0)).toBe(week);
  expect(Math.max(...days)).toBeLessThanOrEqual(1440);
});

/** Types each answer when its question has come up. */
async function converse(cwd: string, script: readonly (readonly [question: string, keys: string])[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let seen = '';
  let next = 0;
  output.on('data', (chunk) => {
    seen += stripVTControlCharacters(String(chunk));
    const [question, keys] = script[next] ?? [];
    if (question === undefined || !seen.includes(question)) return;
    next++;
    seen = '';
    setTimeout(() => input.write(keys), 5);
  });
  const terminal = testTerminal(cwd);
  const code = await init(terminal, 'me', {}, { input, output, editor: undefined, cwd, ...zone });
  return { code, asked: next, printed: terminal.printed };
}

const enter = '\r';
const down = '\u001b[B';

test('the wizard can be left with Ctrl+C and goes on where it was', async () => {
  const cwd = fresh();
  const left = await converse(cwd, [
    ['Your name', `Solveig Tarrant${enter}`],
    ['Which company?', `Fernwick${enter}`],
    ['What does it do?', down + enter],
    ['Its daily users', `10M${enter}`],
    ['Write "users"', '\u0003'],
  ]);
  expect(left).toMatchObject({ code: 130, asked: 5 });
  expect(readdirSync(join(cwd, 'me'))).toEqual(['.init.json']);

  const done = await converse(cwd, [
    ['3 answers are here', enter],
    ['Its daily users', `10M users${enter}`],
    ['The interview day', `2026-12-18${enter}`],
    ['time zone', enter],
    ['How many system design rounds?', `1${enter}`],
    ['When does the design round start?', `11:00${enter}`],
    ['How many minutes does it last?', enter],
    ['Who interviews?', `Kaj Ostrander, Ada Example${enter}`],
    ['The bio of Kaj', enter],
    ['single dot', 'I maintain a storage engine.\nMail kaj@example.org\n.\n'],
    ['The bio of Ada', down + down + enter],
    ['The level', enter],
    ['feel weak', ` ${enter}`],
    ['minutes a week', `120${enter}`],
  ]);
  expect(done).toMatchObject({ code: 0, asked: 14 });
  const { inputs, warnings } = load(cwd, 'me');
  expect(warnings.map((w) => w.file)).toEqual(['me/interviewers/a-example.md']);
  expect(inputs.loop).toMatchObject({
    company: { name: 'Fernwick', domain: 'payments', scale: { dau: '10M users' } },
    rounds: [{ start: '11:00', end: '11:55', interviewers: ['k-ostrander', 'a-example'] }],
  });
  expect(inputs.interviewers.find((i) => i.id === 'k-ostrander')?.bio).toBe('I maintain a storage engine.\n');
  expect(existsSync(join(cwd, 'me/.init.json'))).toBe(false);
});
