/** The one reader of the published pack. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plan, scheduleSource } from '../generator/model/plan.ts';
import { type PublishedDocument, publishedPack } from '../generator/model/published.ts';

function folder(): string {
  const dir = process.env.PANELPREP_PUBLISHED;
  if (!dir) throw new Error('PANELPREP_PUBLISHED is not set: build the site with "panelprep build"');
  return dir;
}

export const pack = publishedPack.parse(JSON.parse(readFileSync(join(folder(), 'pack.json'), 'utf8')));

const beside = (file: string) => readFileSync(join(folder(), 'beside', file), 'utf8');
/** What a plan is a function of, and the plan as it stood when the pack was made. */
export const schedule = scheduleSource.parse(JSON.parse(beside('schedule.json')));
export const plan: Plan = JSON.parse(beside('plan.json'));

/** Documents of a kind, in the order of the pack: of each its first page. */
export function documentsOf(kind: PublishedDocument['kind']): PublishedDocument[] {
  return pack.documents.filter((d) => d.kind === kind && d.pageOf === undefined);
}

/** All pages of the document that this one belongs to, in order. */
export function pagesOf({ path, pageOf = path }: PublishedDocument): PublishedDocument[] {
  return pack.documents.filter((d) => (d.pageOf ?? d.path) === pageOf);
}

/** Paths and props for the further pages of documents, whatever their kind. */
export function furtherPages() {
  return pack.documents
    .filter((d) => d.pageOf !== undefined)
    .map((document) => ({ params: { page: document.path.slice(1, -1) }, props: { document } }));
}

/** The one document of a kind that has only one. */
export function documentOf(kind: PublishedDocument['kind']): PublishedDocument {
  const found = documentsOf(kind)[0];
  if (!found) throw new Error(`the pack has no ${kind}`);
  return found;
}

/** A document's sanitized HTML. */
export function htmlOf(document: PublishedDocument): string {
  return readFileSync(join(folder(), 'documents', `${document.id}.html`), 'utf8');
}

/** Paths and props for a page that shows every document of a kind under its subject. */
export function pathsOf(kind: PublishedDocument['kind'], parameter: string) {
  return documentsOf(kind).map((document) => ({
    params: { [parameter]: document.subject },
    props: { document },
  }));
}
