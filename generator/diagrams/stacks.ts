/**
 * Left to right, every step of a long path costs a column. Components that follow one another may stand in one column
 * instead, one above the other: a stack. This finds which edges to stand upright so that the diagram fits its columns.
 */
import type { Architecture } from '../model/problem.ts';
import type { Link } from './graph.ts';

/** Component ids from top to bottom; a component alone is a stack of one. */
export type Stack = string[];

export interface Candidate {
  stacks: Stack[];
  /** How many columns its longest path takes. */
  columns: number;
  cost: number;
}

const tallestStack = 3;
const mostUpright = 4;

/** The `count` cheapest ways to stack, those within `columns` first; never empty. */
export function stackings(candidates: Candidate[], options: { columns: number; count: number }): Stack[][] {
  const rank = (each: Candidate) => Math.max(0, each.columns - options.columns) * 100 + each.cost;
  return candidates
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, options.count)
    .map((each) => each.stacks);
}

/** Every way to stack that is worth a look, for any number of columns. */
export function waysToStack(architecture: Architecture, all: Link[]): Candidate[] {
  const single = architecture.components.map((component) => [component.id]);
  const layer = new Map(architecture.components.map((component) => [component.id, component.layer]));
  const together = (a: string, b: string) =>
    architecture.boundaries.some(({ components }) => components.includes(a) && components.includes(b));
  const degree = (id: string) => all.filter((link) => link.from === id || link.to === id).length;
  const upright = all
    .filter((link) => !link.back && between(all, link.from, link.to).length === 1)
    .map((link) => {
      const alike = layer.get(link.from) === layer.get(link.to);
      const client = layer.get(link.from) === 'client';
      // A side branch of one edge hangs well under its owner; a client belongs at the left edge, by itself.
      return {
        link,
        cost:
          (alike ? 1 : degree(link.to) === 1 ? 1.6 : 2.4) -
          (together(link.from, link.to) ? 0.8 : 0) +
          (client ? 2 : 0),
      };
    });
  const found: Candidate[] = [];
  const grow = (each: Candidate, next: number, left: number) => {
    found.push(each);
    if (left === 0) return;
    for (let index = next; index < upright.length; index += 1) {
      const { link, cost } = upright[index] ?? {};
      const joined = link && join(each.stacks, link, all);
      if (joined) grow({ ...joined, cost: each.cost + (cost ?? 0) }, index + 1, left - 1);
    }
  };
  grow({ stacks: single, columns: columnsOf(single, all), cost: 0 }, 0, mostUpright);
  return found;
}

function between(all: Link[], a: string, b: string): Link[] {
  return all.filter((link) => (link.from === a && link.to === b) || (link.from === b && link.to === a));
}

/** The stack that ends in the link's source put upon the one that begins with its target, if nothing else ties them. */
function join(stacks: Stack[], link: Link, all: Link[]): Omit<Candidate, 'cost'> | undefined {
  const upper = stacks.find((stack) => stack.at(-1) === link.from);
  const lower = stacks.find((stack) => stack[0] === link.to);
  if (!upper || !lower || upper === lower || upper.length + lower.length > tallestStack) return undefined;
  const ties = upper.flatMap((a) => lower.flatMap((b) => between(all, a, b)));
  if (ties.length > 1) return undefined;
  const joined = stacks
    .map((stack) => (stack === upper ? [...upper, ...lower] : stack))
    .filter((stack) => stack !== lower);
  const columns = columnsOf(joined, all);
  return columns === Number.POSITIVE_INFINITY ? undefined : { stacks: joined, columns };
}

/** How many columns the longest forward path takes; infinite when stacking closed a circle. */
function columnsOf(stacks: Stack[], all: Link[]): number {
  const home = new Map(stacks.flatMap((stack, index) => stack.map((id) => [id, index] as const)));
  const next = stacks.map(() => new Set<number>());
  for (const link of all) {
    const from = home.get(link.back ? link.to : link.from);
    const to = home.get(link.back ? link.from : link.to);
    if (from !== undefined && to !== undefined && from !== to) next[from]?.add(to);
  }
  const depth = new Map<number, number>();
  const visit = (index: number): number => {
    const known = depth.get(index);
    if (known !== undefined) return known;
    depth.set(index, Number.POSITIVE_INFINITY);
    const value = 1 + Math.max(0, ...[...(next[index] ?? [])].map(visit));
    depth.set(index, value);
    return value;
  };
  return Math.max(0, ...stacks.map((_, index) => visit(index)));
}
