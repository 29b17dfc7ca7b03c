/** The search index, loaded when it is first needed. */

export interface Hit {
  url: string;
  title: string;
  /** The small line above the page's title: what kind of page it is. */
  kicker: string;
  /** Pieces of the excerpt; every second one is what was searched for. */
  excerpt: string[];
  parts: { url: string; title: string; excerpt: string[] }[];
}

interface Fragment {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { url: string; title: string; excerpt: string }[];
}
interface Pagefind {
  init(): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    term: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { id: string; data(): Promise<Fragment> }[] }>;
}

let loading: Promise<Pagefind> | undefined;

function load(): Promise<Pagefind> {
  // The index is written after the pages are bundled, so its address must not be resolved at build time.
  const address = '/pagefind/pagefind.js';
  loading ??= (import(/* @vite-ignore */ address) as Promise<Pagefind>).then(async (pagefind) => {
    await pagefind.init();
    return pagefind;
  });
  return loading;
}

/** Values of each filter with how many pages have them. */
export async function filters(): Promise<Record<string, Record<string, number>>> {
  return (await load()).filters();
}

/** Best hits first; pages that hold several words as they were typed come before those that scatter them. */
export async function search(
  term: string,
  chosen: Record<string, string>,
  most: number,
): Promise<{ hits: Hit[]; total: number }> {
  const pagefind = await load();
  const ask = (words: string) => pagefind.search(words, { filters: chosen });
  const phrase = /\s/.test(term) && !term.includes('"') ? ask(`"${term}"`) : undefined;
  const [exact, loose] = await Promise.all([phrase, ask(term)]);
  const first = exact?.results ?? [];
  const ids = new Set(first.map((r) => r.id));
  const found = [...first, ...loose.results.filter((r) => !ids.has(r.id))];
  const data = await Promise.all(found.slice(0, most).map((r) => r.data()));
  return { hits: data.map(toHit), total: found.length };
}

function toHit(fragment: Fragment): Hit {
  const parts = fragment.sub_results
    .filter((s) => s.url.includes('#'))
    .slice(0, 3)
    .map((s) => ({ url: s.url, title: s.title, excerpt: pieces(s.excerpt) }));
  return {
    url: fragment.url,
    title: fragment.meta.title ?? fragment.url,
    kicker: fragment.meta.kicker ?? '',
    excerpt: pieces(fragment.excerpt),
    parts,
  };
}

/** The index marks what it found with <mark>; everything else is text. */
function pieces(excerpt: string): string[] {
  const decode = (text: string) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
  return excerpt.split(/<\/?mark>/).map(decode);
}

/** An excerpt as nodes: text, and marks for what was found. */
export function excerptNodes(excerpt: readonly string[]): Node[] {
  return excerpt.map((piece, i) => {
    if (i % 2 === 0) return document.createTextNode(piece);
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}
