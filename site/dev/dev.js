/** In a page that "panelprep dev" serves, after morphdom: what is edited shows at once, where one reads. */
/* global EventSource, document, location, morphdom, window */
(() => {
  const article = document.querySelector('article.document');
  const bar = document.createElement('p');
  bar.className = 'dev-bar';
  bar.setAttribute('role', 'status');
  bar.hidden = true;
  document.body.prepend(bar);

  const say = (text) => {
    bar.textContent = text;
    bar.hidden = text === '';
  };

  /** Only what differs is touched, so that the place, the focus and what was unfolded stay. */
  function draw(html) {
    const next = document.createElement('article');
    next.className = 'document';
    next.innerHTML = html;
    morphdom(article, next, {
      childrenOnly: true,
      onBeforeElUpdated(from, to) {
        if (from.tagName === 'DETAILS') to.open = from.open;
        if (!from.tagName.startsWith('PP-')) return true;
        // What lives in the page begins anew.
        from.replaceWith(to.cloneNode(true));
        return false;
      },
    });
  }

  const events = new EventSource(`/panelprep-dev/events?path=${encodeURIComponent(location.pathname)}`);
  events.addEventListener('page', ({ data }) => {
    const { title, html } = JSON.parse(data);
    say('');
    if (!article) return;
    document.querySelector('h1').textContent = title;
    draw(html);
  });
  events.addEventListener('fault', ({ data }) => say(JSON.parse(data)));
  events.addEventListener('reload', () => window.location.reload());
})();
