/** The graph that ELK's layered algorithm is asked to lay out, with all of its options. */
import type { ElkNode, ElkPort } from 'elkjs/lib/elk.bundled.js';
import type { Box } from './geometry.ts';
import type { Link } from './graph.ts';
import type { Shape, SizedLabel, SizedNode } from './measure.ts';
import type { Stack } from './stacks.ts';

export interface Plan {
  shape: Shape;
  nodeWidth: number;
  /** 0: edges carry circles, and the legend has the words. */
  labelWidth: number;
  stacks: Stack[];
  seed: number;
  /** Lines as close as can still be told apart. */
  tight?: boolean;
  /** At most so many components side by side. */
  abreast?: number;
}

const spacing = {
  wide: { node: 30, layers: 14, edgeNode: 16, edgeEdge: 12, edgeLayers: 12 },
  tall: { node: 16, layers: 14, edgeNode: 11, edgeEdge: 10, edgeLayers: 9 },
  tight: { node: 10, layers: 12, edgeNode: 7, edgeEdge: 6, edgeLayers: 8 },
} as const;

/** A stack as one box for ELK, its members at their heights. */
export interface Block extends Box {
  id: string;
  members: Array<{ node: SizedNode; y: number }>;
}

export function elkGraph(
  plan: Plan,
  blocks: Block[],
  routed: Link[],
  labels: Map<number, SizedLabel>,
  home: Map<string, Block>,
  order?: Map<string, number>,
): ElkNode {
  const last = order !== undefined || blocks.every((each) => each.members.length === 1);
  const space = spacing[plan.tight ? 'tight' : plan.shape];
  const start = (link: Link) => (link.back ? link.to : link.from);
  const end = (link: Link) => (link.back ? link.from : link.to);
  const ported = (id: string) => order !== undefined && (home.get(id)?.members.length ?? 0) > 1;
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': plan.shape === 'wide' ? 'RIGHT' : 'DOWN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.randomSeed': String(plan.seed),
      'elk.json.edgeCoords': 'ROOT',
      'elk.json.shapeCoords': 'ROOT',
      // The first of two passes only orders ports.
      'elk.layered.thoroughness': last ? '16' : '3',
      'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
      'elk.layered.nodePlacement.favorStraightEdges': 'true',
      'elk.layered.edgeLabels.centerLabelPlacementStrategy': 'SPACE_EFFICIENT_LAYER',
      'elk.spacing.nodeNode': String(space.node),
      'elk.spacing.edgeNode': String(space.edgeNode),
      'elk.spacing.edgeEdge': String(space.edgeEdge),
      'elk.spacing.labelLabel': plan.tight ? '4' : '8',
      'elk.spacing.componentComponent': String(space.node),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(space.layers),
      'elk.layered.spacing.edgeNodeBetweenLayers': String(space.edgeLayers),
      'elk.layered.spacing.edgeEdgeBetweenLayers': String(space.edgeLayers),
      ...(plan.abreast === undefined
        ? {}
        : {
            'elk.layered.layering.strategy': 'COFFMAN_GRAHAM',
            'elk.layered.layering.coffmanGraham.layerBound': String(plan.abreast),
          }),
    },
    children: blocks.map((each) => ({
      id: each.id,
      width: each.width,
      height: each.height,
      ...(order && each.members.length > 1
        ? {
            layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
            ports: ports(each, routed, order, start, end),
          }
        : {}),
    })),
    edges: routed.map((link) => {
      const label = labels.get(link.index);
      return {
        id: `e${link.index}`,
        sources: [ported(start(link)) ? `e${link.index}-out` : (home.get(start(link))?.id ?? '')],
        targets: [ported(end(link)) ? `e${link.index}-in` : (home.get(end(link))?.id ?? '')],
        labels: label
          ? [
              {
                id: `l${link.index}`,
                // ELK drops a label that has no text.
                text: '·',
                width: label.width,
                height: label.height,
                layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
              },
            ]
          : [],
      };
    }),
  };
}

/** A stack's ports: links enter on the left and leave on the right of their own member, in the order of their other ends. */
function ports(
  each: Block,
  routed: Link[],
  order: Map<string, number>,
  start: (link: Link) => string,
  end: (link: Link) => string,
): ElkPort[] {
  const spread = (links: Link[], member: Block['members'][number], side: 'in' | 'out') => {
    const other = (link: Link) => order.get(side === 'in' ? start(link) : end(link)) ?? 0;
    return [...links]
      .sort((a, b) => other(a) - other(b) || a.index - b.index)
      .map((link, position) => ({
        id: `e${link.index}-${side}`,
        width: 0,
        height: 0,
        x: side === 'in' ? 0 : each.width,
        y: member.y + ((position + 1) * member.node.height) / (links.length + 1),
        layoutOptions: { 'elk.port.side': side === 'in' ? 'WEST' : 'EAST' },
      }));
  };
  return each.members.flatMap((member) => [
    ...spread(
      routed.filter((link) => end(link) === member.node.id),
      member,
      'in',
    ),
    ...spread(
      routed.filter((link) => start(link) === member.node.id),
      member,
      'out',
    ),
  ]);
}
