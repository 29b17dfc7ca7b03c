/** An architecture as a graph to lay out: known edges only, each told whether it runs with or against the reading direction. */
import type { Architecture } from '../model/problem.ts';

export type Component = Architecture['components'][number];
export type Flow = Architecture['flows'][number];

export interface Link {
  /** Position in `architecture.edges`. */
  index: number;
  from: string;
  to: string;
  /** Runs against the reading direction, such as an answer that streams back to the client. */
  back: boolean;
}

/** The edges whose ends both exist; an edge from a component to itself says nothing and is left out. */
export function links(architecture: Architecture): Link[] {
  const known = new Set(architecture.components.map((component) => component.id));
  const all = architecture.edges
    .map((edge, index) => ({ index, from: edge.from, to: edge.to, back: false }))
    .filter((link) => known.has(link.from) && known.has(link.to) && link.from !== link.to);
  return withDirection(architecture, all);
}

/** Depth first from the clients: a link to a component that is still open on the way there runs backward. */
function withDirection(architecture: Architecture, all: Link[]): Link[] {
  const open = new Set<string>();
  const done = new Set<string>();
  const back = new Set<number>();
  const visit = (id: string) => {
    open.add(id);
    for (const link of all.filter((each) => each.from === id)) {
      if (open.has(link.to)) back.add(link.index);
      else if (!done.has(link.to)) visit(link.to);
    }
    open.delete(id);
    done.add(id);
  };
  const entries = new Set(all.map((link) => link.to));
  const byEntry = (component: Component) =>
    component.layer === 'client'
      ? 0
      : component.layer === 'ingestion'
        ? 1
        : entries.has(component.id)
          ? 3
          : 2;
  for (const component of [...architecture.components].sort((a, b) => byEntry(a) - byEntry(b))) {
    if (!done.has(component.id)) visit(component.id);
  }
  return all.map((link) => ({ ...link, back: back.has(link.index) }));
}

/** The flow to number in the diagram: the one asked for, else the first that is marked hot. */
export function hotFlow(architecture: Architecture, id?: string): Flow | undefined {
  return architecture.flows.find((flow) => (id === undefined ? flow.hot : flow.id === id));
}

/**
 * The numbers of a flow's steps by edge index. A step takes the edge between its two components, or, when there is none
 * in its direction, the opposite one, whose answer it is; a step without either has no number in the diagram.
 */
export function stepNumbers(all: Link[], flow: Flow | undefined): Map<number, number[]> {
  const numbers = new Map<number, number[]>();
  flow?.steps.forEach((step, position) => {
    const forth = all.filter((link) => link.from === step.from && link.to === step.to);
    const opposite = all.filter((link) => link.from === step.to && link.to === step.from);
    const link = forth.find((each) => !numbers.has(each.index)) ?? forth[0] ?? opposite[0];
    if (link) numbers.set(link.index, [...(numbers.get(link.index) ?? []), position + 1]);
  });
  return numbers;
}
