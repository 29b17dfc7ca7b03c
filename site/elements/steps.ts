/** `<pp-steps>`: answers that reveal one by one, for rehearsing aloud. Without scripts everything stands open. */

class Steps extends HTMLElement {
  connectedCallback(): void {
    const steps = [...this.querySelectorAll<HTMLElement>(':scope > .step')];
    if (steps.length < 2 || this.querySelector(':scope > .step-bar')) return;
    const bar = document.createElement('div');
    bar.className = 'step-bar';
    const next = button('next');
    const all = button('all');
    bar.append(next, all);
    this.append(bar);

    let shown = steps.length;
    const draw = () => {
      for (const [i, step] of steps.entries()) step.hidden = i >= shown;
      const label = steps[shown]?.querySelector('.label')?.textContent?.toLowerCase();
      next.textContent =
        label === undefined
          ? 'Rehearse step by step'
          : shown === 0
            ? 'Answer aloud, then show what to lead with'
            : `Next: ${label}`;
      all.textContent = 'Show all';
      all.hidden = shown === steps.length;
    };
    next.addEventListener('click', () => {
      shown = shown === steps.length ? 0 : shown + 1;
      draw();
      steps[shown - 1]?.scrollIntoView({ block: 'nearest' });
    });
    all.addEventListener('click', () => {
      const from = steps[shown];
      shown = steps.length;
      draw();
      // The button is gone, and the focus must not go with it: reading goes on where it stood.
      if (from) from.tabIndex = -1;
      from?.focus();
    });
    // Printing shows everything whatever was revealed.
    addEventListener('beforeprint', () => {
      for (const step of steps) step.hidden = false;
    });
    addEventListener('afterprint', draw);
    draw();
  }
}

function button(className: string): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  return element;
}

customElements.define('pp-steps', Steps);
