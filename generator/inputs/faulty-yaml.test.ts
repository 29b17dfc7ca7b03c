/** YAML that is broken, forbidden, enormous or full of what cannot be seen. */
import { describe, expect, it } from 'vitest';
import { goodBio, goodLoop, goodProfile } from '../fixtures/candidate.ts';
import { type Files, linesOf } from '../fixtures/faults.ts';

const profile = (from: string, to: string): Files => ({ 'profile.yaml': goodProfile.replace(from, to) });
const added = (text: string): Files => ({ 'profile.yaml': goodProfile + text });
const loop = (from: string, to: string): Files => ({ 'loop.yaml': goodLoop.replace(from, to) });
const bio = (text: string): Files => ({ 'interviewers/k-ostrander.md': text });
const many = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

describe('broken YAML', () => {
  it.each<[string, Files, string[]]>([
    [
      'no blank after the colon',
      profile('name: ', 'name:'),
      [
        'profile.yaml:1:1 a line without ": " → a key, a colon, a space and a value → Write a space after the colon: "name: Ada". A text of several lines goes after "key: >", each line indented.',
      ],
    ],
    [
      'no blank after an inner colon',
      profile('level: staff', 'level:staff'),
      [
        'profile.yaml:2:9 no target.level → level: mid | senior | staff | principal → Add level: mid under target. The level you interview for: mid, senior, staff or principal.',
        'profile.yaml:2:11 the unknown key "level:staff" in target → a known key → Known: level, role.',
      ],
    ],
    [
      'a colon forgotten',
      profile('name: Ilse', 'name Ilse'),
      [
        'profile.yaml:1:1 a line without ": " → a key, a colon, a space and a value → Write a space after the colon: "name: Ada". A text of several lines goes after "key: >", each line indented.',
      ],
    ],
    [
      'a quote that stays open',
      profile('Ilse Norrgard', '"Ilse Norrgard'),
      [
        'profile.yaml:1:7 a quote or bracket that is never closed → its other half → Close it; a quote inside of "…" is written as \\".',
      ],
    ],
    [
      'a bracket that stays open',
      profile('[storage]', '[storage'),
      [
        'profile.yaml:3:7 a quote or bracket that is never closed → its other half → Close it; a quote inside of "…" is written as \\".',
      ],
    ],
    [
      'a brace that stays open',
      profile('{ level: staff }', '{ level: staff'),
      [
        'profile.yaml:2:9 a quote or bracket that is never closed → its other half → Close it; a quote inside of "…" is written as \\".',
      ],
    ],
    [
      'a bracket too many',
      profile('[storage]', '[storage]]'),
      [
        'profile.yaml:3:16 a mark that does not belong here → valid YAML → Compare with the lines above; put the text in quotes when it holds brackets, quotes or ", ".',
      ],
    ],
    [
      'a quote inside of quotes',
      profile('Ilse Norrgard', '"Ilse "Ill" Norrgard"'),
      [
        'profile.yaml:1:14 a mark that does not belong here → valid YAML → Compare with the lines above; put the text in quotes when it holds brackets, quotes or ", ".',
      ],
    ],
    [
      'words after a quote',
      loop('title: System design', 'title: "System" design'),
      [
        'loop.yaml:6:21 a mark that does not belong here → valid YAML → Compare with the lines above; put the text in quotes when it holds brackets, quotes or ", ".',
      ],
    ],
    [
      'an indentation that fits nothing',
      profile('  minutesPerDay', '   minutesPerDay'),
      [
        'profile.yaml:6:13 a second ": " in one text → one key and one value in a line → Put the text in quotes when it holds ": "; else give the next line as many spaces as this one.',
      ],
    ],
    [
      'a list under a value',
      profile('[storage]', 'storage\n  - chat'),
      [
        'profile.yaml:3:7 "storage - chat" for gaps → a list → Write a list: [first, second], or [] for none. Where you are weak: lens, problem or pattern ids, or technologies.',
      ],
    ],
    [
      'a name that begins with @',
      profile('Ilse Norrgard', '@ilse'),
      [
        'profile.yaml:1:7 a text that begins with a mark of YAML → a letter, a digit or a quote first → Put the text in quotes: "@name", "50% more".',
      ],
    ],
    [
      'a name that begins with a backtick',
      profile('Ilse Norrgard', '`ilse`'),
      [
        'profile.yaml:1:7 a text that begins with a mark of YAML → a letter, a digit or a quote first → Put the text in quotes: "@name", "50% more".',
      ],
    ],
    [
      'a title that begins with %',
      loop('title: System design', 'title: % of design'),
      [
        'loop.yaml:6:12 a text that begins with a mark of YAML → a letter, a digit or a quote first → Put the text in quotes: "@name", "50% more".',
      ],
    ],
    [
      'a title that begins with *',
      loop('title: System design', 'title: *design*'),
      [
        'loop.yaml:6:12 an alias, a word after "*" → values written out → Replace it by what it stands for, or put the text in quotes when it begins with "*".',
      ],
    ],
    [
      'a title with a second colon',
      loop('title: System design', 'title: Design: chat'),
      [
        'loop.yaml:6:12 a second ": " in one text → one key and one value in a line → Put the text in quotes when it holds ": "; else give the next line as many spaces as this one.',
      ],
    ],
    [
      'a Windows path in quotes',
      loop('bank:', 'note: "C:\\quiet"\nbank:'),
      [
        "loop.yaml:12:10 a backslash that means nothing here → a text without backslashes, or \\\\ for one → Put the text in single quotes ('…'), where a backslash is only itself.",
      ],
    ],
    [
      'a line that begins with %',
      { 'loop.yaml': `%YAML 9.9\n---\n${goodLoop}` },
      [
        'loop.yaml:1:7 a line that begins with "%" → keys and values → Delete the line, or put the text in quotes.',
      ],
    ],
    [
      'JSON with a comma missing',
      { 'profile.yaml': '{"name": "Ilse" "target": {"level": "mid"}}' },
      [
        'profile.yaml:1:10 a value that has no place inside the brackets → values with commas between them → Put a comma before it, and close each bracket before a line begins with "- ".',
      ],
    ],
    [
      'only words',
      { 'profile.yaml': 'I am Ilse.\n' },
      [
        'profile.yaml:1:1 "I am Ilse." for the whole file → keys with values → Write lines, such as "name: Ada Example".',
      ],
    ],
    [
      'the value of a key in the next line',
      profile('name: Ilse Norrgard', 'name:\nIlse Norrgard'),
      [
        'profile.yaml:2:1 a line without ": " → a key, a colon, a space and a value → Write a space after the colon: "name: Ada". A text of several lines goes after "key: >", each line indented.',
      ],
    ],
    [
      'a bio for a profile',
      { 'profile.yaml': '# Ilse\n\nShe maintains a storage engine.\n' },
      [
        'profile.yaml:3:1 "She maintains a storage engine." for the whole file → keys with values → Write lines, such as "name: Ada Example".',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});

describe('YAML that these files do not use', () => {
  it.each<[string, Files, string[]]>([
    [
      'a tag that would run code',
      added('notes: !!js/function "function () {}"\n'),
      [
        'profile.yaml:9:8 a tag, a word after "!" → plain values → Delete the tag, or put the text in quotes when it begins with "!".',
      ],
    ],
    [
      'a tag of Python',
      added('notes: !!python/object/apply:os.system [ls]\n'),
      [
        'profile.yaml:9:8 a tag, a word after "!" → plain values → Delete the tag, or put the text in quotes when it begins with "!".',
      ],
    ],
    [
      'a tag of binary',
      added('notes: !!binary aGVsbG8=\n'),
      [
        'profile.yaml:9:8 a tag, a word after "!" → plain values → Delete the tag, or put the text in quotes when it begins with "!".',
      ],
    ],
    [
      'a tag of a set',
      added('notes: !!set { a }\n'),
      [
        'profile.yaml:9:8 a tag, a word after "!" → plain values → Delete the tag, or put the text in quotes when it begins with "!".',
      ],
    ],
    [
      'a tag of text',
      profile('name: ', 'name: !!str '),
      [
        'profile.yaml:1:7 a tag, a word after "!" → plain values → Delete the tag, or put the text in quotes when it begins with "!".',
      ],
    ],
    [
      'a tag of its own',
      added('notes: !mine x\n'),
      [
        'profile.yaml:9:8 a tag, a word after "!" → plain values → Delete the tag, or put the text in quotes when it begins with "!".',
      ],
    ],
    [
      'a timestamp by tag',
      loop('2026-12-18', '!!timestamp 2026-12-18'),
      [
        'loop.yaml:2:7 a tag, a word after "!" → plain values → Delete the tag, or put the text in quotes when it begins with "!".',
      ],
    ],
    [
      'an anchor and a merge',
      { 'profile.yaml': `${goodProfile}x: &x { a: 1 }\n<<: *x\n` },
      [
        'profile.yaml:10:5 an alias, a word after "*" → values written out → Replace it by what it stands for, or put the text in quotes when it begins with "*".',
      ],
    ],
    [
      'a merge of keys',
      added('<<: { years: 9 }\n'),
      ['profile.yaml:9:1 the unknown key "<<" → a known key → Write the keys out; merging is not followed.'],
    ],
    [
      'an alias to nothing',
      added('notes: *nothing\n'),
      [
        'profile.yaml:9:8 an alias, a word after "*" → values written out → Replace it by what it stands for, or put the text in quotes when it begins with "*".',
      ],
    ],
    [
      'a bomb of nine levels',
      {
        'profile.yaml': `a: &a [x]\n${many(9, (i) => `b${i}: &b${i} [${Array(9).fill(i ? `*b${i - 1}` : '*a')}]\n`)}`,
      },
      [
        'profile.yaml:2:10 an alias, a word after "*" → values written out → Replace it by what it stands for, or put the text in quotes when it begins with "*".',
      ],
    ],
    [
      'a list as a key',
      added('? [a, b]\n: c\n'),
      [
        'profile.yaml:9:3 a list or a block as a key → a word as a key → Write the key as one word; a text that begins with a bracket goes in quotes.',
      ],
    ],
    [
      'a key twice in an inner block',
      profile('{ mon: 45, sat: 90 }', '{ mon: 45, mon: 90 }'),
      [
        'profile.yaml:7:29 the key "mon" for the second time → each key once → Keep one of the two; the first is in line 7.',
      ],
    ],
    [
      'a key twice in a round',
      loop('    kind: system-design', '    title: B\n    kind: system-design'),
      [
        'loop.yaml:7:5 the key "title" for the second time → each key once → Keep one of the two; the first is in line 6.',
      ],
    ],
    [
      'three documents',
      { 'loop.yaml': `${goodLoop}---\na: 1\n---\nb: 2\n` },
      ['loop.yaml:13:1 a second document → one document in a file → Delete the "---" in the middle.'],
    ],
    [
      'keys of other kinds',
      added('1: x\ntrue: y\nnull: z\n'),
      [
        'profile.yaml:9:1 the unknown key "1" → a known key → Known: name, target, years, summary, strengths, gaps, confidence, technologies, highlights, availability, contact, notes.',
        'profile.yaml:10:1 the unknown key "true" → a known key → Known: name, target, years, summary, strengths, gaps, confidence, technologies, highlights, availability, contact, notes.',
        'profile.yaml:11:1 the unknown key "" → a known key → Known: name, target, years, summary, strengths, gaps, confidence, technologies, highlights, availability, contact, notes.',
      ],
    ],
    [
      'the key constructor',
      added('constructor: x\n'),
      [
        'profile.yaml:9:1 the unknown key "constructor" → a known key → Known: name, target, years, summary, strengths, gaps, confidence, technologies, highlights, availability, contact, notes.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});

describe('too much of everything', () => {
  it.each<[string, Files, string[]]>([
    [
      'lists in lists by indentation',
      { 'profile.yaml': many(200, (i) => `${' '.repeat(2 * i)}-\n`) },
      [
        'profile.yaml:65:1 more than 64 levels of nesting → a flat file → Take the brackets or the indentation apart.',
      ],
    ],
    [
      'braces in braces',
      added(`notes: ${'{a: '.repeat(3000)}${'}'.repeat(3000)}\n`),
      [
        'profile.yaml:9:264 more than 64 levels of nesting → a flat file → Take the brackets or the indentation apart.',
      ],
    ],
    [
      'question marks',
      { 'profile.yaml': '? '.repeat(20_000) },
      [
        'profile.yaml:1:1 more than 64 levels of nesting → a flat file → Take the brackets or the indentation apart.',
      ],
    ],
    [
      'open brackets',
      { 'profile.yaml': '['.repeat(200_000) },
      [
        'profile.yaml:1:65 more than 64 levels of nesting → a flat file → Take the brackets or the indentation apart.',
      ],
    ],
    [
      '3 MB',
      { 'profile.yaml': `${goodProfile}notes: ${'x'.repeat(3 * 1024 * 1024)}\n` },
      ['profile.yaml:1:1 3.0 MB → at most 2 MB of text → Shorten it.'],
    ],
    [
      'a bio of 3 MB',
      bio(`${goodBio}${'x '.repeat(1.5 * 1024 * 1024)}`),
      ['interviewers/k-ostrander.md:1:1 3.0 MB → at most 2 MB of text → Shorten it.'],
    ],
    [
      'front matter of 300 KB',
      bio(`---\nname: ${'x'.repeat(300 * 1024)}\n---\nBio\n`),
      ['interviewers/k-ostrander.md:2:1 301 KB → at most 256 KB → Split the file or shorten it.'],
    ],
    [
      'a key of two thousand letters',
      added(`${'k'.repeat(2000)}: x\n`),
      [
        'profile.yaml:9:1 a line without ": " → a key, a colon, a space and a value → Write a space after the colon: "name: Ada". A text of several lines goes after "key: >", each line indented.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });

  it.each<[string, Files, string]>([
    [
      '20,000 unknown keys',
      { 'profile.yaml': many(20_000, (i) => `k${i}: 1\n`) },
      'the unknown key "k19", and 19,980 more like it',
    ],
    [
      '20,000 keys twice',
      { 'profile.yaml': many(20_000, () => 'k: 1\n') },
      'the key "k" for the second time, and 19,979 more like it',
    ],
    [
      '20,000 confidences',
      profile('{ chat: 3 }', `{ ${many(20_000, (i) => `k${i}: 3, `)} }`),
      'confidence in "k19", and 19,980 more like it',
    ],
    [
      '20,000 gaps',
      profile('[storage]', `[${many(20_000, (i) => `k${i}, `)}]`),
      '"k19", which the knowledge base does not know, and 19,980 more like it',
    ],
    [
      '20,000 numbers for texts',
      profile('[storage]', `[${many(20_000, (i) => `${i}, `)}]`),
      'the number 199 for gaps[200], and 19,800 more like it',
    ],
    [
      '2,000 rounds at one time',
      loop(
        'bank:',
        `${many(2000, (i) => `  - { id: r${i}, title: x, kind: break, start: "10:00", end: "10:30" }\n`)}bank:`,
      ),
      '"r49" from 10:00 to 10:30, and 1,950 more like it',
    ],
  ])('%s are told in few', (_theme, files, last) => {
    const started = performance.now();
    const lines = linesOf(files);
    expect(lines.length).toBeLessThanOrEqual(222);
    expect(lines.join('\n')).toContain(last);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('characters that cannot be seen', () => {
  it.each<[string, Files, string[]]>([
    [
      'an escape character',
      profile('Norrgard', 'Norr\u001b[31mgard'),
      [
        'profile.yaml:1:16 a control character (U+001B, escape) → text → Delete it; it may have been hidden in what you copied.',
      ],
    ],
    [
      'a NUL in a bio',
      bio(`${goodBio}More\0words.\n`),
      [
        'interviewers/k-ostrander.md:6:5 a control character (U+0000, NUL) → text → Delete it; it may have been hidden in what you copied.',
      ],
    ],
    [
      'a NUL by escape',
      profile('Ilse Norrgard', '"Ilse \\0"'),
      [
        'profile.yaml:1:7 a control character (U+0000, NUL) → text → Delete its escape, the backslash and what belongs to it.',
      ],
    ],
    [
      'a next-line character',
      profile('Norrgard', 'Norr\u0085gard'),
      [
        'profile.yaml:1:16 a control character (U+0085, next line) → text → Delete it; it may have been hidden in what you copied.',
      ],
    ],
    [
      'half a character',
      profile('Ilse Norrgard', '"Ilse \\ud800"'),
      [
        'profile.yaml:1:7 half a character (U+D800, a lone surrogate) → whole characters → Write the character itself instead of its escape.',
      ],
    ],
    [
      'the other half',
      profile('Ilse Norrgard', '"\\udc00 Ilse"'),
      [
        'profile.yaml:1:7 half a character (U+DC00, a lone surrogate) → whole characters → Write the character itself instead of its escape.',
      ],
    ],
    ['both halves are a whole', profile('Ilse Norrgard', '"Ilse \\ud83d\\ude00"'), []],
    [
      'half a character in a key',
      added('"k\\ud800": x\n'),
      [
        'profile.yaml:9:1 the unknown key "k<U+D800>" → a known key → Known: name, target, years, summary, strengths, gaps, confidence, technologies, highlights, availability, contact, notes.',
        'profile.yaml:9:1 half a character (U+D800, a lone surrogate) → whole characters → Write the character itself instead of its escape.',
      ],
    ],
    [
      'a name that turns direction',
      profile('Norrgard', '\u202egard'),
      [
        'profile.yaml:1:7 warning: a character that cannot be seen (U+202E, right-to-left override) → characters that can be seen → Type the text anew; it may have been hidden in what you copied.',
      ],
    ],
    [
      'a name with a zero-width space',
      profile('Norrgard', 'Norr\u200bgard'),
      [
        'profile.yaml:1:7 warning: a character that cannot be seen (U+200B, zero-width space) → characters that can be seen → Type the text anew; it may have been hidden in what you copied.',
      ],
    ],
    [
      'a company with a word joiner',
      loop('Fernwick', 'Fern\u2060wick'),
      [
        'loop.yaml:1:18 warning: a character that cannot be seen (U+2060, word joiner) → characters that can be seen → Type the text anew; it may have been hidden in what you copied.',
      ],
    ],
    [
      'a title with a byte-order mark',
      loop('title: System', 'title: \uFEFFSystem'),
      [
        'loop.yaml:6:12 warning: a character that cannot be seen (U+FEFF, byte-order mark) → characters that can be seen → Type the text anew; it may have been hidden in what you copied.',
      ],
    ],
    [
      'an interviewer with an isolate',
      bio(goodBio.replace('Kaj', '\u2067Kaj\u2069')),
      [
        'interviewers/k-ostrander.md:2:7 warning: a character that cannot be seen (U+2067, right-to-left isolate) → characters that can be seen → Type the text anew; it may have been hidden in what you copied.',
      ],
    ],
    [
      'an id with a zero-width space',
      loop('id: design-1', 'id: design\u200b-1'),
      [
        'loop.yaml:5:9 "design<U+200B>-1" for rounds[1].id → an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Write design-1. Names the round in addresses: design-1.',
      ],
    ],
    [
      'an interviewer id with an override',
      loop('[k-ostrander]', '[k-ostr\u202eander]'),
      [
        'loop.yaml:10:20 "k-ostr<U+202E>ander" for rounds[1].interviewers[1] → an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Write k-ostrander.',
      ],
    ],
    [
      'a problem with a zero-width joiner',
      loop('problem: chat', 'problem: ch\u200dat'),
      [
        'loop.yaml:11:27 "ch‍at" for rounds[1].reported[1].problem → an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Write chat. A problem id of the bank.',
      ],
    ],
    [
      'a key with a zero-width space',
      profile('gaps:', 'ga\u200bps:'),
      ['profile.yaml:3:1 the unknown key "ga<U+200B>ps" → "gaps" → Did you mean "gaps"?'],
    ],
    ['a joiner in an emoji is at home', profile('Norrgard', '👩‍💻'), []],
    [
      'text in UTF-16',
      { 'profile.yaml': new Uint8Array([0xff, 0xfe, ...Buffer.from(goodProfile, 'utf16le')]) },
      ['profile.yaml:1:1 text in UTF-16 → text in UTF-8 → Save the file again with the encoding UTF-8.'],
    ],
    [
      'text in Latin 1',
      { 'profile.yaml': Buffer.from(goodProfile.replace('Norrgard', 'Norrgård'), 'latin1') },
      [
        'profile.yaml:1:17 bytes that are not UTF-8 → text in UTF-8 → Save the file again with the encoding UTF-8.',
      ],
    ],
    [
      'a bio in Latin 1',
      { 'interviewers/k-ostrander.md': Buffer.from(`${goodBio}A caf\u00e9.\n`, 'latin1') },
      [
        'interviewers/k-ostrander.md:6:6 bytes that are not UTF-8 → text in UTF-8 → Save the file again with the encoding UTF-8.',
      ],
    ],
    [
      'a character cut in half',
      { 'loop.yaml': Buffer.concat([Buffer.from(goodLoop), Buffer.from([0xe2, 0x82])]) },
      [
        'loop.yaml:13:1 bytes that are not UTF-8 → text in UTF-8 → Save the file again with the encoding UTF-8.',
      ],
    ],
    [
      'an overlong encoding',
      { 'loop.yaml': Buffer.concat([Buffer.from('note: '), Buffer.from([0xc0, 0x80])]) },
      [
        'loop.yaml:1:7 bytes that are not UTF-8 → text in UTF-8 → Save the file again with the encoding UTF-8.',
      ],
    ],
    [
      'surrogates encoded as bytes',
      { 'loop.yaml': Buffer.concat([Buffer.from(goodLoop), Buffer.from([0xed, 0xa0, 0x80])]) },
      [
        'loop.yaml:13:1 bytes that are not UTF-8 → text in UTF-8 → Save the file again with the encoding UTF-8.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});

describe('front matter in every spelling', () => {
  const run = '(globalThis.ran = true)';
  const spellings = [
    'js',
    ' js',
    '\tjs',
    'JS',
    'javascript',
    ' JavaScript',
    'coffee',
    'coffeescript',
    'json',
    ' json',
    'toml',
    'yaml',
    ' YAML',
    'cson',
    'es6',
    '-',
    ' # note',
  ];
  it.each(spellings)('"---%s" is refused and never run', (spelling) => {
    for (const mark of ['', '\uFEFF'])
      for (const end of ['\n', '\r\n', '\r'])
        expect(linesOf(bio(`${mark}---${spelling}${end}${run}${end}---${end}Bio${end}`))).toEqual([
          `interviewers/k-ostrander.md:1:4 "${spelling.trim()}" after the three hyphens → a bare "---" → Front matter is YAML and is never run; delete what follows the three hyphens.`,
        ]);
    expect(Reflect.has(globalThis, 'ran')).toBe(false);
  });

  it.each<[string, Files, string[]]>([
    [
      'a blank line above it',
      bio(`\n${goodBio}`),
      [
        'interviewers/k-ostrander.md:1:1 no front matter → "---", name: …, "---" above the bio → Begin the file with three lines: ---, name: Their Name, ---.',
      ],
    ],
    [
      'four hyphens',
      bio(goodBio.replace('---', '----')),
      [
        'interviewers/k-ostrander.md:1:4 "-" after the three hyphens → a bare "---" → Front matter is YAML and is never run; delete what follows the three hyphens.',
      ],
    ],
    [
      'no name in it',
      bio('---\nrole: Engineer\n---\nBio\n'),
      ['interviewers/k-ostrander.md:2:1 no name → name: text → Add name: Ada Example.'],
    ],
    [
      'an empty name in it',
      bio('---\nname: ""\n---\nBio\n'),
      ['interviewers/k-ostrander.md:2:7 an empty text for name → text → Write some text.'],
    ],
    [
      'nothing in it',
      bio('---\n---\nBio\n'),
      [
        'interviewers/k-ostrander.md:2:1 an empty file → keys with values → Fill it in; README.md shows an example.',
      ],
    ],
    [
      'a list in it',
      bio('---\n- Kaj\n---\nBio\n'),
      [
        'interviewers/k-ostrander.md:2:1 a list of 1 for the whole file → keys with values → Write lines without "- ", such as "name: Ada Example".',
      ],
    ],
    [
      'one link for a list',
      bio('---\nname: Kaj\nlinks: https://example.org\n---\nBio\n'),
      [
        'interviewers/k-ostrander.md:3:8 "https://example.org" for links → a list → Put it in brackets: [https://example.org].',
      ],
    ],
    [
      'a key twice in it',
      bio('---\nname: Kaj\nname: Kai\n---\nBio\n'),
      [
        'interviewers/k-ostrander.md:3:1 the key "name" for the second time → each key once → Keep one of the two; the first is in line 2.',
      ],
    ],
    [
      'an end with a dot',
      bio('---\nname: Kaj\n...\nBio\n'),
      [
        'interviewers/k-ostrander.md:1:4 front matter without an end → a second line "---" → Close the front matter with a line of three hyphens.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});
