/** Draws a view into an element by changing only what differs, so that focus, scrolling and what was unfolded stay. */
import morphdom from 'morphdom';
import type { Html } from '../../views/html.ts';

export function draw(into: HTMLElement, view: Html): void {
  morphdom(into, `<div>${view.html}</div>`, {
    childrenOnly: true,
    onBeforeElUpdated(from, to) {
      if (from instanceof HTMLDetailsElement && to instanceof HTMLDetailsElement) to.open = from.open;
      // The clock ticks by itself.
      if (from.matches('[data-timer]')) return false;
      // A field that is being filled in is the person's.
      return !(from === document.activeElement && from.matches('input:not([type="checkbox"])'));
    },
  });
}

/** Hands a text to the person as a file. */
export function download(name: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
