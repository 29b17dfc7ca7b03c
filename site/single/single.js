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
    document.title = `${page.querySelector('h1').textContent} · Panelprep`;
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

  function search() {
    const words = field.value.trim();
    hits.replaceChildren();
    status.textContent = '';
    if (words === '' || !ready) return;
    if (!index) build();
    const found = index.search(words, { combineWith: 'AND' }).slice(0, 12);
    status.textContent = found.length === 0 ? `Nothing for “${words}”.` : '';
    for (const { id } of found) {
      const part = parts[id];
      const link = document.createElement('a');
      link.href = `#${encodeURIComponent(part.at)}`;
      const page = document.getElementById(part.page).querySelector('h1').textContent;
      link.textContent = part.title === page ? page : `${page}: ${part.title}`;
      const item = document.createElement('li');
      item.append(link);
      hits.append(item);
    }
  }

  field.addEventListener('input', search);
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
