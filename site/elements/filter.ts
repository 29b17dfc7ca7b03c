/** `<pp-filter>`: narrows a long list as one types. Without scripts the whole list stands there. */

class Filter extends HTMLElement {
  connectedCallback(): void {
    const items = [...this.querySelectorAll<HTMLElement>(':scope > ul > li')];
    const label = document.createElement('label');
    label.className = 'visually-hidden';
    label.htmlFor = 'filter-list';
    label.textContent = 'Narrow the list';
    const field = document.createElement('input');
    field.type = 'search';
    field.id = 'filter-list';
    field.placeholder = 'Narrow the list: payments, fan-out, storage …';
    const status = document.createElement('p');
    status.className = 'search-status';
    status.setAttribute('role', 'status');
    field.addEventListener('input', () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const item of items) item.hidden = !words.every((w) => item.textContent?.toLowerCase().includes(w));
      const left = items.filter((i) => !i.hidden).length;
      status.textContent = words.length === 0 ? '' : `${left} of ${items.length}`;
    });
    this.prepend(label, field, status);
  }
}

customElements.define('pp-filter', Filter);
