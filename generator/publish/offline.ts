/** A staged site in; its service worker and web manifest written into it, and into its pages which pack they are of. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getManifest } from 'workbox-build';
import { marked } from './offline-mark.ts';

/** What the worker's file begins with; the switch that removes it does not. */
const opening = 'self.panelprepManifest = ';
/** Files over this size would be left out; none of ours comes near, and one that does must be told. */
const largest = 8 * 1024 * 1024;

/** `on: false` publishes the switch that removes the worker and its caches from browsers that have it. */
export async function addServiceWorker(
  site: string,
  root: string,
  options: { on: boolean; name: string },
): Promise<void> {
  const source = (file: string) => readFileSync(join(root, 'site/offline', file), 'utf8');
  writeFileSync(
    join(site, 'manifest.webmanifest'),
    `${JSON.stringify(webManifest(options.name), null, 1)}\n`,
  );
  markPages(site, '');
  if (!options.on) {
    writeFileSync(join(site, 'sw.js'), source('off.js'));
    return;
  }
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: site,
    // Workbox's own patterns miss the search index.
    globPatterns: ['**/*'],
    globIgnores: ['sw.js', 'plan.md', 'plan.json', 'pack.html', 'robots.txt'],
    maximumFileSizeToCacheInBytes: largest,
  });
  if (warnings.length > 0) throw new Error(`offline copy: ${warnings.join('; ')}`);
  const files = Object.fromEntries(
    manifestEntries
      .map((e): [string, string] => [e.url, e.revision ?? 'hashed'])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  // After the files are listed: a page that says the same under another version counts as the same.
  markPages(site, version);
  writeFileSync(
    join(site, 'sw.js'),
    `${opening}${JSON.stringify({ version, files })};\n${source('worker.js')}`,
  );
}

/** Whether browsers keep a copy of the site that lies here; they do of one that is yet to come. */
export function hasOfflineCopy(site: string): boolean {
  const worker = join(site, 'sw.js');
  return !existsSync(worker) || readFileSync(worker, 'utf8').startsWith(opening);
}

function markPages(site: string, version: string): void {
  for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const page = readFileSync(join(site, name), 'utf8');
    const now = marked(page, version);
    if (now !== page) writeFileSync(join(site, name), now);
  }
}

function webManifest(name: string) {
  return {
    name: `${name} prep`,
    short_name: name,
    description: 'A prep pack for system design interviews: offline, searchable, yours alone.',
    start_url: '/today/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbf8f2',
    theme_color: '#8a2f1c',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
