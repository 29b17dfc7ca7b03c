/** `<pp-contents>`: open beside the text on a wide screen, folded on a phone; says which section is being read. */

class ContentsSpy extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details');
    const now = this.querySelector('.now');
    const wide = matchMedia('(min-width: 68rem)');
    const unfold = () => {
      if (details) details.open = wide.matches;
    };
    wide.addEventListener('change', unfold);
    unfold();
    const links = new Map(
      [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((a) => [
        decodeURIComponent(a.hash.slice(1)),
        a,
      ]),
    );
    const headings = [...document.querySelectorAll<HTMLElement>('main h2[id]')].filter((h) =>
      links.has(h.id),
    );
    let marked: HTMLAnchorElement | undefined;
    const mark = () => {
      const current = headings.findLast((h) => h.getBoundingClientRect().top < innerHeight * 0.3);
      const link = current && links.get(current.id);
      if (link === marked) return;
      marked?.removeAttribute('aria-current');
      link?.setAttribute('aria-current', 'true');
      if (now) now.textContent = link?.textContent ?? '';
      marked = link;
      if (link && wide.matches) this.keepInSight(link);
    };
    let asked = false;
    addEventListener(
      'scroll',
      () => {
        if (asked) return;
        asked = true;
        requestAnimationFrame(() => {
          asked = false;
          mark();
        });
      },
      { passive: true },
    );
    mark();
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('a') && details && !wide.matches)
        details.open = false;
    });
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && details?.open && !wide.matches) details.open = false;
    });
  }

  /** Scrolls the list itself, never the page. */
  private keepInSight(link: HTMLElement): void {
    const above = link.offsetTop < this.scrollTop;
    const below = link.offsetTop + link.offsetHeight > this.scrollTop + this.clientHeight;
    if (above || below) this.scrollTop = link.offsetTop - this.clientHeight / 2;
  }
}

customElements.define('pp-contents', ContentsSpy);

/** A link into a folded part opens it. */
function openTarget(): void {
  const target = document.getElementById(wanted());
  for (let node: HTMLElement | null = target; node; node = node.parentElement)
    if (node instanceof HTMLDetailsElement) node.open = true;
  target?.scrollIntoView();
}
/** The place in the address; none where somebody mangled it. */
function wanted(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}
addEventListener('hashchange', openTarget);
if (location.hash) openTarget();
