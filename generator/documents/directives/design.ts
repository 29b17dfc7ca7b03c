/** High-level design: components in the order to describe them, the drawing, flows; data model and HTTP contract. */
import type { Architecture } from '../../model/problem.ts';
import { type Directive, evaluatedOf, problemOf } from '../context.ts';
import {
  block,
  classed,
  details,
  type Flow,
  heading,
  list,
  paragraph,
  span,
  strong,
  table,
  text,
} from '../nodes.ts';
import { phrase, prose } from '../prose.ts';

export const components: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem?.depth) return [];
  const say = (words: string) => phrase(words, problem.evaluated);
  return [
    list(
      problem.depth.architecture.components.map((c) => [
        paragraph(
          strong(c.name),
          ' ',
          span('tag', c.layer),
          ...(c.stateful ? [text(' '), span('tag hot', 'stateful')] : []),
          ' ',
          ...say(c.role),
        ),
        classed('why', span('label', 'A box of its own'), ' ', ...say(c.why)),
      ]),
      { ordered: true, className: 'components' },
    ),
  ];
};

/** Wide drawing for a desk, tall one for a phone; the flow below says the same in words. */
export const diagram: Directive = (context) => {
  const drawn = context.diagrams.get(problemOf(context)?.id ?? '');
  if (!drawn) return [];
  return [
    block('figure', { className: 'architecture', 'data-pagefind-ignore': 'all' }, [
      block('div', { className: 'wide' }, [drawn.wide]),
      block('div', { className: 'tall' }, [drawn.tall]),
    ]),
  ];
};

export const flows: Directive = (context) => {
  const problem = problemOf(context);
  const architecture = problem?.depth?.architecture;
  if (!problem || !architecture) return [];
  return architecture.flows.flatMap((flow): Flow[] => [
    heading(4, `flow-${flow.id}`, flow.title, ...(flow.hot ? [' ', span('tag hot', 'hot path')] : [])),
    list(
      flow.steps.map((s) => [
        paragraph(
          strong(nameOf(architecture, s.from)),
          ' → ',
          strong(nameOf(architecture, s.to)),
          ': ',
          ...phrase(s.does, problem.evaluated),
        ),
      ]),
      { ordered: true, className: 'flow' },
    ),
  ]);
};

export function nameOf(architecture: Architecture, id: string): string {
  return architecture.components.find((c) => c.id === id)?.name ?? id;
}

/** Remove a box, double an arrow: what breaks, what saturates. */
export const removeABox: Directive = (context) => {
  const architecture = problemOf(context)?.depth?.architecture;
  if (!architecture) return [];
  const evaluated = evaluatedOf(context);
  return [
    details(
      { className: 'drill', open: true },
      ['Remove a box'],
      [
        table(
          ['Without', 'this breaks'],
          architecture.components
            .filter((c) => c.layer !== 'client')
            .map((c) => [[strong(c.name)], phrase(c.whenRemoved, evaluated)]),
        ),
      ],
    ),
    details(
      { className: 'drill', open: true },
      ['Double an arrow'],
      [
        table(
          ['At twice the load on', 'this saturates'],
          architecture.edges.map((e) => [
            [text(`${nameOf(architecture, e.from)} → ${nameOf(architecture, e.to)}`)],
            phrase(e.whenDoubled, evaluated),
          ]),
        ),
      ],
    ),
  ];
};

/** A named section of the sheet. */
export const section: Directive = (context, { name }) => {
  const problem = problemOf(context);
  const found = Object.entries(problem?.sections ?? {}).find(([heading]) => heading === name)?.[1];
  return problem && found ? prose(found, problem.evaluated) : [];
};

/** What one of the target level recognizes at once; for lower targets the staff view is folded. */
export const levelView: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem) return [];
  const senior = problem.sections['What a senior sees'];
  const staff = problem.sections['What a staff candidate sees'];
  const { level } = context.pack.candidate;
  const above = context.guide !== undefined && (level === 'mid' || level === 'senior');
  const seniorTitle =
    level === 'mid'
      ? 'What a senior engineer recognizes: aim here'
      : 'What a senior engineer recognizes at once';
  return [
    ...(senior ? [heading(3, 'senior-sees', seniorTitle), ...prose(senior, problem.evaluated)] : []),
    ...(staff && above
      ? [
          details(
            { className: 'dive' },
            [`${level === 'mid' ? 'Two levels up' : 'One level up'}: what a staff engineer adds`],
            prose(staff, problem.evaluated),
          ),
        ]
      : []),
    ...(staff && !above
      ? [heading(3, 'staff-sees', 'What a staff engineer adds'), ...prose(staff, problem.evaluated)]
      : []),
  ];
};
