/** The switch that turns it off: every cache goes, and the worker with them. Published in the worker's place. */
/* global self, caches */
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((keys) =>
        Promise.all(keys.filter((key) => key.startsWith('panelprep ')).map((key) => caches.delete(key))),
      )
      .then(() => self.registration.unregister()),
  );
});
