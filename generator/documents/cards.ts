/** The deck's drafts and the rendered documents in; cards with their faces said, timed and linked out. */
import type { Root } from 'mdast';
import type { Card, CardFaces } from '../model/card.ts';
import type { DraftCard, Pack } from '../model/pack.ts';
import { plain } from './expand.ts';
import { prose } from './prose.ts';
import type { RenderedDocument } from './render.ts';
import { toHtml } from './to-html.ts';
import { toMarkdown } from './to-markdown.ts';

export interface RenderedCard {
  card: Card;
  faces: CardFaces;
  /** The same in Markdown, for exports. */
  text: { front: string; back: string };
}

/** Silent reading of dense text, and speaking an answer, in words a second (200 and 150 a minute). */
const readingPace = 200 / 60;
const speakingPace = 150 / 60;
/** What it takes to turn a card, think and grade. */
const handlingSeconds = 5;
/** An answer is recalled in its gist, not word for word. */
const gist = 0.5;

export function renderCards(pack: Pack, documents: readonly RenderedDocument[]): RenderedCard[] {
  const exists = anchors(documents);
  return pack.deck.map((draft) => renderCard(draft, pack, exists));
}

function renderCard(draft: DraftCard, pack: Pack, exists: (source: string) => boolean): RenderedCard {
  const evaluated = pack.problems.find((p) => p.id === draft.saidWith)?.evaluated ?? pack.figures;
  const front: Root = { type: 'root', children: prose(draft.front, evaluated) };
  const back: Root = { type: 'root', children: draft.back.flatMap((words) => prose(words, evaluated)) };
  const [frontWords, backWords] = [front, back].map((r) => words(r));
  const { front: _front, back: _back, saidWith: _saidWith, sources, ...rest } = draft;
  return {
    card: {
      ...rest,
      title: front.children.map(plain).join(' '),
      source: sources.find(exists) ?? sources.at(-1) ?? '/',
      seconds: cost(frontWords ?? 0, backWords ?? 0),
    },
    faces: { id: draft.id, front: toHtml(front), back: toHtml(back) },
    text: { front: toMarkdown(front).trim(), back: toMarkdown(back).trim() },
  };
}

const words = (root: Root) => root.children.map(plain).join(' ').split(/\s+/).filter(Boolean).length;

/** First: read both faces twice over. Pass: read the front, say the gist. Fail: a pass, then the back again, slowly. */
function cost(front: number, back: number): Card['seconds'] {
  const pass = handlingSeconds + front / readingPace + (back * gist) / speakingPace;
  return {
    first: Math.round(handlingSeconds + (1.8 * (front + back)) / readingPace),
    pass: Math.round(pass),
    fail: Math.round(pass + (1.3 * back) / readingPace),
  };
}

/** Whether a page, and the place on it, exists in the rendered pack. */
function anchors(documents: readonly RenderedDocument[]): (source: string) => boolean {
  const ids = new Map(
    documents.map((d) => [d.meta.path, new Set([...d.html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]))]),
  );
  return (source) => {
    const [path = '', anchor] = source.split('#');
    const known = ids.get(path);
    return known !== undefined && (anchor === undefined || known.has(anchor));
  };
}
