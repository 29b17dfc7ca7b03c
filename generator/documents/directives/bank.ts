/** The bank: a problem's head, the breadth deck, pivots. */

import type { Pivot, ResolvedProblem } from '../../model/pack.ts';
import { upperFirst } from '../../pack/in-sentence.ts';
import { type Directive, evaluatedOf, problemOf } from '../context.ts';
import {
  block,
  classed,
  enumerate,
  type Flow,
  heading,
  link,
  list,
  paragraph,
  span,
  strong,
} from '../nodes.ts';
import { phrase } from '../prose.ts';
import { sayReasons } from '../say-reason.ts';
import { lensTags } from './tags.ts';

export const problemHead: Directive = (context) => {
  const { pack } = context;
  const problem = problemOf(context);
  if (!problem) return [];
  const guides = pack.guides.filter((g) => g.problem.id === problem.id);
  return [
    classed('lead', ...phrase(problem.pitch, problem.evaluated)),
    paragraph(strong('Key trade-off'), ' ', ...phrase(problem.tradeOff, problem.evaluated)),
    classed('tags', ...lensTags(problem.lenses, pack)),
    ...(context.guide
      ? []
      : guides.map((g) =>
          paragraph(
            strong('Tailored:'),
            ' ',
            link(`/rounds/${g.round.id}/`, `the guide of ${g.round.title}`),
            ' holds this problem for its interviewers.',
          ),
        )),
  ];
};

/** The pitch and the trade-off, for a problem that has no full sheet. */
export const breadthNote: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem || problem.depth) return [];
  const near = context.pack.problems.filter(
    (p) =>
      p.depth &&
      (problem.related.some((r) => r.problem === p.id) || p.related.some((r) => r.problem === problem.id)),
  );
  return [
    block('div', { className: 'note' }, [
      paragraph(
        'The bank holds this problem in breadth: its trade-off, its three numbers, the patterns that carry and break. ',
        ...(near.length > 0
          ? [
              near.length === 1 ? 'The full sheet nearest to it is ' : 'The full sheets nearest to it are ',
              ...enumerate(near.map((p) => link(`/problems/${p.id}/`, p.title))),
              '.',
            ]
          : []),
      ),
      ...(Object.keys(context.pack.company.scale).length > 0
        ? [
            paragraph(
              `Its numbers are for the load that each of them names, not for the scale you gave for ${context.pack.company.name}: say yours first, then scale them in proportion.`,
            ),
          ]
        : []),
    ]),
  ];
};

export const related: Directive = (context) => {
  const problem = problemOf(context);
  const known = (problem?.related ?? []).flatMap((r) => {
    const other = context.pack.problems.find((p) => p.id === r.problem);
    return other ? [{ other, r }] : [];
  });
  return known.length > 0 && problem
    ? [
        list(
          known.map(({ other, r }) => [
            paragraph(
              strong(link(`/problems/${other.id}/`, other.title)),
              ': ',
              ...phrase(r.carriesOver, problem.evaluated),
            ),
          ]),
        ),
      ]
    : [];
};

export const problemPatterns: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem) return [];
  const find = (id: string) => context.pack.patterns.find((p) => p.id === id);
  const apply = problem.patterns.apply.flatMap((id) => find(id) ?? []);
  const breaks = problem.patterns.breaks.flatMap((b) => {
    const pattern = find(b.pattern);
    return pattern ? [{ pattern, why: b.why }] : [];
  });
  const near = context.pack.patterns.flatMap((pattern) =>
    pattern.tempts.filter((t) => t.problem === problem.id).map(({ why }) => ({ pattern, why })),
  );
  return [
    ...(apply.length > 0
      ? [
          list(
            apply.map((p) => [
              paragraph(
                strong(link(`/patterns/${p.id}/`, p.title)),
                '. ',
                ...phrase(p.oneLine, evaluatedOf(context)),
              ),
            ]),
          ),
        ]
      : []),
    ...(breaks.length > 0
      ? [
          list(
            breaks.map(({ pattern, why }) => [
              paragraph(
                strong('Breaks here:'),
                ' ',
                link(`/patterns/${pattern.id}/`, pattern.title),
                '. ',
                ...phrase(why, evaluatedOf(context)),
              ),
            ]),
          ),
        ]
      : []),
    ...(near.length > 0
      ? [
          list(
            near.map(({ pattern, why }) => [
              paragraph(
                strong('Do not fall into it:'),
                ' ',
                link(`/patterns/${pattern.id}/`, pattern.title),
                '. ',
                ...phrase(why, evaluatedOf(context)),
              ),
            ]),
          ),
        ]
      : []),
  ];
};

/** Every problem of the bank in one line with its key trade-off. */
export const breadthDeck: Directive = ({ pack }) => {
  const rank = (p: ResolvedProblem) => {
    const guide = pack.guides.findIndex((g) => g.problem.id === p.id);
    return guide >= 0 ? guide : 10 + pack.pivots.findIndex((x) => x.problem === p.id);
  };
  return [
    block('pp-filter', {}, [
      list(
        [...pack.problems]
          .sort((a, b) => rank(a) - rank(b))
          .map((p) => [
            paragraph(
              strong(link(`/problems/${p.id}/`, p.title)),
              ...(p.depth ? [' ', span('tag full', 'full sheet')] : []),
              ' ',
              ...lensTags(p.lenses, pack),
            ),
            paragraph(...phrase(p.tradeOff, p.evaluated)),
            list(
              p.threeNumbers.map((n) => [
                paragraph(span('what', upperFirst(n.what)), ' ', ...phrase(n.value, p.evaluated)),
              ]),
              { className: 'three' },
            ),
          ]),
        { className: 'deck' },
      ),
    ]),
  ];
};

const tierTitles: Record<Pivot['tier'], string> = {
  reported: 'Reported for this loop',
  likely: 'Said to be asked here',
  possible: 'Would suit this loop',
  unlikely: 'Less likely',
};

/** Every other problem, likeliest first, with what carries over. */
export const pivots: Directive = (context) =>
  (['reported', 'likely', 'possible', 'unlikely'] as const).flatMap((tier): Flow[] => {
    const rows = context.pack.pivots.filter((p) => p.tier === tier);
    if (rows.length === 0) return [];
    return [
      heading(2, `tier-${tier}`, tierTitles[tier]),
      list(
        rows.map((p) => {
          const evaluated =
            context.pack.problems.find((x) => x.id === p.problem)?.evaluated ?? evaluatedOf(context);
          return [
            paragraph(
              strong(link(`/problems/${p.problem}/`, p.title)),
              ' ',
              span('weight', 'because ', ...sayReasons(p.reasons.slice(0, 2))),
            ),
            paragraph(...phrase(p.tradeOff, evaluated)),
            ...(p.carriesOver.length > 0
              ? [
                  list(
                    p.carriesOver.map((c) => [paragraph(...phrase(c, evaluated))]),
                    { className: 'carries' },
                  ),
                ]
              : []),
          ];
        }),
        { className: 'index pivots' },
      ),
    ];
  });

/** The likeliest others of this round, with what of this guide carries over. */
export const roundPivots: Directive = (context) => {
  const { guide, pack } = context;
  if (!guide) return [];
  const rows = pack.pivots.filter((p) => guide.others.some((o) => o.problem === p.problem)).slice(0, 4);
  return rows.length > 0
    ? [
        list(
          rows.map((p) => {
            const other = guide.others.find((o) => o.problem === p.problem);
            const own = p.carriesOver.filter((c) => c.includes(`**${guide.problem.title}**`));
            return [
              paragraph(
                strong(link(`/problems/${p.problem}/`, p.title)),
                ' ',
                span('weight', ...sayReasons(other?.reasons ?? p.reasons)),
              ),
              ...own.map((c) => paragraph(...phrase(c, guide.problem.evaluated))),
            ];
          }),
        ),
      ]
    : [];
};
