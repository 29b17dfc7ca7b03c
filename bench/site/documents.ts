/** The documents that Panelprep published, as the source of any other site generator. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PublishedDocument, publishedPack } from '../../generator/model/published.ts';

export interface Documents {
  /** The folder of the drawings that the Markdown links to. */
  diagrams: string;
  pages: readonly Page[];
  /** Of the Markdown, without front matter. */
  bytes: number;
}

export interface Page extends Pick<PublishedDocument, 'path' | 'title'> {
  markdown: string;
}

/** Reads `.panelprep/<name>/published`. */
export function readDocuments(published: string): Documents {
  const pack = publishedPack.parse(JSON.parse(readFileSync(join(published, 'pack.json'), 'utf8')));
  const pages = pack.documents.map(({ id, path, title }) => ({
    path,
    title,
    markdown: readFileSync(join(published, 'documents', `${id}.md`), 'utf8'),
  }));
  const bytes = pages.reduce((sum, p) => sum + Buffer.byteLength(p.markdown), 0);
  return { diagrams: join(published, 'diagrams'), pages, bytes };
}

/** A page's source below the folder of documents: links between pages hold as they are. */
export function fileOf({ path }: Pick<Page, 'path'>): string {
  return join(path.slice(1), 'index.md');
}

/** A title above the Markdown, which is kept byte for byte. JSON's strings are YAML's. */
export function withFrontMatter({ title, markdown }: Page): string {
  return `---\ntitle: ${JSON.stringify(title)}\n---\n\n${markdown}`;
}

/** How many pages of one state read otherwise in the other. */
export function changedPages(before: Documents, after: Documents): number {
  const known = new Map(before.pages.map((p) => [p.path, p.markdown]));
  return after.pages.filter((p) => known.get(p.path) !== p.markdown).length;
}

/** Writes every page below a folder. A file that would stay the same is not touched: caches may go by its time. */
export function layOut({ pages, diagrams }: Documents, dir: string, textOf: (page: Page) => string): void {
  for (const page of pages) {
    const file = join(dir, fileOf(page));
    const text = textOf(page);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    const drawings = join(dirname(file), '../diagrams');
    if (text.includes('](../diagrams/') && !existsSync(drawings))
      cpSync(diagrams, drawings, { recursive: true });
  }
}
