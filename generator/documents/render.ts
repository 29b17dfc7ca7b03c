/** The pack, its drawings and the templates in; every document as HTML and Markdown out. */

import type { Root, RootContent } from 'mdast';
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

/** A document that is made when it is asked for. */
export interface PlannedDocument {
  path: string;
  title: string;
  render: () => RenderedDocument;
}

/** Every page of the pack, in the order of the navigation. */
export function renderDocuments(
  pack: Pack,
  drawings: Drawings,
  templates: ReadonlyMap<string, Template>,
): RenderedDocument[] {
  return planDocuments(pack, drawings, templates).map((d) => d.render());
}

/** The same pages, none of them made yet. */
export function planDocuments(
  pack: Pack,
  drawings: Drawings,
  templates: ReadonlyMap<string, Template>,
): PlannedDocument[] {
  const base = { pack, diagrams: drawings };
  const render = (template: string, head: Head, context: Context): PlannedDocument => {
    const source = templates.get(template);
    if (!source) throw new Error(`no template "${template}"`);
    const { path, title } = head;
    return { path, title, render: () => finish(head, expand(source, context)) };
  };
  const name = (id: string) => pack.panel.find((m) => m.id === id)?.name ?? id;
  const day = { kicker: pack.company.name };
  return [
    render(
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
        render(
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
        render(
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
    ...pack.panel.map((member) =>
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
    render(
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
    render(
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
    render(
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
    ...pack.problems.map((problem) =>
      render(
        'problem',
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
    render(
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
    ...pack.patterns.map((pattern) =>
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

/** The page's own title and small line, which the site lays out itself, for the Markdown file. */
function headOf(head: Head): RootContent[] {
  return [{ type: 'heading', depth: 1, children: [text(head.title)] }, paragraph(head.kicker)];
}

function finish(head: Head, tree: Root): RenderedDocument {
  const contents = tree.children.flatMap((node) => {
    if (node.type !== 'heading' || node.depth < 2 || node.depth > 3) return [];
    return [{ depth: node.depth, id: String(node.data?.hProperties?.id ?? ''), text: plain(node).trim() }];
  });
  const elements = new Set<string>();
  visit(tree, 'block', (node) => {
    if (node.data.hName.startsWith('pp-')) elements.add(node.data.hName);
  });
  return {
    meta: { id: idOf(head.path), ...head, contents, elements: [...elements].sort() },
    html: toHtml(tree),
    sections: sectionsOf(tree),
    markdown: toMarkdown({ type: 'root', children: [...headOf(head), ...tree.children] }),
  };
}

function sectionsOf(tree: Root): RenderedDocument['sections'] {
  const sections: RenderedDocument['sections'] = [];
  for (const node of tree.children) {
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
