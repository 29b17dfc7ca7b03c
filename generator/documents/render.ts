/** The pack, its drawings and the templates in; every document as HTML and Markdown out. */

import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Pack } from '../model/pack.ts';
import type { Pattern } from '../model/pattern.ts';
import type { PublishedDocument } from '../model/published.ts';
import { inSentence } from '../pack/in-sentence.ts';
import type { Context } from './context.ts';
import type { Drawings } from './diagrams.ts';
import { atLevel } from './directives/guidance.ts';
import { expand, plain, type Template } from './expand.ts';
import { paragraph, text } from './nodes.ts';
import {
  follower,
  type Page,
  Places,
  pagesIn,
  pagesOf,
  pathOf,
  type Resolve,
  relinked,
  wayTo,
} from './pages.ts';
import { toHtml } from './to-html.ts';
import { toMarkdown } from './to-markdown.ts';

export interface RenderedDocument {
  meta: PublishedDocument;
  html: string;
  markdown: string;
  /** Second-level sections and their words, without what is folded: how long it is to read. */
  sections: { id: string; title: string; words: number }[];
}

type Head = Pick<
  PublishedDocument,
  'kind' | 'subject' | 'path' | 'title' | 'kicker' | 'description' | 'filters'
>;

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
): RenderedDocument[] {
  return planDocuments(pack, drawings, templates).flatMap((d) => d.render() ?? []);
}

/** The same pages, none of them made yet. */
export function planDocuments(
  pack: Pack,
  drawings: Drawings,
  templates: ReadonlyMap<string, Template>,
): PlannedDocument[] {
  const base = { pack, diagrams: drawings };
  const places = new Places();
  const render = (template: string, head: Head, context: Context): PlannedDocument[] => {
    const source = templates.get(template);
    if (!source) throw new Error(`no template "${template}"`);
    const wanted = pagesIn(source);
    const pages = once(() => pagesOf(expand(source, context), head.path));
    if (wanted.length > 1) places.add(head.path, pages);
    return wanted.map(({ id, title }): PlannedDocument => {
      const path = pathOf(head.path, id);
      return {
        path,
        title: titleOf(head, { id, title }),
        render: () => {
          const page = pages().find((p) => p.path === path);
          return page && finish(head, page, pages(), (href) => places.resolve(href, head.path, path));
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

/** A document's id by its address. */
export function idOf(path: string): string {
  return path === '/' ? 'overview' : path.slice(1, -1).replace(/\//g, '-');
}

/** What a page is called: a document's further pages carry their own name as well. */
function titleOf(head: Head, { id, title }: Pick<Page, 'id' | 'title'>): string {
  return id === undefined ? head.title : `${head.title}: ${inSentence(title)}`;
}

/** The page's own title and small line, which the site lays out itself, for the Markdown file. */
function headOf(title: string, head: Head): RootContent[] {
  return [{ type: 'heading', depth: 1, children: [text(title)] }, paragraph(head.kicker)];
}

function finish(head: Head, page: Page, pages: readonly Page[], resolve: Resolve): RenderedDocument {
  const children = relinked([...page.nodes, ...follower(page, pages)], resolve);
  const contents = children.flatMap((node) => {
    if (node.type !== 'heading' || node.depth < 2 || node.depth > 3) return [];
    return [{ depth: node.depth, id: String(node.data?.hProperties?.id ?? ''), text: plain(node).trim() }];
  });
  const elements = new Set<string>();
  visit({ type: 'root', children }, 'block', (node) => {
    if (node.data.hName.startsWith('pp-')) elements.add(node.data.hName);
  });
  const { id, path } = page;
  const title = titleOf(head, page);
  // A document's own id has no underscore, so that no page can take the id of another document.
  const own = id === undefined ? idOf(path) : `${idOf(head.path)}_${id}`;
  const several = pages.length > 1 ? { page: page.title } : {};
  const further = id === undefined ? {} : { pageOf: head.path };
  return {
    meta: { ...head, id: own, path, title, ...several, ...further, contents, elements: [...elements].sort() },
    html: toHtml({ type: 'root', children }),
    sections: sectionsOf(children),
    markdown: toMarkdown({ type: 'root', children: [...headOf(title, head), ...wayTo(pages), ...children] }),
  };
}

function sectionsOf(children: readonly RootContent[]): RenderedDocument['sections'] {
  const sections: RenderedDocument['sections'] = [];
  for (const node of children) {
    if (node.type === 'heading' && node.depth === 2)
      sections.push({ id: String(node.data?.hProperties?.id ?? ''), title: plain(node).trim(), words: 0 });
    const open = sections.at(-1);
    if (open) open.words += wordsOf(node);
  }
  return sections;
}

/** Words that stand open on the page: a closed `<details>` counts its summary only. */
function wordsOf(node: RootContent): number {
  if (node.type === 'block' && node.data.hName === 'details' && !node.data.hProperties.open)
    return node.children[0] ? wordsOf(node.children[0]) : 0;
  if ('children' in node) return node.children.reduce((sum, child) => sum + wordsOf(child), 0);
  return 'value' in node && node.type !== 'code' ? node.value.split(/\s+/).filter(Boolean).length : 0;
}

/** Makes a thing when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
