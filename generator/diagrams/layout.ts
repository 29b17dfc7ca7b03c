/** An architecture comes in, a placed diagram goes out: boxes, routes, labels, outlines and legend in pixels at 1:1. */
import type { Architecture } from '../model/problem.ts';
import type { Plan } from './elk-graph.ts';
import {
  around,
  type Box,
  boxesMeet,
  crossings,
  lengthOf,
  type Point,
  segmentBox,
  segments,
} from './geometry.ts';
import { hotFlow, type Link, links, stepNumbers } from './graph.ts';
import { type Legend, placeLegend } from './legend.ts';
import { badgeSize, type Shape, type SizedLabel, type SizedNode } from './measure.ts';
import { type Badge, type Outlined, outline, type PlacedBoundary } from './outlines.ts';
import { type Placement, place } from './place.ts';
import { stackings, waysToStack } from './stacks.ts';

export interface DiagramLayout extends Outlined {
  shape: Shape;
  width: number;
  /** With the legend of the flow that is marked hot. */
  height: number;
  /** The drawing alone; the legend begins below it. */
  drawing: { width: number; height: number };
  /** Edges carry circles only, and the legend has their words. */
  keyed: boolean;
  nodes: Array<SizedNode & Point & { badges: string[] }>;
  edges: Array<{ link: Link; points: Point[]; label: SizedLabel & Point }>;
  legend: Legend;
}

export const limits = { wide: { width: 1096, height: 720 }, tall: { width: 378, height: 1600 } } as const;
export const legendGap = 18;
/** Kept free all around. */
export const edgeOfPaper = 3;

/**
 * Lays a resolved architecture out. Several plans are tried and the clearest that fits is kept: at most 1,096 × 720 px
 * wide, at most 378 px across when tall. Same architecture, same layout. Edges to unknown components are left out.
 */
export async function layoutDiagram(
  architecture: Architecture,
  options: { shape: Shape },
): Promise<DiagramLayout> {
  const all = links(architecture);
  const steps = stepNumbers(all, hotFlow(architecture));
  let best: { layout: DiagramLayout; cost: number } | undefined;
  for (const [round, tried] of rounds(architecture, all, options.shape).entries()) {
    for (const plan of tried()) {
      if (round > 0 && best && fits(best.layout)) break;
      const layout = finish(architecture, all, await place(architecture, all, steps, plan));
      const cost = costOf(layout, architecture);
      if (!best || cost < best.cost) best = { layout, cost };
    }
    if (best && fits(best.layout)) break;
  }
  if (!best) throw new Error('layoutDiagram: no plan was tried; rounds() must give at least one.');
  return best.layout;
}

/** Rounds of plans: later ones give up words or size, and are made and tried only where no earlier one fits. */
function rounds(architecture: Architecture, all: Link[], shape: Shape): Array<() => Plan[]> {
  if (shape === 'tall') {
    const single = architecture.components.map((component) => [component.id]);
    const tall = (nodeWidth: number, abreast: number, seeds: number, tight = false): Plan[] =>
      Array.from({ length: seeds }, (_, seed) => ({
        shape,
        nodeWidth,
        labelWidth: 0,
        stacks: single,
        seed: seed + 1,
        abreast,
        tight,
      }));
    return [
      () => [...tall(116, 2, 1), ...tall(104, 3, 1)],
      () => [...tall(96, 2, 4), ...tall(96, 3, 3)],
      () => [...tall(92, 2, 4, true), ...tall(80, 2, 5, true), ...tall(80, 3, 5, true)],
      () => [...tall(76, 2, 9, true), ...tall(72, 3, 6, true), ...tall(72, 1, 9, true)],
    ];
  }
  const candidates = waysToStack(architecture, all);
  const wide = (nodeWidth: number, labelWidth: number, columns: number, count: number, seed = 1): Plan[] =>
    stackings(candidates, { columns, count }).map((stacks) => ({
      shape,
      nodeWidth,
      labelWidth,
      stacks,
      seed,
    }));
  return [
    () => [...wide(124, 104, 4, 3), ...wide(116, 84, 5, 1)],
    () => [...wide(108, 76, 5, 4), ...wide(104, 70, 4, 4)],
    () => [...wide(120, 0, 6, 3), ...wide(104, 0, 5, 3)],
  ];
}

function fits(layout: DiagramLayout): boolean {
  const limit = limits[layout.shape];
  return layout.width <= limit.width && layout.height <= limit.height && collisions(layout) === 0;
}

/** What makes a diagram worse, in pixels of line that one would accept instead. */
function costOf(layout: DiagramLayout, architecture: Architecture): number {
  const limit = limits[layout.shape];
  const excess =
    Math.max(0, layout.width - limit.width) * 40 + Math.max(0, layout.height - limit.height) * 20;
  const hot = stepNumbers(
    layout.edges.map((edge) => edge.link),
    hotFlow(architecture),
  );
  let crossed = 0;
  for (const [index, edge] of layout.edges.entries()) {
    for (const other of layout.edges.slice(index + 1)) {
      const weight = hot.has(edge.link.index) || hot.has(other.link.index) ? 1.5 : 1;
      crossed += crossings(edge.points, other.points) * weight;
    }
  }
  const bends = layout.edges.reduce((sum, edge) => sum + Math.max(0, edge.points.length - 2), 0);
  const length = layout.edges.reduce((sum, edge) => sum + lengthOf(edge.points), 0);
  return (
    (excess > 0 ? 20_000 : 0) +
    excess +
    collisions(layout) * 2_000 +
    crossed * 160 +
    bends * 25 +
    length +
    layout.badges.reduce((sum, badge) => sum + (badge.outlined ? 300 : 1_400), 0) +
    layout.height * 2
  );
}

/** Labels upon nodes or upon each other, and labels that another edge runs through. */
function collisions(layout: Pick<DiagramLayout, 'nodes' | 'edges'>): number {
  let count = 0;
  for (const [index, { label, link }] of layout.edges.entries()) {
    count += layout.nodes.filter((node) => boxesMeet(node, label)).length;
    count += layout.edges.slice(index + 1).filter((other) => boxesMeet(other.label, label)).length;
    count += layout.edges.filter(
      (other) =>
        other.link !== link && segments(other.points).some((each) => boxesMeet(segmentBox(each, 1), label)),
    ).length;
  }
  return count;
}

/** Adds outlines and legend to a placement and moves it all to the corner of the paper. */
function finish(architecture: Architecture, all: Link[], placement: Placement): DiagramLayout {
  const { plan } = placement;
  const obstacles = {
    nodes: placement.nodes,
    labels: placement.edges.map((edge) => edge.label),
    lines: placement.edges.map((edge) => edge.points),
  };
  const outlined = outline(architecture, obstacles, plan.shape);
  const lettersOf = (id: string) =>
    outlined.badges
      .filter(
        ({ index, outlined: drawn }) => !drawn && architecture.boundaries[index]?.components.includes(id),
      )
      .map(({ letter }) => letter);
  const boxes: Box[] = [
    // A badge stands on the upper edge of its node.
    ...obstacles.nodes.map((node) => around([node], lettersOf(node.id).length > 0 ? badgeSize / 2 : 0)),
    ...obstacles.labels,
    ...obstacles.lines.flatMap((points) => segments(points).map((each) => segmentBox(each, 6))),
    ...outlined.boundaries.flatMap((each) => [
      each.title,
      ...each.outline.map((loop) => around(loop.map(dot), 1)),
    ]),
  ];
  const paper = boxes.length > 0 ? around(boxes, edgeOfPaper) : { x: 0, y: 0, width: 120, height: 24 };
  const drawing = { width: Math.ceil(paper.width), height: Math.ceil(paper.height) };
  const width = Math.max(drawing.width, plan.shape === 'tall' ? Math.min(340, limits.tall.width) : 480);
  const indent = Math.floor((width - drawing.width) / 2);
  const inward = <P extends Point>(point: P): P => ({
    ...point,
    x: round(point.x - paper.x) + indent,
    y: round(point.y - paper.y),
  });
  const keyed = plan.labelWidth === 0;
  const legend = placeLegend(architecture, all, outlined, {
    shape: plan.shape,
    width: width - edgeOfPaper * 2,
    keyed,
  });
  return {
    shape: plan.shape,
    width,
    height: drawing.height + (legend.height > 0 ? legendGap + Math.ceil(legend.height) : 0),
    drawing,
    keyed,
    nodes: placement.nodes.map((node) => ({ ...inward(node), badges: lettersOf(node.id) })),
    edges: placement.edges.map((edge) => ({
      link: edge.link,
      points: edge.points.map(inward),
      label: inward(edge.label),
    })),
    boundaries: outlined.boundaries.map(
      (each): PlacedBoundary => ({
        ...each,
        outline: each.outline.map((loop) => loop.map(inward)),
        inner: each.inner.map((loop) => loop.map(inward)),
        title: inward(each.title),
      }),
    ),
    badges: outlined.badges satisfies Badge[],
    legend,
  };
}

const dot = (point: Point): Box => ({ ...point, width: 0, height: 0 });
const round = (value: number): number => Math.round(value * 2) / 2;
