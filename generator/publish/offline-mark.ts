/** What a page says of the offline copy: the pack that it is of, or nothing where browsers shall keep none. */

/** Printed empty by the pages' frame; the worker puts it into pages that it takes over from an older copy. */
const mark = /(<meta name="panelprep-offline" content=")[^"]*(">)/;

/** The page with this version in it; an empty one registers no worker. */
export function marked(page: string, version: string): string {
  return page.replace(mark, (_, open, close) => `${open}${version}${close}`);
}
