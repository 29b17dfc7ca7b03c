/** The few SVG shapes of a diagram: elements, rounded routes, arrowheads, boxes and cylinders. No colors, only classes. */
import type { Element, ElementContent } from 'hast';
import type { Box, Point } from './geometry.ts';
import { capHeight, keyRadius, type } from './measure.ts';

type Properties = Record<string, string | number | string[] | undefined>;

export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  const given = Object.entries(properties).filter((entry): entry is [string, string | number | string[]] => {
    return entry[1] !== undefined;
  });
  return { type: 'element', tagName, properties: Object.fromEntries(given), children };
}

/** Control characters are dropped: XML has no way to write them. */
export function words(value: string): ElementContent {
  return { type: 'text', value: value.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ') };
}

export function group(className: string[], children: ElementContent[], properties: Properties = {}): Element {
  return element('g', { className, ...properties }, children);
}

export function text(
  className: string,
  value: string,
  at: Point,
  anchor: 'start' | 'middle' | 'end' = 'middle',
): Element {
  const properties = {
    className: className.split(' '),
    x: at.x,
    y: at.y,
    textAnchor: anchor === 'start' ? undefined : anchor,
  };
  return element('text', properties, [words(value)]);
}

/** Baseline of a line of text whose middle is at `y`. */
export const baseline = (y: number, size: number): number => tidy(y + size * 0.35);

export const tidy = (value: number): number => Math.round(value * 100) / 100;

export function roundedBox(className: string, box: Box, radius: number): Element {
  const { x, y, width, height } = box;
  return element('rect', {
    className: className.split(' '),
    x: tidy(x),
    y: tidy(y),
    width,
    height,
    rx: radius,
  });
}

/** A drum, as stores are drawn: the cap is inside the box. */
export function cylinder(box: Box, cap = capHeight): Element[] {
  const [left, right, half] = [tidy(box.x), tidy(box.x + box.width), tidy(box.width / 2)];
  const [top, bottom] = [tidy(box.y + cap), tidy(box.y + box.height - cap)];
  const body = `M${left} ${top}A${half} ${cap} 0 0 1 ${right} ${top}V${bottom}A${half} ${cap} 0 0 1 ${left} ${bottom}Z`;
  const rim = `M${left} ${top}A${half} ${cap} 0 0 0 ${right} ${top}`;
  return [element('path', { className: ['box'], d: body }), element('path', { className: ['rim'], d: rim })];
}

const cornerRadius = 7;
const arrow = { length: 8, half: 4 };

/** A route with rounded corners that ends where its arrowhead begins, and the arrowhead. */
export function route(points: Point[], stream: boolean): Element[] {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return [];
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const unit = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length };
  const heel = { x: tip.x - unit.x * arrow.length, y: tip.y - unit.y * arrow.length };
  const d = rounded([...points.slice(0, -1), { x: heel.x + unit.x, y: heel.y + unit.y }]);
  const side = (sign: number) =>
    `${tidy(heel.x - unit.y * arrow.half * sign)},${tidy(heel.y + unit.x * arrow.half * sign)}`;
  return [
    element('path', { className: ['line'], d }),
    ...(stream ? [element('path', { className: ['core'], d })] : []),
    element('polygon', {
      className: ['arrow'],
      points: `${tidy(tip.x)},${tidy(tip.y)} ${side(1)} ${side(-1)}`,
    }),
  ];
}

function rounded(points: Point[]): string {
  const parts: string[] = [];
  for (const [index, point] of points.entries()) {
    const last = points[index - 1];
    const next = points[index + 1];
    if (!last) parts.push(`M${tidy(point.x)} ${tidy(point.y)}`);
    else if (!next) parts.push(`L${tidy(point.x)} ${tidy(point.y)}`);
    else {
      const enter = toward(point, last);
      const leave = toward(point, next);
      parts.push(`L${enter.x} ${enter.y}Q${tidy(point.x)} ${tidy(point.y)} ${leave.x} ${leave.y}`);
    }
  }
  return parts.join('');
}

/** Closed right-angled polygons with rounded corners, as one path. */
export function outlinePath(className: string, loops: Point[][], radius: number): Element {
  const d = loops.map((loop) => {
    const parts = loop.map((corner, index) => {
      const enter = toward(corner, loop.at(index - 1) ?? corner, radius);
      const leave = toward(corner, loop[(index + 1) % loop.length] ?? corner, radius);
      const bend = `Q${tidy(corner.x)} ${tidy(corner.y)} ${leave.x} ${leave.y}`;
      return `${index === 0 ? 'M' : 'L'}${enter.x} ${enter.y}${bend}`;
    });
    return `${parts.join('')}Z`;
  });
  return element('path', { className: className.split(' '), d: d.join('') });
}

/** The point on the way from a corner to its neighbor where the curve begins. */
function toward(corner: Point, other: Point, radius = cornerRadius): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y) || 1;
  const share = Math.min(radius, length / 2) / length;
  return {
    x: tidy(corner.x + (other.x - corner.x) * share),
    y: tidy(corner.y + (other.y - corner.y) * share),
  };
}

/** Small circles side by side, each with a number or letter; `at` is the middle of the first. */
export function keyCircles(keys: string[], at: Point, size: number = type.wide.key): Element[] {
  return keys.map((key, position) => {
    const center = { x: tidy(at.x + position * (keyRadius * 2 + 2)), y: tidy(at.y) };
    return group(
      ['key'],
      [
        element('circle', { cx: center.x, cy: center.y, r: keyRadius }),
        text('key-text', key, { x: center.x, y: baseline(center.y, size) }),
      ],
    );
  });
}
