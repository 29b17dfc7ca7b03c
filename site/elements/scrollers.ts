/** What scrolls sideways can be reached by keyboard, and only then is a stop for it; menus show where one is. */

function makeReachable(box: Element): void {
  if (box.scrollWidth > box.clientWidth + 1) {
    box.setAttribute('tabindex', '0');
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', box.matches('pre') ? 'Code, scrolls sideways' : 'Table, scrolls sideways');
  } else for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
}

const watch = new ResizeObserver((entries) => {
  for (const entry of entries) makeReachable(entry.target);
});
for (const box of document.querySelectorAll('.document .table, .document pre')) watch.observe(box);

for (const list of document.querySelectorAll('.bar nav ul, .subnav ul')) {
  const current = list.querySelector('[aria-current]')?.getBoundingClientRect();
  const box = list.getBoundingClientRect();
  if (current && current.right > box.right) list.scrollLeft += current.right - box.right + box.width / 4;
}
