/** The single file's own script, after MiniSearch: a page at a time, and a search over all of them. */
/* global MiniSearch, document, location, window */
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
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  }

  function show() {
    const id = wanted();
    const target = (id && document.getElementById(id)) || pages[0];
    const page = target.closest('.page') ?? pages[0];
    for (const p of pages) p.classList.toggle('shown', p === page);
    for (let at = target; at && at !== page; at = at.parentElement)
      if (at.tagName === 'DETAILS') at.open = true;
    if (target === page) window.scrollTo(0, 0);
    else target.scrollIntoView();
    document.title = `${page.querySelector('h1').textContent} · Panelprep`;
  }

  let index;
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
    if (words === '') return;
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
  show();
})();
