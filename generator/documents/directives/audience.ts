/** The audience map: what each round should hear, and what to leave to another. */
import type { Pack } from '../../model/pack.ts';
import type { Directive } from '../context.ts';
import { classed, emphasis, type Flow, heading, list, paragraph, span, strong } from '../nodes.ts';
import { phrase } from '../prose.ts';
import { sayReasons } from '../say-reason.ts';

export const audience: Directive = ({ pack }) => {
  const rounds = pack.audience.filter((row) => row.round.kind !== 'other').length;
  const several =
    'The rounds compare notes afterward. Give each one what only it can judge, and do not spend the same story twice.';
  return [
    paragraph(rounds > 1 ? several : 'One round judges everything, so nothing has to be saved for another.'),
    ...rows(pack),
  ];
};

const rows = (pack: Pack): Flow[] =>
  pack.audience.flatMap((row): Flow[] => {
    const evaluated = pack.guides.find((g) => g.round.id === row.round.id)?.problem.evaluated;
    const content: Flow[] = [];
    if (row.hears.length > 0)
      content.push(
        heading(3, `hears-${row.round.id}`, 'Should hear'),
        list(
          row.hears.map((h) => [
            paragraph(strong(h.topic), '. ', ...(evaluated ? phrase(h.text, evaluated) : [h.text])),
            classed('why', ...sayReasons([h.reason])),
          ]),
        ),
      );
    if (row.leaveOut.length > 0)
      content.push(
        heading(3, `leave-${row.round.id}`, 'Leave to another round'),
        list(row.leaveOut.map((l) => [paragraph(strong(l.topic), '. ', l.text)])),
      );
    if (row.shared.length > 0)
      content.push(
        heading(3, `shared-${row.round.id}`, 'Do not say twice'),
        list(row.shared.map((l) => [paragraph(strong(l.topic), '. ', l.text)])),
      );
    if (row.stories.length > 0)
      content.push(
        heading(3, `stories-${row.round.id}`, 'Stories to bring'),
        list(
          row.stories.map(({ highlight, value }) => [
            paragraph(
              ...(value ? [span('tag', value), ' '] : []),
              strong(highlight.title),
              ...(highlight.result ? ['. ', highlight.result] : []),
            ),
            ...(highlight.action ? [paragraph(emphasis('What you did:'), ' ', highlight.action)] : []),
          ]),
        ),
        paragraph(
          'None of these belongs in a design round: there, one sentence of experience backs a choice, and the design goes on.',
        ),
      );
    if (row.round.kind === 'behavioral' && content.length === 0)
      content.push(
        paragraph(
          'Your profile holds no highlight yet. Add two or three under “highlights”, each with its situation, action and result, and build again.',
        ),
      );
    if (content.length === 0) return [];
    return [heading(2, `round-${row.round.id}`, `${row.round.title} · ${row.round.start}`), ...content];
  });
