/** Portable patterns: what to fall back on whatever they ask; and the figures to compare with. */
import { type Directive, evaluatedOf } from '../context.ts';
import { classed, type Flow, link, list, paragraph, strong, table, text } from '../nodes.ts';
import { phrase, prose } from '../prose.ts';
import { sayReasons } from '../say-reason.ts';
import { lensTags } from './tags.ts';

export const patterns: Directive = (context) => {
  const chosen = context.guide?.patterns ?? [];
  return chosen.length === 0
    ? []
    : [
        list(
          chosen.map(({ pattern, reason }) => [
            paragraph(
              strong(link(`/patterns/${pattern.id}/`, pattern.title)),
              '. ',
              ...phrase(pattern.oneLine, evaluatedOf(context)),
            ),
            classed('why', ...sayReasons([reason])),
          ]),
          { className: 'patterns' },
        ),
      ];
};

/** Industry figures for this panel's lenses, with source and year. */
export const figures: Directive = ({ guide }) =>
  guide && guide.numbers.length > 0
    ? [
        table(
          ['Figure', 'Value', 'Source'],
          guide.numbers.map((n) => [[text(n.what)], [strong(n.value)], [text(`${n.source}, ${n.year}`)]]),
          'figures',
        ),
      ]
    : [];

export const allFigures: Directive = ({ pack }) =>
  pack.numbers.length > 0
    ? [
        table(
          ['Figure', 'Value', 'Source'],
          pack.numbers.map((n) => [[text(n.what)], [strong(n.value)], [text(`${n.source}, ${n.year}`)]]),
          'figures',
        ),
      ]
    : [];

export const patternBody: Directive = (context) =>
  context.pattern ? prose(context.pattern.body.replace(/^## /gm, '## '), evaluatedOf(context)) : [];

export const patternHead: Directive = (context) => {
  const { pattern, pack } = context;
  if (!pattern) return [];
  const related = pack.patterns.filter((p) => pattern.related.includes(p.id));
  return [
    classed('lead', ...phrase(pattern.oneLine, evaluatedOf(context))),
    classed('tags', ...lensTags(pattern.lenses, pack)),
    ...(related.length > 0
      ? [
          paragraph(
            strong('See also'),
            ' ',
            ...related.flatMap((r, i) => [...(i ? [text(', ')] : []), link(`/patterns/${r.id}/`, r.title)]),
          ),
        ]
      : []),
  ];
};

/** Where this pattern stands in the problems of the bank. */
export const patternUses: Directive = ({ pattern, pack }) => {
  if (!pattern) return [];
  const uses = pack.problems.filter((p) => p.patterns.apply.includes(pattern.id));
  const breaks = pack.problems.flatMap((p) =>
    p.patterns.breaks.filter((b) => b.pattern === pattern.id).map((b) => ({ p, b })),
  );
  const tempts = pattern.tempts.flatMap((t) => {
    const problem = pack.problems.find((p) => p.id === t.problem);
    return problem ? [{ problem, why: t.why }] : [];
  });
  const flows: Flow[] = [];
  if (uses.length > 0)
    flows.push(
      paragraph(
        strong('Carries'),
        ' ',
        ...uses.flatMap((p, i) => [...(i ? [text(', ')] : []), link(`/problems/${p.id}/`, p.title)]),
        '.',
      ),
    );
  if (breaks.length > 0)
    flows.push(
      list(
        breaks.map(({ p, b }) => [
          paragraph(
            strong('Breaks on'),
            ' ',
            link(`/problems/${p.id}/`, p.title),
            ': ',
            ...phrase(b.why, p.evaluated),
          ),
        ]),
      ),
    );
  if (tempts.length > 0)
    flows.push(
      list(
        tempts.map(({ problem, why }) => [
          paragraph(
            strong('Near on'),
            ' ',
            link(`/problems/${problem.id}/`, problem.title),
            ': ',
            ...phrase(why, problem.evaluated),
          ),
        ]),
      ),
    );
  return flows;
};

/** All of a kind, `::pattern-index{kind="choice"}`; without a kind those that are plain patterns. */
export const patternIndex: Directive = (context, { kind }) => {
  const shelf = context.pack.patterns.filter((p) => p.kind === (kind ?? 'pattern'));
  if (shelf.length === 0) return [];
  return [
    list(
      shelf.map((p) => [
        paragraph(
          strong(link(`/patterns/${p.id}/`, p.title)),
          ' ',
          ...phrase(p.oneLine, evaluatedOf(context)),
        ),
        classed('tags', ...lensTags(p.lenses, context.pack)),
      ]),
      { className: 'index' },
    ),
  ];
};
