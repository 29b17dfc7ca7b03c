/** Pacing, signals, habits, unprompted lines, mistakes: how to carry the interview. */
import type { Level } from '../../model/ids.ts';
import { type Directive, evaluatedOf, problemOf } from '../context.ts';
import { block, emphasis, type Flow, heading, list, paragraph, span, strong, table, text } from '../nodes.ts';
import { phrase, prose } from '../prose.ts';

const levelWords: Record<Level, string> = {
  mid: 'mid-level',
  senior: 'senior',
  staff: 'staff',
  principal: 'principal',
};
export const levelName = (level: Level): string => levelWords[level];
/** "staff level", "mid level". */
export const atLevel = (level: Level): string => `${level === 'mid' ? 'mid' : levelName(level)} level`;

/** The round minute by minute. */
export const pacing: Directive = ({ guide }) =>
  guide
    ? [
        table(
          ['Minutes', 'Phase', 'What stands when it ends'],
          guide.phases.map((p) => [
            [text(`${p.from}–${p.to}`)],
            [strong(p.title)],
            [
              text(p.goal),
              ...(p.here
                ? [
                    text(' '),
                    span('here', emphasis('Here:'), ' ', ...phrase(p.here, guide.problem.evaluated), '.'),
                  ]
                : []),
            ],
          ]),
          'pacing',
        ),
      ]
    : [];

/** The sentences that open each phase. */
export const openings: Directive = ({ guide }) =>
  guide
    ? [
        list(
          guide.phases.map((p) => [
            paragraph(strong(`${p.title} (${p.from}′)`), ' ', emphasis(`“${p.say}”`)),
          ]),
        ),
      ]
    : [];

export const signals: Directive = (context) => {
  const { guide, pack } = context;
  if (!guide) return [];
  const levels = [...new Set(guide.signals.flatMap((s) => s.levels))].filter(
    (l) => l === pack.candidate.level,
  );
  const evaluated = evaluatedOf(context);
  return [
    paragraph(
      `What an interviewer writes down as a sign of ${levels.map(atLevel).join(' and ')}, and a sentence that shows it.`,
    ),
    list(
      guide.signals.map((s) => [
        paragraph(
          strong(...phrase(s.signal, evaluated)),
          ' ',
          ...(s.soundsLike ? [span('say', '“', ...phrase(s.soundsLike, evaluated), '”')] : []),
        ),
      ]),
      { className: 'signals' },
    ),
  ];
};

export const habits: Directive = (context) => [
  list(
    context.pack.communication.habits.map((h) => [
      paragraph(
        strong(h.title),
        '. ',
        ...phrase(h.how, evaluatedOf(context)),
        ' ',
        span('say', '“', ...phrase(h.say, evaluatedOf(context)), '”'),
      ),
    ]),
    { className: 'habits' },
  ),
];

/** What to say without being asked, where it belongs; of several phases in one place, `{phase="api-data high-level"}`. */
export const unprompted: Directive = (context, { phase }): Flow[] => {
  const phases = phase?.split(' ') ?? [];
  const lines = phases.flatMap((id) => context.guide?.unprompted.filter((u) => u.phase === id) ?? []);
  if (lines.length === 0) return [];
  return [
    block('div', { className: 'unprompted', role: 'note', 'aria-label': 'Say it unprompted' }, [
      paragraph(span('label', 'Say it unprompted')),
      list(
        lines.map((u) => [
          paragraph(strong(u.topic), ': ', span('say', '“', ...phrase(u.say, evaluatedOf(context)), '”')),
        ]),
      ),
    ]),
  ];
};

/** The problem's own mistakes first, then those of every problem. */
export const mistakes: Directive = (context) => {
  const own = problemOf(context)?.sections.Mistakes;
  const general = context.guide?.mistakes ?? [];
  return [
    ...(own ? [heading(3, 'mistakes-here', 'On this problem'), ...prose(own, evaluatedOf(context))] : []),
    ...(general.length > 0
      ? [
          heading(3, 'mistakes-anywhere', 'On any problem'),
          list(
            general.map((m) => [
              paragraph(
                strong(m.title),
                '. ',
                ...phrase(m.mistake, evaluatedOf(context)),
                ' ',
                emphasis('Instead:'),
                ' ',
                ...phrase(m.instead, evaluatedOf(context)),
              ),
            ]),
          ),
        ]
      : []),
  ];
};

export const interruptions: Directive = ({ pack }) => [
  list(
    pack.communication.interruptions.map((i) => [
      paragraph(strong(i.situation), ' ', span('say', `“${i.say}”`)),
    ]),
    { className: 'interruptions' },
  ),
];

/** What the leading lenses want on the board by which minute. */
export const haveReady: Directive = (context) => {
  const { guide, pack } = context;
  if (!guide || guide.haveReady.length === 0) return [];
  const title = (id: string) => pack.lenses.find((l) => l.id === id)?.title ?? id;
  return [
    table(
      ['By minute', 'Have ready', 'For'],
      guide.haveReady.map((h) => [
        [text(String(h.by))],
        phrase(h.what, evaluatedOf(context)),
        [text(title(h.lens))],
      ]),
      'have-ready',
    ),
  ];
};
