/** `<pp-search>`: the search in a dialog, opened by its button, by "/" and by ⌘K or Ctrl+K. */

class SearchDialog extends HTMLElement {
  connectedCallback(): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'search-button';
    button.innerHTML = '<span>Search</span> <kbd aria-hidden="true">/</kbd>';
    button.addEventListener('click', () => this.open());
    this.replaceChildren(button);
    addEventListener('keydown', (event) => {
      const typing =
        event.target instanceof HTMLElement &&
        (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
      const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const command = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey;
      if (!slash && !command) return;
      event.preventDefault();
      this.open();
    });
  }

  private async open(): Promise<void> {
    const there = this.querySelector('dialog');
    if (there) {
      if (!there.open) there.showModal();
      there.querySelector('input')?.select();
      return;
    }
    const dialog = document.createElement('dialog');
    dialog.className = 'search-dialog';
    dialog.setAttribute('aria-label', 'Search');
    const host = document.createElement('div');
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.setAttribute('aria-label', 'Close search');
    close.textContent = 'Esc';
    close.addEventListener('click', () => dialog.close());
    dialog.append(close, host);
    dialog.addEventListener('click', (event) => {
      const outside = event.target === dialog;
      const followed = event.target instanceof Element && event.target.closest('a');
      if (outside || followed) dialog.close();
    });
    this.append(dialog);
    dialog.showModal();
    const { searchBox } = await import('./search-box.ts');
    searchBox(host, { most: 8 }).focus();
  }
}

customElements.define('pp-search', SearchDialog);
