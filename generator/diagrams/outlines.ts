/** Boundaries: a rounded outline with a title where it would hold its own components alone, else a badge on each of them. */
import type { Architecture } from '../model/problem.ts';
import { type Box, boxesMeet, type Point, segmentBox, segments } from './geometry.ts';
import { tyingBoxes, union } from './hull.ts';
import { badgeSize, lineHeight, type Shape, type } from './measure.ts';
import { textWidth } from './text.ts';

export interface PlacedBoundary {
  /** Position in `architecture.boundaries`. */
  index: number;
  /** Closed right-angled polygons; more than one where the outline goes round a hole. */
  outline: Point[][];
  /** The same a little further in, for kinds drawn with two lines. */
  inner: Point[][];
  /** The box of the title, or of its letter, on the outline. */
  title: Box;
  /** Stands for a title that found no room and is in the legend. */
  letter?: string;
}

export interface Badge {
  /** Position in `architecture.boundaries`. */
  index: number;
  letter: string;
  /** On the outline, not on the components. */
  outlined: boolean;
}

export interface Outlined {
  boundaries: PlacedBoundary[];
  badges: Badge[];
}

interface Obstacles {
  nodes: Array<Box & { id: string }>;
  labels: Box[];
  lines: Point[][];
}

type Size = Pick<Box, 'width' | 'height'>;

const margins = { wide: [11, 15, 7], tall: [8, 11, 5] } as const;
const innerGap = 3;

export function outline(architecture: Architecture, obstacles: Obstacles, shape: Shape): Outlined {
  const boundaries: PlacedBoundary[] = [];
  const badges: Badge[] = [];
  for (const [index, boundary] of architecture.boundaries.entries()) {
    const members = obstacles.nodes.filter((node) => boundary.components.includes(node.id));
    if (members.length === 0) continue;
    const letter = String.fromCharCode(65 + (badges.length % 26));
    const titled = drawn(index, members, titleSize(boundary.title, shape));
    const lettered = titled ? undefined : drawn(index, members, { width: badgeSize + 6, height: badgeSize });
    if (titled) boundaries.push(titled);
    if (lettered) boundaries.push({ ...lettered, letter });
    if (!titled) badges.push({ index, letter, outlined: lettered !== undefined });
  }
  return { boundaries, badges };

  function drawn(index: number, members: Obstacles['nodes'], title: Size): PlacedBoundary | undefined {
    const foreign = obstacles.nodes.filter((node) => !members.includes(node));
    if (members.length < 2) return undefined;
    // First where no edge runs along the outline, then anywhere.
    const tries = [true, false].flatMap((apart) => margins[shape].map((margin) => ({ margin, apart })));
    for (const { margin, apart } of tries) {
      const boxes = tyingBoxes(members, foreign, margin);
      if (!boxes) continue;
      const loops = union(boxes);
      if (boundaries.some((other) => alongside(other.outline, loops))) continue;
      if (apart && obstacles.lines.some((points) => runsAlong(segments(points), sides(loops), 5))) continue;
      const place = titlePlaces(loops, title).find((each) => free(each));
      if (!place) continue;
      const inner = boxes.map((box) => ({
        x: box.x + innerGap,
        y: box.y + innerGap,
        width: box.width - 2 * innerGap,
        height: box.height - 2 * innerGap,
      }));
      return { index, outline: loops, inner: union(inner), title: place };
    }
    return undefined;
  }

  /** On the level sides, the upper ones first, then from left to right. */
  function titlePlaces(loops: Point[][], { width, height }: Size): Box[] {
    return sides(loops)
      .map((each) => segmentBox(each))
      .filter((side) => side.height === 0 && side.width >= width + 20)
      .sort((a, b) => a.y - b.y || a.x - b.x)
      .flatMap(({ x, y, width: room }) =>
        [0, 0.25, 0.5, 0.75, 1].map((share) => ({
          x: x + 10 + (room - width - 20) * share,
          y: y - height / 2,
          width,
          height,
        })),
      );
  }

  function free(place: Box): boolean {
    return !(
      obstacles.nodes.some((node) => boxesMeet(node, place, 1)) ||
      obstacles.labels.some((label) => boxesMeet(label, place, 2)) ||
      boundaries.some((other) => boxesMeet(other.title, place, 4)) ||
      obstacles.lines.some((points) => segments(points).some((each) => boxesMeet(segmentBox(each, 4), place)))
    );
  }
}

function titleSize(title: string, shape: Shape): Size {
  const size = type[shape].note;
  return { width: textWidth(title, { size }) + 8, height: lineHeight(size) };
}

function sides(loops: Point[][]): Array<[Point, Point]> {
  return loops.flatMap((loop) => segments([...loop, ...loop.slice(0, 1)]));
}

/** Whether two outlines run along one another within a few pixels: they would read as one. */
function alongside(a: Point[][], b: Point[][]): boolean {
  return runsAlong(sides(a), sides(b), 3.5);
}

function runsAlong(a: Array<[Point, Point]>, b: Array<[Point, Point]>, gap: number): boolean {
  return a.some((one) =>
    b.some((other) => {
      const [first, second] = [segmentBox(one), segmentBox(other)];
      return first.width > 0 === second.width > 0 && boxesMeet(first, second, gap);
    }),
  );
}
