/** Faults between files: each rule is a small function from everything read to diagnostics. */
import type { Diagnostic } from '../diagnostics.ts';
import { evaluateFormula } from '../estimates/evaluate.ts';
import { type Quantity, sameDimensions } from '../estimates/quantity.ts';
import { lensIds } from '../model/ids.ts';
import type { Interviewer } from '../model/interviewer.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Loop } from '../model/loop.ts';
import type { Profile } from '../model/profile.ts';
import { nearest, suggest } from './nearest.ts';
import type { Draft } from './validate.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** What was read of the candidate: parts that a schema refused are absent here and have their diagnostic already. */
export interface CrossChecked {
  profile: Draft<Profile> | undefined;
  loop: Draft<Loop> | undefined;
  /** Those whose files are in order. */
  interviewers: readonly Interviewer[];
  /** Every file in interviewers/, faulty or not. */
  interviewerIds: readonly string[];
  knowledge: Knowledge | undefined;
  sources: { profile: YamlSource | undefined; loop: YamlSource | undefined };
  today: string;
}

type Rule = (all: CrossChecked) => Diagnostic[];

const at = (
  source: YamlSource | undefined,
  path: Path,
  severity: Diagnostic['severity'],
  found: string,
  expected: string,
  mend: string,
): Diagnostic[] =>
  source ? [{ severity, file: source.file, ...source.locate(path), found, expected, mend }] : [];

/** The rounds that could be read, with their place in the list. */
const roundsOf = (loop: Draft<Loop> | undefined) =>
  (loop?.rounds ?? []).flatMap((round, r) => (round ? [{ round, r }] : []));

/** The entries of a list that could be read, each with its path. */
const entriesOf = (list: readonly (string | undefined)[] | undefined, path: Path): [string, Path][] =>
  (list ?? []).flatMap((entry, i) => (entry === undefined ? [] : [[entry, [...path, i]] as [string, Path]]));

const interviewersHaveFiles: Rule = ({ loop, interviewerIds, sources }) =>
  roundsOf(loop).flatMap(({ round, r }) => {
    const named: [string, Path][] = [
      ...entriesOf(round.interviewers, ['rounds', r, 'interviewers']),
      ...(round.lead && !round.interviewers?.includes(round.lead)
        ? [[round.lead, ['rounds', r, 'lead']] as [string, Path]]
        : []),
    ];
    return named
      .filter(([id]) => !interviewerIds.includes(id))
      .flatMap(([id, path]) =>
        at(
          sources.loop,
          path,
          'warning',
          `interviewer "${id}" without a file`,
          `interviewers/${id}.md`,
          nearest(id, interviewerIds) === undefined
            ? `Create interviewers/${id}.md with the bio; without it the round gets the general guide.`
            : `${suggest(id, interviewerIds)} Without a file the round gets the general guide.`,
        ),
      );
  });

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
  if (!knowledge) return [];
  const ids = knowledge.problems.map((p) => p.id);
  const named: [string, Path][] = [
    ...roundsOf(loop).flatMap(({ round, r }) => [
      ...(round.reported ?? []).flatMap((x, i): [string, Path][] =>
        x?.problem === undefined ? [] : [[x.problem, ['rounds', r, 'reported', i, 'problem']]],
      ),
      ...entriesOf(round.alternates, ['rounds', r, 'alternates']),
    ]),
    ...entriesOf(loop?.bank, ['bank']),
  ];
  return named
    .filter(([id]) => !ids.includes(id))
    .flatMap(([id, path]) =>
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

const roundIdsAreUnique: Rule = ({ loop, sources }) => {
  const rounds = roundsOf(loop);
  return rounds.flatMap(({ round, r }) =>
    round.id !== undefined && rounds.some((x) => x.round.id === round.id && x.r < r)
      ? at(
          sources.loop,
          ['rounds', r, 'id'],
          'error',
          `the round id "${round.id}" twice`,
          'an id of its own',
          `Write "${round.id}-2".`,
        )
      : [],
  );
};

const roundsRunForward: Rule = ({ loop, sources }) =>
  roundsOf(loop).flatMap(({ round: { start, end }, r }) =>
    start !== undefined && end !== undefined && end <= start
      ? at(
          sources.loop,
          ['rounds', r, 'end'],
          'error',
          `an end at ${end} for a start at ${start}`,
          'an end after the start',
          'Write the later time under end.',
        )
      : [],
  );

const roundsDoNotOverlap: Rule = ({ loop, sources }) => {
  const timed = roundsOf(loop).flatMap(({ round: { id, date = loop?.date, start, end }, r }) =>
    start === undefined || end === undefined ? [] : [{ id: id ?? `round ${r + 1}`, date, start, end, r }],
  );
  return timed.flatMap((round, i) => {
    const clash = timed
      .slice(0, i)
      .find((x) => x.date === round.date && x.start < round.end && round.start < x.end);
    return clash
      ? at(
          sources.loop,
          ['rounds', round.r, 'start'],
          'error',
          `"${round.id}" from ${round.start} to ${round.end}`,
          `a time that does not overlap "${clash.id}" (${clash.start} to ${clash.end})`,
          'Move one of them.',
        )
      : [];
  });
};

const designRoundsHaveMinutes: Rule = ({ loop, sources }) =>
  roundsOf(loop).flatMap(({ round: { kind, start, end }, r }) => {
    if (kind !== 'system-design' || start === undefined || end === undefined) return [];
    const minutes = minutesOf(end) - minutesOf(start);
    return minutes > 0 && minutes < 15
      ? at(
          sources.loop,
          ['rounds', r, 'end'],
          'error',
          `a design round of ${minutes} minutes`,
          'at least 15 minutes',
          'Check start and end.',
        )
      : [];
  });

const zonesExist: Rule = ({ loop, profile, sources }) => {
  const zones: [string | undefined, YamlSource | undefined, Path][] = [
    [loop?.timeZone, sources.loop, ['timeZone']],
    [profile?.availability?.timeZone, sources.profile, ['availability', 'timeZone']],
  ];
  return zones.flatMap(([zone, source, path]) =>
    zone === undefined || isZone(zone)
      ? []
      : at(
          source,
          path,
          'error',
          `the unknown time zone "${zone.slice(0, 40)}"`,
          'an IANA time zone',
          suggest(zone, Intl.supportedValuesOf('timeZone'), 4),
        ),
  );
};

const loopIsAhead: Rule = ({ loop, today, sources }) => {
  const first = loop?.asOf ?? today;
  return loop?.date !== undefined && loop.date < first
    ? at(
        sources.loop,
        ['date'],
        'warning',
        `${loop.date}, which is past`,
        `a day from ${first} on`,
        'The pack is built all the same.',
      )
    : [];
};

/** A stated scale is a positive quantity that measures what the estimates' input of that name measures. */
const scaleIsAQuantity: Rule = ({ loop, knowledge, sources }) => {
  const sheets = (knowledge?.problems ?? []).flatMap((p) => (p.depth ? [p.depth.estimates.inputs] : []));
  const names = [...new Set(sheets.flatMap((inputs) => Object.keys(inputs)))];
  return Object.entries(loop?.company?.scale ?? {}).flatMap(([name, text]) => {
    if (text === undefined) return [];
    const path = ['company', 'scale', name];
    const found = `"${text.slice(0, 40)}" for ${name}`;
    const outcome = evaluateFormula(text, {});
    if (!outcome.ok) {
      const mend = outcome.fault.mend ?? 'Write a number, a magnitude and a unit: 500K users.';
      return at(
        sources.loop,
        path,
        'error',
        `${found}: ${outcome.fault.message}`,
        'a quantity such as 10M users',
        mend,
      );
    }
    if (outcome.value.value <= 0) {
      const mend = 'Write the real scale, or leave the key out.';
      return at(sources.loop, path, 'error', found, 'more than zero', mend);
    }
    if (name === 'dau' && !isUsers(outcome.value)) {
      const mend = 'Write "users" after the number.';
      return at(sources.loop, path, 'error', found, 'a number of users, such as 10M users', mend);
    }
    if (!knowledge) return [];
    if (!names.includes(name)) {
      const expected = names.includes('dau') ? 'dau' : 'a known input';
      return at(
        sources.loop,
        path,
        'warning',
        `the scale "${name}", which no estimate uses`,
        expected,
        suggest(name, names, 8),
      );
    }
    const own = sheets.flatMap((inputs) => inputs[name]?.value ?? []);
    const fits = own.some((value) => {
      const measured = evaluateFormula(value, {});
      return !measured.ok || sameDimensions(measured.value.dimensions, outcome.value.dimensions);
    });
    const mend = `Give it a unit as in the estimate: ${own[0]}.`;
    return fits
      ? []
      : at(sources.loop, path, 'error', found, `a quantity of the same kind as ${own[0]}`, mend);
  });
};

function isUsers(quantity: Quantity): boolean {
  const powers = Object.entries(quantity.dimensions).filter(([, power]) => power !== 0);
  return powers.length === 1 && /^users?$/.test(powers[0]?.[0] ?? '') && powers[0]?.[1] === 1;
}

const profileEntriesAreKnown: Rule = ({ profile, knowledge, sources }) => {
  if (!knowledge) return [];
  const ids = [...lensIds, ...knowledge.problems.map((p) => p.id), ...knowledge.patterns.map((p) => p.id)];
  const technologies = knowledge.technologies
    .flatMap((t) => [t.name, ...t.aliases])
    .map((t) => t.toLowerCase());
  const known = (entry: string) => ids.includes(entry) || technologies.includes(entry.toLowerCase());
  const check = ([entry, path]: [string, Path]) =>
    known(entry)
      ? []
      : at(
          sources.profile,
          path,
          'warning',
          `"${entry.slice(0, 40)}", which the knowledge base does not know`,
          'a lens, problem or pattern id, or a technology',
          suggest(entry, [...ids, ...technologies], 8),
        );
  return [
    ...entriesOf(profile?.gaps, ['gaps']).flatMap(check),
    ...entriesOf(profile?.strengths, ['strengths']).flatMap(check),
    ...Object.keys(profile?.confidence ?? {})
      .filter((key) => !ids.includes(key))
      .flatMap((key) =>
        at(
          sources.profile,
          ['confidence', key],
          'error',
          `confidence in "${key.slice(0, 40)}"`,
          'a problem or lens id',
          suggest(key, ids),
        ).map((d) => ({ ...d, ...sources.profile?.locate(['confidence', key], { key: true }) })),
      ),
  ];
};

const confidencesAddUp: Rule = ({ loop, sources }) =>
  roundsOf(loop).flatMap(({ round, r }) => {
    const sum = (round.reported ?? []).reduce((n, x) => n + (x?.confidence ?? 0), 0);
    return sum > 1.001
      ? at(
          sources.loop,
          ['rounds', r, 'reported'],
          'warning',
          `confidences that add up to ${Math.round(sum * 100)}%`,
          'at most 100%',
          'Lower some of them; they are shares of one certainty.',
        )
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
