/** The single file's own script, after MiniSearch: a page at a time, and a search over all of them. */
/* global Blob, DecompressionStream, MiniSearch, Response, Uint8Array, atob, document, location, window */
(() => {
  const body = document.body;
  const pages = [...document.querySelectorAll('.page')];
  const field = document.querySelector('.single-bar input');
  const hits = document.querySelector('.single-hits');
  const status = document.querySelector('.single-status');
  body.classList.add('live');
  field.hidden = false;

  /** The place in the address; none where somebody mangled it. */
  function wanted() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null;
    }
  }

  /** Puts the packed sheets in their places, and lets links lead into them. An old browser keeps their openings. */
  async function unpack() {
    if (typeof DecompressionStream === 'undefined') return;
    for (const store of document.querySelectorAll('script.packed')) {
      const bytes = Uint8Array.from(atob(store.textContent), (c) => c.charCodeAt(0));
      const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
      store.closest('.document').innerHTML = await new Response(whole).text();
    }
    for (const link of document.querySelectorAll('a[data-place]')) {
      link.setAttribute('href', `#${link.dataset.place}`);
      link.removeAttribute('data-place');
    }
    body.classList.add('unpacked');
  }

  function show() {
    const target = wanted() ?? pages[0];
    const page = target.closest('.page') ?? pages[0];
    for (const p of pages) p.classList.toggle('shown', p === page);
    for (let at = target; at && at !== page; at = at.parentElement)
      if (at.tagName === 'DETAILS') at.open = true;
    if (target === page) window.scrollTo(0, 0);
    else target.scrollIntoView();
    const kicker = page.querySelector('.title .kicker')?.textContent;
    document.title = [page.querySelector('h1').textContent, kicker, 'Panelprep'].filter(Boolean).join(' · ');
    makeReachable(page);
  }

  /** What scrolls sideways can be reached by keyboard. */
  function makeReachable(page) {
    for (const box of page.querySelectorAll('.table, pre')) {
      const scrolls = box.scrollWidth > box.clientWidth + 1;
      const label = box.matches('pre') ? 'Code, scrolls sideways' : 'Table, scrolls sideways';
      for (const [name, value] of [
        ['tabindex', '0'],
        ['role', 'group'],
        ['aria-label', label],
      ])
        if (scrolls) box.setAttribute(name, value);
        else box.removeAttribute(name);
    }
  }

  let index;
  let ready = false;
  const parts = [];
  /** A part is a heading of the second level and what follows it. */
  function build() {
    for (const page of pages) {
      let part = {
        id: parts.length,
        page: page.id,
        at: page.id,
        title: page.querySelector('h1').textContent,
        text: '',
      };
      parts.push(part);
      for (const node of page.querySelector('.document').children) {
        if (node.tagName === 'H2') {
          part = {
            id: parts.length,
            page: page.id,
            at: node.id || page.id,
            title: node.textContent,
            text: '',
          };
          parts.push(part);
        } else part.text += ` ${node.textContent}`;
      }
    }
    index = new MiniSearch({
      fields: ['title', 'text'],
      searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.15 },
    });
    index.addAll(parts);
  }

  const mostShown = 20;
  const told = (count) =>
    count > mostShown
      ? `${count} places; the best ${mostShown} of them:`
      : `${count} ${count === 1 ? 'place' : 'places'}:`;

  /** The words around the first of the terms that stands in a text, with all of them marked. */
  function excerpt(text, terms) {
    const line = document.createElement('p');
    const plain = text.replace(/\s+/g, ' ').trim();
    const at = Math.max(
      0,
      Math.min(...terms.map((t) => plain.toLowerCase().indexOf(t)).filter((i) => i >= 0), plain.length),
    );
    const from = at === plain.length ? 0 : Math.max(0, plain.lastIndexOf(' ', Math.max(0, at - 60)));
    const piece = plain.slice(from, plain.indexOf(' ', from + 170) + 1 || undefined).trim();
    const escaped = terms.map((t) => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    for (const [i, words] of piece.split(new RegExp(`(${escaped.join('|')})`, 'gi')).entries()) {
      const node = document.createElement(i % 2 === 1 ? 'mark' : 'span');
      node.textContent = words;
      line.append(node);
    }
    if (from > 0) line.prepend('… ');
    return line;
  }

  function search() {
    const words = field.value.trim();
    hits.replaceChildren();
    status.textContent = '';
    if (words === '' || !ready) return;
    if (!index) build();
    const found = index.search(words, { combineWith: 'AND' });
    status.textContent = found.length === 0 ? `Nothing for “${words}”.` : told(found.length);
    for (const { id, terms } of found.slice(0, mostShown)) {
      const part = parts[id];
      const link = document.createElement('a');
      link.href = `#${encodeURIComponent(part.at)}`;
      const page = document.getElementById(part.page).querySelector('h1').textContent;
      link.textContent = part.title === page ? page : `${page}: ${part.title}`;
      const item = document.createElement('li');
      item.append(link, excerpt(part.text, terms));
      hits.append(item);
    }
  }

  field.addEventListener('input', search);
  window.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target === field || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
  hits.addEventListener('click', () => {
    field.value = '';
    hits.replaceChildren();
  });
  window.addEventListener('hashchange', show);
  const found = location.hash === '' || wanted() !== null;
  show();
  unpack().then(() => {
    ready = true;
    if (!found) show();
    search();
  });
})();
