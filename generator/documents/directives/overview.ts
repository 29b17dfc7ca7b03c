/** The overview: the loop as a timeline on two clocks, the panel, the gap that matters, how sure the mapping is. */

import type { PhrasingContent } from 'mdast';
import type { Pack, PanelMember, Reason } from '../../model/pack.ts';
import { percent } from '../../pack/chances.ts';
import { upperFirst } from '../../pack/in-sentence.ts';
import { leading } from '../../pack/weights.ts';
import { clockRange, longDate, zoneName } from '../clock.ts';
import type { Directive } from '../context.ts';
import { block, classed, enumerate, type Flow, link, list, paragraph, span, strong, text } from '../nodes.ts';
import { firstName, oneLine, sayReasons } from '../say-reason.ts';
import { atLevel } from './guidance.ts';

export const loopHead: Directive = ({ pack }) => {
  const level = atLevel(pack.candidate.level);
  const who = pack.candidate.role ? `${pack.candidate.role}, at ${level}` : upperFirst(level);
  const designs = pack.loop.rounds.filter((r) => r.kind === 'system-design').length;
  const rounds = `${count(designs)} system design ${designs === 1 ? 'round' : 'rounds'}`;
  const days = datesOf(pack).map(longDate);
  const when = days.length > 2 ? `from ${days[0]} to ${days.at(-1)}` : `on ${days.join(' and ')}`;
  const people = `a panel of ${count(pack.panel.length)} ${pack.panel.length === 1 ? 'person' : 'people'}`;
  const panel = pack.panel.length === 0 ? 'no interviewer named yet' : people;
  return [classed('lead', `${who}. ${upperFirst(rounds)} and ${panel}, ${when}.`)];
};

/** The days of the loop in order; most have one. */
const datesOf = (pack: Pack) => [...new Set([...pack.loop.rounds.map((r) => r.date), pack.loop.date])].sort();

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const count = (n: number) => numerals[n] ?? String(n);

/** Every round, breaks and culture rounds too, in the company's and the candidate's time. */
export const timeline: Directive = ({ pack }) => {
  const home = pack.loop.timeZone;
  const away = pack.candidate.timeZone !== home ? pack.candidate.timeZone : undefined;
  const name = (id: string) => pack.panel.find((m) => m.id === id)?.name ?? id;
  const clocks = (r: Round): PhrasingContent[] => [
    span('clock', `${r.start}–${r.end}`),
    ...(away
      ? [text(' '), span('clock away', clockRange(r, home, away), span('zone', ` ${zoneName(away)}`))]
      : []),
  ];
  const oneDay = datesOf(pack).length === 1;
  return [
    ...(away
      ? [
          classed(
            'clocks',
            span('clock', zoneName(home)),
            ' ',
            span('clock away', `${zoneName(away)}, for you`),
          ),
        ]
      : []),
    list(
      pack.loop.rounds.map((r) => {
        const guide = pack.guides.find((g) => g.round.id === r.id);
        const sure = guide?.chosen.confidence;
        const another = oneDay ? [] : [text(` (${longDate(r.date)})`)];
        const title = guide ? link(`/rounds/${r.id}/`, guide.problem.title) : text(r.title);
        const people = enumerate(r.interviewers.map((id) => link(`/interviewers/${id}/`, name(id))));
        const stories = pack.audience.some((a) => a.round.id === r.id && a.stories.length > 0);
        return [
          classed('when', ...clocks(r)),
          classed('what', ...(r.kind === 'break' ? [title] : [strong(title)]), ...another),
          ...(guide || people.length > 0
            ? [
                classed(
                  'who',
                  ...(guide ? [text(people.length > 0 ? `${r.title}, with ` : r.title)] : [text('With ')]),
                  ...people,
                  ...(sure === undefined
                    ? []
                    : [text(' '), span('weight', `· reported at ${percent(sure)}`)]),
                  ...(stories ? [text(' · bring '), link('/audience/', 'your stories')] : []),
                ),
              ]
            : []),
        ];
      }),
      { ordered: true, className: 'day', itemClass: (i) => pack.loop.rounds[i]?.kind },
    ),
  ];
};

type Round = Pack['loop']['rounds'][number];

/** One card a person: role, leading lenses, where they sit. */
export const panelCards: Directive = ({ pack }) => {
  if (pack.panel.length === 0)
    return pack.guides.length > 0
      ? [
          paragraph(
            'No interviewer is named yet, so every guide here is general: ranked by the problem, the company and your gaps, not by a person. Paste the bios when you have them and build again.',
          ),
        ]
      : [];
  return [
    list(
      pack.panel.map((m) => [
        paragraph(strong(link(`/interviewers/${m.id}/`, m.name))),
        ...(m.role ? [classed('role', m.role)] : []),
        paragraph(
          m.signal === 'none'
            ? unread(m, pack)
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
};

/** What stands in place of lenses for someone whose bio gives none. */
function unread(m: PanelMember, pack: Pack): string {
  const designs = pack.guides.some((g) => g.round.interviewers.includes(m.id));
  if (designs) return 'No technical signal in the bio: the general guide applies.';
  const sits = pack.loop.rounds.filter((r) => m.rounds.includes(r.id)).map((r) => r.title);
  const told = pack.audience.some((a) => m.rounds.includes(a.round.id) && a.stories.length > 0);
  return `Sits in ${sits.join(' and ')}${told ? '; bring your stories' : ''}.`;
}

/** The weak area that this loop presses on most. */
export const topGap: Directive = ({ pack }) => {
  const [first, ...rest] = pack.gaps.filter((g) => g.pressure > 0.02);
  if (!first) return [paragraph(noGap(pack))];
  return [
    block('div', { className: 'note gap' }, [
      classed('gap-title', strong(upperFirst(first.title))),
      paragraph(first.todo),
      classed('why', span('label', 'Why this is here'), ' ', ...sayReasons(first.reasons)),
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
                text(` (${reasonShort(g.reasons)})`),
              ]),
          ),
        ]
      : []),
  ];
};

/** What to say where no gap meets this loop: none is marked, or none is pressed on. */
function noGap(pack: Pack): string {
  const rehearse = 'Rehearse the questions of each guide in their order.';
  if (pack.guides.length === 0)
    return 'No round of this loop is a system design round, so none of your gaps is pressed on here.';
  if (pack.gaps.length > 0) return `Nothing that you marked as a gap is pressed on by this loop. ${rehearse}`;
  const pressed = pack.guides.map((g) => {
    const lenses = leading(g.weights, 2).flatMap((id) => pack.lenses.find((l) => l.id === id)?.title ?? []);
    return `${g.round.title} presses most on ${lenses.map((l) => `“${l}”`).join(' and ')}`;
  });
  return `Your profile marks no gap. ${pressed.join('; ')}: if you feel unsure there, say so under “gaps” in profile.yaml and build again. ${rehearse}`;
}

/** Beside a further gap: who presses on it, or where it is asked. */
function reasonShort(reasons: readonly Reason[]): string {
  for (const r of reasons) if (r.from === 'bio') return `${firstName(r.name)} presses on it`;
  return reasons.flatMap((r) => (r.from === 'loop' ? [r.text] : []))[0] ?? 'you marked it';
}

/** One reported problem with its bar; the figure beside it says the same. */
function chance(o: { problem: string; title: string; confidence: number }): Flow[] {
  const said = percent(o.confidence);
  return [
    paragraph(link(`/problems/${o.problem}/`, o.title), ' ', span('weight', said)),
    block(
      'meter',
      { min: '0', max: '1', value: String(o.confidence), 'aria-label': `${o.title}: ${said}` },
      [],
    ),
  ];
}

/** How sure the round-to-problem mapping is, and what else the bank holds. */
export const mapping: Directive = ({ pack }) => {
  const rows = pack.guides.map((g): Flow[] => {
    const sure = [
      { problem: g.problem.id, title: g.problem.title, confidence: g.chosen.confidence },
      ...g.others,
    ].flatMap((o) => (o.confidence === undefined ? [] : [{ ...o, confidence: o.confidence }]));
    const rest = g.others.filter((o) => o.confidence === undefined).slice(0, 4);
    return [
      paragraph(
        strong(link(`/rounds/${g.round.id}/`, g.round.title)),
        ...(sure.length === 0
          ? [': ', link(`/problems/${g.problem.id}/`, g.problem.title), ', a guess']
          : []),
      ),
      ...(sure.length > 0 ? [list(sure.map(chance), { className: 'lens-picture' })] : []),
      ...(rest.length > 0
        ? [
            paragraph(
              'Also possible: ',
              ...rest.flatMap((o, i) => [
                ...(i ? [text(', ')] : []),
                link(`/problems/${o.problem}/`, o.title),
              ]),
              '.',
            ),
          ]
        : []),
      classed('why', span('label', 'Why'), ' ', ...sayReasons(g.chosen.reasons.slice(0, 2))),
    ];
  });
  return [
    ...(rows.length > 0
      ? [list(rows, { className: 'index chances' })]
      : [paragraph('No round of this loop is a system design round.')]),
    ...(pack.loop.note ? [block('div', { className: 'note' }, [paragraph(pack.loop.note)])] : []),
    ...(rows.length > 0
      ? [
          paragraph(
            'The rest of the bank, ranked for this loop with what carries over, is under ',
            link('/pivots/', 'pivots'),
            '; every problem in one line under ',
            link('/problems/', 'problems'),
            '.',
          ),
        ]
      : [paragraph('Every problem of the bank in one line is under ', link('/problems/', 'problems'), '.')]),
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
      ...(sure === undefined ? [text('no report names it, so this is a guess: ')] : []),
      ...sayReasons(guide.chosen.reasons.slice(0, 3)),
      ...((sure ?? 0) < 0.9 && guide.others.length > 0
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
