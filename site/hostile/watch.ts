/** What a page under attack gives away: scripts that ran, dialogs, requests to elsewhere, broken rules, foreign markup. */
import type { BrowserContext, Page } from 'playwright-core';

/** Everything that happened in a context, told as it happens. `own` is where requests may go. */
export async function watch(context: BrowserContext, own: string): Promise<string[]> {
  const seen: string[] = [];
  await context.exposeFunction('__pwned', (which: unknown) =>
    seen.push(`__pwned(${String(which)}) was called`),
  );
  await context.exposeFunction('__violated', (what: string) => seen.push(`against the policy: ${what}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (e) => {
      const tell: unknown = Reflect.get(window, '__violated');
      if (typeof tell === 'function')
        tell(`${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`);
    });
  });
  context.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !url.startsWith('blob:')) seen.push(`a request to ${url}`);
  });
  context.on('page', (page) => {
    page.on('popup', () => seen.push('a window was opened'));
    page.on('pageerror', (error) => seen.push(`a script failed: ${error.message}`));
  });
  return seen;
}

/** Elements and attributes that no page of ours has, ids that stand twice, and links that would leave the pack. */
export function foreignOn(page: Page, allowed: { tags: string[]; attributes: string[] }): Promise<string[]> {
  return page.evaluate(({ tags, attributes }) => {
    const found = new Set<string>();
    const known = { tags: new Set(tags), attributes: new Set(attributes) };
    const ids = new Set<string>();
    for (const element of document.querySelectorAll('*')) {
      const tag = element.localName;
      if (!known.tags.has(tag)) found.add(`<${tag}>`);
      if (element.shadowRoot) found.add(`<${tag}> with a tree of its own`);
      for (const { name, value } of element.attributes) {
        if (!known.attributes.has(name) && !name.startsWith('data-')) found.add(`<${tag} ${name}>`);
        if (/^(href|src|action|formaction|xlink:href|data|srcdoc)$/.test(name)) {
          const url = new URL(value, document.baseURI);
          if (url.protocol !== location.protocol || url.host !== location.host)
            if (url.protocol !== 'blob:') found.add(`<${tag} ${name}="${value}">`);
        }
        if (/^url\((?!#)/.test(value)) found.add(`<${tag} ${name}="${value}">`);
      }
      if (element.id && ids.has(element.id)) found.add(`#${element.id} twice`);
      ids.add(element.id);
      if (element instanceof HTMLScriptElement && location.protocol !== 'file:' && !element.src)
        found.add('a script of its own text');
    }
    const own: unknown[] = [document.body, document.head, document.forms, document.cookie, document.location];
    const kinds = ['HTMLBodyElement', 'HTMLHeadElement', 'HTMLCollection', 'String', 'Location'];
    for (const [i, value] of own.entries()) {
      const kind = typeof value === 'string' ? 'String' : Object.getPrototypeOf(value)?.constructor?.name;
      if (kind !== kinds[i]) found.add(`document is clobbered: ${kind} in place of ${kinds[i]}`);
    }
    return [...found];
  }, allowed);
}

/** Unfolds everything, and points at, focuses and presses whatever would take a handler, without following links. */
export function disturb(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    const stop = (event: Event) => event.preventDefault();
    const main = document.querySelector('main') ?? document.body;
    main.addEventListener('click', stop, true);
    const names = [
      'pointerenter',
      'pointerover',
      'mouseenter',
      'mouseover',
      'mousemove',
      'toggle',
      'animationstart',
    ];
    for (const element of main.querySelectorAll<HTMLElement>('*')) {
      for (const name of names) element.dispatchEvent(new Event(name));
      if (element.matches('a, [tabindex], summary')) element.focus({ preventScroll: true });
      if (element.matches('a')) element.dispatchEvent(new MouseEvent('click', { cancelable: true }));
    }
    main.removeEventListener('click', stop, true);
    await new Promise((done) => requestAnimationFrame(done));
  });
}
