/** The audience map: what each round should hear, and what to leave to another. */
import type { Directive } from '../context.ts';
import { classed, emphasis, type Flow, heading, list, paragraph, span, strong } from '../nodes.ts';
import { phrase } from '../prose.ts';
import { sayReasons } from '../say-reason.ts';

export const audience: Directive = ({ pack }) =>
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
    if (content.length === 0) return [];
    return [heading(2, `round-${row.round.id}`, `${row.round.title} · ${row.round.start}`), ...content];
  });
