/** The pack's architectures in; each drawn wide and tall out. */
import type { Element } from 'hast';
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

type Shape = 'wide' | 'tall';
export type Drawings = ReadonlyMap<string, Readonly<Record<Shape, Diagram>>>;

/** Drawings by problem id, for every problem with an architecture. */
export async function drawDiagrams(pack: Pack, cache: Cache): Promise<Drawings> {
  const drawn = new Map<string, Record<Shape, Diagram>>();
  for (const { id, title, depth, evaluated } of pack.problems) {
    if (!depth) continue;
    const spoken = sayFlows(depth.architecture, evaluated);
    const drawing = async (shape: Shape): Promise<Diagram> => {
      const name = `${id}-${shape}`;
      const alt = `${title}: architecture`;
      const svg = await cached(cache, spoken, { id: name, title: alt, shape });
      return { type: 'diagram', file: `${name}.svg`, alt, svg };
    };
    drawn.set(id, { wide: await drawing('wide'), tall: await drawing('tall') });
  }
  return drawn;
}

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
