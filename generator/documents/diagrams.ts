/** The pack's architectures in; each drawn wide and tall out. */
import type { Element } from 'hast';
import type { Order } from '../diagrams/draw.ts';
import type { EvaluatedSheet } from '../estimates/sheet.ts';
import type { Pack } from '../model/pack.ts';
import type { Architecture } from '../model/problem.ts';
import { plain } from './expand.ts';
import type { Diagram } from './nodes.ts';
import { phrase } from './prose.ts';

/** Text by key; what is missing is made again. */
export interface Cache {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

/** Makes drawings, in the order that they are asked for in. */
export type DrawAll = (orders: readonly Order[]) => Promise<Element[]>;

type Shape = Order['shape'];
export type Drawings = ReadonlyMap<string, Readonly<Record<Shape, Diagram>>>;

/** Drawings by problem id, for every problem with an architecture. Those that the cache lacks are made at once by `drawAll`. */
export async function drawDiagrams(pack: Pack, cache: Cache, drawAll: DrawAll = drawHere): Promise<Drawings> {
  const wanted = pack.problems.flatMap((problem) => {
    const { id, title, depth, evaluated } = problem;
    if (!depth) return [];
    const architecture = sayFlows(depth.architecture, evaluated);
    const order = (shape: Shape): Order => ({
      id: `${id}-${shape}`,
      title: `${title}: architecture`,
      shape,
      architecture,
    });
    return [{ id, wide: order('wide'), tall: order('tall') }];
  });
  const svgs = await withCache(
    wanted.flatMap(({ wide, tall }) => [wide, tall]),
    cache,
    drawAll,
  );
  const diagram = (order: Order): Diagram => {
    const svg = svgs.get(order);
    if (!svg) throw new Error(`drawDiagrams: ${order.id} was ordered and not drawn.`);
    return { type: 'diagram', file: `${order.id}.svg`, alt: order.title, svg };
  };
  return new Map(wanted.map(({ id, wide, tall }) => [id, { wide: diagram(wide), tall: diagram(tall) }]));
}

/** One after the other, in this thread. */
export const drawHere: DrawAll = async (orders) => {
  // The layouter is large: it is loaded only when something has to be drawn.
  const { drawOrder } = await import('../diagrams/draw.ts');
  const drawn: Element[] = [];
  for (const order of orders) drawn.push(await drawOrder(order));
  return drawn;
};

/** The architecture with the words that a drawing shows or is described with as plain text. */
function sayFlows(architecture: Architecture, evaluated: EvaluatedSheet): Architecture {
  const say = (words: string) => phrase(words, evaluated).map(plain).join('');
  return {
    ...architecture,
    edges: architecture.edges.map((e) => ({ ...e, label: say(e.label) })),
    flows: architecture.flows.map((f) => ({
      ...f,
      title: say(f.title),
      steps: f.steps.map((s) => ({ ...s, does: say(s.does) })),
    })),
    components: architecture.components.map((c) => ({ ...c, role: say(c.role) })),
  };
}

async function withCache(
  orders: readonly Order[],
  cache: Cache,
  drawAll: DrawAll,
): Promise<Map<Order, Element>> {
  const found = new Map<Order, Element>();
  const missing: Array<{ order: Order; key: string }> = [];
  for (const order of orders) {
    const key = JSON.stringify(order);
    const kept = cache.get(key);
    if (kept === undefined) missing.push({ order, key });
    else found.set(order, JSON.parse(kept));
  }
  if (missing.length === 0) return found;
  const drawn = await drawAll(missing.map(({ order }) => order));
  for (const [index, { order, key }] of missing.entries()) {
    const svg = drawn[index];
    if (!svg) continue;
    cache.set(key, JSON.stringify(svg));
    found.set(order, svg);
  }
  return found;
}
