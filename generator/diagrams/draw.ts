/** An architecture to draw comes in, its SVG goes out: layout and shapes in one call, in whatever thread it is made. */
import type { Element } from 'hast';
import type { Architecture } from '../model/problem.ts';
import { layoutDiagram } from './layout.ts';
import type { Shape } from './measure.ts';
import { renderDiagram } from './svg.ts';

/** Plain data, so that a thread can be handed it. */
export interface Order {
  /** Unique in its page; a fault is told by it. */
  id: string;
  title: string;
  shape: Shape;
  architecture: Architecture;
}

/** Same order, same drawing. A fault's message begins with the order's id. */
export async function drawOrder({ id, title, shape, architecture }: Order): Promise<Element> {
  try {
    return renderDiagram(await layoutDiagram(architecture, { shape }), architecture, { id, title });
  } catch (fault) {
    // What the layouter throws need not be an Error, and only an Error can leave a thread.
    const why = fault instanceof Error ? fault : new Error(String(fault));
    throw new Error(`${id} cannot be drawn: ${why.message}`, { cause: why });
  }
}
