/** Questions they will ask: ranked, each with why, what to lead with, a weak answer and the ladder. */
import type { PhrasingContent } from 'mdast';
import type { AskedQuestion } from '../../model/pack.ts';
import { slug } from '../../model/slug.ts';
import { type Context, type Directive, evaluatedOf, problemOf } from '../context.ts';
import { block, details, type Flow, list, paragraph, span, strong } from '../nodes.ts';
import { phrase } from '../prose.ts';
import { why } from '../say-reason.ts';
import { lensTags } from './tags.ts';

type Ladder = AskedQuestion['ladder'];

const rungs: [keyof Ladder, string][] = [
  ['pushback', 'They push back'],
  ['defend', 'You defend'],
  ['concedeWhen', 'Concede when'],
  ['tenfold', 'At ten times'],
  ['failure', 'When it fails'],
  ['cost', 'What it costs'],
];

/** The first `top` in full; the others too, under a line of their own. */
export const questions: Directive = (context, { top }) => {
  const all = context.guide?.questions ?? [];
  const count = Number(top ?? 8) || 8;
  const shown = all.slice(0, count).map((q, i) => question(q, context, i + 1, i === 0));
  const rest = all.slice(count).map((q, i) => question(q, context, count + i + 1, false));
  return [...shown, ...(rest.length > 0 ? [paragraph(strong('If time is left, also these:')), ...rest] : [])];
};

/** All questions of a sheet, on the problem's own page. */
export const sheetQuestions: Directive = (context) => {
  const problem = context.problem;
  return (problem?.depth?.questions ?? []).map((q, i) =>
    question(
      { ...q, id: `${problem?.id}:question:${q.id}`, origin: 'sheet', score: 0, reasons: [] },
      context,
      i + 1,
      false,
    ),
  );
};

function question(q: AskedQuestion, context: Context, rank: number, open: boolean): Flow {
  const evaluated = evaluatedOf(context);
  const step = (label: string, className: string, content: readonly PhrasingContent[]): Flow =>
    block('div', { className: ['step', className] }, [
      paragraph(span('label', label)),
      paragraph(...content),
    ]);
  const ladder = rungs.flatMap(([rung, label]) => {
    const words = q.ladder[rung];
    return words ? [step(label, rung, phrase(words, evaluated))] : [];
  });
  return details(
    { id: slug(q.id), className: 'question', open },
    [
      span('rank', String(rank)),
      ' ',
      span('asked', ...phrase(q.question, evaluated)),
      ' ',
      span('tags', ...lensTags(q.lenses, context.pack)),
    ],
    [
      ...(q.reasons.length > 0 ? [why(q.reasons)] : []),
      block('pp-steps', {}, [
        step('Lead with', 'lead', phrase(q.leadWith, evaluated)),
        step('A weak answer', 'weak', phrase(q.weakAnswer, evaluated)),
        ...ladder,
      ]),
    ],
  );
}

/** Every question in one line, for the cheat sheet. */
export const questionLines: Directive = (context, { top }) => {
  const all = (context.guide?.questions ?? []).slice(0, Number(top ?? 5) || 5);
  return all.length > 0 && problemOf(context)
    ? [list(all.map((q) => [paragraph(...phrase(q.question, evaluatedOf(context)))]))]
    : [];
};
