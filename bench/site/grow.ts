/**
 * A candidate's folder grown to more documents: copies of the knowledge base's problems and patterns under new ids, as
 * `data/<name>/content/` allows. Nothing of the program is bypassed: it reads, ranks, draws, plans and publishes them all.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const kinds = ['problems', 'patterns'] as const;

export interface Copy {
  kind: (typeof kinds)[number];
  /** A folder of problems/ or a file of patterns/. */
  from: string;
  id: string;
}

/** As many copies as are asked for, problem and pattern in turn; each has a page of its own. */
export function copiesOf(entries: Readonly<Record<Copy['kind'], readonly string[]>>, count: number): Copy[] {
  const longest = Math.max(...kinds.map((kind) => entries[kind].length));
  const once = Array.from({ length: longest }, (_, i) =>
    kinds.flatMap((kind) => entries[kind].slice(i, i + 1).map((from) => ({ kind, from }))),
  ).flat();
  if (once.length === 0) return [];
  return Array.from({ length: count }, (_, i) => once[i % once.length])
    .filter((entry) => entry !== undefined)
    .map((entry, i) => ({
      ...entry,
      id: `${basename(entry.from, '.md')}-copy-${Math.floor(i / once.length) + 2}`,
    }));
}

/** The copy's own id and a title that tells it from the original. */
export function renamed(text: string, id: string): string {
  return text
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^title: "?(.*?)"?$/m, (_, title) => `title: "${title} (${id.split('-').at(-1)})"`);
}

/** Adds `count` documents to the candidate's folder. */
export function grow(content: string, candidate: string, count: number): void {
  const entries = {
    problems: readdirSync(join(content, 'problems')).sort(),
    patterns: readdirSync(join(content, 'patterns')).sort(),
  };
  for (const { kind, from, id } of copiesOf(entries, count)) {
    const parent = join(candidate, 'content', kind);
    mkdirSync(parent, { recursive: true });
    const [target, named] =
      kind === 'problems'
        ? [join(parent, id), join(parent, id, 'sheet.md')]
        : [join(parent, `${id}.md`), join(parent, `${id}.md`)];
    cpSync(join(content, kind, from), target, { recursive: true });
    writeFileSync(named, renamed(readFileSync(named, 'utf8'), id));
  }
}
