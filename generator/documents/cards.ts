/** The deck's drafts and the rendered documents in; cards with their faces said, timed and linked out. */
import type { Root } from 'mdast';
import type { Card, CardFaces } from '../model/card.ts';
import type { DraftCard, Pack } from '../model/pack.ts';
import { plain } from './expand.ts';
import { type PlaceOf, placesOf } from './places.ts';
import { prose } from './prose.ts';
import type { RenderedDocument } from './rendered.ts';
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
  const placeOf = placesOf(documents);
  return pack.deck.map((draft) => renderCard(draft, pack, placeOf));
}

function renderCard(draft: DraftCard, pack: Pack, placeOf: PlaceOf): RenderedCard {
  const evaluated = pack.problems.find((p) => p.id === draft.saidWith)?.evaluated ?? pack.figures;
  const front: Root = { type: 'root', children: prose(draft.front, evaluated) };
  const back: Root = { type: 'root', children: draft.back.flatMap((words) => prose(words, evaluated)) };
  const [frontWords, backWords] = [front, back].map((r) => words(r));
  const { front: _front, back: _back, saidWith: _saidWith, sources, ...rest } = draft;
  return {
    card: {
      ...rest,
      title: front.children.map(plain).join(' '),
      source: firstPlace(sources, placeOf) ?? '/',
      seconds: cost(frontWords ?? 0, backWords ?? 0),
    },
    faces: { id: draft.id, front: toHtml(front), back: toHtml(back) },
    text: { front: toMarkdown(front).trim(), back: toMarkdown(back).trim() },
  };
}

/** A place that the candidate's own template left out becomes its page. */
function firstPlace(sources: readonly string[], placeOf: PlaceOf): string | undefined {
  const found = sources.flatMap((s) => placeOf(s) ?? []);
  return found[0] ?? placeOf(sources.at(-1)?.split('#')[0] ?? '/');
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
