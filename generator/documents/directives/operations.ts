/** Failure modes, objectives, choices and the scaling story. */
import type { LensId } from '../../model/ids.ts';
import { type Directive, evaluatedOf, problemOf } from '../context.ts';
import {
  block,
  details,
  emphasis,
  type Flow,
  heading,
  list,
  paragraph,
  span,
  strong,
  table,
  text,
} from '../nodes.ts';
import { phrase } from '../prose.ts';
import { nameOf } from './design.ts';

/** Failure modes, those nearest to the panel first. */
export const failures: Directive = (context) => {
  const depth = problemOf(context)?.depth;
  if (!depth) return [];
  const evaluated = evaluatedOf(context);
  const ranked = byPanel(depth.failures, (f) => f.lenses, context.guide?.weights);
  return ranked.flatMap((f): Flow[] => [
    heading(3, `failure-${f.id}`, f.title, ' ', span('tag', nameOf(depth.architecture, f.component))),
    list(
      [
        [paragraph(strong('You notice'), ' ', ...phrase(f.detection, evaluated))],
        [paragraph(strong('Effect'), ' ', ...phrase(f.effect, evaluated))],
        [paragraph(strong('Mitigation'), ' ', ...phrase(f.mitigation, evaluated))],
        [paragraph(strong('Recovery'), ' ', ...phrase(f.recovery, evaluated))],
      ],
      { className: 'facts' },
    ),
  ]);
};

export function byPanel<T>(
  items: readonly T[],
  lenses: (item: T) => readonly LensId[],
  weights: Readonly<Partial<Record<LensId, number>>> | undefined,
): T[] {
  if (!weights) return [...items];
  const score = (item: T) => Math.max(0, ...lenses(item).map((l, i) => (weights[l] ?? 0) * 0.8 ** i));
  return items
    .map((item, i) => ({ item, i, s: score(item) }))
    .sort((a, b) => b.s - a.s || a.i - b.i)
    .map((x) => x.item);
}

/** Each objective with the error budget that follows from it. */
export const slos: Directive = (context) => {
  const depth = problemOf(context)?.depth;
  if (!depth) return [];
  const evaluated = evaluatedOf(context);
  return [
    table(
      ['Objective', 'Error budget', 'When it burns'],
      depth.slos.map((s) => [
        [
          strong(...phrase(s.objective, evaluated)),
          ...(s.threshold ? [text(' '), ...phrase(s.threshold, evaluated)] : []),
          text(' over '),
          ...phrase(s.window, evaluated),
          text(': '),
          ...phrase(s.sli, evaluated),
          text(' '),
          span('cell-note', ...phrase(s.why, evaluated)),
        ],
        /^100\s*%$/.test(s.objective.trim())
          ? [text('None: each miss is an incident')]
          : phrase(
              `{100% - ${bare(s.objective)} in %} of events: as much as {(100% - ${bare(s.objective)}) * ${bare(s.window)}} of everything failing`,
              evaluated,
            ),
        phrase(s.whenBurning, evaluated),
      ]),
      'slos',
    ),
  ];
};

/** What stands in a formula for a text that is a quantity or one placeholder. */
function bare(words: string): string {
  return words.replace(/^\{([^{}]*)\}$/, '($1)');
}

/** Why this and why not that, with the fact that turns the choice round. */
export const choices: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem?.depth) return [];
  const evaluated = problem.evaluated;
  return byPanel(problem.depth.choices, (c) => c.lenses, context.guide?.weights).map((c) =>
    details(
      { id: `choice-${c.id}`, className: 'choice' },
      [text(c.question), ' ', span('chosen', ...phrase(c.chosen, evaluated))],
      [
        paragraph(...phrase(c.because, evaluated)),
        table(
          ['Option', 'Strengths', 'Costs'],
          c.options.map((o) => [
            [strong(o.name)],
            phrase(o.strengths, evaluated),
            phrase(o.costs, evaluated),
          ]),
        ),
        paragraph(strong('Flip it when'), ' ', ...phrase(c.flipWhen, evaluated)),
        paragraph(
          emphasis('They push:'),
          ' ',
          ...phrase(c.pushback, evaluated),
          ' ',
          emphasis('You answer:'),
          ' ',
          ...phrase(c.answer, evaluated),
        ),
      ],
    ),
  );
};

/** What breaks first at each step; the step that is right at this scale is marked, and what would be premature there is said. */
export const scaling: Directive = (context) => {
  const problem = problemOf(context);
  const scaling = problem?.depth?.scaling;
  if (!problem || !scaling) return [];
  const evaluated = problem.evaluated;
  const at = scaling.steps.findIndex((s) => s.id === scaling.current);
  return [
    list(
      scaling.steps.map((s, i) => {
        const here = i === at;
        return [
          paragraph(
            strong(s.title),
            ...(here
              ? [' ', span('tag here', 'you are here')]
              : i < at
                ? [' ', span('tag', 'behind you')]
                : [' ', span('tag', 'later')]),
          ),
          paragraph(...phrase(s.design, evaluated)),
          paragraph(
            emphasis('Breaks first:'),
            ' ',
            ...phrase(s.breaksFirst, evaluated),
            ' ',
            emphasis('Fix:'),
            ' ',
            ...phrase(s.fix, evaluated),
          ),
          ...(here
            ? [
                block('div', { className: 'note premature' }, [
                  paragraph(strong('Premature here'), ': ', ...phrase(s.premature, evaluated)),
                ]),
              ]
            : []),
        ];
      }),
      { ordered: true, className: 'scaling' },
    ),
  ];
};
