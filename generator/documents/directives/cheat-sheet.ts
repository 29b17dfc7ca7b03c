/** The cheat sheet: what fits on one printed page and is worth having there. */
import { inSentence, upperFirst } from '../../pack/in-sentence.ts';
import { type Directive, evaluatedOf } from '../context.ts';
import { code, list, paragraph, span, strong, table, text } from '../nodes.ts';
import { phrase, said } from '../prose.ts';
import { byPanel } from './operations.ts';

/** Minute by minute, in one narrow table. */
export const sheetPacing: Directive = ({ guide }) =>
  guide
    ? [
        table(
          ['Min', 'Phase', 'On the board'],
          guide.phases.map((p) => [
            [text(`${p.from}–${p.to}`)],
            [strong(p.title)],
            p.here ? phrase(p.here, guide.problem.evaluated) : [text(p.goal)],
          ]),
          'pacing',
        ),
      ]
    : [];

/** The headline numbers, to say aloud. */
export const sheetNumbers: Directive = (context) => {
  const { guide } = context;
  const headline = Object.values(guide?.problem.depth?.estimates.headline ?? {});
  const steps = guide?.problem.evaluated.steps.filter((s) => headline.includes(s.name)) ?? [];
  if (!guide) return [];
  if (steps.length === 0)
    return [
      list(
        guide.problem.threeNumbers.map((n) => [
          paragraph(upperFirst(n.what), ' ', strong(...phrase(n.value, evaluatedOf(context)))),
        ]),
      ),
    ];
  return [
    list(
      steps.map((s) => [
        paragraph(
          ...phrase(upperFirst(s.say), evaluatedOf(context)),
          ' ',
          strong(
            said({
              formula: s.name,
              said: s.expected.said,
            }),
          ),
        ),
      ]),
      { className: 'numbers' },
    ),
  ];
};

/** The choices this panel cares for: chosen, and what flips it. */
export const sheetTradeOffs: Directive = (context) => {
  const { guide } = context;
  const depth = guide?.problem.depth;
  if (!guide) return [];
  if (!depth) return [paragraph(...phrase(guide.problem.tradeOff, evaluatedOf(context)))];
  return [
    list(
      byPanel(depth.choices, (c) => c.lenses, guide.weights)
        .slice(0, 5)
        .map((c) => [
          paragraph(
            strong(...phrase(c.chosen, evaluatedOf(context))),
            '. ',
            span('flip', 'Flip when ', ...phrase(inSentence(c.flipWhen), evaluatedOf(context))),
          ),
        ]),
      { className: 'tradeoffs' },
    ),
  ];
};

/** The boxes in the order to draw them, in one line. */
export const sheetBoxes: Directive = ({ guide }) => {
  const architecture = guide?.problem.depth?.architecture;
  return architecture
    ? [
        paragraph(
          ...architecture.components.flatMap((c, i) => [
            ...(i ? [text(' → ')] : []),
            c.stateful ? strong(c.name) : text(c.name),
          ]),
        ),
      ]
    : [];
};

/** Tables with their keys, to write from memory. */
export const sheetTables: Directive = ({ guide }) => {
  const tables = guide?.problem.depth?.schema.tables ?? [];
  return tables.length > 0
    ? [
        list(
          tables
            .slice(0, 4)
            .map((t) => [
              paragraph(
                code(t.id),
                ' (',
                strong(t.partitionKey.join(', ')),
                t.clusteringKey.length > 0 ? `; ${t.clusteringKey.join(', ')}` : '',
                ')',
              ),
            ]),
          { className: 'tables' },
        ),
      ]
    : [];
};

/** What to say without being asked. */
export const sheetUnprompted: Directive = ({ guide }) =>
  guide
    ? [
        list(
          guide.unprompted
            .slice(0, 6)
            .map((u) => [paragraph(strong(u.topic), ' ', span('say', `“${u.say}”`))]),
        ),
      ]
    : [];

/** Lines for the moments when it stalls. */
export const sheetInterruptions: Directive = ({ guide, pack }) =>
  guide
    ? [
        list(
          pack.communication.interruptions
            .slice(0, 5)
            .map((i) => [paragraph(strong(i.situation), ' ', span('say', `“${i.say}”`))]),
        ),
      ]
    : [];

/** Who is in the room and what they listen for; where no bio says, that the sheet is general. */
export const sheetPanel: Directive = ({ guide }) =>
  guide
    ? [
        ...(guide.general
          ? [paragraph('A general sheet: no bio of this round gives a technical signal.')]
          : []),
        ...(guide.panel.length > 0
          ? [
              list(
                guide.panel.map((m) => [
                  paragraph(
                    strong(m.name),
                    ' ',
                    m.signal === 'none'
                      ? 'no signal: ask what they would like to see'
                      : m.lenses
                          .slice(0, 3)
                          .map((l) => inSentence(l.lens.title))
                          .join(', '),
                  ),
                ]),
              ),
            ]
          : []),
      ]
    : [];
