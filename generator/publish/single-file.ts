/**
 * The whole pack as one file: guides, sheets, schedule, deck and drawings, with its own search. It opens from a disk, in a mail,
 * on a phone; it makes no request. What the loop asks is complete when scripts do not run; of the bank's other full sheets the
 * opening is, and the rest is packed, so that the file stays small. What may run in it is allowed by hash.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { CardFaces } from '../model/card.ts';
import type { Plan, ScheduleSource } from '../model/plan.ts';
import type { PublishedDocument, PublishedPack } from '../model/published.ts';
import { facesBySubject } from './by-subject.ts';
import { attributesOf, escapeText, replaceTags, tagsOf, withValues } from './tags.ts';

export interface SingleFile {
  view: PublishedPack;
  /** A document's sanitized HTML. */
  htmlOf: (document: PublishedDocument) => string;
  source: ScheduleSource;
  plan: Plan;
  faces: readonly CardFaces[];
  style: string;
  script: string;
}

interface Page {
  id: string;
  /** What styles know it by, as on the site. */
  kind: string;
  path: string;
  title: string;
  kicker: string;
  html: string;
  /** What stands open when the rest is packed. */
  opening?: string;
}

/** A problem's page from this size on is packed, in characters, and so much of it stands open. */
const packedFrom = 60_000;
const openingSize = 16_000;

export function singleFile(from: SingleFile): string {
  const { view, style, script } = from;
  const pages = pagesOf(from);
  const targets = targetsOf(pages, from);
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;
  const title = `${view.company} prep`;
  const nav = pages.filter((p) => !/^\/(problems|patterns)\/./.test(p.path));
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    `<title>${text(title)}</title><style>${style}</style></head>`,
    '<body class="single"><header class="single-bar">',
    `<nav aria-label="Pages">${nav.map((p) => `<a href="#${p.id}">${text(called(p))}</a>`).join(' ')}</nav>`,
    '<input type="search" hidden aria-label="Search the whole pack" placeholder="Search the whole pack">',
    '<p class="single-status" role="status"></p><ol class="single-hits"></ol></header><main>',
    ...pages.map((p) => section(p, targets)),
    `</main><script>${script}</script></body></html>`,
    '',
  ].join('\n');
}

/** A document's pages stand as one. Of a problem that has a guide its guide stands alone: both tell the same. */
function pagesOf({ view, htmlOf, source, plan, faces }: SingleFile): Page[] {
  const guided = new Set(source.rounds.flatMap((r) => (r.problem ? [`/problems/${r.problem}/`] : [])));
  const documents = view.documents.filter((d) => d.pageOf === undefined && !guided.has(d.path));
  const [first, ...rest] = documents.map((d): Page => {
    const html = view.documents
      .filter((page) => (page.pageOf ?? page.path) === d.path)
      .map(htmlOf)
      .join('\n');
    const opening = openingOf(d.path, html);
    return { ...pick(d), html, ...(opening === undefined ? {} : { opening }) };
  });
  return [
    ...(first ? [first] : []),
    { id: 'schedule', kind: 'page', path: '/schedule/', title: 'Schedule', kicker: '', html: planHtml(plan) },
    {
      id: 'drill',
      kind: 'page',
      path: '/drill/',
      title: 'The deck',
      kicker: '',
      html: deckHtml(source, faces),
    },
    ...rest,
  ];
}

/** A guide and its cheat sheet have one title. */
function called({ path, title }: Page): string {
  return path.startsWith('/cheat-sheet/') ? `Cheat sheet: ${title}` : title;
}

const pick = ({ id, kind, path, title, kicker }: PublishedDocument) => ({ id, kind, path, title, kicker });

function section(page: Page, targets: Targets): string {
  const kicker = page.kicker ? `<p class="kicker">${text(page.kicker)}</p>` : '';
  const body =
    page.opening === undefined
      ? joined(page, page.html, targets)
      : [
          joined(page, page.opening, targets),
          '<p class="packed-note">The rest of this sheet is packed in this file and opens where scripts run. The site shows it without.</p>',
          `<script type="text/plain" class="packed">${deflateRawSync(joined(page, page.html, targets), { level: 9 }).toString('base64')}</script>`,
        ].join('');
  return `<section class="page kind-${page.kind}" id="${page.id}"><header class="title">${kicker}<h1>${text(page.title)}</h1></header><article class="document">${body}</article></section>`;
}

/** The first sections of a long page of the bank, as many as are short enough; undefined for a page that stands whole. */
function openingOf(path: string, html: string): string | undefined {
  if (!path.startsWith('/problems/') || html.length < packedFrom) return undefined;
  // No text of ours holds the sign: inputs refuse control characters.
  const sections = replaceTags(html, (t) => (t.name === 'h2' && !t.isEnd ? `\0${t.whole}` : t.whole)).split(
    '\0',
  );
  let end = 1;
  while (end < sections.length && sections.slice(0, end + 1).join('').length <= openingSize) end += 1;
  return sections.slice(0, end).join('');
}

/**
 * Ids are made the page's own, and links lead to pages of this file; a link to what is not in it becomes its text. A link to
 * what is packed leads to its page until it is unpacked.
 */
function joined({ id }: Page, html: string, targets: Targets): string {
  const own = (name: string) => `${id}.${name}`;
  /** Where a link leads now, and where once everything is unpacked, when that is elsewhere; undefined when it leads out. */
  const placeOf = (href: string): { now: string; later?: string } | undefined => {
    const [path = '', anchor] = href.split('#');
    const page = path === '' ? id : targets.pages.get(path);
    if (page === undefined || !anchor) return page === undefined ? undefined : { now: page };
    const inside = `${page}.${decodeURIComponent(anchor)}`;
    if (targets.open.has(inside)) return { now: inside };
    return targets.packed.has(inside) ? { now: page, later: inside } : { now: page };
  };
  const value = (name: string, written: string) => {
    if (name === 'id' || name === 'for') return own(written);
    if (lists.has(name)) return written.split(/\s+/).map(own).join(' ');
    if (name === 'href') return `#${placeOf(written)?.now}`;
    return written.startsWith('url(#') ? written.replace('url(#', `url(#${id}.`) : undefined;
  };
  const unlinked: boolean[] = [];
  return replaceTags(html, (tag) => {
    // Numbers do not move here, and the sheet behind them is large.
    if (tag.name === 'data' || tag.name === 'pp-estimates') return '';
    if (tag.name === 'a') {
      if (tag.isEnd) return unlinked.pop() ? '' : tag.whole;
      const href = attributesOf(tag).find(([name]) => name === 'href')?.[1];
      const place = href === undefined ? undefined : placeOf(href);
      unlinked.push(href !== undefined && place === undefined);
      if (unlinked.at(-1)) return '';
      if (place?.later !== undefined)
        return withValues(tag, value).replace(/>$/, ` data-place="${text(place.later)}">`);
    }
    return tag.isEnd ? tag.whole : withValues(tag, value);
  });
}

/** Attributes that name several ids. */
const lists = new Set(['aria-labelledby', 'aria-describedby', 'aria-controls', 'headers']);

interface Targets {
  /** Page ids by address. */
  pages: ReadonlyMap<string, string>;
  /** Every id that stands open below a page, as it is in this file. */
  open: ReadonlySet<string>;
  /** Those of packed pages. */
  packed: ReadonlySet<string>;
}

/** A problem with a guide is found there, a further page with its first; today's page is the schedule. */
function targetsOf(pages: readonly Page[], { view, source }: SingleFile): Targets {
  const byPath = new Map(pages.map((p) => [p.path, p.id]));
  const guide = (round: string) => byPath.get(`/rounds/${round}/`) ?? '';
  const others = source.rounds.flatMap((r) =>
    r.problem ? [[`/problems/${r.problem}/`, guide(r.id)] as const] : [],
  );
  const placesOf = (p: Page, html: string) =>
    tagsOf(html).flatMap((tag) =>
      attributesOf(tag).flatMap(([name, value]) => (name === 'id' ? [`${p.id}.${value}`] : [])),
    );
  const firsts = new Map([...byPath, ...others, ['/today/', 'schedule']]);
  const further = view.documents.flatMap(({ path, pageOf }) => {
    const first = pageOf === undefined ? undefined : firsts.get(pageOf);
    return first === undefined ? [] : [[path, first] as const];
  });
  return {
    pages: new Map([...firsts, ...further]),
    open: new Set(pages.flatMap((p) => placesOf(p, p.opening ?? p.html))),
    packed: new Set(pages.flatMap((p) => (p.opening === undefined ? [] : placesOf(p, p.html)))),
  };
}

function planHtml(plan: Plan): string {
  const days = plan.days.filter((d) => d.items.length > 0);
  return [
    ...plan.messages.map((m) => `<p>${text(m)}</p>`),
    `<p>As it stood on ${plan.today}: ${(plan.expectedRecall * 100).toFixed(1)}% expected recall on the day.</p>`,
    ...days.map(
      (d) =>
        `<h2 id="day-${d.date}">${d.date}</h2><ul class="plan-list">${d.items.map((i) => `<li>${text(i.title)}, ${i.minutes} min</li>`).join('')}</ul>`,
    ),
  ].join('\n');
}

/** Every card with its answer folded, by problem. */
function deckHtml(source: ScheduleSource, faces: readonly CardFaces[]): string {
  return [...facesBySubject(source, faces)]
    .map(([subject, cards], i) => {
      const folded = cards.map((f) => `<details><summary>${summaryOf(f.front)}</summary>${f.back}</details>`);
      return `<h2 id="subject-${i + 1}">${text(subject)}</h2>${folded.join('')}`;
    })
    .join('\n');
}

/** A face's front in one line: a summary holds no paragraphs. */
function summaryOf(front: string): string {
  return front.replace(/<\/p>\s*<p>/g, ' ').replace(/<\/?p>/g, '');
}

const hash = (content: string) => `sha256-${createHash('sha256').update(content).digest('base64')}`;

function text(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

const sheets = ['tokens', 'base', 'document', 'diagram', 'print'];

/** The look and the script of the single file, from the site's own styles and MiniSearch. */
export function singleParts(root: string): Pick<SingleFile, 'style' | 'script'> {
  const read = (path: string) => readFileSync(path, 'utf8');
  // The package gives its script for pages beside the module that it exports.
  const minisearch = join(dirname(createRequire(import.meta.url).resolve('minisearch')), '../umd/index.js');
  const style = [
    ...sheets.map((name) => read(join(root, `site/styles/${name}.css`))),
    read(join(root, 'site/single/single.css')),
  ].join('\n');
  const script = [
    read(minisearch).replace(/\/\/# sourceMappingURL.*/, ''),
    read(join(root, 'site/single/single.js')),
  ].join('\n');
  return { style, script };
}
