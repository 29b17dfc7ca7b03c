/** Points, boxes and polylines: the few measures that placing and judging a diagram needs. Pixels, y downward. */

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** Whether two boxes come closer than `gap` pixels (0: overlap). */
export function boxesMeet(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** The smallest box around boxes, grown by `margin`. */
export function around(boxes: Box[], margin = 0): Box {
  const x = Math.min(...boxes.map((box) => box.x)) - margin;
  const y = Math.min(...boxes.map((box) => box.y)) - margin;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  return { x, y, width: right - x, height: bottom - y };
}

export function segments(points: Point[]): Array<[Point, Point]> {
  return points.slice(1).map((to, index) => [points[index] ?? to, to]);
}

/** The box of a segment, as thick as `thickness`. */
export function segmentBox([from, to]: [Point, Point], thickness = 0): Box {
  return {
    x: Math.min(from.x, to.x) - thickness / 2,
    y: Math.min(from.y, to.y) - thickness / 2,
    width: Math.abs(from.x - to.x) + thickness,
    height: Math.abs(from.y - to.y) + thickness,
  };
}

export function lengthOf(points: Point[]): number {
  return segments(points).reduce(
    (sum, [from, to]) => sum + Math.abs(from.x - to.x) + Math.abs(from.y - to.y),
    0,
  );
}

/** How often two orthogonal polylines cross. */
export function crossings(a: Point[], b: Point[]): number {
  let count = 0;
  for (const one of segments(a)) {
    for (const other of segments(b)) {
      const first = segmentBox(one);
      const second = segmentBox(other);
      if (first.width > 0 === second.width > 0) continue;
      if (boxesMeet(first, second, 0.01)) count += 1;
    }
  }
  return count;
}
