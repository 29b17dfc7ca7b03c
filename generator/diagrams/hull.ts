/** The outline around some boxes that leaves others out: rectangles over neighboring pairs, united into one right-angled shape. */
import { around, type Box, boxesMeet, type Point } from './geometry.ts';

/**
 * Boxes that tie all members together, each around a pair of them and free of `foreign` boxes, `margin` pixels wider
 * than the pair; undefined when the foreign ones stand between. Sides within `snap` pixels are drawn to one line.
 */
export function tyingBoxes(members: Box[], foreign: Box[], margin: number, snap = 16): Box[] | undefined {
  const pairs = members
    .flatMap((a, index) => members.slice(index + 1).map((b) => ({ a, b, box: around([a, b], margin) })))
    .filter(({ box }) => !foreign.some((each) => boxesMeet(each, box, 3)))
    .sort((one, other) => one.box.width * one.box.height - other.box.width * other.box.height);
  const reached = new Map(members.map((member, index) => [member, index]));
  const chosen: Box[] = [];
  for (const { a, b, box } of pairs) {
    const [from, to] = [reached.get(a), reached.get(b)];
    if (from === undefined || to === undefined || from === to) continue;
    chosen.push(box);
    for (const [member, part] of reached) if (part === from) reached.set(member, to);
  }
  if (new Set(reached.values()).size > 1) return undefined;
  const snapped = snapSides(chosen, snap);
  return snapped.some((box) => foreign.some((each) => boxesMeet(each, box, 3))) ? chosen : snapped;
}

function snapSides(boxes: Box[], snap: number): Box[] {
  const outward = (value: number, all: number[], pick: typeof Math.min) =>
    pick(...all.filter((other) => Math.abs(other - value) <= snap));
  const right = (box: Box) => box.x + box.width;
  const bottom = (box: Box) => box.y + box.height;
  return boxes.map((box) => {
    const x = outward(
      box.x,
      boxes.map((each) => each.x),
      Math.min,
    );
    const y = outward(
      box.y,
      boxes.map((each) => each.y),
      Math.min,
    );
    const width = outward(right(box), boxes.map(right), Math.max) - x;
    return { x, y, width, height: outward(bottom(box), boxes.map(bottom), Math.max) - y };
  });
}

/** The outlines of the union of boxes: closed right-angled polygons, clockwise, with no point on a straight side. */
export function union(boxes: Box[]): Point[][] {
  const ascending = (values: number[]) => [...new Set(values)].sort((a, b) => a - b);
  const xs = ascending(boxes.flatMap((box) => [box.x, box.x + box.width]));
  const ys = ascending(boxes.flatMap((box) => [box.y, box.y + box.height]));
  const inside = (column: number, row: number): boolean => {
    const [x, y] = [xs[column], ys[row]];
    const [right, bottom] = [xs[column + 1], ys[row + 1]];
    if (x === undefined || y === undefined || right === undefined || bottom === undefined) return false;
    return boxes.some(
      (box) => box.x <= x && right <= box.x + box.width && box.y <= y && bottom <= box.y + box.height,
    );
  };
  // Sides of cells from corner to corner, the inside on the right hand.
  const next = new Map<string, Array<[number, number]>>();
  const side = (fromX: number, fromY: number, toX: number, toY: number) => {
    const key = `${fromX} ${fromY}`;
    next.set(key, [...(next.get(key) ?? []), [toX, toY]]);
  };
  for (let column = 0; column < xs.length - 1; column += 1) {
    for (let row = 0; row < ys.length - 1; row += 1) {
      if (!inside(column, row)) continue;
      if (!inside(column, row - 1)) side(column, row, column + 1, row);
      if (!inside(column + 1, row)) side(column + 1, row, column + 1, row + 1);
      if (!inside(column, row + 1)) side(column + 1, row + 1, column, row + 1);
      if (!inside(column - 1, row)) side(column, row + 1, column, row);
    }
  }
  const loops: Point[][] = [];
  for (const start of next.keys()) {
    const loop: Point[] = [];
    let key = start;
    for (let to = next.get(key)?.pop(); to; to = next.get(key)?.pop()) {
      loop.push({ x: xs[to[0]] ?? 0, y: ys[to[1]] ?? 0 });
      key = `${to[0]} ${to[1]}`;
    }
    if (loop.length > 3) loops.push(corners(loop));
  }
  return loops;
}

function corners(loop: Point[]): Point[] {
  return loop.filter((point, index) => {
    const before = loop.at(index - 1) ?? point;
    const after = loop[(index + 1) % loop.length] ?? point;
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
  });
}
