/** A staged site in; everything that keeps it from being published out. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attributesOf, type Tag, tagsOf } from './tags.ts';

/** Most faults that are told at once. */
const mostTold = 20;

/** Links that lead nowhere, ids that stand twice, a search index without pages. Throws with all of them. */
export function checkSite(dir: string, pages: number): void {
  const files = new Set(
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => statSync(join(dir, name)).isFile()),
  );
  const html = [...files].filter((name) => name.endsWith('.html'));
  const read = new Map(html.map((name) => [name, tagsOf(readFileSync(join(dir, name), 'utf8'))]));
  const ids = new Map([...read].map(([name, tags]) => [name, idsOf(tags)]));
  const faults = [...read].flatMap(([name, tags]) => [
    ...twice(ids.get(name) ?? []).map((id) => `${name}: the id "${id}" stands twice`),
    ...linksOf(tags).flatMap((link) => deadLink(link, name, files, ids)),
  ]);
  if (html.length < pages) faults.push(`${html.length} pages were written, ${pages} were expected`);
  if (!existsSync(join(dir, 'pagefind/pagefind-entry.json'))) faults.push('the search index is missing');
  if (faults.length > 0) throw new SiteError(faults);
}

/** The staged site is not fit to be published; what stood before stays. */
export class SiteError extends Error {
  constructor(faults: readonly string[]) {
    const more = faults.length > mostTold ? [`and ${faults.length - mostTold} more`] : [];
    super(['The site was not published:', ...faults.slice(0, mostTold), ...more].join('\n  '));
    this.name = 'SiteError';
  }
}

function idsOf(tags: readonly Tag[]): string[] {
  return tags.flatMap((tag) => attributesOf(tag).flatMap(([name, value]) => (name === 'id' ? [value] : [])));
}

const linking = new Set(['a', 'link', 'script', 'img', 'source']);

function linksOf(tags: readonly Tag[]): string[] {
  return tags
    .filter((tag) => linking.has(tag.name))
    .flatMap((tag) => attributesOf(tag))
    .flatMap(([name, value]) => (name === 'href' || name === 'src' ? [unescaped(value)] : []));
}

const unescaped = (value: string) => value.replace(/&(?:amp|#x26|#38);/gi, '&');

function deadLink(
  link: string,
  page: string,
  files: ReadonlySet<string>,
  ids: ReadonlyMap<string, readonly string[]>,
): string[] {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) return [`${page}: "${link}" leads out of the pack`];
  const [path = '', anchor] = link.split('#');
  const bare = path.split('?')[0] ?? '';
  const target =
    bare === ''
      ? page
      : bare.endsWith('/')
        ? `${bare.slice(1)}index.html`
        : decodeURIComponent(bare.slice(1));
  if (!files.has(target)) return [`${page}: "${link}" leads nowhere`];
  if (anchor && !(ids.get(target) ?? []).includes(decodeURIComponent(anchor)))
    return [`${page}: "${link}" names a place that does not exist`];
  return [];
}

function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((v) => seen.has(v) || !seen.add(v)))];
}
