/**
 * The service worker: after one visit everything is kept, and works with the server gone. While the server answers, its
 * answer is shown, so that two packs served at one address never mix. `manifest` and `version` are written in when the
 * site is published.
 */
/* global self, caches, fetch */
const { version, files } = self.panelprepManifest;
const cacheName = `panelprep ${version}`;
const own = (key) => key.startsWith('panelprep ');
/** A server that says nothing for so long counts as gone, in milliseconds. */
const patience = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(keepAll().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

// A page asks which pack this is.
self.addEventListener('message', (event) => {
  if (event.data === 'version') event.ports[0]?.postMessage(version);
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith(answer(request, url));
});

/** Everything, or nothing: a cache that lacks a file is thrown away, and the old one stays. */
async function keepAll() {
  const before = await earlier();
  const cache = await caches.open(cacheName);
  try {
    const list = Object.entries(files);
    for (let i = 0; i < list.length; i += 16)
      await Promise.all(list.slice(i, i + 16).map(([path, revision]) => keep(cache, before, path, revision)));
  } catch (fault) {
    await caches.delete(cacheName);
    throw fault;
  }
}

/** A file that is the same as in the cache before is taken from there. */
async function keep(cache, before, path, revision) {
  const key = `/${path}?__revision=${revision}`;
  const known = await before?.match(key);
  if (known) return cache.put(key, path.endsWith('.html') ? await ofThisPack(known) : known);
  const response = await fetch(`/${path}`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return cache.put(key, response);
}

/** A page says which pack it is of; this one is the same in the new pack but for that. */
async function ofThisPack(page) {
  const text = (await page.text()).replace(
    /(<meta name="panelprep-offline" content=")[^"]*/,
    (_, open) => open + version,
  );
  return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

async function earlier() {
  const names = (await caches.keys()).filter((key) => own(key) && key !== cacheName);
  return names.length > 0 ? caches.open(names[names.length - 1]) : undefined;
}

async function takeOver() {
  for (const key of await caches.keys()) if (own(key) && key !== cacheName) await caches.delete(key);
  await self.clients.claim();
}

async function answer(request, url) {
  const path = decodeURIComponent(url.pathname)
    .slice(1)
    .replace(/(^|\/)$/, '$1index.html');
  const revision = files[path];
  const kept = async () =>
    revision === undefined
      ? undefined
      : (await caches.open(cacheName)).match(`/${path}?__revision=${revision}`);
  // A name with a hash in it never changes.
  if (path.startsWith('_astro/')) return (await kept()) ?? fetch(request);
  try {
    const response = await Promise.race([
      fetch(request),
      new Promise((_, reject) => {
        setTimeout(reject, patience);
      }),
    ]);
    if (response.ok || revision === undefined) return response;
    return (await kept()) ?? response;
  } catch {
    return (await kept()) ?? missing();
  }
}

async function missing() {
  const page = files['404.html'];
  const kept = page && (await (await caches.open(cacheName)).match(`/404.html?__revision=${page}`));
  if (!kept) return Response.error();
  return new Response(await kept.text(), {
    status: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}
