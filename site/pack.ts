/** The one reader of the published pack. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PublishedDocument, publishedPack } from '../generator/model/published.ts';

/** `.panelprep/<name>/published`. */
export function publishedFolder(): string {
  const dir = process.env.PANELPREP_PUBLISHED;
  if (!dir) throw new Error('PANELPREP_PUBLISHED is not set: build the site with "panelprep build"');
  return dir;
}

export const pack = publishedPack.parse(
  JSON.parse(readFileSync(join(publishedFolder(), 'pack.json'), 'utf8')),
);

/** Documents of a kind, in the order of the pack. */
export function documentsOf(kind: PublishedDocument['kind']): PublishedDocument[] {
  return pack.documents.filter((d) => d.kind === kind);
}

/** The one document of a kind that has only one. */
export function documentOf(kind: PublishedDocument['kind']): PublishedDocument {
  const found = documentsOf(kind)[0];
  if (!found) throw new Error(`the pack has no ${kind}`);
  return found;
}

/** A document's sanitized HTML. */
export function htmlOf(document: PublishedDocument): string {
  return readFileSync(join(publishedFolder(), 'documents', `${document.id}.html`), 'utf8');
}

/** Paths and props for a page that shows every document of a kind under its subject. */
export function pathsOf(kind: PublishedDocument['kind'], parameter: string) {
  return documentsOf(kind).map((document) => ({
    params: { [parameter]: document.subject },
    props: { document },
  }));
}
