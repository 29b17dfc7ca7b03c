/** Answers in, the files of a new candidate's folder out: commented YAML that passes `check`. */

import { idPattern } from '../model/ids.ts';
import type { Lens } from '../model/lens.ts';
import { knownDomains } from '../model/loop.ts';
import { writeBioFile } from './bio-file.ts';
import { commentedYaml } from './commented-yaml.ts';
import { idsFor } from './guess-name.ts';
import { clockAfter, type InitAnswers } from './init-answers.ts';

/** Path inside the folder → content. `timeZone` is where the candidate prepares. */
export function initFiles(
  answers: InitAnswers,
  { lenses, timeZone }: { lenses: readonly Pick<Lens, 'id'>[]; timeZone: string },
): Record<string, string> {
  const ids = interviewerIds(answers);
  return {
    'profile.yaml': profileYaml(answers, lenses, timeZone),
    'loop.yaml': loopYaml(answers, ids),
    ...Object.fromEntries(
      [...ids].map(([name, id]) => [
        `interviewers/${id}.md`,
        writeBioFile({
          name,
          role: undefined,
          company: undefined,
          links: [],
          text: answers.bios[name] ?? '',
        }),
      ]),
    ),
  };
}

/** Every interviewer of the rounds by name, with an id of their own. */
function interviewerIds(answers: Pick<InitAnswers, 'rounds'>): Map<string, string> {
  const ids = new Map<string, string>();
  for (const name of answers.rounds.flatMap((round) => round.interviewers)) {
    if (ids.has(name)) continue;
    const taken = new Set(ids.values());
    const choices = [...idsFor(name), ...Array.from({ length: 99 }, (_, i) => `interviewer-${i + 1}`)];
    const id = choices.find((choice) => idPattern.test(choice) && !taken.has(choice));
    if (id !== undefined) ids.set(name, id);
  }
  return ids;
}

function profileYaml(answers: InitAnswers, lenses: readonly Pick<Lens, 'id'>[], timeZone: string): string {
  return commentedYaml([
    {
      key: 'name',
      value: answers.name,
      isShort: true,
      comment: 'Who is preparing. summary, contact and notes are private: they are never published.',
    },
    {
      key: 'target',
      value: { level: answers.level },
      isShort: true,
      comment: 'level: mid, senior, staff or principal; role: "Staff Engineer, Platform"',
    },
    { example: 'years: 9\nsummary: Two lines about you.' },
    {
      key: 'gaps',
      value: answers.gaps,
      isShort: true,
      comment: `Where you are weak; it gets more room. Problem ids, technologies or lenses:\n${lenses
        .map((lens) => lens.id)
        .join(', ')}`,
    },
    {
      example:
        'strengths: [api-design, postgres]\nconfidence: { chat: 2, rate-limiter: 4 }\ntechnologies: [postgres, kafka]',
      comment: 'confidence: 1 (lost) to 5 (could teach it), by problem or lens.',
    },
    {
      example:
        'highlights:\n  - title: The migration nobody noticed\n    situation: …\n    task: …\n    action: …\n    result: …\n    values: [ownership]',
      comment: 'Stories for culture rounds.',
    },
    {
      key: 'availability',
      value: { timeZone, minutesPerDay: minutesPerDay(answers.minutes), sessionMinutes: 45 },
      comment: `When you can prepare: ${answers.minutes} minutes a week. Also daysOff: [2026-12-24] and start: 2026-11-23.`,
    },
    { example: 'contact: { email: you@example.org }\nnotes: Ask whether the order of the rounds is fixed.' },
  ]);
}

function loopYaml(answers: InitAnswers, ids: ReadonlyMap<string, string>): string {
  const { company, domain, dau } = answers;
  return commentedYaml([
    {
      key: 'company',
      value: { name: company, ...(domain ? { domain } : {}), ...(dau ? { scale: { dau } } : {}) },
      comment: [
        'The interview day.',
        `domain bends the guide: ${knownDomains.join(', ')}.`,
        'scale is what estimates are computed for: { dau: 10M users }. Also size (employees), values and emphasis (lenses).',
      ].join('\n'),
    },
    { key: 'date', value: answers.date, isShort: true },
    {
      key: 'timeZone',
      value: answers.timeZone,
      isShort: true,
      comment: "The company's zone; the rounds' times are in it.",
    },
    {
      key: 'rounds',
      value: answers.rounds.map(({ start, minutes, interviewers }, i) => ({
        id: `design-${i + 1}`,
        title: answers.rounds.length > 1 ? `System design ${i + 1}` : 'System design',
        kind: 'system-design',
        start,
        end: clockAfter(start, minutes),
        interviewers: interviewers.flatMap((name) => ids.get(name) ?? []),
      })),
      comment:
        'kind: system-design, behavioral, coding, other or break. interviewers are files in interviewers/, without .md.',
    },
    {
      example:
        '    lead: a-example\n    reported: [{ problem: chat, confidence: 0.6, source: candidate reports }]\n    alternates: [file-cache]',
      comment: 'A round may also say who leads it and what is said to be asked:',
    },
    {
      example:
        '  - id: culture\n    title: Culture and values\n    kind: behavioral\n    start: "15:00"\n    end: "15:45"\n    interviewers: []',
    },
    { example: 'bank: [rate-limiter, url-shortener]', comment: 'What else this company is said to ask:' },
  ]);
}

/** Minutes a week over the days, half as much again on Saturday and Sunday, in steps of five; the sum is exact. */
export function minutesPerDay(week: number): Record<string, number> {
  const shares = { mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1.5, sun: 1.5 };
  const days = Object.entries(shares).map(([day, share]): [string, number] => [
    day,
    Math.min(1440, Math.floor((week * share) / 8 / 5) * 5),
  ]);
  let left = week - days.reduce((sum, [, minutes]) => sum + minutes, 0);
  for (const day of [...days].reverse()) {
    const more = Math.min(left, 1440 - day[1]);
    day[1] += more;
    left -= more;
  }
  return Object.fromEntries(days);
}
