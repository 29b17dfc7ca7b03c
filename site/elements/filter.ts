/** `<pp-filter>`: narrows a long list by words, by lens and by depth. Without scripts the whole list stands there. */

class Filter extends HTMLElement {
  connectedCallback(): void {
    const items = [...this.querySelectorAll<HTMLElement>(':scope > ul > li')].map((item) => ({
      item,
      words: (item.textContent ?? '').toLowerCase(),
      lenses: [...item.querySelectorAll('.tag:not(.full)')].map((t) => t.textContent ?? ''),
      full: item.querySelector('.tag.full') !== null,
    }));
    const bar = document.createElement('div');
    bar.className = 'filter-bar';
    bar.setAttribute('role', 'search');
    const field = document.createElement('input');
    field.type = 'search';
    field.placeholder = 'Narrow: payments, fan-out …';
    field.setAttribute('aria-label', 'Narrow the list by words');
    const lens = document.createElement('select');
    lens.setAttribute('aria-label', 'Narrow the list by lens');
    const titles = [...new Set(items.flatMap((i) => i.lenses))].sort();
    lens.append(new Option('Every lens', ''), ...titles.map((t) => new Option(t, t)));
    const full = document.createElement('input');
    full.type = 'checkbox';
    const check = document.createElement('label');
    check.className = 'check';
    check.append(full, 'Full sheets only');
    const status = document.createElement('p');
    status.className = 'search-status';
    status.setAttribute('role', 'status');
    const narrow = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const i of items)
        i.item.hidden = !(
          words.every((w) => i.words.includes(w)) &&
          (lens.value === '' || i.lenses.includes(lens.value)) &&
          (i.full || !full.checked)
        );
      const left = items.filter((i) => !i.item.hidden).length;
      status.textContent = left === items.length ? `${left} problems` : `${left} of ${items.length} problems`;
    };
    for (const control of [field, lens, full]) control.addEventListener('input', narrow);
    bar.append(field, lens, check);
    this.prepend(bar, status);
    narrow();
  }
}

customElements.define('pp-filter', Filter);
