/**
 * The published documents as a folder of Markdown that an editor opens as one: a file a page, links from file to file,
 * drawings beside them. Made for Obsidian and read by any other: properties on top, links to headings by their words.
 */
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { standaloneSvg } from '../diagrams/standalone.ts';
import type { Drawings } from '../documents/diagrams.ts';
import type { RenderedDocument } from '../documents/rendered.ts';
import type { CardFaces } from '../model/card.ts';
import type { Plan, ScheduleSource } from '../model/plan.ts';
import { facesBySubject } from './by-subject.ts';
import { plain, planMarkdown } from './plan-markdown.ts';

export interface MarkdownFolder {
  documents: readonly RenderedDocument[];
  drawings: Drawings;
  source: ScheduleSource;
  faces: readonly CardFaces[];
  plan: Plan;
}

/** Paths use "/" and are relative to the folder. */
export type Files = ReadonlyMap<string, string>;

const written: Options = {
  bullet: '-',
  rule: '-',
  // Two dollar signs would begin and end a formula.
  unsafe: [{ character: '$', inConstruct: 'phrasing' }],
};

export function markdownFolder(from: MarkdownFolder): Files {
  const notes = new Map(from.documents.map((d) => [d.meta.path, noteOf(d)]));
  for (const [path, file] of [
    ['/schedule/', 'schedule.md'],
    ['/today/', 'schedule.md'],
    ['/drill/', 'deck.md'],
  ] as const)
    notes.set(path, { file, headings: new Map() });
  const files = new Map<string, string>();
  for (const { meta, markdown } of from.documents) {
    const note = notes.get(meta.path);
    if (!note) continue;
    const properties = { title: meta.title, aliases: [meta.title], tags: [tag(meta.kind)] };
    files.set(note.file, `${propertiesOf(properties)}${relinked(markdown, note.file, notes)}`);
  }
  const { company } = from.source;
  const own = (title: string, kind: string) => propertiesOf({ title, aliases: [title], tags: [tag(kind)] });
  files.set(
    'schedule.md',
    `${own(`Plan for ${company}`, 'schedule')}${planMarkdown(from.source, from.plan)}`,
  );
  files.set('deck.md', `${own(`Deck for ${company}`, 'deck')}${deckMarkdown(from.source, from.faces)}`);
  for (const { wide, tall } of from.drawings.values())
    for (const drawing of [wide, tall]) files.set(`diagrams/${drawing.file}`, standaloneSvg(drawing.svg));
  return files;
}

interface Note {
  file: string;
  /** The words of each heading by its id on the page. */
  headings: ReadonlyMap<string, string>;
}

function noteOf({ meta }: RenderedDocument): Note {
  const file = meta.path === '/' ? 'overview.md' : `${meta.path.slice(1, -1)}.md`;
  return { file, headings: new Map(meta.contents.map((c) => [c.id, c.text])) };
}

const tag = (kind: string) => `panelprep/${kind}`;

function propertiesOf(properties: Readonly<Record<string, unknown>>): string {
  return `---\n${stringify(properties)}---\n\n`;
}

/** Links between pages lead from file to file; a link to what is no file here becomes its text. */
function relinked(markdown: string, file: string, notes: ReadonlyMap<string, Note>): string {
  const up = '../'.repeat(file.split('/').length - 1);
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  visit(tree, (node, index, parent) => {
    if (node.type === 'image' && node.url.startsWith('../')) node.url = `${up}${node.url.slice(3)}`;
    if (node.type !== 'link' || /^[a-z]+:/i.test(node.url)) return CONTINUE;
    const [path = '', anchor = ''] = node.url.split('#');
    const note = path === '' ? [...notes.values()].find((n) => n.file === file) : notes.get(path);
    if (!note || (path === '' && !note.headings.has(decodeURIComponent(anchor)))) {
      parent?.children.splice(index ?? 0, 1, ...(node.children as typeof parent.children));
      return [SKIP, index ?? 0];
    }
    const heading = note.headings.get(decodeURIComponent(anchor));
    node.url = `${path === '' ? '' : `${up}${note.file}`}${heading ? `#${placeOf(heading)}` : ''}`;
    return CONTINUE;
  });
  return unified().use(remarkGfm).use(remarkStringify, written).stringify(tree);
}

/** A heading as a link names it: its words, without the signs that links give a meaning. */
function placeOf(heading: string): string {
  return encodeURIComponent(
    heading
      .replace(/[#|^:\\[\]]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** Every card with its answer folded, by problem. */
function deckMarkdown(source: ScheduleSource, faces: readonly CardFaces[]): string {
  const sections = [...facesBySubject(source, faces)].flatMap(([subject, cards]) => [
    `## ${plain(subject)}`,
    ...cards.map(calloutOf),
  ]);
  return `${[`# Deck for ${plain(source.company)}`, ...sections].join('\n\n')}\n`;
}

/** A callout that opens when it is clicked; a quotation where callouts are not known. */
function calloutOf({ front, back }: CardFaces): string {
  const question = markdownOf(front).replace(/\s*\n\s*/g, ' ');
  const answer = markdownOf(back).split('\n');
  return [`> [!question]- ${question}`, ...answer.map((line) => `> ${line}`.trimEnd())].join('\n');
}

const fromHtml = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeRemark)
  .use(remarkGfm)
  .use(remarkStringify, written);

function markdownOf(html: string): string {
  return String(fromHtml.processSync(html)).trim();
}
