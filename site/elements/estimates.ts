/**
 * `<pp-estimates>`: the assumptions become fields; change one and every number on the page that depends on it moves.
 * The evaluator is heavier than the rest of the page's scripts, so it is loaded when it is first needed.
 */
import { keptEdits } from './kept-edits.ts';

class Estimates extends HTMLElement {
  connectedCallback(): void {
    let loading: Promise<(node: HTMLDataElement) => void> | undefined;
    const wake = () => {
      loading ??= import('./live-sheet.ts').then(({ enliven }) => enliven(this));
      return loading;
    };
    const assumptions = this.querySelector<HTMLDetailsElement>('details.assumptions');
    assumptions?.addEventListener('toggle', wake, { once: true });
    if (assumptions?.open || keptEdits().size > 0) void wake();
    // The exact number on hover, said when it is asked for: a title on each would double the page.
    document.addEventListener('pointerover', async (event) => {
      const node = event.target;
      if (node instanceof HTMLDataElement && !node.title) (await wake())(node);
    });
  }
}

customElements.define('pp-estimates', Estimates);
