/** The single file joins pages by rewriting their tags; a text that looks like a tag stays a text. */
import { describe, expect, it } from 'vitest';
import { attribute, elementsOf } from '../fixtures/rendered.ts';
import type { PublishedDocument, PublishedPack } from '../model/published.ts';
import { type SingleFile, singleFile } from './single-file.ts';

const document = (id: string, path: string): PublishedDocument => ({
  id,
  path,
  kind: 'problem',
  subject: id,
  title: `<b>${id}</b>`,
  kicker: '',
  description: '',
  filters: {},
  contents: [],
  elements: [],
});
const view: PublishedPack = {
  version: 1,
  name: 'case',
  candidate: { name: 'Ilse Norrgard', level: 'staff' },
  company: 'Fernwick',
  loop: { date: '2026-12-18', timeZone: 'Europe/Berlin', startsAt: '2026-12-18T09:00:00Z' },
  rounds: [],
  interviewers: [],
  documents: [document('overview', '/'), document('problems-chat', '/problems/chat/')],
};
const from = (htmlOf: SingleFile['htmlOf']): SingleFile => ({
  view,
  htmlOf,
  source: {
    version: 1,
    name: 'case',
    company: 'Fernwick',
    candidate: 'Ilse Norrgard',
    level: 'staff',
    availability: {
      timeZone: 'Europe/Berlin',
      minutesPerDay: { mon: 45, tue: 45, wed: 45, thu: 45, fri: 45, sat: 45, sun: 45 },
      daysOff: [],
      sessionMinutes: 45,
      assumed: false,
    },
    rounds: [],
    cards: [],
    material: [],
  },
  plan: {
    today: '2026-11-21',
    days: [],
    weeks: [],
    expectedRecall: 0,
    byRound: [],
    mustKnowBelow70: 0,
    heaviestDay: undefined,
    cut: [],
    messages: [],
  },
  faces: [],
  style: '',
  script: '',
});
const joined = (html: string) =>
  elementsOf(singleFile(from((d) => (d.id === 'overview' ? html : '<h2 id="cost">Cost</h2>'))));
const named = (html: string, tag: string) => joined(html).filter((e) => e.tagName === tag);

describe('a page of the single file', () => {
  it.each([
    `<meter aria-label='"" <data value="'></meter><p>' tabindex=0 onfocus=run() x='</p>`,
    `<meter aria-label="<data>' onfocus=run() <a href='"></meter>`,
    `<p aria-label='<a href="/x/">"'></p><p>' onfocus=run() '</a></p>`,
  ])('keeps a label that looks like markup: %s', (html) => {
    const attributes = joined(html).flatMap((e) => e.attrs.map((a) => a.name));
    expect(attributes).not.toContain('onfocus');
    const labels = (all: ReturnType<typeof joined>) => all.flatMap((e) => attribute(e, 'aria-label') ?? []);
    expect(labels(joined(html))).toEqual(expect.arrayContaining(labels(elementsOf(html))));
  });

  it('leads to places in the same file, and to the page where the place is missing', () => {
    const links = named(
      '<a href="/problems/chat/#cost">a</a><a href="/problems/chat/#gone">b</a><a href="#own">c</a>',
      'a',
    );
    expect(links.map((a) => attribute(a, 'href')).slice(-3)).toEqual([
      '#problems-chat.cost',
      '#problems-chat',
      '#overview',
    ]);
  });

  it('joins the pages of a document, and leads to each place of them', () => {
    const pages = [
      document('overview', '/'),
      { ...document('problems-chat_depth', '/problems/chat/depth/'), page: 'In depth', pageOf: '/' },
    ];
    const all = elementsOf(
      singleFile({
        ...from((d) =>
          d.id === 'overview' ? '<a href="/problems/chat/depth/#cost">a</a>' : '<h2 id="cost">C</h2>',
        ),
        view: { ...view, documents: pages },
      }),
    );
    const sections = all
      .filter((e) => attribute(e, 'class')?.startsWith('page '))
      .map((e) => attribute(e, 'id'));
    expect(sections).toEqual(['overview', 'schedule', 'drill']);
    const links = all.filter((e) => e.tagName === 'a').map((e) => attribute(e, 'href'));
    expect(links).toContain('#overview.cost');
  });

  it('carries no sheet of numbers', () => {
    expect(named('<pp-estimates data-sheet="{}"><p>x</p></pp-estimates>', 'pp-estimates')).toEqual([]);
  });

  it('makes a link to what is not in it its text', () => {
    const links = named('<p><a href="/elsewhere/">gone</a> <a href="/problems/chat/">there</a></p>', 'a');
    expect(links.map((a) => attribute(a, 'href')).slice(-1)).toEqual(['#problems-chat']);
    expect(links.some((a) => attribute(a, 'href')?.includes('elsewhere'))).toBe(false);
  });

  it('has ids of its own, and drawings that find theirs', () => {
    const [svg] = named(
      '<svg viewBox="0 0 1 1" id="d" aria-labelledby="t u"><path marker-end="url(#m)"></path></svg>',
      'svg',
    );
    const [path] = named('<svg><path marker-end="url(#m)"></path></svg>', 'path');
    expect(
      svg && [attribute(svg, 'id'), attribute(svg, 'aria-labelledby'), attribute(svg, 'viewBox')],
    ).toEqual(['overview.d', 'overview.t overview.u', '0 0 1 1']);
    expect(path && attribute(path, 'marker-end')).toBe('url(#overview.m)');
  });
});
