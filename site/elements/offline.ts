/**
 * Registers the service worker where the pack was built with one, and says quietly when a newer pack than the page's own has
 * taken over.
 */

const { serviceWorker } = navigator;
/** The pack that this page is of; empty where browsers shall keep no copy. */
const packOfPage = document.querySelector<HTMLMetaElement>('meta[name="panelprep-offline"]')?.content ?? '';

if (serviceWorker && location.protocol.startsWith('http'))
  void (packOfPage === '' ? freeFromWorker() : keepPack(packOfPage));

async function keepPack(version: string): Promise<void> {
  serviceWorker.addEventListener('controllerchange', () => {
    // The worker asks the server first, so the page is often the newer one already.
    const answer = new MessageChannel();
    answer.port1.onmessage = ({ data }) => {
      if (data !== version) notice();
    };
    serviceWorker.controller?.postMessage('version', [answer.port2]);
  });
  await serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' }).catch(() => undefined);
}

/** A worker of an earlier build looks for its successor, which takes it and its copies away. */
async function freeFromWorker(): Promise<void> {
  const registration = await serviceWorker.getRegistration('/');
  await registration?.update().catch(() => undefined);
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
