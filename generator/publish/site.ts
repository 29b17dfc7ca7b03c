/** The published pack in, the searchable site out: Astro, then Pagefind, in a staging folder, then the swap. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'astro';
import * as pagefind from 'pagefind';

export interface SiteOptions {
  /** The program's own root, where `site/` is. */
  root: string;
  /** `.panelprep/<name>/published`. */
  published: string;
  /** Where the finished site goes. */
  out: string;
  /** A folder of this build's own for staging. */
  staging: string;
}

export interface SiteResult {
  pages: number;
  indexed: number;
}

/** Builds the site. What stood at `out` stays whole until the new site is complete. */
export async function publishSite(
  options: SiteOptions,
  onStage: (stage: string) => void,
): Promise<SiteResult> {
  const { root, published, out, staging } = options;
  rmSync(staging, { recursive: true, force: true });
  process.env.PANELPREP_PUBLISHED = published;
  onStage('pages');
  await build({ root, outDir: staging, logLevel: 'error', cacheDir: join(dirname(published), 'astro') });
  cpSync(join(published, 'beside'), staging, { recursive: true });
  onStage('search index');
  const indexed = await indexSite(staging);
  onStage('publishing');
  swap(staging, out);
  return { pages: indexed.pages, indexed: indexed.indexed };
}

async function indexSite(dir: string): Promise<SiteResult> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(`search index: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: dir });
    const written = await index.writeFiles({ outputPath: join(dir, 'pagefind') });
    const faults = [...added.errors, ...written.errors];
    if (faults.length > 0) throw new Error(`search index: ${faults.join('; ')}`);
    return { pages: added.page_count, indexed: added.page_count };
  } finally {
    await pagefind.close();
  }
}

/** Renames into place; across file systems it copies beside the target first. */
function swap(staging: string, out: string): void {
  mkdirSync(dirname(out), { recursive: true });
  const old = `${out}.old`;
  rmSync(old, { recursive: true, force: true });
  const fresh = `${out}.new`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(staging, fresh, { recursive: true });
  rmSync(staging, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, old);
  renameSync(fresh, out);
  rmSync(old, { recursive: true, force: true });
}
