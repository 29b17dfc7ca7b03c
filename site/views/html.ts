/**
 * HTML as a value: what is put into a template is text and escaped, unless it is HTML itself. The same views are printed into
 * the static page when it is built and drawn again in the browser when the history says more.
 */

export interface Html {
  html: string;
}
type Part = Html | string | number | false | undefined | null;

export function html(strings: TemplateStringsArray, ...parts: (Part | readonly Part[])[]): Html {
  const [first = '', ...rest] = strings;
  return { html: first + rest.map((after, i) => said(parts[i]) + after).join('') };
}

/** HTML that the pack's own sanitizer has passed: the faces of a card. */
export function sanitized(markup: string): Html {
  return { html: markup };
}

/** Text in which `…` is code, as the plan's material has it. */
export function withCode(text: string): Html {
  return html`${text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** An attribute that is there or not: `${flag('checked', done)}`. */
export function flag(name: string, on: boolean): Html {
  return { html: on ? ` ${name}` : '' };
}

function said(part: Part | readonly Part[]): string {
  if (Array.isArray(part)) return part.map(said).join('');
  if (part === undefined || part === null || part === false) return '';
  if (typeof part === 'object' && 'html' in part) return part.html;
  return escapeHtml(String(part));
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => entities[c] ?? c);
}
