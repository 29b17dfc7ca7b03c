/** One attempt at a diagram: sized boxes and labels go to ELK's layered algorithm, positions and routes come back. */
import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import type { Architecture } from '../model/problem.ts';
import { type Block, elkGraph, type Plan } from './elk-graph.ts';
import type { Point } from './geometry.ts';
import type { Link } from './graph.ts';
import { nodeWidth, type SizedLabel, type SizedNode, sizeLabel, sizeNode } from './measure.ts';
import type { Stack } from './stacks.ts';

export interface Placement {
  plan: Plan;
  nodes: Array<SizedNode & Point>;
  edges: Array<{ link: Link; points: Point[]; label: SizedLabel & Point }>;
}

export async function place(
  architecture: Architecture,
  links: Link[],
  steps: Map<number, number[]>,
  plan: Plan,
): Promise<Placement> {
  const sized = new Map<string, SizedNode>();
  for (const stack of plan.stacks) {
    const members = architecture.components.filter((each) => stack.includes(each.id));
    const width = Math.max(...members.map((each) => nodeWidth(each, plan.nodeWidth, plan.shape)));
    for (const member of members) sized.set(member.id, sizeNode(member, width, plan.shape));
  }
  const labels = new Map<number, SizedLabel>();
  for (const link of links) {
    const edge = architecture.edges[link.index];
    if (!edge) continue;
    const upright = plan.stacks.some((stack) => stack.includes(link.from) && stack.includes(link.to));
    const width = upright && plan.labelWidth > 0 ? plan.nodeWidth + 16 : plan.labelWidth;
    labels.set(link.index, sizeLabel(edge, steps.get(link.index)?.length ?? 0, { width, shape: plan.shape }));
  }
  const blocks = plan.stacks.map((stack, index) => block(`s${index}`, stack, links, sized, labels));
  const home = new Map(blocks.flatMap((each) => each.members.map(({ node }) => [node.id, each] as const)));
  const routed = links.filter((link) => home.get(link.from) !== home.get(link.to));

  const elk = new ELK();
  const free = await elk.layout(elkGraph(plan, blocks, routed, labels, home));
  const stacked = blocks.some((each) => each.members.length > 1);
  const result = stacked
    ? await elk.layout(elkGraph(plan, blocks, routed, labels, home, centers(free, blocks)))
    : free;

  const at = new Map(
    (result.children ?? []).map((child) => [child.id, { x: child.x ?? 0, y: child.y ?? 0 }]),
  );
  const nodes = blocks.flatMap((each) => {
    const origin = at.get(each.id) ?? { x: 0, y: 0 };
    return each.members.map(({ node, y }) => ({ ...node, x: origin.x, y: origin.y + y }));
  });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = links.flatMap((link): Placement['edges'] => {
    const label = labels.get(link.index);
    if (!label) return [];
    if (!routed.includes(link)) return [uprightEdge(link, label, byId)];
    const edge = result.edges?.find((each) => each.id === `e${link.index}`);
    const points = pointsOf(edge);
    const box = edge?.labels?.[0];
    return [
      {
        link,
        points: link.back ? points.reverse() : points,
        label: { ...label, x: box?.x ?? points[0]?.x ?? 0, y: box?.y ?? points[0]?.y ?? 0 },
      },
    ];
  });
  return { plan, nodes, edges };
}

/** A stack as one box: its members below one another with room for the labels of the edges between them. */
function block(
  id: string,
  stack: Stack,
  links: Link[],
  sized: Map<string, SizedNode>,
  labels: Map<number, SizedLabel>,
): Block {
  const members: Block['members'] = [];
  let y = 0;
  for (const [position, member] of stack.entries()) {
    const node = sized.get(member);
    if (!node) continue;
    const above = stack[position - 1];
    const tie = links.find(
      (link) => [link.from, link.to].includes(member) && [link.from, link.to].includes(above ?? ''),
    );
    if (above !== undefined) y += (tie ? (labels.get(tie.index)?.height ?? 0) : 0) + 32;
    members.push({ node, y });
    y += node.height;
  }
  return { id, members, x: 0, y: 0, width: Math.max(0, ...members.map(({ node }) => node.width)), height: y };
}

/** Where each component's middle came to lie, which orders the ports of stacks in the second pass. */
function centers(result: { children?: ElkNode[] }, blocks: Block[]): Map<string, number> {
  const top = new Map((result.children ?? []).map((child) => [child.id, child.y ?? 0]));
  return new Map(
    blocks.flatMap((each) =>
      each.members.map(({ node, y }) => [node.id, (top.get(each.id) ?? 0) + y + node.height / 2] as const),
    ),
  );
}

function pointsOf(edge: ElkExtendedEdge | undefined): Point[] {
  return (edge?.sections ?? []).flatMap((section) => [
    section.startPoint,
    ...(section.bendPoints ?? []),
    section.endPoint,
  ]);
}

/** The edge between two neighbors of a stack: straight down (or up), its label in the middle. */
function uprightEdge(
  link: Link,
  label: SizedLabel,
  nodes: Map<string, SizedNode & Point>,
): Placement['edges'][number] {
  const from = nodes.get(link.from);
  const to = nodes.get(link.to);
  if (!from || !to) return { link, points: [], label: { ...label, x: 0, y: 0 } };
  const down = from.y < to.y;
  const x = from.x + from.width / 2;
  const points = [
    { x, y: down ? from.y + from.height : from.y },
    { x, y: down ? to.y : to.y + to.height },
  ];
  const middle = ((points[0]?.y ?? 0) + (points[1]?.y ?? 0)) / 2;
  return { link, points, label: { ...label, x: x - label.width / 2, y: middle - label.height / 2 } };
}
