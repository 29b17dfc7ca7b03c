/**
 * How long the site of the sample takes to build, side by side with a plain remark loop, Starlight and VitePress over the
 * Markdown that ours published: `node bench/site/measure.ts [--rounds 3] [--pages 300]`. Everything happens in a temporary
 * folder; the rivals' packages are installed there.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Builder, clear, edited, ours, rivals } from './builders.ts';
import { changedPages, type Documents, readDocuments } from './documents.ts';
import { grow } from './grow.ts';
import { optionsOf } from './options.ts';
import { type Run, run } from './run.ts';
import { saySpread } from './statistics.ts';

const cases = [
  { title: 'cold', says: 'no caches, no site', state: 'original' },
  { title: 'warm', says: 'nothing changed', state: 'original' },
  { title: 'edited', says: 'one bio has one more sentence', state: 'edited' },
] as const;
type Case = (typeof cases)[number];

interface Measured extends Run {
  builder: string;
  case: Case;
  pages: number;
  bytes: number;
  /** The machine's, over the minute before. */
  load: number;
}

const root = join(import.meta.dirname, '../..');
const note = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const work = mkdtempSync(join(tmpdir(), 'panelprep-bench-site-'));
  process.once('exit', () => rmSync(work, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

  const own = ours(root, join(work, 'panelprep'));
  note('Building the documents …');
  const documents = await publishedBoth(own, work, options.pages);
  note('Installing the rivals …');
  const dir = join(work, 'rivals');
  mkdirSync(dir);
  for (const name of ['package.json', 'package-lock.json'])
    cpSync(join(import.meta.dirname, name), join(dir, name));
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: dir,
  });
  const builders = [own, ...rivals(join(import.meta.dirname, 'rivals'), dir, documents)];
  // Once before, so that everybody's program lies in the system's file cache.
  for (const builder of builders.slice(1)) await build(builder, cases[0], documents.original);

  const results: Measured[] = [];
  for (let round = 1; round <= options.rounds; round += 1)
    for (const one of cases)
      for (const builder of builders) {
        const result = await build(builder, one, documents.original);
        results.push(result);
        note(`${round} ${one.title.padEnd(7)}${builder.title.padEnd(20)} ${result.seconds.toFixed(1)} s`);
      }
  console.log(report(documents, dir, builders, results).join('\n'));
}

/** What ours publishes before and after the edit; grown to `count` documents first. */
async function publishedBoth(own: Builder, work: string, count: number | undefined) {
  const published = join(own.cwd, '.panelprep/sample/published');
  const take = async (state: 'original' | 'edited'): Promise<Documents> => {
    own.put(state);
    await run(own.command, own.cwd);
    cpSync(published, join(work, state), { recursive: true });
    return readDocuments(join(work, state));
  };
  const plain = await take('original');
  if (count === undefined) return { original: plain, edited: await take('edited') };
  const more = count - plain.pages.length;
  if (more < 1)
    throw new Error(
      `--pages: found ${count}, expected more than the sample's ${plain.pages.length} documents`,
    );
  grow(join(own.cwd, 'content'), join(own.cwd, 'data/sample'), more);
  return { original: await take('original'), edited: await take('edited') };
}

/** One measured build. Throws when a page is missing or shows the other state. */
async function build(builder: Builder, one: Case, { pages }: Documents): Promise<Measured> {
  const { title, state } = one;
  if (title === 'cold') clear(builder);
  builder.put(state);
  const [load = 0] = loadavg();
  const ran = await run(builder.command, builder.cwd);
  for (const { path } of pages) statSync(join(builder.out, path, 'index.html'));
  const bio = readFileSync(join(builder.out, 'interviewers', edited.interviewer, 'index.html'), 'utf8');
  if (bio.includes(edited.shown) !== (state === 'edited'))
    throw new Error(`${builder.title}, ${title}: the interviewer's page is not that of the ${state} bio`);
  return { ...ran, ...sizeOf(builder.out), builder: builder.title, case: one, load };
}

function sizeOf(out: string): { pages: number; bytes: number } {
  // With a slash, since ours is a link.
  const files = readdirSync(`${out}/`, { recursive: true, encoding: 'utf8' });
  const sizes = files.map((name) => statSync(join(out, name))).filter((s) => s.isFile());
  return {
    pages: files.filter((name) => name.endsWith('.html')).length,
    bytes: sizes.reduce((sum, s) => sum + s.size, 0),
  };
}

function report(
  { original, edited: after }: { original: Documents; edited: Documents },
  dir: string,
  builders: readonly Builder[],
  results: readonly Measured[],
): string[] {
  const version = (name: string): string =>
    JSON.parse(readFileSync(join(dir, 'node_modules', name, 'package.json'), 'utf8')).version;
  const of = (builder: Builder, one?: Case) =>
    results.filter((r) => r.builder === builder.title && (one === undefined || r.case === one));
  const rows = cases.flatMap((one) =>
    builders.map((builder) => {
      const own = of(builder, one);
      return `| ${one.title}: ${one.says} | ${builder.title} | ${saySpread(own.map((r) => r.seconds))} | ${saySpread(own.flatMap((r) => r.cpu ?? []))} | ${saySpread(
        own.flatMap((r) => r.memory ?? []),
        0,
      )} |`;
    }),
  );
  const outputs = builders.map((builder) => {
    const last = of(builder).at(-1);
    return `| ${builder.title} | ${last?.pages ?? 0} | ${((last?.bytes ?? 0) / 1e6).toFixed(1)} MB |`;
  });
  return [
    `${original.pages.length} documents, ${original.bytes.toLocaleString('en')} bytes of Markdown; the edit changes ${changedPages(original, after)} of them. Rounds: ${results.length / cases.length / builders.length}.`,
    `Starlight ${version('@astrojs/starlight')} on Astro ${version('astro')}, VitePress ${version('vitepress')}, unified ${version('unified')} with remark-parse ${version('remark-parse')}; Node ${process.versions.node}.`,
    `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}; load before each build ${saySpread(results.map((r) => r.load))}.`,
    '',
    '| case | builder | seconds, median (least–most) | CPU seconds | peak MB |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    '| builder | HTML files | output |',
    '|---|---|---|',
    ...outputs,
  ];
}

if (import.meta.main) await main();
