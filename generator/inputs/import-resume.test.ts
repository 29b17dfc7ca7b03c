import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError } from '../diagnostics.ts';
import { fixture } from '../fixtures/candidate.ts';
import { type Profile, profileSchema } from '../model/profile.ts';
import { importResume, type ResumeWishes, yearsOf } from './import-resume.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml-source.ts';

const wishes: ResumeWishes = {
  file: 'resume.json',
  level: 'staff',
  today: '2026-11-21',
  technologies: [
    { name: 'Apache Kafka', aliases: ['Kafka'] },
    { name: 'Redis', aliases: [] },
  ],
  existing: undefined,
};
const example = readFileSync(join(fixture('imports'), 'resume.json'), 'utf8');

function profileIn(yaml: string): Profile {
  const { source } = readYaml('profile.yaml', yaml);
  const value = source && validate(source, profileSchema).value;
  if (!value) throw new Error(yaml);
  return value;
}

test('a résumé becomes a profile', () => {
  const { yaml, said, warnings } = importResume(example, wishes);
  expect(said).toBe('Solveig Tarrant, 12 years, 5 technologies, 4 highlights');
  expect(warnings).toEqual([]);
  expect(profileIn(yaml)).toMatchObject({
    name: 'Solveig Tarrant',
    target: { level: 'staff', role: 'Principal Engineer' },
    years: 12,
    summary: 'Builds pipelines.\nLikes: colons # and hashes',
    technologies: ['Apache Kafka', 'Flink', 'Whittling', 'PostgreSQL', 'Redis'],
    contact: { email: 'solveig@example.org', phone: '+1 555 010 4477' },
  });
  expect(profileIn(yaml).highlights).toMatchObject([
    {
      title: 'Cut the cost per event by 60% "overnight"',
      situation: 'Principal Engineer at Fernwick',
      result: 'Cut the cost per event by 60% "overnight"',
    },
    { title: 'Led a team: nine people', action: 'Led a team: nine people' },
    { title: 'Built the time-series store', situation: 'Senior Engineer at Harrowgate' },
    { title: 'Replayed a year in 2 days', situation: 'Backfill: replays events' },
  ]);
});

test('what has no place is listed', () => {
  expect(importResume(example, wishes).unmapped).toEqual([
    'basics.url',
    'basics.location',
    'basics.profiles',
    'work.summary (1)',
    'skills.level (1)',
    'education (1)',
  ]);
});

test('a level that nobody said is marked in the file and told', () => {
  const { yaml, warnings } = importResume(example, { ...wishes, level: undefined });
  expect(yaml).toContain(
    '# CHECK: a résumé does not say the level. mid, senior, staff or principal\ntarget: { level: senior',
  );
  expect(warnings).toEqual([
    'target.level is a guess: senior. Correct it in profile.yaml, or import again with --level staff --force.',
  ]);
});

test("the same person's profile keeps what no résumé knows; another's is not mixed in", () => {
  const existing = profileSchema.parse({
    name: 'Solveig Tarrant',
    target: { level: 'principal' },
    gaps: ['storage'],
    confidence: { chat: 2 },
    highlights: [{ title: 'Mine', values: ['candor'] }],
    availability: { timeZone: 'Europe/Oslo', minutesPerDay: { mon: 30 } },
    notes: 'Ask.',
  });
  const kept = importResume(example, { ...wishes, level: undefined, existing });
  expect(profileIn(kept.yaml)).toMatchObject({
    target: { level: 'principal' },
    gaps: ['storage'],
    confidence: { chat: 2 },
    availability: { timeZone: 'Europe/Oslo' },
    notes: 'Ask.',
  });
  expect(profileIn(kept.yaml).highlights.map((h) => h.title)).toContain('Mine');
  const other = importResume(example, { ...wishes, existing: { ...existing, name: 'Kaj Ostrander' } });
  expect(other.kept).toBe(false);
  expect(profileIn(other.yaml)).toMatchObject({ gaps: [], confidence: {} });
});

test.each([
  ['one job', [{ startDate: '2020-01', endDate: '2022-12' }], 3],
  ['until now', [{ startDate: '2024-12' }], 2],
  ['an empty end is now', [{ startDate: '2024-12', endDate: '' }], 2],
  [
    'two at once',
    [
      { startDate: '2020-01', endDate: '2021-12' },
      { startDate: '2021-01', endDate: '2022-12' },
    ],
    3,
  ],
  ['years alone', [{ startDate: '2018', endDate: '2019' }], 2],
  ['backward', [{ startDate: '2020', endDate: '2010' }], undefined],
  ['no dates', [{}], undefined],
  ['an end in the future', [{ startDate: '2025-12', endDate: '2030' }], 1],
])('years of %s', (_what, jobs, years) => {
  expect(yearsOf(jobs, '2026-11-21')).toBe(years);
});

test.each([
  ['{ "basics": { "name": "A B" }, }', 1, 32, 'a fault in the JSON'],
  ['{\n  "basics": { "name": Solveig Tarrant }\n}', 2, 23, 'a fault in the JSON'],
  ['{ "basics": { "name": "A', 1, 25, 'a fault in the JSON'],
  ['{\n\t"basics": { "name": 7 }\n}', 2, 22, 'the number 7 for basics.name'],
  [
    '{\n "basics": { "name": "A" },\n "work": [{ "startDate": "May 2020" }] }',
    3,
    26,
    '"May 2020" for work[1].startDate',
  ],
  ['{ "basics": {} }', 1, 13, 'no basics.name'],
  ['{ "hello": 1 }', 1, 1, 'none of basics, work, skills'],
  ['[]', 1, 1, 'an empty list for the whole file'],
  ['', 1, 1, 'a fault in the JSON'],
])('the fault in %j is located', (json, line, column, found) => {
  let thrown: unknown;
  try {
    importResume(json, wishes);
  } catch (fault) {
    thrown = fault;
  }
  expect(thrown).toBeInstanceOf(InputError);
  expect(thrown instanceof InputError && thrown.diagnostics[0]).toMatchObject({ line, column, found });
});

test('control characters and line ends cannot leave their value', () => {
  const hostile = JSON.stringify({
    basics: { name: 'A\u0000B\ngaps: [x]', label: '--- # x', summary: 'a\u0007\n---\nb: c' },
  });
  expect(profileIn(importResume(hostile, wishes).yaml)).toMatchObject({
    name: 'AB gaps: [x]',
    target: { role: '--- # x' },
    summary: 'a\n---\nb: c',
    gaps: [],
  });
});
