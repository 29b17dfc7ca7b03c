/** The pack's architectures in; each drawn wide and tall out. */
import { layoutDiagram } from '../diagrams/layout.ts';
import { renderDiagram } from '../diagrams/svg.ts';
import type { Pack } from '../model/pack.ts';
import type { Diagram } from './nodes.ts';

/** Drawings by problem id, for every problem with an architecture. */
export async function drawDiagrams(pack: Pack): Promise<Map<string, { wide: Diagram; tall: Diagram }>> {
  const drawn = new Map<string, { wide: Diagram; tall: Diagram }>();
  for (const problem of pack.problems) {
    const architecture = problem.depth?.architecture;
    if (!architecture) continue;
    const hot = architecture.flows.find((f) => f.hot)?.id;
    const draw = async (shape: 'wide' | 'tall'): Promise<Diagram> => {
      const id = `${problem.id}-${shape}`;
      const title = `${problem.title}: architecture`;
      const layout = await layoutDiagram(architecture, { shape });
      const svg = renderDiagram(layout, architecture, { id, title, ...(hot === undefined ? {} : { hot }) });
      return { type: 'diagram', file: `${id}.svg`, alt: title, svg };
    };
    drawn.set(problem.id, { wide: await draw('wide'), tall: await draw('tall') });
  }
  return drawn;
}
