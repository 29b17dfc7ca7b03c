/** Times, days, numbers and people that do not go together. */
import { describe, expect, it } from 'vitest';
import { goodBio, goodLoop, goodProfile } from '../fixtures/candidate.ts';
import { type Files, linesOf } from '../fixtures/faults.ts';

const profile = (from: string, to: string): Files => ({ 'profile.yaml': goodProfile.replace(from, to) });
const loop = (...changes: [string, string][]): Files => ({
  'loop.yaml': changes.reduce((text, [from, to]) => text.replace(from, to), goodLoop),
});
const zone = '  timeZone: Europe/Berlin\n';
const availability = (line: string): Files => profile(zone, `${zone}  ${line}\n`);

describe('numbers', () => {
  it.each<[string, Files, string[]]>([
    [
      'years without end',
      { 'profile.yaml': `${goodProfile}years: .inf\n` },
      [
        'profile.yaml:9:8 a number without end for years → a number → Write a number, such as 45. Years of experience.',
      ],
    ],
    [
      'years that are no number',
      { 'profile.yaml': `${goodProfile}years: .nan\n` },
      [
        'profile.yaml:9:8 .nan, which is no number for years → a number → Write a number, such as 45. Years of experience.',
      ],
    ],
    [
      'years of four hundred digits',
      { 'profile.yaml': `${goodProfile}years: 1e400\n` },
      [
        'profile.yaml:9:8 a number without end for years → a number → Write a number, such as 45. Years of experience.',
      ],
    ],
    [
      'negative years',
      { 'profile.yaml': `${goodProfile}years: -3\n` },
      ['profile.yaml:9:8 the number -3 for years → at least 0 → Write at least 0. Years of experience.'],
    ],
    [
      'years in words',
      { 'profile.yaml': `${goodProfile}years: nine\n` },
      ['profile.yaml:9:8 "nine" for years → a number → Write a number, such as 45. Years of experience.'],
    ],
    [
      'more minutes than a day has',
      profile('mon: 45', 'mon: 1500'),
      [
        'profile.yaml:7:25 the number 1500 for availability.minutesPerDay.mon → at most 1440 → Write at most 1440. Minutes of one day: 0 to 1440, which is 24 hours.',
      ],
    ],
    [
      'half a minute',
      profile('mon: 45', 'mon: 45.5'),
      [
        'profile.yaml:7:25 the number 45.5 for availability.minutesPerDay.mon → a whole number → Write a whole number, such as 45. Minutes of one day: 0 to 1440, which is 24 hours.',
      ],
    ],
    [
      'negative minutes',
      profile('mon: 45', 'mon: -45'),
      [
        'profile.yaml:7:25 the number -45 for availability.minutesPerDay.mon → at least 0 → Write at least 0. Minutes of one day: 0 to 1440, which is 24 hours.',
      ],
    ],
    [
      'minutes by date',
      profile('mon: 45', '2026-11-23: 45'),
      [
        'profile.yaml:7:20 the unknown key "2026-11-23" in availability.minutesPerDay → a known key → Known: mon, tue, wed, thu, fri, sat, sun.',
      ],
    ],
    [
      'a session of a minute',
      availability('sessionMinutes: 1'),
      [
        'profile.yaml:7:19 the number 1 for availability.sessionMinutes → at least 5 → Write at least 5. How long one sitting should be.',
      ],
    ],
    [
      'confidence as a share',
      profile('chat: 3', 'chat: 0.6'),
      [
        'profile.yaml:4:21 the number 0.6 for confidence.chat → at least 1 → Write at least 1. 1 (lost) to 5 (could teach it), by problem or lens id.',
      ],
    ],
    [
      'a report as a percentage',
      loop(['confidence: 0.6', 'confidence: 60%']),
      [
        'loop.yaml:11:45 "60%" for rounds[1].reported[1].confidence → a number → Write a number, such as 0.6. How sure you are, 0 to 1.',
      ],
    ],
    [
      'a report of sixty',
      loop(['confidence: 0.6', 'confidence: 60']),
      [
        'loop.yaml:11:45 the number 60 for rounds[1].reported[1].confidence → at most 1 → Write at most 1. How sure you are, 0 to 1.',
      ],
    ],
    [
      'a company of minus one',
      loop(['domain: ai-lab', 'size: -1']),
      ['loop.yaml:1:34 the number -1 for company.size → more than 0 → Write more than 0. Employees.'],
    ],
    [
      'a company of many',
      loop(['domain: ai-lab', 'size: 1,500']),
      [
        'loop.yaml:1:36 the unknown key "500" in company → a known key → Known: name, domain, size, scale, values, emphasis.',
      ],
    ],
    [
      'a scale as a number',
      loop(['10M users', '10000000']),
      [
        'loop.yaml:1:58 the number 10000000 for company.scale.dau → text → Put it in quotes: "10000000". The scale that estimates are computed for: { dau: 10M users }.',
      ],
    ],
    [
      'a scale by another name',
      loop(['dau: 10M users', 'DAU: 10M users']),
      ['loop.yaml:1:53 the key "DAU" → a name such as dau → Rename it.'],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});

describe('times of day', () => {
  it.each<[string, Files, string[]]>([
    [
      'a time in the morning',
      loop(['"10:00"', '10am']),
      [
        'loop.yaml:8:12 "10am" for rounds[1].start → a time of day in quotes as "HH:MM", like "09:30" → Write "10:00".',
      ],
    ],
    [
      'a time in the afternoon',
      loop(['"10:55"', '"1:30 pm"']),
      [
        'loop.yaml:9:10 "1:30 pm" for rounds[1].end → a time of day in quotes as "HH:MM", like "09:30" → Write "13:30".',
      ],
    ],
    [
      'a time with a dot',
      loop(['"10:00"', '"10.00"']),
      [
        'loop.yaml:8:12 "10.00" for rounds[1].start → a time of day in quotes as "HH:MM", like "09:30" → Write "10:00".',
      ],
    ],
    [
      'a time in octal',
      loop(['"10:00"', '0900']),
      [
        'loop.yaml:8:12 the number 900 for rounds[1].start → a time of day in quotes as "HH:MM", like "09:30" → Write "09:00".',
      ],
    ],
    [
      'a time with seconds',
      loop(['"10:00"', '"10:00:00"']),
      [
        'loop.yaml:8:12 "10:00:00" for rounds[1].start → a time of day in quotes as "HH:MM", like "09:30" → Write "10:00".',
      ],
    ],
    [
      'an hour that is none',
      loop(['"10:55"', '"25:00"']),
      [
        'loop.yaml:9:10 "25:00" for rounds[1].end → a time of day in quotes as "HH:MM", like "09:30" → Write hours from 00 to 23 and minutes from 00 to 59: "09:30".',
      ],
    ],
    [
      'a minute that is none',
      loop(['"10:55"', '"10:75"']),
      [
        'loop.yaml:9:10 "10:75" for rounds[1].end → a time of day in quotes as "HH:MM", like "09:30" → Write hours from 00 to 23 and minutes from 00 to 59: "09:30".',
      ],
    ],
    [
      'midnight as 24',
      loop(['"10:55"', '"24:00"']),
      [
        'loop.yaml:9:10 "24:00" for rounds[1].end → a time of day in quotes as "HH:MM", like "09:30" → Write hours from 00 to 23 and minutes from 00 to 59: "09:30".',
      ],
    ],
    [
      'no end',
      loop(['    end: "10:55"\n', '']),
      [
        'loop.yaml:5:5 no rounds[1].end → end: a time of day in quotes as "HH:MM", like "09:30" → Add end: "10:55" under rounds[1].',
      ],
    ],
    [
      'a round of no length',
      loop(['10:55', '10:00']),
      [
        'loop.yaml:9:10 an end at 10:00 for a start at 10:00 → an end after the start → Write the later time under end, on a clock of 24 hours: "13:30" for half past one. A round ends on its own day.',
      ],
    ],
    [
      'a round over midnight',
      loop(['"10:00"', '"23:30"'], ['"10:55"', '"00:25"']),
      [
        'loop.yaml:9:10 an end at 00:25 for a start at 23:30 → an end after the start → Write the later time under end, on a clock of 24 hours: "13:30" for half past one. A round ends on its own day.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});

describe('clocks that change', () => {
  it.each<[string, Files, string[]]>([
    [
      'a time that is skipped',
      loop(['2026-12-18', '2027-03-14'], ['"10:00"', '"02:30"']),
      [
        'loop.yaml:8:12 02:30 on 2027-03-14, which does not exist in America/Los_Angeles → a time that the clocks show → The clocks go forward that day: write "03:30", or check date and zone.',
      ],
    ],
    [
      'a time that comes twice',
      loop(['2026-12-18', '2027-11-07'], ['"10:00"', '"01:30"']),
      [
        'loop.yaml:8:12 warning: 01:30 on 2027-11-07, which comes twice in America/Los_Angeles → a time that comes once → The clocks go back that day; the first one (UTC-07:00) is taken. Ask the recruiter whether it is the one.',
      ],
    ],
    [
      'both ends of a round',
      loop(['2026-12-18', '2027-03-14'], ['"10:00"', '"02:00"'], ['"10:55"', '"02:55"']),
      [
        'loop.yaml:8:12 02:00 on 2027-03-14, which does not exist in America/Los_Angeles → a time that the clocks show → The clocks go forward that day: write "03:00", or check date and zone.',
        'loop.yaml:9:10 02:55 on 2027-03-14, which does not exist in America/Los_Angeles → a time that the clocks show → The clocks go forward that day: write "03:55", or check date and zone.',
      ],
    ],
    [
      'half an hour on Lord Howe',
      loop(
        ['2026-12-18', '2027-10-03'],
        ['America/Los_Angeles', 'Australia/Lord_Howe'],
        ['"10:00"', '"02:15"'],
      ),
      [
        'loop.yaml:8:12 02:15 on 2027-10-03, which does not exist in Australia/Lord_Howe → a time that the clocks show → The clocks go forward that day: write "02:45", or check date and zone.',
      ],
    ],
    [
      'the day of a round',
      loop(
        ['    start:', '    date: 2027-03-28\n    start:'],
        ['America/Los_Angeles', 'Europe/Berlin'],
        ['"10:00"', '"02:30"'],
      ),
      [
        'loop.yaml:9:12 02:30 on 2027-03-28, which does not exist in Europe/Berlin → a time that the clocks show → The clocks go forward that day: write "03:30", or check date and zone.',
      ],
    ],
    [
      'a zone without changes is fine',
      loop(['2026-12-18', '2027-03-14'], ['America/Los_Angeles', 'Asia/Tokyo'], ['"10:00"', '"02:30"']),
      [],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});

describe('zones', () => {
  it.each<[string, Files, string[]]>([
    [
      'an abbreviation',
      loop(['America/Los_Angeles', 'PST']),
      [
        'loop.yaml:3:11 the unknown time zone "PST" → an IANA time zone, Continent/City → Write the zone of a city: America/Los_Angeles.',
      ],
    ],
    [
      'a city alone',
      loop(['America/Los_Angeles', 'New York']),
      [
        'loop.yaml:3:11 the unknown time zone "New York" → an IANA time zone, Continent/City → Did you mean "America/New_York"?',
      ],
    ],
    [
      'an offset of old',
      loop(['America/Los_Angeles', 'GMT-8']),
      [
        'loop.yaml:3:11 the unknown time zone "GMT-8" → an IANA time zone, Continent/City → Write the zone of a city: Europe/Berlin.',
      ],
    ],
    [
      'a blank for its line',
      loop(['America/Los_Angeles', 'America/Los Angeles']),
      [
        'loop.yaml:3:11 the unknown time zone "America/Los Angeles" → an IANA time zone, Continent/City → Did you mean "America/Los_Angeles"?',
      ],
    ],
    [
      'a zone of no place',
      profile('Europe/Berlin', 'Mars/Olympus'),
      [
        'profile.yaml:6:13 the unknown time zone "Mars/Olympus" → an IANA time zone, Continent/City → Write the zone of a city: Europe/Berlin.',
      ],
    ],
    [
      'no zone',
      loop(['timeZone: America/Los_Angeles\n', '']),
      [
        "loop.yaml:1:1 no timeZone → timeZone: text → Add timeZone: Europe/Berlin. The company's IANA time zone: America/Los_Angeles.",
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});

describe('days', () => {
  it.each<[string, Files, string[]]>([
    [
      'a month that is none',
      loop(['2026-12-18', '2026-13-45']),
      [
        'loop.yaml:2:7 "2026-13-45" for date → a date as YYYY-MM-DD → There is no month 13: write year, month and day, like 2026-12-18. The interview day.',
      ],
    ],
    [
      'the day before the month',
      loop(['2026-12-18', '12/18/2026']),
      ['loop.yaml:2:7 "12/18/2026" for date → a date as YYYY-MM-DD → Write 2026-12-18. The interview day.'],
    ],
    [
      'a day that could be two',
      loop(['2026-12-18', '06/05/2026']),
      [
        'loop.yaml:2:7 "06/05/2026" for date → a date as YYYY-MM-DD → Write year, month and day: 2026-12-18. The interview day.',
      ],
    ],
    [
      'a month in words',
      loop(['2026-12-18', 'December 18, 2026']),
      [
        'loop.yaml:2:7 "December 18, 2026" for date → a date as YYYY-MM-DD → Write 2026-12-18. The interview day.',
      ],
    ],
    [
      'a day without its zero',
      loop(['2026-12-18', '2026-12-8']),
      ['loop.yaml:2:7 "2026-12-8" for date → a date as YYYY-MM-DD → Write 2026-12-08. The interview day.'],
    ],
    [
      'a date with a time',
      loop(['2026-12-18', '2026-12-18T10:00']),
      [
        'loop.yaml:2:7 "2026-12-18T10:00" for date → a date as YYYY-MM-DD → Write 2026-12-18. The interview day.',
      ],
    ],
    [
      'a year alone',
      loop(['2026-12-18', '2026']),
      [
        'loop.yaml:2:7 the number 2026 for date → a date as YYYY-MM-DD → Write year, month and day: 2026-12-18. The interview day.',
      ],
    ],
    [
      'a year too many',
      loop(['2026-12-18', '2062-12-18']),
      ['loop.yaml:2:7 warning: 2062-12-18, 36 years ahead → the day of the interview → Check the year.'],
    ],
    [
      'a start after the interview',
      availability('start: 2027-01-10'),
      [
        'profile.yaml:7:10 a start on 2027-01-10, after the interview on 2026-12-18 → a day before 2026-12-18 → Write the first day on which you prepare, or leave start out for today.',
      ],
    ],
    [
      'a start that is no day',
      availability('start: soon'),
      [
        'profile.yaml:7:10 "soon" for availability.start → a date as YYYY-MM-DD → Write year, month and day: 2026-12-18. First day of preparation; today when left out.',
      ],
    ],
    [
      'one day off for a list',
      availability('daysOff: 2026-12-06'),
      [
        'profile.yaml:7:12 "2026-12-06" for availability.daysOff → a list → Put it in brackets: [2026-12-06]. Days on which nothing is planned.',
      ],
    ],
    [
      'a day off that is no day',
      availability('daysOff: [2026-11-31]'),
      [
        'profile.yaml:7:13 "2026-11-31" for availability.daysOff[1] → a date as YYYY-MM-DD → November 2026 has 30 days: write one of them.',
      ],
    ],
    [
      'a day off after the interview',
      availability('daysOff: [2027-12-06]'),
      [
        'profile.yaml:7:13 warning: a day off on 2027-12-06, when nothing is planned → a day before 2026-12-18 → Delete it, or check the month and the year.',
      ],
    ],
    [
      'a day off before the start',
      availability('start: 2026-12-01\n  daysOff: [2026-11-30]'),
      [
        'profile.yaml:8:13 warning: a day off on 2026-11-30, when nothing is planned → a day from 2026-12-01 to the day before 2026-12-18 → Delete it, or check the month and the year.',
      ],
    ],
    [
      'a round before the interview day',
      loop(['    start:', '    date: 2026-12-10\n    start:']),
      [
        'loop.yaml:8:11 warning: a round on 2026-12-10, before the interview day 2026-12-18 → the interview day or a later one → Write the first day under date (date: 2026-12-10); preparation ends there.',
      ],
    ],
    ['a round on a second day is fine', loop(['    start:', '    date: 2026-12-19\n    start:']), []],
    [
      'no minutes at all',
      profile('{ mon: 45, sat: 90 }', '{}'),
      [
        'profile.yaml:7:18 warning: no minutes from 2026-11-21 until the interview on 2026-12-18 → at least 120 minutes → Give more minutes or fewer days off if you can: { sat: 90, sun: 60 }. The plan keeps to what matters most.',
      ],
    ],
    [
      'too few minutes',
      profile('{ mon: 45, sat: 90 }', '{ mon: 5 }'),
      [
        'profile.yaml:7:18 warning: only 20 minutes from 2026-11-21 until the interview on 2026-12-18 → at least 120 minutes → Give more minutes or fewer days off if you can: { sat: 90, sun: 60 }. The plan keeps to what matters most.',
      ],
    ],
    [
      'too late a start',
      availability('start: 2026-12-17'),
      [
        'profile.yaml:8:18 warning: no minutes from 2026-12-17 until the interview on 2026-12-18 → at least 120 minutes → Give more minutes or fewer days off if you can: { sat: 90, sun: 60 }. The plan keeps to what matters most.',
      ],
    ],
    [
      'an interview tomorrow',
      loop(['2026-12-18', '2026-11-22']),
      [
        'profile.yaml:7:18 warning: only 90 minutes from 2026-11-21 until the interview on 2026-11-22 → at least 120 minutes → Give more minutes or fewer days off if you can: { sat: 90, sun: 60 }. The plan keeps to what matters most.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});

describe('people', () => {
  const other = (text: string): Files => ({
    'interviewers/m-other.md': text,
    'loop.yaml': goodLoop.replace('[k-ostrander]', '[k-ostrander, m-other]'),
  });
  it.each<[string, Files, string[]]>([
    [
      'a file that no round names',
      { 'interviewers/m-other.md': '---\nname: Mo\n---\nMo runs a mesh.\n' },
      [
        'interviewers/m-other.md:1:1 warning: an interviewer whom no round names → "m-other" among the interviewers of a round → Add m-other to a round in loop.yaml, or delete the file.',
      ],
    ],
    [
      'the same bio under two names',
      other(goodBio.replace('Kaj Ostrander', 'Mo Other').replace('a storage', 'A  storage')),
      [
        'interviewers/m-other.md:1:1 warning: the same bio as in k-ostrander.md → a bio of their own → Paste the right one; as it is, both are read as one background.',
      ],
    ],
    [
      'two bios that are alike only in being empty',
      other('---\nname: Mo\n---\n'),
      [
        'interviewers/m-other.md:1:1 warning: an empty bio → the bio below the front matter → Paste it; without a bio the round gets the general guide.',
      ],
    ],
    [
      'one interviewer twice',
      loop(['[k-ostrander]', '[k-ostrander, k-ostrander]']),
      [
        'loop.yaml:10:33 warning: the interviewer "k-ostrander" for the second time → each once in a list → Delete one of the two.',
      ],
    ],
    [
      'one report twice',
      loop(['[{ problem', '[{ problem: chat, confidence: 0.1 }, { problem']),
      [
        'loop.yaml:11:63 warning: the reported problem "chat" for the second time → each once in a list → Delete one of the two.',
      ],
    ],
    [
      'one problem of the bank twice',
      loop(['[rate-limiter]', '[rate-limiter, rate-limiter]']),
      [
        'loop.yaml:12:22 warning: the problem of the bank "rate-limiter" for the second time → each once in a list → Delete one of the two.',
      ],
    ],
    [
      'an interviewer with a capital',
      loop(['[k-ostrander]', '[K-Ostrander]']),
      [
        'loop.yaml:10:20 "K-Ostrander" for rounds[1].interviewers[1] → an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Write k-ostrander.',
      ],
    ],
    [
      'an interviewer by name',
      loop(['[k-ostrander]', '["Kaj Ostrander"]']),
      [
        'interviewers/k-ostrander.md:1:1 warning: an interviewer whom no round names → "k-ostrander" among the interviewers of a round → Add k-ostrander to a round in loop.yaml, or delete the file.',
        'loop.yaml:10:20 "Kaj Ostrander" for rounds[1].interviewers[1] → an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Write kaj-ostrander.',
      ],
    ],
    [
      'an interviewer outside of a list',
      loop(['[k-ostrander]', 'k-ostrander']),
      [
        'loop.yaml:10:19 "k-ostrander" for rounds[1].interviewers → a list → Put it in brackets: [k-ostrander]. File names in interviewers/, without .md.',
      ],
    ],
    [
      'a lead without a file',
      loop(['    interviewers:', '    lead: q-missing\n    interviewers:']),
      [
        'loop.yaml:10:11 warning: interviewer "q-missing" without a file → interviewers/q-missing.md → Create interviewers/q-missing.md with the bio; without it the round gets the general guide.',
      ],
    ],
    [
      'a lead who is no interviewer is fine',
      loop(['    interviewers: [k-ostrander]', '    lead: k-ostrander']),
      [],
    ],
    [
      'a bio as text',
      { 'interviewers/k-ostrander.md': null, 'interviewers/k-ostrander.txt': 'Kaj maintains.' },
      [
        'interviewers/k-ostrander.txt:1:1 warning: a file that is not read → bios as <id>.md → Rename it to k-ostrander.md, or run: panelprep import bio interviewers/k-ostrander.txt --to <dir>',
        'loop.yaml:10:20 warning: interviewer "k-ostrander" without a file → interviewers/k-ostrander.md → Create interviewers/k-ostrander.md with the bio; without it the round gets the general guide.',
      ],
    ],
    [
      'a bio as a PDF',
      { 'interviewers/m-other.pdf': '%PDF' },
      [
        'interviewers/m-other.pdf:1:1 warning: a file that is not read → bios as <id>.md → Run: panelprep import bio interviewers/m-other.pdf --to <dir>',
      ],
    ],
    [
      'a file name with capitals',
      { 'interviewers/k-ostrander.md': null, 'interviewers/K-Ostrander.md': goodBio },
      [
        'interviewers/K-Ostrander.md:1:1 the file name "K-Ostrander.md" → an id and ".md" → Rename it to "k-ostrander.md": lower-case letters, digits and inner hyphens.',
      ],
    ],
    [
      'a kind in words',
      loop(['kind: system-design', 'kind: System Design']),
      [
        'loop.yaml:7:11 "System Design" for rounds[1].kind → system-design | behavioral | coding | other | break → Did you mean "system-design"?',
      ],
    ],
    ['an unknown domain is fine', loop(['ai-lab', 'beekeeping']), []],
    [
      'a domain in words',
      loop(['ai-lab', 'AI Lab']),
      [
        'loop.yaml:1:36 "AI Lab" for company.domain → an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Write ai-lab. What it does; known ones bend the guide: ai-lab, payments, social, saas, trading, mobile, cdn, health, e-commerce, data-platform, marketplace, games, ads, developer-tools, logistics, media.',
      ],
    ],
    [
      'a lens for a problem',
      loop(['problem: chat', 'problem: storage']),
      [
        'loop.yaml:11:27 the unknown problem "storage" → a problem id of the bank → Known: rate-limiter, chat.',
      ],
    ],
    [
      'a report without its problem',
      loop(['{ problem: chat, confidence: 0.6 }', '{ confidence: 0.6 }']),
      [
        'loop.yaml:11:16 no rounds[1].reported[1].problem → problem: an id: lower-case letters, digits and inner hyphens, at most 64, like "key-value-store" → Add problem: chat under rounds[1].reported[1]. A problem id of the bank.',
      ],
    ],
    [
      'a report as a word',
      loop(['[{ problem: chat, confidence: 0.6 }]', '[chat]']),
      [
        'loop.yaml:11:16 "chat" for rounds[1].reported[1] → keys with values → Write { problem: chat, confidence: 0.6 }.',
      ],
    ],
    [
      'rounds as keys',
      loop(['  - id: design-1\n    title', '  design-1:\n    title']),
      [
        'loop.yaml:5:3 keys with values for rounds → a list → Write a list: [{ id: design-1, title: System design 1, kind: system-design, start: "10:00", end: "10:55" }].',
      ],
    ],
    [
      'a highlight as a sentence',
      { 'profile.yaml': `${goodProfile}highlights: [I moved a ledger]\n` },
      [
        'profile.yaml:9:14 "I moved a ledger" for highlights[1] → keys with values → Write { title: System design 1 }.',
      ],
    ],
  ])('%s', (_theme, files, expected) => {
    expect(linesOf(files)).toEqual(expected);
  });
});
