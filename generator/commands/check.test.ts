/** Whole folders through the command line: what a candidate sees, and that nothing is touched. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { panelprep } from '../fixtures/command-line.ts';

const today = ['--today', '2026-11-21'];
const linesOf = (text: string, folder: string) =>
  text
    .replaceAll(`generator/fixtures/${folder}/`, '')
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('    '));

/** Every file of a folder with its content and its time of change. */
const stateOf = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(dir, name))
    .map((path) => [path, statSync(path).mtimeMs, statSync(path).isFile() ? readFileSync(path, 'utf8') : '']);

describe('a folder with faults in every file', () => {
  const dir = fixture('many-faults');
  const before = stateOf(dir);
  const ran = panelprep(['check', 'generator/fixtures/many-faults', ...today]);

  it('has all of them told in one run, sorted by place', () => {
    expect(ran).toMatchObject({ code: 2, out: '20 errors, 0 warnings.\n' });
    expect(linesOf(ran.err, 'many-faults')).toEqual([
      'interviewers/k-ostrander.md:1:4  error: found "js" after the three hyphens, expected a bare "---"',
      'interviewers/M Quill.md:1:1  error: found the file name "M Quill.md", expected an id and ".md"',
      'loop.yaml:1:58  error: found "10M" for dau, expected a number of users, such as 10M users',
      'loop.yaml:1:76  error: found "storag" for company.emphasis[1], expected one of 18 fixed words',
      'loop.yaml:7:11  error: found "design" for rounds[1].kind, expected system-design | behavioral | coding | other | break',
      'loop.yaml:9:10  error: found 02:30 on 2027-03-14, which does not exist in America/Los_Angeles, expected a time that the clocks show',
      'loop.yaml:11:27  error: found the unknown problem "chatt", expected a problem id of the bank',
      'loop.yaml:12:9  error: found the round id "design-1" twice, expected an id of its own',
      'loop.yaml:15:12  error: found "9am" for rounds[2].start, expected a time of day in quotes as "HH:MM", like "09:30"',
      'loop.yaml:17:8  error: found the unknown problem "rate-limter", expected a problem id of the bank',
      'profile.yaml:3:18  error: found "senoir" for target.level, expected mid | senior | staff | principal',
      'profile.yaml:4:7  error: found "storage" for gaps, expected a list',
      'profile.yaml:5:21  error: found the number 7 for confidence.chat, expected at most 5',
      'profile.yaml:5:24  error: found confidence in "chatt", expected a problem or lens id',
      'profile.yaml:7:13  error: found the unknown time zone "Berlin", expected an IANA time zone, Continent/City',
      'profile.yaml:8:10  error: found a start on 2027-04-01, after the interview on 2027-03-14, expected a day before 2027-03-14',
      'profile.yaml:9:25  error: found the number 1500 for availability.minutesPerDay.mon, expected at most 1440',
      'profile.yaml:9:31  error: found the unknown key "tues" in availability.minutesPerDay, expected "tue"',
      'profile.yaml:10:44  error: found a number for contact.phone, expected text',
      'profile.yaml:11:1  error: found the unknown key "nots", expected "notes"',
    ]);
  });

  it('gives them as JSON in the documented shape', () => {
    const json = panelprep(['check', 'generator/fixtures/many-faults', '--json', ...today]);
    const { diagnostics, findings } = JSON.parse(json.out);
    expect(json).toMatchObject({ code: 2, err: '' });
    expect(findings).toEqual([]);
    expect(diagnostics).toHaveLength(20);
    for (const d of diagnostics)
      expect(Object.keys(d)).toEqual(['severity', 'file', 'line', 'column', 'found', 'expected', 'mend']);
  });

  it('is refused by build and by diff as well', () => {
    expect(panelprep(['build', dir, ...today])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('20 faults to mend; nothing was written.'),
    });
    expect(panelprep(['diff', dir, fixture('storage-alone'), ...today]).code).toBe(2);
  });

  it('keeps to itself what is private, runs nothing and stays as it was', () => {
    expect(ran.err).not.toMatch(/5550100|ilse@|Ask about/);
    expect(stateOf(dir)).toEqual(before);
  });
});

describe('a folder that only warns', () => {
  it('has its warnings told, and passes', () => {
    const ran = panelprep(['check', 'generator/fixtures/only-warnings', ...today]);
    expect(ran).toMatchObject({ code: 0, out: '0 errors, 10 warnings.\n' });
    expect(linesOf(ran.err, 'only-warnings')).toEqual([
      'interviewers/m-quill.md:1:1  warning: found the same bio as in k-ostrander.md, expected a bio of their own',
      'interviewers/s-spare.md:1:1  warning: found an interviewer whom no round names, expected "s-spare" among the interviewers of a round',
      'interviewers/s-spare.md:1:1  warning: found an empty bio, expected the bio below the front matter',
      'loop.yaml:9:12  warning: found 01:15 on 2027-11-07, which comes twice in America/New_York, expected a time that comes once',
      'loop.yaml:11:42  warning: found interviewer "q-missing" without a file, expected interviewers/q-missing.md',
      'loop.yaml:12:15  warning: found confidences that add up to 130%, expected at most 100%',
      'loop.yaml:13:22  warning: found the problem of the bank "rate-limiter" for the second time, expected each once in a list',
      'profile.yaml:4:17  warning: found "kafak", which the knowledge base does not know, expected a lens, problem or pattern id, or a technology',
      'profile.yaml:7:18  warning: found only 80 minutes from 2026-11-21 until the interview on 2026-12-18, expected at least 120 minutes',
      'profile.yaml:8:13  warning: found a day off on 2027-12-06, when nothing is planned, expected a day before 2026-12-18',
    ]);
  });
});
