/** Registers the service worker, and says quietly when a newer pack has taken over. */

const { serviceWorker } = navigator;

if (serviceWorker && location.protocol.startsWith('http')) {
  const had = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (had) notice();
  });
  void serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' }).catch(() => undefined);
}

function notice(): void {
  if (document.querySelector('.newer')) return;
  const line = document.createElement('p');
  line.className = 'newer';
  line.setAttribute('role', 'status');
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = 'Show it';
  again.addEventListener('click', () => location.reload());
  line.append('A newer pack is here. ', again);
  document.body.append(line);
}
