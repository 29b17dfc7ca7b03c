import { describe, expect, it } from 'vitest';
import { type Diagnostic, tidyDiagnostics } from '../diagnostics.ts';
import { candidateFolder, goodBio, goodLoop, goodProfile } from '../fixtures/candidate.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { crossCheck } from './cross-check.ts';
import { loadCandidate } from './load-candidate.ts';

type Files = Parameters<typeof candidateFolder>[0];

function faultsOf(files: Files): Diagnostic[] {
  const dir = candidateFolder(files);
  const read = loadCandidate(dir, dir);
  const cross = crossCheck({ ...read, ...read.drafts, knowledge, today: '2026-11-21' });
  return tidyDiagnostics([...read.diagnostics, ...cross]);
}

/** One line a fault: place, severity when it only warns, found, expected, mend. */
const lines = (files: Files) =>
  faultsOf(files).map(
    (d) =>
      `${d.file}:${d.line}:${d.column} ${d.severity === 'warning' ? 'warning: ' : ''}${d.found} → ${d.expected} → ${d.mend}`,
  );

const profile = (from: string, to: string): Files => ({ 'profile.yaml': goodProfile.replace(from, to) });
const loop = (from: string, to: string): Files => ({ 'loop.yaml': goodLoop.replace(from, to) });
const bio = (text: string): Files => ({ 'interviewers/k-ostrander.md': text });
const round = (yaml: string) => loop('bank:', `  - ${yaml}\nbank:`);
const problems = 'Known: rate-limiter, chat.';

describe('keys and types', () => {
  it.each<[string, Files, string[]]>([
    [
      'a missing key',
      profile('name: Ilse Norrgard\n', ''),
      ['profile.yaml:1:1 no name → name, text → Add "name: …". Your name, as it stands on the pack.'],
    ],
    [
      'a missing inner key',
      profile('{ level: staff }', '{ role: x }'),
      [
        'profile.yaml:2:9 no target.level → mid | senior | staff | principal → Add level: mid. The level you interview for: mid, senior, staff or principal.',
      ],
    ],
    [
      'an unknown key',
      profile('gaps:', 'gap:'),
      ['profile.yaml:3:1 the unknown key "gap" → "gaps" → Did you mean "gaps"?'],
    ],
    [
      'a required key misspelled is one fault',
      profile('name:', 'nmae:'),
      ['profile.yaml:1:1 the unknown key "nmae" → "name" → Did you mean "name"?'],
    ],
    [
      'an unknown inner key',
      profile('mon: 45', 'mno: 45'),
      ['profile.yaml:7:20 the unknown key "mno" in availability.minutesPerDay → "mon" → Did you mean "mon"?'],
    ],
    [
      'text for a list',
      profile('[storage]', 'storage'),
      [
        'profile.yaml:3:7 "storage" for gaps → a list → Write a list. Where you are weak: lens, problem or pattern ids, or technologies.',
      ],
    ],
    [
      'nothing for a list',
      profile(' [storage]', ''),
      [
        'profile.yaml:3:6 nothing for gaps → a list → Write a list. Where you are weak: lens, problem or pattern ids, or technologies.',
      ],
    ],
    [
      'a number for text',
      profile('Ilse Norrgard', '1234'),
      [
        'profile.yaml:1:7 the number 1234 for name → text → Put it in quotes: "1234". Your name, as it stands on the pack.',
      ],
    ],
    [
      'a list for keys',
      { 'profile.yaml': '- a\n- b\n' },
      ['profile.yaml:1:1 a list of 2 for the whole file → keys with values → Write keys with values.'],
    ],
    [
      'an empty file',
      { 'profile.yaml': '' },
      ['profile.yaml:1:1 an empty file → keys with values → Fill it in; README.md shows an example.'],
    ],
    [
      'a file of comments',
      { 'profile.yaml': '# later\n' },
      ['profile.yaml:1:1 an empty file → keys with values → Fill it in; README.md shows an example.'],
    ],
    [
      'no rounds',
      loop(goodLoop.slice(goodLoop.indexOf('\n  - id'), goodLoop.indexOf('\nbank')), ' []'),
      ['loop.yaml:4:9 an empty list for rounds → at least 1 entries → Write at least 1 entries.'],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(lines(files)).toEqual(expected);
  });
});

describe('values', () => {
  const clock = 'a time of day in quotes as "HH:MM", like "09:30"';
  it.each<[string, Files, string[]]>([
    [
      'a time without its zero',
      loop('"10:00"', '9:30'),
      [`loop.yaml:8:12 "9:30" for rounds[1].start → ${clock} → Write ${clock}.`],
    ],
    [
      'a time as seconds',
      loop('"10:00"', '36000'),
      ['loop.yaml:8:12 the number 36000 for rounds[1].start → text → Put it in quotes: "36000".'],
    ],
    [
      'a misspelled level',
      profile('staff', 'stafff'),
      [
        'profile.yaml:2:18 "stafff" for target.level → mid | senior | staff | principal → Did you mean "staff"?',
      ],
    ],
    [
      'a misspelled kind',
      loop('system-design', 'system_design'),
      [
        'loop.yaml:7:11 "system_design" for rounds[1].kind → system-design | behavioral | coding | other | break → Did you mean "system-design"?',
      ],
    ],
    [
      'a day that is none',
      loop('2026-12-18', '2026-02-30'),
      ['loop.yaml:2:7 "2026-02-30" for date → a date as YYYY-MM-DD → The interview day.'],
    ],
    [
      'another order of the date',
      loop('2026-12-18', '18.12.2026'),
      ['loop.yaml:2:7 "18.12.2026" for date → a date as YYYY-MM-DD → The interview day.'],
    ],
    [
      'confidence 0',
      profile('chat: 3', 'chat: 0'),
      ['profile.yaml:4:21 the number 0 for confidence.chat → at least 1 → Write at least 1.'],
    ],
    [
      'confidence 6',
      profile('chat: 3', 'chat: 6'),
      ['profile.yaml:4:21 the number 6 for confidence.chat → at most 5 → Write at most 5.'],
    ],
    [
      'confidence in words',
      profile('chat: 3', 'chat: high'),
      ['profile.yaml:4:21 "high" for confidence.chat → a number → Write a number.'],
    ],
    [
      'minutes with a unit',
      profile('mon: 45', 'mon: 45 min'),
      ['profile.yaml:7:25 "45 min" for availability.minutesPerDay.mon → a number → Write a number.'],
    ],
    [
      'an id with a blank',
      loop('id: design-1', 'id: Design 1'),
      [
        'loop.yaml:5:9 "Design 1" for rounds[1].id → an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Names the round in addresses: design-1.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(lines(files)).toEqual(expected);
  });

  it('a time without quotes is fine where YAML reads it as text', () => {
    expect(lines(loop('"10:00"', '10:00'))).toEqual([]);
  });
});

describe('YAML itself', () => {
  const long = 'x'.repeat(300 * 1024);
  it.each<[string, Files, string[]]>([
    [
      'a key twice',
      { 'profile.yaml': `${goodProfile}name: Other\n` },
      ['profile.yaml:9:1 a key that stands twice → valid YAML → Keep one of the two.'],
    ],
    [
      'two keys twice',
      { 'profile.yaml': `${goodProfile}name: Other\ngaps: []\n` },
      [
        'profile.yaml:9:1 a key that stands twice → valid YAML → Keep one of the two.',
        'profile.yaml:10:1 a key that stands twice → valid YAML → Keep one of the two.',
      ],
    ],
    [
      'a tab',
      profile('  timeZone', '\ttimeZone'),
      ['profile.yaml:6:1 a tab as indentation → valid YAML → Indent with spaces.'],
    ],
    [
      'an alias',
      { 'profile.yaml': `${goodProfile}notes: &n R&D *x*\nsummary: *n\n` },
      ['profile.yaml:10:10 an alias → values written out → Replace the *alias by what it stands for.'],
    ],
    [
      'a bomb of aliases',
      { 'profile.yaml': 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n' },
      ['profile.yaml:2:8 an alias → values written out → Replace the *alias by what it stands for.'],
    ],
    [
      'a tag',
      profile('name: Ilse', 'name: !!js/function Ilse'),
      [
        'profile.yaml:1:7 unresolved tag: tag:yaml.org,2002:js/function → valid YAML → Delete the tag (the word after "!").',
      ],
    ],
    [
      'brackets in brackets',
      { 'profile.yaml': `${goodProfile}notes: ${'['.repeat(5000)}${']'.repeat(5000)}\n` },
      [
        'profile.yaml:9:72 more than 64 levels of nesting → a flat file → Take the brackets or the indentation apart.',
      ],
    ],
    [
      'dashes after dashes',
      { 'profile.yaml': `notes:\n  ${'-  '.repeat(5000)}x\n` },
      [
        'profile.yaml:2:1 more than 64 levels of nesting → a flat file → Take the brackets or the indentation apart.',
      ],
    ],
    [
      'keys in keys in keys',
      { 'profile.yaml': Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:`).join('\n') },
      [
        'profile.yaml:65:1 more than 64 levels of nesting → a flat file → Take the brackets or the indentation apart.',
      ],
    ],
    [
      '300 KB',
      { 'profile.yaml': `${goodProfile}notes: ${long}\n` },
      ['profile.yaml:1:1 301 KB → at most 256 KB → Split the file or shorten it.'],
    ],
    [
      'a byte-order mark',
      { 'profile.yaml': `\uFEFF${goodProfile.replace('name:', 'nmae:')}` },
      ['profile.yaml:1:1 the unknown key "nmae" → "name" → Did you mean "name"?'],
    ],
    [
      'Windows line ends',
      { 'profile.yaml': goodProfile.replace('gaps:', 'gap:').replaceAll('\n', '\r\n') },
      ['profile.yaml:3:1 the unknown key "gap" → "gaps" → Did you mean "gaps"?'],
    ],
    [
      'a NUL',
      profile('Norrgard', 'Norr\0gard'),
      [
        'profile.yaml:1:16 a control character → text → Delete it; it may come from a copy out of another program.',
      ],
    ],
    [
      'bytes that are no UTF-8',
      { 'profile.yaml': new Uint8Array([0x6e, 0x3a, 0xff]) },
      [
        'profile.yaml:1:1 bytes that are not UTF-8 → text in UTF-8 → Save the file again with the encoding UTF-8.',
      ],
    ],
    [
      'a second document',
      { 'profile.yaml': `${goodProfile}---\nname: x\n` },
      [
        'profile.yaml:9:1 a second document → valid YAML → Keep one document: delete the "---" in the middle.',
      ],
    ],
    [
      'prototype keys',
      { 'profile.yaml': `${goodProfile}__proto__: { x: 1 }\n` },
      [
        'profile.yaml:9:1 the unknown key "__proto__" → a known key → Known: name, target, years, summary, strengths, gaps, confidence, technologies, highlights, availability, contact, notes.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(lines(files)).toEqual(expected);
  });
});

describe('interviewer files', () => {
  const place = 'interviewers/k-ostrander.md';
  const fence = 'a bare "---" → Front matter is YAML; delete what follows the three hyphens.';
  it.each<[string, Files, string[]]>([
    [
      'a language after the fence',
      bio('---js\n(globalThis.ran = true)\n---\nBio\n'),
      [`${place}:1:4 a language after the fence: "js" → ${fence}`],
    ],
    [
      'a language after a blank',
      bio('--- js\n(globalThis.ran = true)\n---\nBio\n'),
      [`${place}:1:4 a language after the fence: "js" → ${fence}`],
    ],
    [
      'front matter without an end',
      bio('---\nname: Kaj\nBio\n'),
      [
        `${place}:1:4 front matter without an end → a second line "---" → Close the front matter with a line of three hyphens.`,
      ],
    ],
    [
      'an end with words behind it',
      bio('---\nname: Kaj\n---x\n---\nBio\n'),
      [
        `${place}:3:1 the line "---x" in front matter → a bare "---" → End the front matter with a line of three hyphens and nothing else.`,
      ],
    ],
    [
      'no front matter',
      bio('Kaj maintains a storage engine.\n'),
      [
        `${place}:1:1 no front matter → "---", name: …, "---" above the bio → Begin the file with three lines: ---, name: Their Name, ---.`,
      ],
    ],
    [
      'an empty file',
      bio(''),
      [
        `${place}:1:1 no front matter → "---", name: …, "---" above the bio → Begin the file with three lines: ---, name: Their Name, ---.`,
      ],
    ],
    [
      'an unknown key after Windows line ends',
      bio(goodBio.replace('role:', 'rule:').replaceAll('\n', '\r\n')),
      [`${place}:3:1 the unknown key "rule" → "role" → Did you mean "role"?`],
    ],
    [
      'a file name that is no id',
      { 'interviewers/K Ostrander.md': goodBio },
      [
        'interviewers/K Ostrander.md:1:1 the file name "K Ostrander.md" → an id and ".md" → Rename it: lower-case letters, digits and inner hyphens, like "a-rivera.md".',
      ],
    ],
    [
      'a file in place of the folder',
      { [place]: null, interviewers: 'x' },
      [
        'interviewers:1:1 a file → a folder → Rename the file, or make it a folder.',
        'loop.yaml:10:20 warning: interviewer "k-ostrander" without a file → interviewers/k-ostrander.md → Create interviewers/k-ostrander.md with the bio; without it the round gets the general guide.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(lines(files)).toEqual(expected);
  });

  it('never run front matter', () => {
    expect(Reflect.has(globalThis, 'ran')).toBe(false);
  });
});

describe('faults between files', () => {
  it.each<[string, Files, string[]]>([
    [
      'an unknown problem',
      loop('problem: chat', 'problem: chatt'),
      ['loop.yaml:11:27 the unknown problem "chatt" → a problem id of the bank → Did you mean "chat"?'],
    ],
    [
      'an unknown problem that is near to none',
      loop('[rate-limiter]', '[zzz-qqq-yyy]'),
      [`loop.yaml:12:8 the unknown problem "zzz-qqq-yyy" → a problem id of the bank → ${problems}`],
    ],
    [
      'an unknown lens',
      loop('domain: ai-lab', 'emphasis: [storag]'),
      ['loop.yaml:1:39 "storag" for company.emphasis[1] → one of a fixed list → Did you mean "storage"?'],
    ],
    [
      'confidence in nothing known',
      profile('chat: 3', 'chatt: 3'),
      ['profile.yaml:4:15 confidence in "chatt" → a problem or lens id → Did you mean "chat"?'],
    ],
    [
      'a round id twice',
      round('{ id: design-1, title: B, kind: break, start: "11:00", end: "11:30" }'),
      ['loop.yaml:12:11 the round id "design-1" twice → an id of its own → Write "design-1-2".'],
    ],
    [
      'rounds that overlap',
      round('{ id: b, title: B, kind: break, start: "10:30", end: "11:30" }'),
      [
        'loop.yaml:12:44 "b" from 10:30 to 11:30 → a time that does not overlap "design-1" (10:00 to 10:55) → Move one of them.',
      ],
    ],
    [
      'a round that runs backward',
      loop('10:55', '09:55'),
      [
        'loop.yaml:9:10 an end at 09:55 for a start at 10:00 → an end after the start → Write the later time under end.',
      ],
    ],
    [
      'a design round of ten minutes',
      loop('10:55', '10:10'),
      ['loop.yaml:9:10 a design round of 10 minutes → at least 15 minutes → Check start and end.'],
    ],
    [
      'an unknown zone',
      loop('Los_Angeles', 'Los_Angles'),
      [
        'loop.yaml:3:11 the unknown time zone "America/Los_Angles" → an IANA time zone → Did you mean "America/Los_Angeles"?',
      ],
    ],
    [
      'a scale without its unit',
      loop('10M users', '10M'),
      [
        'loop.yaml:1:58 "10M" for dau → a number of users, such as 10M users → Write "users" after the number.',
      ],
    ],
    [
      'a scale in bananas',
      loop('10M users', '10 bananas'),
      [
        'loop.yaml:1:58 "10 bananas" for dau → a number of users, such as 10M users → Write "users" after the number.',
      ],
    ],
    [
      'a scale of nothing',
      loop('10M users', '0 users'),
      ['loop.yaml:1:58 "0 users" for dau → more than zero → Write the real scale, or leave the key out.'],
    ],
    [
      'another scale of another kind',
      loop('dau: 10M users', 'messages: 10 bananas'),
      [
        'loop.yaml:1:63 "10 bananas" for messages → a quantity of the same kind as 30 messages/user/day → Give it a unit as in the estimate: 30 messages/user/day.',
      ],
    ],
    [
      'no profile',
      { 'profile.yaml': null },
      ['profile.yaml:1:1 no such file → a file profile.yaml → Create it; README.md shows what stands in it.'],
    ],
    [
      'a profile elsewhere that is not there',
      { 'loop.yaml': `profile: ../none.yaml\n${goodLoop}` },
      ['../none.yaml:1:1 no such file → a file ../none.yaml → Create it; README.md shows what stands in it.'],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(lines(files)).toEqual(expected);
  });

  it('stand beside the faults inside files, in one run, sorted by place', () => {
    const files = {
      'profile.yaml': goodProfile.replace('gaps:', 'gap:').replace('Europe/Berlin', 'Europe/Berln'),
      'loop.yaml': goodLoop
        .replace('title:', 'titel:')
        .replace('"10:00"', '9:30')
        .replace('problem: chat', 'problem: chatt'),
      'interviewers/k-ostrander.md': '---\nrole: x\n---\nBio\n',
    };
    expect(faultsOf(files).map((d) => `${d.file}:${d.line}:${d.column} ${d.severity}`)).toEqual([
      'interviewers/k-ostrander.md:2:1 error',
      'loop.yaml:6:5 error',
      'loop.yaml:8:12 error',
      'loop.yaml:11:27 error',
      'profile.yaml:3:1 error',
      'profile.yaml:6:13 error',
    ]);
  });
});

describe('warnings', () => {
  it.each<[string, Files, string[]]>([
    [
      'an interviewer without a file',
      { 'interviewers/k-ostrander.md': null },
      [
        'loop.yaml:10:20 warning: interviewer "k-ostrander" without a file → interviewers/k-ostrander.md → Create interviewers/k-ostrander.md with the bio; without it the round gets the general guide.',
      ],
    ],
    [
      'a misspelled interviewer',
      loop('[k-ostrander]', '[k-ostrnader]'),
      [
        'loop.yaml:10:20 warning: interviewer "k-ostrnader" without a file → interviewers/k-ostrnader.md → Did you mean "k-ostrander"? Without a file the round gets the general guide.',
      ],
    ],
    [
      'an empty bio',
      bio('---\nname: Kaj\n---\n\n'),
      [
        'interviewers/k-ostrander.md:1:1 warning: an empty bio → the bio below the front matter → Paste it; without a bio the round gets the general guide.',
      ],
    ],
    [
      'a day that is past',
      loop('2026-12-18', '2020-12-18'),
      [
        'loop.yaml:2:7 warning: 2020-12-18, which is past → a day from 2026-11-21 on → The pack is built all the same.',
      ],
    ],
    [
      'a technology that nobody knows',
      profile('[storage]', '[storage, kafak]'),
      [
        'profile.yaml:3:17 warning: "kafak", which the knowledge base does not know → a lens, problem or pattern id, or a technology → Did you mean "kafka"?',
      ],
    ],
    [
      'a scale that nothing uses',
      loop('dau:', 'dua:'),
      ['loop.yaml:1:58 warning: the scale "dua", which no estimate uses → dau → Did you mean "dau"?'],
    ],
    [
      'reports that are surer than sure',
      loop('confidence: 0.6 }', 'confidence: 0.6 }, { problem: rate-limiter, confidence: 0.7 }'),
      [
        'loop.yaml:11:15 warning: confidences that add up to 130% → at most 100% → Lower some of them; they are shares of one certainty.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(lines(files)).toEqual(expected);
  });
});

describe('what is private', () => {
  const secret = '5550100';
  it.each([
    ['a phone as a number', `${goodProfile.replace('email: ilse@example.org', `phone: ${secret}`)}`],
    ['notes as a number', `${goodProfile}notes: ${secret}\n`],
    ['notes as a list', `${goodProfile}notes: ["${secret}"]\n`],
    ['a summary as keys', `${goodProfile}summary: { a: "${secret}" }\n`],
    ['an alias in notes', `${goodProfile}notes: *s${secret}\n`],
    ['notes with a second colon', `${goodProfile}notes: a: ${secret}\n`],
    ['notes with an open quote', `${goodProfile}notes: "a ${secret}\n`],
  ])('is not repeated in a fault: %s', (_theme, text) => {
    const faults = faultsOf({ 'profile.yaml': text });
    expect(faults).not.toEqual([]);
    expect(JSON.stringify(faults)).not.toContain(secret);
  });
});

it('the good files that the cases start from have no fault', () => {
  expect(lines({})).toEqual([]);
});
