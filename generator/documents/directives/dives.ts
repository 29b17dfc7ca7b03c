/** Focus deep dives: those this round will want, opened with their minutes, and the rest folded below. */
import type { FocusDive } from '../../model/pack.ts';
import { type Context, type Directive, problemOf } from '../context.ts';
import { classed, details, type Flow, heading, span, text } from '../nodes.ts';
import { prose } from '../prose.ts';
import { why } from '../say-reason.ts';
import { apiContract } from './api-contract.ts';
import { dataModel } from './data-model.ts';
import { lensTags } from './tags.ts';

export const dives: Directive = (context) =>
  (context.guide?.dives ?? [])
    .filter((d) => d.minutes > 0)
    .flatMap((d): Flow[] => [
      heading(3, `dive-${d.id}`, d.title, ' ', span('minutes', `${d.minutes} min`)),
      why(d.reasons),
      ...body(d, context),
    ]);

export const foldedDives: Directive = (context) =>
  (context.guide?.dives ?? [])
    .filter((d) => d.minutes === 0)
    .map((d) =>
      details(
        { id: `dive-${d.id}`, className: 'dive' },
        [text(d.title), ' ', ...lensTags(d.lenses, context.pack)],
        body(d, context),
      ),
    );

function body(dive: FocusDive, context: Context): Flow[] {
  const problem = problemOf(context);
  return [
    ...(problem && dive.body ? prose(dive.body, problem.evaluated) : []),
    ...(dive.shows === 'schema' ? dataModel(context) : []),
    ...(dive.shows === 'api' ? apiContract(context) : []),
  ];
}

/** Every dive of the sheet, on the problem's own page. */
export const sheetDives: Directive = (context) => {
  const problem = context.problem;
  return (problem?.depth?.dives ?? []).flatMap((d): Flow[] => [
    heading(3, `dive-${d.id}`, d.title),
    classed('tags', ...lensTags(d.lenses, context.pack)),
    ...(problem ? prose(d.body, problem.evaluated) : []),
  ]);
};
