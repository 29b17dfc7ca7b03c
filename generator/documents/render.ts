/** The pack, its drawings and the templates in; every document as HTML and Markdown out. */

import type { Pack } from '../model/pack.ts';
import type { Pattern } from '../model/pattern.ts';
import { inSentence } from '../pack/in-sentence.ts';
import type { Context } from './context.ts';
import type { Drawings } from './diagrams.ts';
import { atLevel } from './directives/guidance.ts';
import { expand, type Template } from './expand.ts';
import { Places, pagesIn, pagesOf, pathOf } from './pages.ts';
import type { Prints } from './print.ts';
import { finish, type Head, type RenderedDocument, titleOf } from './rendered.ts';

const kickers: Readonly<Record<Pattern['kind'], (who: string) => string>> = {
  pattern: (who) => `Pattern · ${who} expects the price with it`,
  choice: (who) => `Choice · ${who} expects what flips it`,
  'anti-pattern': (who) => `Anti-pattern · ${who} expects you to name it first`,
};

/** A page of a document that is made when it is asked for; undefined when the page comes out empty. */
export interface PlannedDocument {
  path: string;
  title: string;
  render: () => RenderedDocument | undefined;
}

/** Every page of the pack, in the order of the navigation. */
export function renderDocuments(
  pack: Pack,
  drawings: Drawings,
  templates: ReadonlyMap<string, Template>,
  prints?: Prints,
): RenderedDocument[] {
  return planDocuments(pack, drawings, templates, prints).flatMap((d) => d.render() ?? []);
}

/** The same pages, none of them made yet. */
export function planDocuments(
  pack: Pack,
  drawings: Drawings,
  templates: ReadonlyMap<string, Template>,
  prints?: Prints,
): PlannedDocument[] {
  const base = { pack, diagrams: drawings };
  const places = new Places();
  // Fifty problems share one template: which pages it may make is read once.
  const breaks = new Map([...templates].map(([template, source]) => [template, pagesIn(source)]));
  const render = (template: string, head: Head, context: Context): PlannedDocument[] => {
    const source = templates.get(template);
    const wanted = breaks.get(template);
    if (!source || !wanted) throw new Error(`no template "${template}"`);
    const pages = once(() => pagesOf(expand(source, context), head.path));
    if (wanted.length > 1) places.add(head.path, pages);
    return wanted.map(({ id, title }): PlannedDocument => {
      const path = pathOf(head.path, id);
      return {
        path,
        title: titleOf(head, { id, title }),
        render: () => {
          const page = pages().find((p) => p.path === path);
          return page && finish(head, page, pages(), (href) => places.resolve(href, head.path, path), prints);
        },
      };
    });
  };
  const name = (id: string) => pack.panel.find((m) => m.id === id)?.name ?? id;
  const day = { kicker: pack.company.name };
  return [
    ...render(
      'overview',
      {
        kind: 'overview',
        subject: 'loop',
        path: '/',
        title: `${pack.company.name} loop`,
        kicker: `Prep pack of ${pack.candidate.name}`,
        description: `Prep pack of ${pack.candidate.name} for ${pack.company.name}.`,
        filters: { kind: ['overview'] },
      },
      base,
    ),
    ...pack.guides.flatMap((guide) => {
      const filters = { round: [guide.round.title], interviewer: guide.panel.map((m) => m.name) };
      const when = `${guide.round.title} · ${guide.round.start}–${guide.round.end}`;
      return [
        ...render(
          guide.problem.depth ? 'guide' : 'guide-breadth',
          {
            kind: 'guide',
            subject: guide.round.id,
            path: `/rounds/${guide.round.id}/`,
            title: guide.problem.title,
            kicker: when,
            description: guide.problem.pitch,
            filters: { ...filters, kind: ['guide'] },
          },
          { ...base, guide },
        ),
        ...render(
          'cheat-sheet',
          {
            kind: 'cheat-sheet',
            subject: guide.round.id,
            path: `/cheat-sheet/${guide.round.id}/`,
            title: guide.problem.title,
            kicker: `Cheat sheet · ${when}`,
            description: `One page for ${guide.round.title}.`,
            filters: { ...filters, kind: ['cheat sheet'] },
          },
          { ...base, guide },
        ),
      ];
    }),
    ...pack.panel.flatMap((member) =>
      render(
        'interviewer',
        {
          kind: 'interviewer',
          subject: member.id,
          path: `/interviewers/${member.id}/`,
          title: member.name,
          kicker: [member.role, member.company].filter(Boolean).join(' · ') || 'Interviewer',
          description:
            member.signal === 'none'
              ? `${member.name}: no technical signal in the bio.`
              : `${member.name} probes ${member.lenses
                  .slice(0, 3)
                  .map((l) => inSentence(l.lens.title))
                  .join(', ')}.`,
          filters: {
            interviewer: [name(member.id)],
            round: pack.loop.rounds.filter((r) => member.rounds.includes(r.id)).map((r) => r.title),
            kind: ['interviewer'],
          },
        },
        { ...base, member },
      ),
    ),
    ...render(
      'audience',
      {
        kind: 'audience',
        subject: 'loop',
        path: '/audience/',
        title: 'Audience map',
        ...day,
        description: 'What each round should hear, and what to leave to another.',
        filters: { kind: ['audience map'] },
      },
      base,
    ),
    ...render(
      'pivots',
      {
        kind: 'pivots',
        subject: 'loop',
        path: '/pivots/',
        title: 'Pivots',
        ...day,
        description: 'Every other problem of the bank, likeliest first, with what carries over.',
        filters: { kind: ['pivots'] },
      },
      base,
    ),
    ...render(
      'problems',
      {
        kind: 'problems',
        subject: 'bank',
        path: '/problems/',
        title: 'Problems',
        kicker: `${pack.problems.length} in the bank`,
        description: 'Every problem in one line with its key trade-off and its three numbers.',
        filters: { kind: ['problem'] },
      },
      base,
    ),
    ...pack.problems.flatMap((problem) =>
      render(
        problem.depth ? 'problem' : 'problem-breadth',
        {
          kind: 'problem',
          subject: problem.id,
          path: `/problems/${problem.id}/`,
          title: problem.title,
          kicker: problem.depth ? 'Problem · full sheet' : 'Problem · in breadth',
          description: problem.pitch,
          filters: { kind: ['problem'] },
        },
        { ...base, problem },
      ),
    ),
    ...render(
      'patterns',
      {
        kind: 'patterns',
        subject: 'bank',
        path: '/patterns/',
        title: 'Patterns',
        kicker: `${pack.patterns.length} to fall back on`,
        description: 'What to fall back on whatever they ask, and the figures to compare with.',
        filters: { kind: ['pattern'] },
      },
      base,
    ),
    ...pack.patterns.flatMap((pattern) =>
      render(
        'pattern',
        {
          kind: 'pattern',
          subject: pattern.id,
          path: `/patterns/${pattern.id}/`,
          title: pattern.title,
          kicker: kickers[pattern.kind](atLevel(pack.candidate.level)),
          description: pattern.oneLine,
          filters: { kind: ['pattern'] },
        },
        { ...base, pattern },
      ),
    ),
  ];
}

/** Makes a thing when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
