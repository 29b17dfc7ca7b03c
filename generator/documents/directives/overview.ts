/** The overview: the loop as a timeline on two clocks, the panel, the gap that matters, how sure the mapping is. */

import { percent } from '../../pack/chances.ts';
import { clockIn, longDate, zoneName } from '../clock.ts';
import type { Directive } from '../context.ts';
import { block, classed, type Flow, link, list, paragraph, span, strong, table, text } from '../nodes.ts';
import { oneLine, sayReasons } from '../say-reason.ts';
import { levelName } from './guidance.ts';

export const loopHead: Directive = ({ pack }) => [
  classed(
    'lead',
    `${pack.candidate.name} for ${pack.company.name}, ${pack.candidate.role ? `${pack.candidate.role} (${levelName(pack.candidate.level)} level)` : `${levelName(pack.candidate.level)} level`}. ${longDate(pack.loop.date)}.`,
  ),
];

/** Every round, breaks and culture rounds too, in the company's and the candidate's time. */
export const timeline: Directive = ({ pack }) => {
  const away =
    pack.candidate.timeZone && pack.candidate.timeZone !== pack.loop.timeZone
      ? pack.candidate.timeZone
      : undefined;
  const name = (id: string) => pack.panel.find((m) => m.id === id)?.name ?? id;
  return [
    table(
      [zoneName(pack.loop.timeZone), ...(away ? [zoneName(away)] : []), 'Round', 'With', 'Prepare'],
      pack.loop.rounds.map((r) => {
        const guide = pack.guides.find((g) => g.round.id === r.id);
        const there = away
          ? [
              [
                text(
                  `${clockIn(r.date, r.start, pack.loop.timeZone, away)}–${clockIn(r.date, r.end, pack.loop.timeZone, away)}`,
                ),
              ],
            ]
          : [];
        return [
          [text(`${r.start}–${r.end}`)],
          ...there,
          [
            guide ? strong(link(`/rounds/${r.id}/`, r.title)) : text(r.title),
            ...(r.date === pack.loop.date ? [] : [text(` (${r.date})`)]),
          ],
          r.interviewers.flatMap((id, i) => [
            ...(i ? [text(', ')] : []),
            link(`/interviewers/${id}/`, name(id)),
          ]),
          guide
            ? [
                link(`/problems/${guide.problem.id}/`, guide.problem.title),
                ...(guide.chosen.confidence === undefined
                  ? []
                  : [text(' '), span('weight', `reported at ${percent(guide.chosen.confidence)}`)]),
              ]
            : [text(r.kind === 'behavioral' ? 'Your stories' : '')],
        ];
      }),
      'timeline',
    ),
    ...(away
      ? [
          paragraph(
            `Times on the left are ${zoneName(pack.loop.timeZone)} time, as the company says them; beside them the same moments in ${zoneName(away)}.`,
          ),
        ]
      : []),
  ];
};

/** One card a person: role, leading lenses, where they sit. */
export const panelCards: Directive = ({ pack }) => [
  list(
    pack.panel.map((m) => [
      paragraph(strong(link(`/interviewers/${m.id}/`, m.name)), ...(m.role ? [` · ${m.role}`] : [])),
      paragraph(
        m.signal === 'none'
          ? 'No technical signal in the bio: the general guide applies.'
          : m.lenses
              .slice(0, 3)
              .map((l) => l.lens.title)
              .join(' · '),
      ),
      ...(m.lenses[0]?.quotes[0] ? [paragraph(span('quote', `“${oneLine(m.lenses[0].quotes[0])}”`))] : []),
    ]),
    { className: 'cards' },
  ),
];

/** The weak area that this loop presses on most. */
export const topGap: Directive = ({ pack }) => {
  const [first, ...rest] = pack.gaps.filter((g) => g.pressure > 0.02);
  if (!first)
    return [
      paragraph(
        'Nothing that you marked as a gap is pressed on by this panel. Rehearse the questions of each guide in their order.',
      ),
    ];
  return [
    block('div', { className: 'note gap' }, [
      paragraph(strong(upper(first.title)), '. ', ...sayReasons(first.reasons), '. ', first.todo),
    ]),
    ...(rest.length > 0
      ? [
          paragraph(
            'Then: ',
            ...rest
              .slice(0, 3)
              .flatMap((g, i) => [
                ...(i ? [text('; ')] : []),
                strong(g.title),
                text(` (${reasonShort(g.reasons.length)})`),
              ]),
          ),
        ]
      : []),
  ];
};

const reasonShort = (count: number) =>
  count > 2 ? 'asked and quoted' : count > 1 ? 'this panel touches it' : 'you marked it';
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How sure the round-to-problem mapping is, and what else the bank holds. */
export const mapping: Directive = ({ pack }) => {
  const rows = pack.guides.map((g) => [
    paragraph(
      strong(link(`/rounds/${g.round.id}/`, g.round.title)),
      ': ',
      g.problem.title,
      ' (',
      ...sayReasons(g.chosen.reasons.slice(0, 2)),
      ')',
      ...(g.others.length > 0
        ? [
            '. Also possible: ',
            ...g.others
              .slice(0, 4)
              .flatMap((o, i) => [
                ...(i ? [text(', ')] : []),
                link(`/problems/${o.problem}/`, o.title),
                ...(o.confidence === undefined ? [] : [text(` ${percent(o.confidence)}`)]),
              ]),
          ]
        : []),
      '.',
    ),
  ]);
  return [
    ...(rows.length > 0 ? [list(rows)] : [paragraph('No round of this loop is a system design round.')]),
    ...(pack.loop.note ? [block('div', { className: 'note' }, [paragraph(pack.loop.note)])] : []),
    paragraph(
      'The rest of the bank, ranked for this loop with what carries over, is under ',
      link('/pivots/', 'pivots'),
      '; every problem in one line under ',
      link('/problems/', 'problems'),
      '.',
    ),
  ];
};

/** Which problem this guide prepares, how sure that is, and what else it may be. */
export const roundSummary: Directive = ({ guide }) => {
  if (!guide) return [];
  const sure = guide.chosen.confidence;
  return [
    classed('lead', guide.problem.pitch),
    classed(
      'why',
      span('label', 'Why this problem'),
      ' ',
      ...sayReasons(guide.chosen.reasons.slice(0, 3)),
      ...(sure !== undefined && sure < 0.9 && guide.others.length > 0
        ? [
            text('. If it is another, the likeliest are '),
            ...guide.others
              .slice(0, 3)
              .flatMap((o, i) => [...(i ? [text(', ')] : []), link(`/problems/${o.problem}/`, o.title)]),
          ]
        : []),
      '.',
    ),
    paragraph(strong('Key trade-off'), ' ', guide.problem.tradeOff),
    ...(guide.general
      ? [
          block('div', { className: 'note' }, [
            paragraph(
              'No bio of this round gives a technical signal. This is the general guide: ranked by what the problem attracts and what the company presses on, not by a guess about a person.',
            ),
          ]),
        ]
      : []),
  ];
};

/** The cheat sheets, for the overview. */
export const cheatSheetLinks: Directive = ({ pack }): Flow[] =>
  pack.guides.length > 0
    ? [
        list(
          pack.guides.map((g) => [
            paragraph(
              link(`/cheat-sheet/${g.round.id}/`, `Cheat sheet of ${g.round.title}`),
              `: one printed page for ${g.problem.title}`,
            ),
          ]),
        ),
      ]
    : [];
