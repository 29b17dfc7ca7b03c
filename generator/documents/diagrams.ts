/** The pack's architectures in; each drawn wide and tall out. */
import type { Element } from 'hast';
import type { Pack } from '../model/pack.ts';
import type { Architecture } from '../model/problem.ts';
import type { Diagram } from './nodes.ts';

/** Text by key; what is missing is made again. */
export interface Cache {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

type Shape = 'wide' | 'tall';
export type Drawings = ReadonlyMap<string, Readonly<Record<Shape, Diagram>>>;

/** Drawings by problem id, for every problem with an architecture. */
export async function drawDiagrams(pack: Pack, cache: Cache): Promise<Drawings> {
  const drawn = new Map<string, Record<Shape, Diagram>>();
  for (const { id, title, depth } of pack.problems) {
    if (!depth) continue;
    const drawing = async (shape: Shape): Promise<Diagram> => {
      const name = `${id}-${shape}`;
      const alt = `${title}: architecture`;
      const svg = await cached(cache, depth.architecture, { id: name, title: alt, shape });
      return { type: 'diagram', file: `${name}.svg`, alt, svg };
    };
    drawn.set(id, { wide: await drawing('wide'), tall: await drawing('tall') });
  }
  return drawn;
}

async function cached(
  cache: Cache,
  architecture: Architecture,
  options: { id: string; title: string; shape: Shape },
): Promise<Element> {
  const key = JSON.stringify([options, architecture]);
  const kept = cache.get(key);
  if (kept !== undefined) return JSON.parse(kept);
  // The layouter is large: it is loaded only when something has to be drawn.
  const { layoutDiagram } = await import('../diagrams/layout.ts');
  const { renderDiagram } = await import('../diagrams/svg.ts');
  const layout = await layoutDiagram(architecture, { shape: options.shape });
  const svg = renderDiagram(layout, architecture, { id: options.id, title: options.title });
  cache.set(key, JSON.stringify(svg));
  return svg;
}
