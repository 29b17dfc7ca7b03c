/** Estimates: assumptions, results at three scenarios, row sizes, trade-offs, insights. Live in the page. */

import { say } from '../../estimates/say.ts';
import type { EvaluatedSheet } from '../../estimates/sheet.ts';
import { spread } from '../../estimates/sheet.ts';
import type { ResolvedProblem } from '../../model/pack.ts';
import { upperFirst } from '../../pack/in-sentence.ts';
import { type Context, type Directive, problemOf } from '../context.ts';
import {
  block,
  classed,
  details,
  emphasis,
  type Flow,
  heading,
  list,
  paragraph,
  span,
  strong,
  summary,
  table,
  text,
} from '../nodes.ts';
import { phrase, said } from '../prose.ts';
import { sayReasons } from '../say-reason.ts';

const groupTitles: Record<string, string> = {
  traffic: 'Traffic',
  storage: 'Storage',
  bandwidth: 'Bandwidth',
  concurrency: 'Concurrency',
  memory: 'Memory',
  machines: 'Machines',
  latency: 'Latency',
  cost: 'Cost',
};

type Step = EvaluatedSheet['steps'][number];

/** Section C: the numbers to say, then every result at three scales and what is assumed, folded. */
export const estimates: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem?.depth) return [];
  const { evaluated } = problem;
  const columns = ['Result', 'Expected', 'Low', 'High'];
  const headline = new Set<string>(Object.values(problem.depth.estimates.headline));
  const say = evaluated.steps.filter((s) => headline.has(s.name));
  const groups = Object.keys(groupTitles).flatMap((group): Flow[] => {
    const steps = evaluated.steps.filter((s) => s.group === group);
    if (steps.length === 0) return [];
    const title = `${groupTitles[group] ?? group}: ${steps.length} ${steps.length === 1 ? 'result' : 'results'}`;
    return [
      details(
        { className: 'estimate-group' },
        [title],
        [
          table(
            columns,
            steps.map((s) => stepRow(s, evaluated)),
            'steps',
          ),
        ],
      ),
    ];
  });
  return [
    ...(context.guide && Object.keys(context.pack.company.scale).length === 0
      ? [
          block('div', { className: 'note' }, [
            paragraph(
              `You gave no scale for ${context.pack.company.name}, so these numbers and the arguments built on them stand at the sheet’s own. Ask for theirs first; with “scale” in loop.yaml all of it is computed again.`,
            ),
          ]),
        ]
      : []),
    block('pp-estimates', { 'data-sheet': sheetData(problem, context) }, [
      table(
        columns,
        say.map((s) => stepRow(s, evaluated)),
        'steps headline',
      ),
      block('details', { className: 'assumptions' }, [
        summary(
          `Assumptions (${evaluated.inputs.length})`,
          span('screen', ': change one and everything that depends on it moves'),
        ),
        table(
          ['Assumption', 'Value', 'Low to high', 'Why'],
          evaluated.inputs.map((i) => [
            [span('input-name', words(i.name))],
            [inputValue(i)],
            [text(rangeOf(i))],
            [
              ...phrase(i.why, evaluated),
              ...(i.fromCompany
                ? [text(' '), span('tag', 'from the loop')]
                : i.scaled
                  ? [text(' '), span('tag', 'scaled to the company')]
                  : []),
            ],
          ]),
          'inputs',
        ),
      ]),
      ...groups,
    ]),
  ];
};

type Input = EvaluatedSheet['inputs'][number];

function rangeOf(input: Input): string {
  return input.low && input.high
    ? `${say(input.low, input.unit).said} to ${say(input.high, input.unit).said}`
    : '';
}

function inputValue(input: Input) {
  return said({ formula: input.name, said: input.said });
}

function stepRow(step: Step, evaluated: EvaluatedSheet) {
  return [
    [
      ...phrase(upperFirst(step.say), evaluated),
      text(' '),
      span('formula', words(step.formula).replace(/ \* /g, ' × ')),
    ],
    [strong(said({ formula: step.name, said: step.expected.said }))],
    [said({ formula: `${step.name}@low`, said: step.low.said })],
    [said({ formula: `${step.name}@high`, said: step.high.said })],
  ];
}

/** What the page needs to evaluate again: the sheet's own inputs and formulas, at the company's scale. */
function sheetData(problem: ResolvedProblem, context: Context): string {
  const sheet = problem.depth?.estimates;
  const inputs = without('why', sheet?.inputs ?? {});
  const steps = without('say', sheet?.steps ?? {});
  return JSON.stringify({ inputs, steps, scale: context.pack.company.scale, numbers: {} });
}

/** The page does not need the words again: it has them in its tables. */
function without(key: string, items: Record<string, object>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(items).map(([name, item]) => [
      name,
      Object.fromEntries(Object.entries(item).filter(([k]) => k !== key)),
    ]),
  );
}

/** Rows by field: the parts that add up to a size. */
export const rowSizes: Directive = (context) => {
  const problem = problemOf(context);
  const steps = problem?.evaluated.steps.filter((s) => s.parts && s.parts.length > 0) ?? [];
  return steps.flatMap((step): Flow[] => [
    heading(4, `row-${step.name}`, upperFirst(step.say), ', field by field'),
    table(
      ['Field', 'Size'],
      [
        ...(step.parts ?? []).map((p) => [[text(p.what)], [text(p.said)]]),
        [[strong('Together')], [strong(step.expected.said)]],
      ],
      'fields',
    ),
  ]);
};

/** For each spread of an assumption: what it moves, and the choice it forces. */
export const scenarios: Directive = (context) => {
  const problem = problemOf(context);
  const sheet = problem?.depth?.estimates;
  if (!problem || !sheet) return [];
  return [
    list(
      sheet.tradeoffs.flatMap((t) => {
        const moved = spread(sheet, problem.evaluated, t.input, t.shows);
        const input = problem.evaluated.inputs.find((i) => i.name === t.input);
        const step = problem.evaluated.steps.find((s) => s.name === t.shows);
        if (!moved || !input) return [];
        return [
          [
            paragraph(
              strong(upperFirst(words(t.input))),
              ` from ${rangeOf(input)} moves ${step?.say ?? words(t.shows)} from ${moved.low.said} to ${moved.high.said}.`,
            ),
            list([
              [paragraph(emphasis('Low:'), ' ', ...phrase(t.low, problem.evaluated))],
              [paragraph(emphasis('High:'), ' ', ...phrase(t.high, problem.evaluated))],
            ]),
            paragraph(...phrase(t.meaning, problem.evaluated)),
          ],
        ];
      }),
      { className: 'tradeoffs' },
    ),
  ];
};

/** The key insight for this round's interviewers first, then the others. */
export const insights: Directive = (context) => {
  const { guide } = context;
  const problem = problemOf(context);
  if (!problem) return [];
  if (!guide) {
    const all = problem.depth?.estimates.insights ?? [];
    return all.length > 0
      ? [
          list(
            all.map((i) => [paragraph(...phrase(i.text, problem.evaluated))]),
            { className: 'insights' },
          ),
        ]
      : [];
  }
  const [key, ...rest] = guide.insights;
  if (!key) return [];
  return [
    block('aside', { className: 'key-insight', 'aria-label': 'Key insight' }, [
      paragraph(span('label', `Key insight for this ${guide.general ? 'round' : 'panel'}`)),
      paragraph(...phrase(key.text, problem.evaluated)),
      classed('why', span('label', 'Why this one'), ' ', ...sayReasons([key.reason])),
    ]),
    ...(rest.length > 0
      ? [
          list(
            rest.map((i) => [paragraph(...phrase(i.text, problem.evaluated))]),
            { className: 'insights' },
          ),
        ]
      : []),
  ];
};

/** The headline numbers in one line each. */
export const threeNumbers: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem) return [];
  return [
    list(
      problem.threeNumbers.map((n) => [
        paragraph(strong(upperFirst(n.what)), ': ', ...phrase(n.value, problem.evaluated)),
      ]),
      { className: 'three-numbers' },
    ),
  ];
};

function words(name: string): string {
  return name.replace(/_/g, ' ');
}
