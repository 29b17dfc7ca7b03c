/** Rules between the rounds and the files in interviewers/. */
import type { Diagnostic } from '../diagnostics.ts';
import { at, entriesOf, type Rule, roundsOf } from './cross-rule.ts';
import { few, nearest, suggest } from './nearest.ts';
import type { Path } from './yaml-source.ts';

export const interviewersHaveFiles: Rule = ({ loop, interviewerIds, sources }) =>
  roundsOf(loop).flatMap(({ round, r }) => {
    const named: [string, Path][] = [
      ...entriesOf(round.interviewers, ['rounds', r, 'interviewers']),
      ...(round.lead && !round.interviewers?.includes(round.lead)
        ? [[round.lead, ['rounds', r, 'lead']] as [string, Path]]
        : []),
    ];
    return named
      .filter(([id]) => !interviewerIds.some((other) => other.toLowerCase() === id))
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

export const biosHaveText: Rule = ({ interviewers }) =>
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

export const interviewersAreNamed: Rule = ({ loop, interviewers, interviewerIds, sources }) => {
  if (!sources.loop || roundsOf(loop).length === 0) return [];
  const words = wordsIn(sources.loop.value);
  const missing = [...words].filter((word) => !interviewerIds.includes(word));
  return interviewers
    .filter(({ id }) => !words.has(id) && nearest(id, missing) === undefined)
    .map(({ id, file }) =>
      warn(
        file,
        'an interviewer whom no round names',
        `"${id}" among the interviewers of a round`,
        `Add ${id} to a round in loop.yaml, or delete the file.`,
      ),
    );
};

export const biosAreTheirOwn: Rule = ({ interviewers }) => {
  const first = new Map<string, string>();
  return interviewers.flatMap(({ id, file, bio }) => {
    const text = bio
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const other = first.get(text);
    if (other === undefined) first.set(text, id);
    return other === undefined || text === ''
      ? []
      : [
          warn(
            file,
            `the same bio as in ${other}.md`,
            'a bio of their own',
            'Paste the right one; as it is, both are read as one background.',
          ),
        ];
  });
};

export const namesStandOnce: Rule = ({ loop, sources }) => {
  const lists: [string, [string, Path][]][] = [
    ...roundsOf(loop).flatMap(({ round, r }): [string, [string, Path][]][] => [
      ['interviewer', entriesOf(round.interviewers, ['rounds', r, 'interviewers'])],
      [
        'reported problem',
        (round.reported ?? []).flatMap((x, i): [string, Path][] =>
          x?.problem === undefined ? [] : [[x.problem, ['rounds', r, 'reported', i, 'problem']]],
        ),
      ],
      ['alternate', entriesOf(round.alternates, ['rounds', r, 'alternates'])],
    ]),
    ['problem of the bank', entriesOf(loop?.bank, ['bank'])],
  ];
  const twice = lists.flatMap(([what, entries]) => {
    const seen = new Set<string>();
    return entries.filter(([id]) => seen.has(id) || !seen.add(id)).map(([id, path]) => ({ what, id, path }));
  });
  return few(twice, ({ what, id, path }) =>
    at(
      sources.loop,
      path,
      'warning',
      `the ${what} "${id}" for the second time`,
      'each once in a list',
      'Delete one of the two.',
    ),
  );
};

function warn(file: string, found: string, expected: string, mend: string): Diagnostic {
  return { severity: 'warning', file, line: 1, column: 1, found, expected, mend };
}

/** Every text in a parsed file. */
function wordsIn(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) wordsIn(inner, into);
  return into;
}
