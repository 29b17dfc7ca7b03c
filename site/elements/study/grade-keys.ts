/** The drill's keys press its buttons: space shows, 1 to 4 grade, u undoes. What cannot be seen cannot be pressed. */

export function gradeKeys(host: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (at.closest('input, select, textarea, dialog, [contenteditable]')) return;
    const isSpace = event.key === ' ' || event.key === 'Enter';
    // On a control they press that control.
    if (isSpace && at.closest('button, a, summary')) return;
    const wanted = isSpace
      ? '[data-act="show"]'
      : event.key === 'u'
        ? '[data-act="undo"]'
        : /^[1-4]$/.test(event.key)
          ? `[data-grade="${event.key}"]`
          : undefined;
    const button = wanted === undefined ? null : host.querySelector<HTMLButtonElement>(wanted);
    if (!button || button.disabled) return;
    event.preventDefault();
    button.click();
  });
}
