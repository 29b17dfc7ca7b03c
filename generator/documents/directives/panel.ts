/** Interviewers: the reading with its quotes, and what it means for the candidate. */

import type { PhrasingContent } from 'mdast';
import type { EvaluatedSheet } from '../../estimates/sheet.ts';
import type { PanelMember } from '../../model/pack.ts';
import { slug } from '../../model/slug.ts';
import { inSentence } from '../../pack/in-sentence.ts';
import { type Context, type Directive, evaluatedOf } from '../context.ts';
import { block, classed, type Flow, heading, link, list, paragraph, span, strong, text } from '../nodes.ts';
import { phrase } from '../prose.ts';
import { firstName, oneLine } from '../say-reason.ts';

const pct = (weight: number) => `${Math.round(weight * 100)}%`;

/** Everyone in the round: who they are, what they will probe, with the words of their bio. */
export const panel: Directive = (context) =>
  (context.guide?.panel ?? []).flatMap((m) => [
    heading(3, `panel-${m.id}`, link(`/interviewers/${m.id}/`, m.name)),
    ...introduce(m, context.guide?.round.lead === m.id, evaluatedOf(context)),
  ]);

function introduce(m: PanelMember, lead: boolean, evaluated: EvaluatedSheet): Flow[] {
  const role = [m.role, lead ? 'leads this round' : undefined].filter(Boolean).join(' · ');
  const line: Flow[] = role ? [classed('role', role)] : [];
  if (m.signal === 'none') return [...line, noSignal(m, true)];
  const first = firstName(m.name);
  const thin: Flow[] =
    m.signal === 'thin'
      ? [paragraph(`${first}’s bio says little; what follows rests on one or two phrases.`)]
      : [];
  return [
    ...line,
    ...thin,
    list(
      m.lenses.slice(0, 3).map(({ lens, weight, quotes, gap }) => [
        paragraph(
          strong(lens.title),
          ' ',
          span('weight', pct(weight)),
          ' ',
          ...quotes
            .slice(0, 2)
            .flatMap((q, i) => [...(i ? [text(' · ')] : []), span('quote', `“${oneLine(q)}”`)]),
        ),
        paragraph(
          span('label', 'Listens for:'),
          ' ',
          ...phrase(
            lens.listensFor
              .slice(0, 2)
              .map((words) => inSentence(plainly(words)))
              .join('; '),
            evaluated,
          ),
          '.',
          ...(gap && gap.from !== 'bio' ? [' ', span('gap', `Careful: ${gap.text}.`)] : []),
        ),
      ]),
      { className: 'reading' },
    ),
  ];
}

function noSignal(m: PanelMember, designs: boolean): Flow {
  const advice = designs
    ? 'prepare the general guide and ask early what they would like to see in depth.'
    : 'bring the stories of the audience map, each with its number.';
  return block('div', { className: 'note' }, [
    paragraph(`${firstName(m.name)}’s bio gives no technical signal, so nothing is assumed: ${advice}`),
  ]);
}

const plainly = (sentence: string) => sentence.replace(/\.$/, '');

/** The whole reading on the interviewer's own page. */
export const reading: Directive = ({ member, pack }) => {
  if (!member) return [];
  if (member.signal === 'none')
    return [
      noSignal(
        member,
        pack.guides.some((g) => g.round.interviewers.includes(member.id)),
      ),
    ];
  return member.reading.lenses.flatMap((read): Flow[] => {
    const lens = pack.lenses.find((l) => l.id === read.id);
    if (!lens) return [];
    const quotes = [...read.evidence].sort((a, b) => a.start - b.start);
    return [
      heading(3, `lens-${read.id}`, lens.title, ' ', span('weight', pct(read.weight))),
      list(
        quotes.map((e) => [paragraph(span('quote', `“${oneLine(e.quote)}”`), ...sayTerms(e.signal))]),
        { className: 'evidence' },
      ),
    ];
  });
};

/** The plain terms that were heard; of a pattern the quote itself is the evidence. */
function sayTerms(signal: string): PhrasingContent[] {
  const plain = signal.split(', ').filter((term) => !/[(|*?…]/.test(term));
  return plain.length > 0 ? [text(' '), span('signal', plain.join(', '))] : [];
}

/** A picture of the lens weights, as a list that reads without it. */
export const lensPicture: Directive = ({ member, pack }) => {
  if (!member || member.reading.lenses.length === 0) return [];
  return [
    list(
      member.reading.lenses.slice(0, 8).map((read) => {
        const lens = pack.lenses.find((l) => l.id === read.id);
        const bar = block(
          'meter',
          {
            min: '0',
            max: '1',
            value: String(Number(read.weight.toFixed(4))),
            'aria-label': `${lens?.title ?? read.id}: ${pct(read.weight)}`,
          },
          [],
        );
        return [
          paragraph(span('lens-name', lens?.title ?? read.id), ' ', span('weight', pct(read.weight))),
          bar,
        ];
      }),
      { className: 'lens-picture' },
    ),
  ];
};

/** How such a person thinks, and how to talk with them. */
export const meaning: Directive = (context) => {
  const { member } = context;
  if (!member) return [];
  return member.lenses.slice(0, 3).flatMap(({ lens, gap }): Flow[] => [
    heading(3, `means-${lens.id}`, lens.title),
    ...lens.body
      .trim()
      .split(/\n\s*\n/)
      .map((p) => paragraph(...phrase(p.replace(/\s+/g, ' '), evaluatedOf(context)))),
    ...(gap && gap.from !== 'bio'
      ? [
          block('div', { className: 'note gap' }, [
            paragraph(`This is where ${gap.text}. Rehearse this lens’s questions aloud first.`),
          ]),
        ]
      : []),
  ]);
};

const fromLenses = (
  member: PanelMember | undefined,
  pick: (m: PanelMember['lenses'][number]) => readonly string[],
  each: number,
): string[] => [...new Set((member?.lenses ?? []).slice(0, 3).flatMap((l) => pick(l).slice(0, each)))];

/** One line of Markdown an item. */
const lineList = (lines: readonly string[], context: Context): Flow[] =>
  lines.length > 0 ? [list(lines.map((t) => [paragraph(...phrase(t, evaluatedOf(context)))]))] : [];

export const tips: Directive = (context) =>
  lineList(
    fromLenses(context.member, (l) => l.lens.tips, 3),
    context,
  );

export const listensFor: Directive = (context) =>
  lineList(
    fromLenses(context.member, (l) => l.lens.listensFor, 4),
    context,
  );

export const askThem: Directive = (context) => {
  const { member } = context;
  const lines = fromLenses(member, (l) => l.lens.ask, 2);
  if (lines.length > 0) return lineList(lines, context);
  return member
    ? [
        list([
          [
            paragraph(
              'What does someone in this role do in the first three months that makes you glad you hired them?',
            ),
          ],
          [
            paragraph(
              'Which decision of the last year would the team take differently today, and what did it cost to find out?',
            ),
          ],
        ]),
      ]
    : [];
};

/** What to have on the board by when, in the rounds this person sits in. */
export const memberReady: Directive = ({ member, pack }) => {
  const rounds = pack.guides.filter((g) => g.panel.some((m) => m.id === member?.id));
  const own = new Set((member?.lenses ?? []).slice(0, 2).map((l) => l.lens.id));
  return rounds.flatMap((g): Flow[] => {
    const rows = g.haveReady.filter((h) => own.has(h.lens));
    if (rows.length === 0) return [];
    return [
      heading(3, `ready-${g.round.id}`, `${g.round.title} (${g.round.minutes} minutes)`),
      list(
        rows.map((h) => [
          paragraph(strong(`By minute ${h.by}`), ' ', ...phrase(h.what, g.problem.evaluated)),
        ]),
        { className: 'ready' },
      ),
    ];
  });
};

/** Where this person sits, and what they will probably ask there. */
export const memberRounds: Directive = ({ member, pack }) => {
  const guides = pack.guides.filter((g) => g.panel.some((m) => m.id === member?.id));
  return guides.flatMap((g): Flow[] => {
    const asked = g.questions
      .filter((q) => q.reasons.some((r) => r.from === 'bio' && r.interviewer === member?.id))
      .slice(0, 5);
    const where = paragraph(link(`/rounds/${g.round.id}/`, g.round.title), ` · ${g.problem.title}`);
    if (asked.length === 0) return [where];
    return [
      where,
      list(
        asked.map((q) => [
          paragraph(link(`/rounds/${g.round.id}/#${slug(q.id)}`, ...phrase(q.question, g.problem.evaluated))),
        ]),
      ),
    ];
  });
};

/** Text in the bio that speaks to a machine, or hides: shown to the candidate, never followed. */
export const bioWarnings: Directive = ({ member }) =>
  (member?.reading.warnings ?? []).length > 0
    ? [
        block('div', { className: 'note warning', role: 'note' }, [
          list((member?.reading.warnings ?? []).map((w) => [paragraph(w.message)])),
        ]),
      ]
    : [];
