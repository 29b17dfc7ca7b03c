/** Rules between a candidate's files and the knowledge base: ids, technologies, scales. */
import { evaluateFormula } from '../estimates/evaluate.ts';
import { type Quantity, sameDimensions } from '../estimates/quantity.ts';
import { lensIds } from '../model/ids.ts';
import { at, entriesOf, type Rule, roundsOf } from './cross-rule.ts';
import { short } from './describe-value.ts';
import { few, suggest } from './nearest.ts';
import type { Path } from './yaml-source.ts';

export const problemsAreKnown: Rule = ({ loop, knowledge, sources }) => {
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
  return few(
    named.filter(([id]) => !ids.includes(id)),
    ([id, path]) =>
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

/** A stated scale is a positive quantity that measures what the estimates' input of that name measures. */
export const scaleIsAQuantity: Rule = ({ loop, knowledge, sources }) => {
  const sheets = (knowledge?.problems ?? []).flatMap((p) => (p.depth ? [p.depth.estimates.inputs] : []));
  const names = [...new Set(sheets.flatMap((inputs) => Object.keys(inputs)))];
  return Object.entries(loop?.company?.scale ?? {}).flatMap(([name, text]) => {
    if (text === undefined) return [];
    const path = ['company', 'scale', name];
    const found = `"${short(text)}" for ${name}`;
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

export const profileEntriesAreKnown: Rule = ({ profile, knowledge, sources }) => {
  if (!knowledge) return [];
  const ids: string[] = [
    ...lensIds,
    ...knowledge.problems.map((p) => p.id),
    ...knowledge.patterns.map((p) => p.id),
  ];
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
          `"${short(entry)}", which the knowledge base does not know`,
          'a lens, problem or pattern id, or a technology',
          suggest(entry, [...ids, ...technologies], 8),
        );
  const entries = [...entriesOf(profile?.gaps, ['gaps']), ...entriesOf(profile?.strengths, ['strengths'])];
  return [
    ...few(
      entries.filter(([entry]) => !known(entry)),
      check,
    ),
    ...few(
      Object.keys(profile?.confidence ?? {}).filter((key) => !ids.includes(key)),
      (key) =>
        at(
          sources.profile,
          ['confidence', key],
          'error',
          `confidence in "${short(key)}"`,
          'a problem or lens id',
          suggest(key, ids),
        ).map((d) => ({ ...d, ...sources.profile?.locate(['confidence', key], { key: true }) })),
    ),
  ];
};

export const confidencesAddUp: Rule = ({ loop, sources }) =>
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
