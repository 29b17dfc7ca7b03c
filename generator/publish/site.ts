/** The published pack in, the searchable site out: Astro, then Pagefind, in a staging folder, then the swap. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import * as pagefind from 'pagefind';
import { checkSite, SiteError } from './check-site.ts';
import { realDisk } from './disk.ts';
import { findLeaks, type PrivateText, sayLeak } from './leaks.ts';
import { addServiceWorker } from './offline.ts';
import { swapIn } from './swap.ts';
import { leaveNothing, writeNamed } from './write-whole.ts';

export interface SiteOptions {
  /** The program's own root, where `site/` is. */
  root: string;
  /** `.panelprep/<name>/published`. */
  published: string;
  /** Where the finished site goes. */
  out: string;
  /** A folder of this build's own for staging. */
  staging: string;
  /** What the installed app is called. */
  name: string;
  /** Whether browsers keep a copy that works without the server. */
  offline: boolean;
  /** Pages that must be there. */
  pages: number;
  /** Texts that must be nowhere. */
  secret: readonly PrivateText[];
}

export interface SiteResult {
  pages: number;
  indexed: number;
}

/** Builds the site. What stood at `out` stays whole until the new site is complete; of one that fails nothing is left. */
export async function publishSite(
  options: SiteOptions,
  onStage: (stage: string) => void,
): Promise<SiteResult> {
  try {
    return await stageAndSwap(options, onStage);
  } catch (fault) {
    // It may fill the disk, or hold what must be nowhere.
    leaveNothing(options.staging);
    throw fault;
  }
}

async function stageAndSwap(options: SiteOptions, onStage: (stage: string) => void): Promise<SiteResult> {
  const { root, published, out, staging } = options;
  rmSync(staging, { recursive: true, force: true });
  process.env.PANELPREP_PUBLISHED = published;
  onStage('pages');
  await build({ root, outDir: staging, logLevel: 'error', cacheDir: join(dirname(published), 'astro') });
  onStage('search index');
  const indexed = await indexSite(staging);
  // After the index: the single file holds every page once more.
  realDisk.copy(join(published, 'beside'), staging);
  await addServiceWorker(staging, root, { on: options.offline, name: options.name });
  onStage('checks');
  checkSite(staging, options.pages);
  const leaks = findLeaks(staging, options.secret);
  if (leaks.length > 0) throw new SiteError(leaks.map(sayLeak));
  onStage('publishing');
  swapIn(staging, out);
  return { pages: indexed.pages, indexed: indexed.indexed };
}

async function indexSite(dir: string): Promise<SiteResult> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`search index: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: dir });
    // Written by us: where its own program finds the disk full it breaks off, and its answer never comes.
    const made = await index.getFiles();
    const faults = [...added.errors, ...made.errors];
    if (faults.length > 0) throw new Error(`search index: ${faults.join('; ')}`);
    for (const { path, content } of made.files) {
      const target = join(dir, 'pagefind', path);
      mkdirSync(dirname(target), { recursive: true });
      writeNamed(target, content);
    }
    return { pages: added.page_count, indexed: added.page_count };
  } finally {
    await pagefind.close();
  }
}
