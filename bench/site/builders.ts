/** The four that are measured: how each is made in a folder, what it keeps between builds, how its input changes. */
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Documents, layOut, type Page, withFrontMatter } from './documents.ts';

export type State = 'original' | 'edited';

export interface Builder {
  title: string;
  command: readonly string[];
  cwd: string;
  /** Where the site goes. */
  out: string;
  /** Removed, with the site, before a cold build. */
  caches: readonly string[];
  /** Makes its input be so. */
  put: (state: State) => void;
}

/** Whose bio is edited, and the line that it gets: it moves the reading, and with it the guide. */
export const edited = {
  interviewer: 'p-hollowsato',
  line: 'Since spring I also own our billing ledger: double entry, idempotent postings and a reconciliation every night.',
  /** What of it every builder's page must show. */
  shown: 'billing ledger: double entry',
};

/** Everything but `node_modules`, which is linked to, and what is built. */
const program = [
  'astro.config.mjs',
  'content',
  'data/sample',
  'generator',
  'package-lock.json',
  'package.json',
  'site',
  'templates',
  'tsconfig.json',
];

/** Our own program, copied: its caches lie below its root, and those of whoever runs the bench are left alone. */
export function ours(root: string, dir: string): Builder {
  for (const name of program) cpSync(join(root, name), join(dir, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'), 'dir');
  const bio = (state: State) => {
    const from = join(root, 'data/sample/interviewers', `${edited.interviewer}.md`);
    const to = join(dir, 'data/sample/interviewers', `${edited.interviewer}.md`);
    cpSync(from, to);
    if (state === 'edited') writeFileSync(to, `\n${edited.line}\n`, { flag: 'a' });
  };
  const out = join(dir, 'out/site');
  return {
    title: 'Panelprep',
    command: [process.execPath, 'generator/cli.ts', 'build', 'data/sample', '--out', out],
    cwd: dir,
    out,
    // The site is a link to a folder beside it.
    caches: [join(dir, '.panelprep'), join(dir, '.astro'), join(dir, 'out')],
    put: bio,
  };
}

/** The other three, over the documents that ours published; `dir` holds their packages. */
export function rivals(
  sources: string,
  dir: string,
  documents: Readonly<Record<State, Documents>>,
): Builder[] {
  cpSync(sources, dir, { recursive: true });
  const put = (folder: string, textOf: (page: Page) => string) => (state: State) => {
    mkdirSync(folder, { recursive: true });
    layOut(documents[state], folder, textOf);
  };
  const inDir = (name: string, ...paths: string[]) => paths.map((path) => join(dir, name, path));
  const packages = join(dir, 'node_modules');
  return [
    {
      title: 'remark loop (floor)',
      command: [process.execPath, 'build.mjs'],
      cwd: join(dir, 'floor'),
      out: join(dir, 'floor/dist'),
      caches: [],
      put: put(join(dir, 'floor/documents'), (page) => page.markdown),
    },
    {
      title: 'Starlight',
      command: [process.execPath, join(packages, 'astro/bin/astro.mjs'), 'build'],
      cwd: join(dir, 'starlight'),
      out: join(dir, 'starlight/dist'),
      caches: [...inDir('starlight', '.astro', 'node_modules'), join(packages, '.vite')],
      put: put(join(dir, 'starlight/src/content/docs'), withFrontMatter),
    },
    {
      title: 'VitePress',
      command: [process.execPath, join(packages, 'vitepress/bin/vitepress.js'), 'build'],
      cwd: join(dir, 'vitepress'),
      out: join(dir, 'vitepress/.vitepress/dist'),
      caches: inDir('vitepress', '.vitepress/cache', '.vitepress/.temp'),
      put: put(join(dir, 'vitepress'), withFrontMatter),
    },
  ];
}

export function clear({ out, caches }: Builder): void {
  for (const path of [out, ...caches]) rmSync(path, { recursive: true, force: true });
}
