/** A saved page in, the text about the person as Markdown out: sanitized first, so that nothing of it can run. */
import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { ImportedText } from './import-text.ts';

const parser = unified().use(rehypeParse);
/** Words only: pictures, forms, scripts and links' targets stay behind. */
const writer = unified()
  .use(rehypeSanitize, {
    ...defaultSchema,
    tagNames: [
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'ul',
      'ol',
      'li',
      'strong',
      'em',
      'b',
      'i',
      'code',
      'pre',
    ]
      .concat(['blockquote', 'br', 'hr', 'div', 'dl', 'dt', 'dd'])
      .concat([
        'section',
        'article',
        'main',
        'header',
        'address',
        'figure',
        'figcaption',
        'details',
        'summary',
      ]),
    attributes: {},
  })
  .use(rehypeRemark)
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one' });

/** Nobody writes a page by hand that is nested deeper. */
const deepest = 400;

/** Undefined for a page that is nested beyond all reason. */
export function importHtml(html: string): ImportedText | undefined {
  if (nestingOf(html) > deepest) return undefined;
  const page = parser.parse(html);
  const facts = factsOf(page);
  dropUnread(page);
  const part = personOf(page);
  const headings = elements(part, (e) => e.tagName === 'h1').concat(
    elements(page, (e) => e.tagName === 'h1'),
  );
  const root: Root = { type: 'root', children: part.type === 'root' ? part.children : [part] };
  // A line break is a line end, and a typed bullet is one.
  const text = writer
    .stringify(writer.runSync(root))
    .replace(/\\$/gm, '')
    .replace(/^[•▪◦‣]\s*/gm, '- ');
  return {
    text,
    names: [...facts.names, ...headings.map(textOf), ...facts.titles],
    role: facts.role,
    company: facts.company,
    links: facts.links,
    notes: [],
  };
}

/** The deepest nesting that the tags could make, without parsing. */
function nestingOf(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [, close, name] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)\b/gi)) {
    if (
      /^(?:area|base|br|col|embed|hr|img|input|link|meta|p|li|source|track|wbr|path|option|td|tr|th|dt|dd)$/i.test(
        name ?? '',
      )
    )
      continue;
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    most = Math.max(most, depth);
  }
  return most;
}

/** What the page says of itself in its head: canonical address, titles, a schema.org person. */
function factsOf(page: Root) {
  const titles: string[] = [];
  const links: string[] = [];
  const names: string[] = [];
  let role: string | undefined;
  let company: string | undefined;
  for (const e of elements(page, () => true)) {
    const { rel, href, property, name, content } = e.properties;
    if (e.tagName === 'title') titles.push(textOf(e));
    if (e.tagName === 'link' && [rel].flat().includes('canonical') && isAddress(href)) links.push(href);
    if (e.tagName === 'meta' && typeof content === 'string') {
      if (property === 'og:title') titles.push(content);
      if (property === 'og:url' && isAddress(content)) links.push(content);
      if (name === 'author') titles.push(content);
    }
    if (e.tagName === 'script' && e.properties.type === 'application/ld+json') {
      const person = personInJson(textOf(e));
      if (person) {
        names.push(person.name);
        role ??= person.role;
        company ??= person.company;
      }
    }
    if (e.properties.itemProp !== undefined && [e.properties.itemProp].flat().includes('jobTitle'))
      role ??= textOf(e).replace(/\s+/g, ' ').trim() || undefined;
  }
  return { titles, names, role, company, links: [...new Set(links)].slice(0, 1) };
}

function isAddress(href: unknown): href is string {
  return typeof href === 'string' && /^https?:\/\/\S+$/.test(href) && URL.canParse(href);
}

/** The schema.org Person of a page, when it names exactly one. */
function personInJson(json: string): { name: string; role?: string; company?: string } | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  const top = [data].flat();
  const all = top.flatMap((thing) => [thing, field(thing, 'mainEntity'), ...[field(thing, '@graph')].flat()]);
  const people = all.filter((thing) => [field(thing, '@type')].flat().includes('Person'));
  const [person] = people;
  const name = field(person, 'name');
  if (people.length !== 1 || typeof name !== 'string') return undefined;
  const role = [field(person, 'jobTitle')].flat()[0];
  const company = field([field(person, 'worksFor')].flat()[0], 'name');
  return {
    name,
    ...(typeof role === 'string' ? { role } : {}),
    ...(typeof company === 'string' ? { company } : {}),
  };
}

function field(thing: unknown, key: string): unknown {
  return typeof thing === 'object' && thing !== null ? Reflect.get(thing, key) : undefined;
}

const neverRead = new Set(
  [
    'head',
    'script',
    'style',
    'noscript',
    'template',
    'svg',
    'canvas',
    'iframe',
    'object',
    'form',
    'button',
    'input',
  ].concat([
    'select',
    'textarea',
    'nav',
    'footer',
    'dialog',
    'img',
    'picture',
    'video',
    'audio',
    'map',
    'menu',
  ]),
);
const neverRoles = /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar)$/;
const aroundIt =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|onetrust|newsletter|subscribe|signup|sign-up|breadcrumbs?|share|sharing|social-share|advert\w*|ads?|promo|popup|modal|related|recommended|comments?|skip-link|skip-to|sr-only|visually-hidden|toast|paywall)(?:$|[\s_-])/i;

/** Navigation, banners, forms and what the page hides. A top header stays when it holds the name. */
function dropUnread(page: Root): void {
  visit(page, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type !== 'element') {
      if (node.type === 'text') return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    // Tables mostly lay out: a cell is a block of its own.
    if (node.tagName === 'td' || node.tagName === 'th') node.tagName = 'div';
    if (!isUnread(node)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
}

function isUnread(e: Element): boolean {
  const { role, hidden, ariaHidden, style, className, id } = e.properties;
  if (e.tagName === 'html' || e.tagName === 'body' || e.tagName === 'main') return false;
  if (neverRead.has(e.tagName) || neverRoles.test(String(role ?? ''))) return true;
  if (hidden !== undefined && hidden !== false) return true;
  if (String(ariaHidden ?? '') === 'true') return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i.test(String(style ?? '')))
    return true;
  if (aroundIt.test([className].flat().join(' ')) || aroundIt.test(String(id ?? ''))) return true;
  return (
    e.tagName === 'header' && elements(e, (inner) => inner.tagName === 'h1').length === 0 && isOfThePage(e)
  );
}

/** A header with links or little text belongs to the site; one inside an article is text. */
function isOfThePage(e: Element): boolean {
  return elements(e, (inner) => inner.tagName === 'a').length > 2 || textOf(e).trim().length < 60;
}

const aboutPerson =
  /(?:^|[\s_-])(?:profile|bio|biography|about|vcard|h-card|person|author|speaker|resume|cv)(?:$|[\s_-])/i;

/** The part that tells of the person: main, then the one article or profile section that holds most of it. */
function personOf(page: Root): Root | Element {
  const whole = first(page, (e) => e.tagName === 'body') ?? page;
  const length = (part: Nodes) => textOf(part).replace(/\s+/g, ' ').length;
  const mains = elements(page, (e) => e.tagName === 'main' || e.properties.role === 'main');
  const main = mains.find((m) => length(m) > 80) ?? whole;
  const parts = elements(
    main,
    (e) =>
      e !== main &&
      (e.tagName === 'article' ||
        aboutPerson.test([e.properties.className].flat().join(' ')) ||
        aboutPerson.test(String(e.properties.id ?? ''))),
  ).sort((a, b) => length(b) - length(a));
  const [part] = parts;
  const enough = main === whole ? 0.4 : 0.6;
  return part && length(part) > 80 && length(part) > length(main) * enough ? part : main;
}

function elements(root: Nodes, is: (e: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (e) => {
    if (is(e)) found.push(e);
  });
  return found;
}

function first(root: Nodes, is: (e: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(root, 'element', (e) => {
    if (!is(e)) return undefined;
    found = e;
    return EXIT;
  });
  return found;
}

function textOf(node: Nodes): string {
  let text = '';
  visit(node, 'text', (t) => {
    text += t.value;
  });
  return text;
}
