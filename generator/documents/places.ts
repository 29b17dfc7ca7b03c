/** Rendered documents in; where a place of the pack is found out. */
import type { RenderedDocument } from './rendered.ts';

/** A place as the pack names it, "/rounds/design-1/#failures", in; its address out: on which page of the document it came to stand. */
export type PlaceOf = (place: string) => string | undefined;

/** Undefined for a page or a place that is not in the rendered pack. */
export function placesOf(documents: readonly RenderedDocument[]): PlaceOf {
  const pages = documents.map(({ meta, html }) => ({
    document: meta.pageOf ?? meta.path,
    path: meta.path,
    ids: new Set([...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1])),
  }));
  return (place) => {
    const [path = '', anchor] = place.split('#');
    const own = pages.filter((p) => p.document === path);
    if (anchor === undefined) return own[0]?.path;
    const page = own.find((p) => p.ids.has(anchor));
    return page && `${page.path}#${anchor}`;
  };
}
