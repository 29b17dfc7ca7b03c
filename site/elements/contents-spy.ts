/** `<pp-contents>`: open beside the text on a wide screen, folded on a phone; marks the section being read. */

class ContentsSpy extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details');
    const wide = matchMedia('(min-width: 68rem)');
    const fit = () => {
      if (details) details.open = wide.matches;
    };
    wide.addEventListener('change', fit);
    fit();
    const links = new Map([...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
    const headings = [...document.querySelectorAll<HTMLElement>('main h2[id]')].filter((h) => links.has(h.id));
    const mark = () => {
      const current = headings.findLast((h) => h.getBoundingClientRect().top < innerHeight * 0.3) ?? headings[0];
      for (const [id, link] of links) {
        if (id === current?.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true });
    mark();
    this.addEventListener('click', (event) => {
      if (event.target instanceof HTMLAnchorElement && details && !wide.matches) details.open = false;
    });
  }
}

customElements.define('pp-contents', ContentsSpy);

/** A link into a folded part opens it. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let node: HTMLElement | null = target; node; node = node.parentElement) if (node instanceof HTMLDetailsElement) node.open = true;
  target?.scrollIntoView();
}
addEventListener('hashchange', openTarget);
if (location.hash) openTarget();
