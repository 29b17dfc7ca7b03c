import { describe, expect, it } from 'vitest';
import { goodBio, goodLoop, goodProfile } from '../fixtures/candidate.ts';
import { type Files, faultsOf, linesOf as lines } from '../fixtures/faults.ts';

const profile = (from: string, to: string): Files => ({ 'profile.yaml': goodProfile.replace(from, to) });
const loop = (from: string, to: string): Files => ({ 'loop.yaml': goodLoop.replace(from, to) });
const bio = (text: string): Files => ({ 'interviewers/k-ostrander.md': text });
const round = (yaml: string) => loop('bank:', `  - ${yaml}\nbank:`);

describe('keys and types', () => {
  it.each<[string, Files, string[]]>([
    [
      'a missing key',
      profile('name: Ilse Norrgard\n', ''),
      ['profile.yaml:1:1 no name → name: text → Add name: Ada Example. Your name, as it stands on the pack.'],
    ],
    [
      'a missing inner key',
      profile('{ level: staff }', '{ role: x }'),
      [
        'profile.yaml:2:9 no target.level → level: mid | senior | staff | principal → Add level: mid under target. The level you interview for: mid, senior, staff or principal.',
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
        'profile.yaml:3:7 "storage" for gaps → a list → Put it in brackets: [storage]. Where you are weak: lens, problem or pattern ids, or technologies.',
      ],
    ],
    [
      'nothing for a list',
      profile(' [storage]', ''),
      [
        'profile.yaml:3:6 nothing for gaps → a list → Write a list: [first, second], or [] for none. Where you are weak: lens, problem or pattern ids, or technologies.',
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
      [
        'profile.yaml:1:1 a list of 2 for the whole file → keys with values → Write lines without "- ", such as "name: Ada Example".',
      ],
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
      [
        'loop.yaml:4:9 an empty list for rounds → at least 1 entry → Write at least 1 entry: [{ id: design-1, title: System design 1, kind: system-design, start: "10:00", end: "10:55" }].',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(lines(files)).toEqual(expected);
  });
});

describe('values', () => {
  it.each<[string, Files, string[]]>([
    [
      'a time without its zero',
      loop('"10:00"', '9:30'),
      [
        'loop.yaml:8:12 "9:30" for rounds[1].start → a time of day in quotes as "HH:MM", like "09:30" → Write "09:30".',
      ],
    ],
    [
      'a time as seconds',
      loop('"10:00"', '36000'),
      [
        'loop.yaml:8:12 the number 36000 for rounds[1].start → a time of day in quotes as "HH:MM", like "09:30" → Write hours from 00 to 23 and minutes from 00 to 59: "09:30".',
      ],
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
      [
        'loop.yaml:2:7 "2026-02-30" for date → a date as YYYY-MM-DD → February 2026 has 28 days: write one of them. The interview day.',
      ],
    ],
    [
      'another order of the date',
      loop('2026-12-18', '18.12.2026'),
      ['loop.yaml:2:7 "18.12.2026" for date → a date as YYYY-MM-DD → Write 2026-12-18. The interview day.'],
    ],
    [
      'confidence 0',
      profile('chat: 3', 'chat: 0'),
      [
        'profile.yaml:4:21 the number 0 for confidence.chat → at least 1 → Write at least 1. 1 (lost) to 5 (could teach it), by problem or lens id.',
      ],
    ],
    [
      'confidence 6',
      profile('chat: 3', 'chat: 6'),
      [
        'profile.yaml:4:21 the number 6 for confidence.chat → at most 5 → Write at most 5. 1 (lost) to 5 (could teach it), by problem or lens id.',
      ],
    ],
    [
      'confidence in words',
      profile('chat: 3', 'chat: high'),
      [
        'profile.yaml:4:21 "high" for confidence.chat → a number → Write a number, such as 3. 1 (lost) to 5 (could teach it), by problem or lens id.',
      ],
    ],
    [
      'minutes with a unit',
      profile('mon: 45', 'mon: 45 min'),
      [
        'profile.yaml:7:25 "45 min" for availability.minutesPerDay.mon → a number → Write the number alone: 45. Minutes of one day: 0 to 1440, which is 24 hours.',
      ],
    ],
    [
      'an id with a blank',
      loop('id: design-1', 'id: Design 1'),
      [
        'loop.yaml:5:9 "Design 1" for rounds[1].id → an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Write design-1. Names the round in addresses: design-1.',
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
      [
        'profile.yaml:9:1 the key "name" for the second time → each key once → Keep one of the two; the first is in line 1.',
      ],
    ],
    [
      'two keys twice',
      { 'profile.yaml': `${goodProfile}name: Other\ngaps: []\n` },
      [
        'profile.yaml:9:1 the key "name" for the second time → each key once → Keep one of the two; the first is in line 1.',
        'profile.yaml:10:1 the key "gaps" for the second time → each key once → Keep one of the two; the first is in line 3.',
      ],
    ],
    [
      'a tab',
      profile('  timeZone', '\ttimeZone'),
      ['profile.yaml:6:1 a tab as indentation → spaces → Indent with spaces.'],
    ],
    [
      'an alias',
      { 'profile.yaml': `${goodProfile}notes: &n R&D *x*\nsummary: *n\n` },
      [
        'profile.yaml:10:10 an alias, a word after "*" → values written out → Replace it by what it stands for, or put the text in quotes when it begins with "*".',
      ],
    ],
    [
      'a bomb of aliases',
      { 'profile.yaml': 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n' },
      [
        'profile.yaml:2:8 an alias, a word after "*" → values written out → Replace it by what it stands for, or put the text in quotes when it begins with "*".',
      ],
    ],
    [
      'a tag',
      profile('name: Ilse', 'name: !!js/function Ilse'),
      [
        'profile.yaml:1:7 a tag, a word after "!" → plain values → Delete the tag, or put the text in quotes when it begins with "!".',
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
        'profile.yaml:1:16 a control character (U+0000, NUL) → text → Delete it; it may have been hidden in what you copied.',
      ],
    ],
    [
      'bytes that are no UTF-8',
      { 'profile.yaml': new Uint8Array([0x6e, 0x3a, 0xff]) },
      [
        'profile.yaml:1:3 bytes that are not UTF-8 → text in UTF-8 → Save the file again with the encoding UTF-8.',
      ],
    ],
    [
      'a second document',
      { 'profile.yaml': `${goodProfile}---\nname: x\n` },
      ['profile.yaml:9:1 a second document → one document in a file → Delete the "---" in the middle.'],
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
  it.each<[string, Files, string[]]>([
    [
      'a language after the fence',
      bio('---js\n(globalThis.ran = true)\n---\nBio\n'),
      [
        'interviewers/k-ostrander.md:1:4 "js" after the three hyphens → a bare "---" → Front matter is YAML and is never run; delete what follows the three hyphens.',
      ],
    ],
    [
      'a language after a blank',
      bio('--- js\n(globalThis.ran = true)\n---\nBio\n'),
      [
        'interviewers/k-ostrander.md:1:4 "js" after the three hyphens → a bare "---" → Front matter is YAML and is never run; delete what follows the three hyphens.',
      ],
    ],
    [
      'front matter without an end',
      bio('---\nname: Kaj\nBio\n'),
      [
        'interviewers/k-ostrander.md:1:4 front matter without an end → a second line "---" → Close the front matter with a line of three hyphens.',
      ],
    ],
    [
      'an end with words behind it',
      bio('---\nname: Kaj\n---x\n---\nBio\n'),
      [
        'interviewers/k-ostrander.md:3:1 the line "---x" in front matter → a bare "---" → End the front matter with a line of three hyphens and nothing else.',
      ],
    ],
    [
      'no front matter',
      bio('Kaj maintains a storage engine.\n'),
      [
        'interviewers/k-ostrander.md:1:1 no front matter → "---", name: …, "---" above the bio → Begin the file with three lines: ---, name: Their Name, ---.',
      ],
    ],
    [
      'an empty file of an interviewer',
      bio(''),
      [
        'interviewers/k-ostrander.md:1:1 no front matter → "---", name: …, "---" above the bio → Begin the file with three lines: ---, name: Their Name, ---.',
      ],
    ],
    [
      'an unknown key after Windows line ends',
      bio(goodBio.replace('role:', 'rule:').replaceAll('\n', '\r\n')),
      [
        'interviewers/k-ostrander.md:3:25 a carriage return alone, the line end of old Macs → lines that end with LF or CRLF → Save the file with the line ends of Unix (LF) or Windows (CRLF).',
      ],
    ],
    [
      'a file name that is no id',
      { 'interviewers/K Ostrander.md': goodBio },
      [
        'interviewers/K Ostrander.md:1:1 the file name "K Ostrander.md" → an id and ".md" → Rename it to "k-ostrander.md": lower-case letters, digits and inner hyphens.',
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
      [
        'loop.yaml:12:8 the unknown problem "zzz-qqq-yyy" → a problem id of the bank → Known: rate-limiter, chat.',
      ],
    ],
    [
      'an unknown lens',
      loop('domain: ai-lab', 'emphasis: [storag]'),
      ['loop.yaml:1:39 "storag" for company.emphasis[1] → one of 18 fixed words → Did you mean "storage"?'],
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
        'loop.yaml:9:10 an end at 09:55 for a start at 10:00 → an end after the start → Write the later time under end, on a clock of 24 hours: "13:30" for half past one. A round ends on its own day.',
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
        'loop.yaml:3:11 the unknown time zone "America/Los_Angles" → an IANA time zone, Continent/City → Did you mean "America/Los_Angeles"?',
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
      [
        'loop.yaml:1:10 the profile "../none.yaml": no such file → the path of a profile, from the folder of loop.yaml → Mend the path; leave the key out for ./profile.yaml.',
      ],
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
        'loop.yaml:2:7 warning: 2020-12-18, which is past → a day from 2026-11-21 on → Check the year; the pack is built all the same.',
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
