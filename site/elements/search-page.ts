/** `<pp-search-page>`: the search on a page of its own, its term in the address. */
import { searchBox } from './search-box.ts';

class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const address = new URL(location.href);
    const field = searchBox(this, {
      most: 20,
      term: address.searchParams.get('q') ?? '',
      onTerm: (term) => {
        if (term) address.searchParams.set('q', term);
        else address.searchParams.delete('q');
        history.replaceState(null, '', address);
      },
    });
    field.focus();
  }
}

customElements.define('pp-search-page', SearchPage);
