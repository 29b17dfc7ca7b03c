/** The search itself: a field, filters and hits, all by keyboard. Used by the dialog and by the search page. */
import { excerptNodes, filters, type Hit, search } from './pagefind.ts';

const titles: Record<string, string> = { kind: 'Kind', round: 'Round', interviewer: 'Interviewer' };

/** Fills `host` and returns the field. `onTerm` hears every search, so that an address can carry it. */
export function searchBox(
  host: HTMLElement,
  options: { most: number; term?: string; onTerm?: (term: string) => void },
): HTMLInputElement {
  const id = `search-${Math.abs(hash(host.className + options.most))}`;
  const label = make('label', { textContent: 'Search the pack', htmlFor: id, className: 'visually-hidden' });
  const field = make('input', {
    type: 'search',
    id,
    placeholder: 'Search: partition key, fair queue, SSE …',
    autocomplete: 'off',
    spellcheck: false,
    value: options.term ?? '',
  });
  const choices = make('div', { className: 'search-filters' });
  const status = make('p', { className: 'search-status' });
  status.setAttribute('role', 'status');
  const list = make('ol', { className: 'search-hits' });
  host.replaceChildren(label, field, choices, status, list);

  const chosen: Record<string, string> = {};
  let turn = 0;
  const run = async () => {
    const mine = ++turn;
    const term = field.value.trim();
    options.onTerm?.(term);
    if (term === '') {
      list.replaceChildren();
      status.textContent = 'Type to search. Arrow keys move through the hits, Enter opens.';
      return;
    }
    try {
      const { hits, total } = await search(term, chosen, options.most);
      if (mine !== turn) return;
      list.replaceChildren(...hits.map(hitNode));
      status.textContent =
        total === 0
          ? `Nothing for “${term}”. Try a shorter word.`
          : `${total} ${total === 1 ? 'page' : 'pages'} for “${term}”`;
    } catch {
      status.textContent = 'The search index could not be loaded. Build the pack again.';
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(run, 120);
  });
  host.addEventListener('keydown', (event) => moveThroughHits(event, field, list));
  field.addEventListener('keydown', async (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    // Whoever types fast presses Enter before the hits stand there.
    clearTimeout(timer);
    await run();
    list.querySelector<HTMLAnchorElement>('a.hit')?.click();
  });
  void fillFilters(choices, chosen, run);
  void run();
  return field;
}

async function fillFilters(
  host: HTMLElement,
  chosen: Record<string, string>,
  run: () => void,
): Promise<void> {
  const all = await filters().catch(() => ({}) as Record<string, Record<string, number>>);
  for (const name of ['kind', 'round', 'interviewer']) {
    const values = Object.keys(all[name] ?? {});
    if (values.length < 2) continue;
    const select = make('select', { ariaLabel: `${titles[name]} filter` });
    select.append(
      make('option', { value: '', textContent: `${titles[name]}: all` }),
      ...values.map((v) => make('option', { value: v, textContent: v })),
    );
    select.addEventListener('change', () => {
      if (select.value) chosen[name] = select.value;
      else delete chosen[name];
      run();
    });
    host.append(select);
  }
}

function hitNode(hit: Hit): HTMLLIElement {
  const item = make('li', {});
  const link = make('a', { href: hit.url, className: 'hit' });
  const excerpt = make('span', { className: 'excerpt' });
  excerpt.append(...excerptNodes(hit.excerpt));
  link.append(
    make('strong', { textContent: hit.title }),
    ' ',
    make('span', { textContent: hit.kicker.split(' · ')[0] ?? '', className: 'from' }),
    excerpt,
  );
  item.append(link);
  if (hit.parts.length > 0) {
    const parts = make('ul', {});
    for (const part of hit.parts) {
      const row = make('li', {});
      row.append(make('a', { href: part.url, textContent: part.title, className: 'hit part' }));
      parts.append(row);
    }
    item.append(parts);
  }
  return item;
}

/** Down from the field into the hits, up back again. */
function moveThroughHits(event: KeyboardEvent, field: HTMLInputElement, list: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a.hit')];
  if (links.length === 0 || event.target instanceof HTMLSelectElement) return;
  event.preventDefault();
  const at = links.findIndex((link) => link.matches(':focus'));
  const to = event.key === 'ArrowDown' ? Math.min(at + 1, links.length - 1) : at - 1;
  (links[to] ?? field).focus();
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}

function hash(text: string): number {
  return [...text].reduce((h, c) => (h * 31 + c.charCodeAt(0)) | 0, 7);
}
