/** Faults between files: each rule is a small function from everything read to diagnostics. */
import type { Diagnostic } from '../diagnostics.ts';
import { evaluateFormula } from '../estimates/evaluate.ts';
import { lensIds } from '../model/ids.ts';
import type { Interviewer } from '../model/interviewer.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Loop } from '../model/loop.ts';
import type { Profile } from '../model/profile.ts';
import { suggest } from './nearest.ts';
import type { Path, YamlSource } from './yaml-source.ts';

export interface CrossChecked {
  profile: Profile;
  loop: Loop;
  interviewers: readonly Interviewer[];
  knowledge: Knowledge;
  sources: { profile: YamlSource; loop: YamlSource };
  today: string;
}

type Rule = (all: CrossChecked) => Diagnostic[];

const at = (
  source: YamlSource,
  path: Path,
  severity: Diagnostic['severity'],
  found: string,
  expected: string,
  mend: string,
): Diagnostic => ({
  severity,
  file: source.file,
  ...source.locate(path),
  found,
  expected,
  mend,
});

const interviewersHaveFiles: Rule = ({ loop, interviewers, sources }) => {
  const ids = interviewers.map((i) => i.id);
  return loop.rounds.flatMap((round, r) => {
    const named: [string, Path][] = [
      ...(round.lead ? [[round.lead, ['rounds', r, 'lead']] as [string, Path]] : []),
      ...round.interviewers.map((id, i): [string, Path] => [id, ['rounds', r, 'interviewers', i]]),
    ];
    return named
      .filter(([id]) => !ids.includes(id))
      .map(([id, path]) =>
        at(
          sources.loop,
          path,
          'warning',
          `interviewer "${id}" without a file`,
          `interviewers/${id}.md`,
          ids.length
            ? `${suggest(id, ids)} Without a file the round gets the general guide.`
            : `Create interviewers/${id}.md with the bio; without it the round gets the general guide.`,
        ),
      );
  });
};

const biosHaveText: Rule = ({ interviewers }) =>
  interviewers
    .filter((i) => i.bio.trim() === '')
    .map((i) => ({
      severity: 'warning' as const,
      file: i.file,
      line: 1,
      column: 1,
      found: 'an empty bio',
      expected: 'the bio below the front matter',
      mend: 'Paste it; without a bio the round gets the general guide.',
    }));

const problemsAreKnown: Rule = ({ loop, knowledge, sources }) => {
  const ids = knowledge.problems.map((p) => p.id);
  const named: [string, Path][] = [
    ...loop.rounds.flatMap((round, r) => [
      ...round.reported.map((x, i): [string, Path] => [x.problem, ['rounds', r, 'reported', i, 'problem']]),
      ...round.alternates.map((id, i): [string, Path] => [id, ['rounds', r, 'alternates', i]]),
    ]),
    ...loop.bank.map((id, i): [string, Path] => [id, ['bank', i]]),
  ];
  return named
    .filter(([id]) => !ids.includes(id))
    .map(([id, path]) =>
      at(
        sources.loop,
        path,
        'error',
        `the unknown problem "${id}"`,
        'a problem id of the bank',
        suggest(id, ids),
      ),
    );
};

const roundIdsAreUnique: Rule = ({ loop, sources }) =>
  loop.rounds.flatMap((round, r) =>
    loop.rounds.findIndex((x) => x.id === round.id) < r
      ? [
          at(
            sources.loop,
            ['rounds', r, 'id'],
            'error',
            `the round id "${round.id}" twice`,
            'an id of its own',
            `Write "${round.id}-2".`,
          ),
        ]
      : [],
  );

const roundsRunForward: Rule = ({ loop, sources }) =>
  loop.rounds.flatMap((round, r) =>
    round.end <= round.start
      ? [
          at(
            sources.loop,
            ['rounds', r, 'end'],
            'error',
            `an end at ${round.end} for a start at ${round.start}`,
            'an end after the start',
            'Write the later time under end.',
          ),
        ]
      : [],
  );

const roundsDoNotOverlap: Rule = ({ loop, sources }) =>
  loop.rounds.flatMap((round, r) => {
    const clash = loop.rounds
      .slice(0, r)
      .find(
        (x) =>
          (x.date ?? loop.date) === (round.date ?? loop.date) && x.start < round.end && round.start < x.end,
      );
    return clash
      ? [
          at(
            sources.loop,
            ['rounds', r, 'start'],
            'error',
            `"${round.id}" from ${round.start} to ${round.end}`,
            `a time that does not overlap "${clash.id}" (${clash.start} to ${clash.end})`,
            'Move one of them.',
          ),
        ]
      : [];
  });

const designRoundsHaveMinutes: Rule = ({ loop, sources }) =>
  loop.rounds.flatMap((round, r) => {
    const minutes = minutesOf(round.end) - minutesOf(round.start);
    return round.kind === 'system-design' && minutes > 0 && minutes < 15
      ? [
          at(
            sources.loop,
            ['rounds', r, 'end'],
            'error',
            `a design round of ${minutes} minutes`,
            'at least 15 minutes',
            'Check start and end.',
          ),
        ]
      : [];
  });

const zonesExist: Rule = ({ loop, profile, sources }) => {
  const zones: [string | undefined, YamlSource, Path][] = [
    [loop.timeZone, sources.loop, ['timeZone']],
    [profile.availability?.timeZone, sources.profile, ['availability', 'timeZone']],
  ];
  return zones.flatMap(([zone, source, path]) =>
    zone === undefined || isZone(zone)
      ? []
      : [
          at(
            source,
            path,
            'error',
            `the unknown time zone "${zone.slice(0, 40)}"`,
            'an IANA time zone',
            suggest(zone, Intl.supportedValuesOf('timeZone'), 4),
          ),
        ],
  );
};

const loopIsAhead: Rule = ({ loop, today, sources }) =>
  loop.date < (loop.asOf ?? today)
    ? [
        at(
          sources.loop,
          ['date'],
          'warning',
          `${loop.date}, which is past`,
          `a day from ${loop.asOf ?? today} on`,
          'The pack is built all the same.',
        ),
      ]
    : [];

const scaleIsAQuantity: Rule = ({ loop, knowledge, sources }) => {
  const inputs = new Set(knowledge.problems.flatMap((p) => Object.keys(p.depth?.estimates.inputs ?? {})));
  return Object.entries(loop.company.scale).flatMap(([name, text]) => {
    const path = ['company', 'scale', name];
    const outcome = evaluateFormula(text, {});
    if (!outcome.ok)
      return [
        at(
          sources.loop,
          path,
          'error',
          `"${text.slice(0, 40)}" for ${name}: ${outcome.fault.message}`,
          'a quantity such as 10M users',
          outcome.fault.mend ?? 'Write a number, a magnitude and a unit: 500K users.',
        ),
      ];
    if (outcome.value.value <= 0)
      return [
        at(
          sources.loop,
          path,
          'error',
          `"${text.slice(0, 40)}" for ${name}`,
          'more than zero',
          'Write the real scale, or leave the key out.',
        ),
      ];
    const users = Object.entries(outcome.value.dimensions).filter(([, power]) => power !== 0);
    if (
      name === 'dau' &&
      !(users.length === 1 && /^users?$/.test(users[0]?.[0] ?? '') && users[0]?.[1] === 1)
    )
      return [
        at(
          sources.loop,
          path,
          'error',
          `"${text.slice(0, 40)}" for dau`,
          'a number of users, such as 10M users',
          'Write "users" after the number.',
        ),
      ];
    if (!inputs.has(name))
      return [
        at(
          sources.loop,
          path,
          'warning',
          `the scale "${name}", which no estimate uses`,
          [...inputs].includes('dau') ? 'dau' : 'a known input',
          suggest(name, [...inputs], 8),
        ),
      ];
    return [];
  });
};

const profileEntriesAreKnown: Rule = ({ profile, knowledge, sources }) => {
  const ids = [...lensIds, ...knowledge.problems.map((p) => p.id), ...knowledge.patterns.map((p) => p.id)];
  const technologies = knowledge.technologies
    .flatMap((t) => [t.name, ...t.aliases])
    .map((t) => t.toLowerCase());
  const known = (entry: string) => ids.includes(entry) || technologies.includes(entry.toLowerCase());
  const check = (entry: string, path: Path) =>
    known(entry)
      ? []
      : [
          at(
            sources.profile,
            path,
            'warning',
            `"${entry.slice(0, 40)}", which the knowledge base does not know`,
            'a lens, problem or pattern id, or a technology',
            suggest(entry, [...ids, ...technologies], 8),
          ),
        ];
  return [
    ...profile.gaps.flatMap((g, i) => check(g, ['gaps', i])),
    ...profile.strengths.flatMap((s, i) => check(s, ['strengths', i])),
    ...Object.keys(profile.confidence).flatMap((key) =>
      ids.includes(key)
        ? []
        : [
            {
              ...at(
                sources.profile,
                ['confidence', key],
                'error',
                `confidence in "${key.slice(0, 40)}"`,
                'a problem or lens id',
                suggest(key, ids),
              ),
              ...sources.profile.locate(['confidence', key], { key: true }),
            },
          ],
    ),
  ];
};

const confidencesAddUp: Rule = ({ loop, sources }) =>
  loop.rounds.flatMap((round, r) => {
    const sum = round.reported.reduce((n, x) => n + x.confidence, 0);
    return sum > 1.001
      ? [
          at(
            sources.loop,
            ['rounds', r, 'reported'],
            'warning',
            `confidences that add up to ${Math.round(sum * 100)}%`,
            'at most 100%',
            'Lower some of them; they are shares of one certainty.',
          ),
        ]
      : [];
  });

export const crossRules: readonly Rule[] = [
  interviewersHaveFiles,
  biosHaveText,
  problemsAreKnown,
  roundIdsAreUnique,
  roundsRunForward,
  roundsDoNotOverlap,
  designRoundsHaveMinutes,
  zonesExist,
  loopIsAhead,
  scaleIsAQuantity,
  profileEntriesAreKnown,
  confidencesAddUp,
];

export function crossCheck(all: CrossChecked): Diagnostic[] {
  return crossRules.flatMap((rule) => rule(all));
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
