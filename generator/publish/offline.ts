/** A staged site in; its service worker and web manifest written into it. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getManifest } from 'workbox-build';

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
  if (!options.on) {
    writeFileSync(join(site, 'sw.js'), source('off.js'));
    return;
  }
  const { manifestEntries, warnings } = await getManifest({
    globDirectory: site,
    // Workbox's own patterns miss the search index.
    globPatterns: ['**/*'],
    globIgnores: ['sw.js', 'calendar.ics', 'deck.apkg', 'plan.md', 'plan.json', 'pack.html', 'robots.txt'],
    maximumFileSizeToCacheInBytes: largest,
  });
  if (warnings.length > 0) throw new Error(`offline copy: ${warnings.join('; ')}`);
  const files = Object.fromEntries(
    manifestEntries
      .map((e): [string, string] => [e.url, e.revision ?? 'hashed'])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  const manifest = `self.panelprepManifest = ${JSON.stringify({ version, files })};\n`;
  writeFileSync(join(site, 'sw.js'), manifest + source('worker.js'));
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
