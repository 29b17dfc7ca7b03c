/** The assumptions that one changed in a document, kept while the tab is open, so that its other pages follow. */

/** All pages of a document lie below its address: "/rounds/design-1/". */
const key = `panelprep-estimates:${location.pathname.split('/').slice(1, 3).join('/')}`;

/** What stands in the fields, by the input's name; empty where nothing was changed. */
export function keptEdits(): ReadonlyMap<string, string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    const isEdit = (e: unknown): e is [string, string] =>
      Array.isArray(e) && e.length === 2 && e.every((part) => typeof part === 'string');
    return new Map(Array.isArray(kept) ? kept.filter(isEdit) : []);
  } catch {
    // Storage is denied, or somebody wrote something else there.
    return new Map();
  }
}

export function keep(edits: ReadonlyMap<string, string>): void {
  try {
    if (edits.size > 0) sessionStorage.setItem(key, JSON.stringify([...edits]));
    else sessionStorage.removeItem(key);
  } catch {
    // Without storage the edits hold for this page alone.
  }
}
