/** A JSON Resume in, a commented `profile.yaml` out, with what of the résumé has no place in a profile. */
import { InputError } from '../diagnostics.ts';
import type { Level } from '../model/ids.ts';
import { type Profile, profileSchema } from '../model/profile.ts';
import type { Resume, ResumeWork } from '../model/resume.ts';
import type { Technology } from '../model/technology.ts';
import { commentedYaml, type YamlBlock } from './commented-yaml.ts';
import { tidyText } from './import-text.ts';
import { readResume } from './read-resume.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml-source.ts';

export interface ResumeImport {
  yaml: string;
  /** One line of what came over. */
  said: string;
  /** True when the level, gaps, stories and availability of the profile before were kept. */
  kept: boolean;
  /** What the candidate should still decide. */
  warnings: string[];
  /** Parts of the résumé without a place, by key. */
  unmapped: string[];
}

export interface ResumeWishes {
  /** As the user typed it. */
  file: string;
  level: Level | undefined;
  today: string;
  technologies: readonly Pick<Technology, 'name' | 'aliases'>[];
  /** The profile that is replaced: what no résumé knows is kept, if it is the same person's. */
  existing: Profile | undefined;
}

/** The name that `init` writes when it was not told one. */
const placeholderName = 'your name';

/** Culture rounds need a handful of stories, not a career. */
const mostHighlights = 10;

/** Throws InputError for what is not JSON or not a résumé. */
export function importResume(json: string, wishes: ResumeWishes): ResumeImport {
  const { resume, source } = readResume(json, wishes.file);
  const name = line(resume.basics?.name);
  if (name === '')
    throw new InputError([
      {
        severity: 'error',
        file: wishes.file,
        ...source.locate(['basics']),
        found: 'no basics.name',
        expected: 'the name of the person',
        mend: 'Add "basics": { "name": "…" }; a JSON Resume keeps the name there.',
      },
    ]);
  const unmapped: string[] = [];
  const before = wishes.existing;
  const existing =
    before && [name.toLowerCase(), placeholderName].includes(before.name.toLowerCase()) ? before : undefined;
  const level = wishes.level ?? existing?.target.level;
  const role = line(resume.basics?.label) || existing?.target.role;
  const years = yearsOf(resume.work ?? [], wishes.today);
  const technologies = [
    ...new Set([...(existing?.technologies ?? []), ...technologiesOf(resume, wishes.technologies)]),
  ];
  const written = existing?.highlights ?? [];
  const stories = storiesOf(resume).filter((s) => !written.some((own) => own.title === s.title));
  if (stories.length > mostHighlights)
    unmapped.push(
      `${stories.length - mostHighlights} more highlights (the first ${mostHighlights} came over)`,
    );
  const highlights = [...written.map(withoutEmpty), ...stories.slice(0, mostHighlights)];
  const contact = { email: line(resume.basics?.email), phone: line(resume.basics?.phone) };
  const reached = Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== ''));
  const summary = tidyText(resume.basics?.summary ?? '').text.trim();
  unmapped.push(...unmappedOf(resume));

  const blocks: YamlBlock[] = [
    { example: `Who is preparing. Imported from ${line(wishes.file)} on ${wishes.today}.` },
    { example: 'summary, contact and notes are private: they are never published.' },
    { key: 'name', value: name, isShort: true },
    {
      key: 'target',
      value: { level: level ?? 'senior', ...(role ? { role } : {}) },
      isShort: true,
      comment: `${level ? '' : 'CHECK: a résumé does not say the level. '}mid, senior, staff or principal`,
    },
    ...optional('years', years),
    ...optional('summary', summary || undefined),
    ...kept(
      'strengths',
      existing?.strengths,
      'Lens, problem or pattern ids, or technologies: strengths: [api-design]',
    ),
    ...kept(
      'gaps',
      existing?.gaps,
      'The same, where you are weak; they get more room: gaps: [storage, rate-limiter]',
    ),
    ...kept('confidence', existing?.confidence, '1 (lost) to 5 (could teach it): confidence: { chat: 2 }'),
    ...(technologies.length > 0 ? [{ key: 'technologies', value: technologies, isShort: true }] : []),
    ...(highlights.length > 0
      ? [
          {
            key: 'highlights',
            value: highlights,
            comment:
              'Stories for culture rounds. Say of each what was yours: situation, task, action, result, values: [ownership]',
          },
        ]
      : []),
    existing?.availability
      ? { key: 'availability', value: existing.availability }
      : {
          example:
            'availability:\n  timeZone: Europe/Berlin\n  minutesPerDay: { mon: 45, tue: 45, thu: 45, sat: 90 }\n  sessionMinutes: 45',
          comment: 'When you can prepare; without it nothing is scheduled.',
        },
    ...(Object.keys(reached).length > 0 ? [{ key: 'contact', value: reached, isShort: true }] : []),
    ...optional('notes', existing?.notes),
  ];
  const yaml = commentedYaml(blocks);
  requireValid(yaml);
  return {
    yaml,
    said: [
      name,
      years === undefined ? undefined : `${years} years`,
      `${technologies.length} technologies`,
      `${highlights.length} highlights`,
    ]
      .filter((part) => part !== undefined)
      .join(', '),
    kept: existing !== undefined,
    warnings: level
      ? []
      : [
          'target.level is a guess: senior. Correct it in profile.yaml, or import again with --level staff --force.',
        ],
    unmapped,
  };
}

/** A text of one line, without what cannot be seen. */
function line(text: string | null | undefined): string {
  return tidyText(text ?? '')
    .text.replace(/\s+/g, ' ')
    .trim();
}

function optional(key: string, value: string | number | undefined): YamlBlock[] {
  return value === undefined ? [] : [{ key, value }];
}

/** A value that was there before, or how one would be written. */
function kept(key: string, value: object | undefined, example: string): YamlBlock[] {
  return value && Object.keys(value).length > 0 ? [{ key, value, isShort: true }] : [{ example }];
}

function withoutEmpty({ values, ...story }: Profile['highlights'][number]) {
  return { ...story, ...(values.length > 0 ? { values } : {}) };
}

/** Whole years in which there was work; jobs at the same time count once. */
export function yearsOf(jobs: readonly ResumeWork[], today: string): number | undefined {
  const spans = jobs
    .flatMap(({ startDate, endDate }) => {
      if (!startDate) return [];
      // A year alone ends with its December.
      const from = monthOf(startDate, 1);
      const to = Math.min(monthOf(endDate || today, 12), monthOf(today, 12)) + 1;
      return to > from ? [{ from, to }] : [];
    })
    .sort((a, b) => a.from - b.from);
  let months = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    months += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return months === 0 ? undefined : Math.min(60, Math.max(1, Math.round(months / 12)));
}

function monthOf(date: string, other: number): number {
  const [year = '0', month] = date.split('-');
  return Number(year) * 12 + (month === undefined ? other : Number(month)) - 1;
}

/** Keywords of skills and projects; a skill without keywords is one itself. Known names are spelled as the guide does. */
function technologiesOf(resume: Resume, known: ResumeWishes['technologies']): string[] {
  const spelling = new Map(
    known.flatMap((t) => [t.name, ...t.aliases].map((alias) => [alias.toLowerCase(), t.name])),
  );
  const stated = (resume.skills ?? []).flatMap((s) => (s.keywords?.length ? s.keywords : [s.name ?? '']));
  const used = (resume.projects ?? [])
    .flatMap((p) => p.keywords ?? [])
    .filter((word) => spelling.has(line(word).toLowerCase()));
  const words = [...stated, ...used].map(line).filter((word) => word !== '' && word.length <= 60);
  const byWord = new Map(words.map((word) => [spelling.get(word.toLowerCase()) ?? word, true]));
  return [...byWord.keys()];
}

type Story = Pick<Profile['highlights'][number], 'title' | 'situation' | 'action' | 'result'>;

/** Highlights of work, the latest job first, then of projects. */
function storiesOf(resume: Resume): Story[] {
  const latestFirst = [...(resume.work ?? [])].sort((a, b) => lastDay(b).localeCompare(lastDay(a)));
  const jobs = latestFirst.flatMap((job) =>
    (job.highlights ?? []).map((h) =>
      story(h, [line(job.position), line(job.name)].filter(Boolean).join(' at ')),
    ),
  );
  const projects = (resume.projects ?? []).flatMap((project) => {
    const where = [line(project.name), line(project.description)].filter(Boolean).join(': ');
    return (project.highlights ?? []).map((h) => story(h, where));
  });
  return [...jobs, ...projects].filter((s) => s.title !== '');
}

function lastDay({ startDate, endDate }: ResumeWork): string {
  return startDate && !endDate ? '9999' : (endDate ?? '');
}

/** With a number in it the sentence tells the result, else what was done. */
function story(highlight: string, situation: string): Story {
  const said = line(highlight);
  const title =
    said.length <= 70 ? said.replace(/[.;]$/, '') : `${said.slice(0, 68).replace(/[\s,;:.]+\S*$/, '')} …`;
  return {
    title,
    ...(situation ? { situation } : {}),
    ...(/\d/.test(said) ? { result: said } : { action: said }),
  };
}

const taken: Record<string, readonly string[]> = {
  basics: ['name', 'label', 'email', 'phone', 'summary'],
  work: ['name', 'position', 'startDate', 'endDate', 'highlights'],
  projects: ['name', 'description', 'highlights', 'keywords'],
  skills: ['name', 'keywords'],
};

/** Every key that has a value and no place, with how often it stands. */
function unmappedOf(resume: Resume): string[] {
  const isFull = (value: unknown) =>
    value !== null && value !== '' && !(typeof value === 'object' && Object.keys(value).length === 0);
  return Object.entries(resume).flatMap(([section, value]) => {
    if (section === '$schema' || section === 'meta' || !isFull(value)) return [];
    const known = taken[section];
    const entries = Array.isArray(value) ? value : [value];
    if (!known) return [Array.isArray(value) ? `${line(section)} (${value.length})` : line(section)];
    const keys = entries.flatMap((entry: unknown) =>
      typeof entry === 'object' && entry !== null
        ? Object.entries(entry).flatMap(([key, own]) => (known.includes(key) || !isFull(own) ? [] : [key]))
        : [],
    );
    const count = new Map<string, number>();
    for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1);
    return [...count].map(
      ([key, n]) => `${section}.${line(key).slice(0, 40)}${Array.isArray(value) ? ` (${n})` : ''}`,
    );
  });
}

/** What is written is read back: a profile that we would refuse is our bug, not the candidate's. */
function requireValid(yaml: string): void {
  const { source, diagnostics } = readYaml('profile.yaml', yaml);
  const faults = source ? validate(source, profileSchema).diagnostics : diagnostics;
  if (faults.length > 0) throw new Error(`The imported profile is not valid: ${faults[0]?.found}`);
}
