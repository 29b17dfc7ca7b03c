/** The texts of a diagram, wrapped and measured: how large each box and label must be. */
import type { Architecture } from '../model/problem.ts';
import type { Component } from './graph.ts';
import { longestWord, textWidth, wrapText } from './text.ts';

export type Shape = 'wide' | 'tall';

/** Type sizes in pixels at 1:1; diagram.css sets the same ones. */
export const type = {
  wide: { name: 13, label: 12, note: 12, key: 11 },
  tall: { name: 12, label: 12, note: 12, key: 11 },
} as const;
export const lineHeight = (size: number): number => Math.round(size * 1.24);
export const keyRadius = 8.5;
const keyStep = keyRadius * 2 + 2;
/** How far a cylinder's cap reaches above its rim. */
export const capHeight = 5;
/** Side of the small square that marks a node of a boundary that has no outline. */
export const badgeSize = 15;
const nodePadding = { x: 9, y: 10 };

export interface SizedNode {
  id: string;
  stateful: boolean;
  width: number;
  height: number;
  lines: string[];
}

export interface SizedLabel {
  width: number;
  height: number;
  lines: string[];
  /** Room for so many numbered circles, in front of the first line. */
  keys: number;
  /** Width of the circles with the space after them. */
  indent: number;
  /** Width of the first line's text, after the circles. */
  firstWidth: number;
}

/** The width a component needs for its longest word, at least `least` and seldom more. */
export function nodeWidth(component: Component, least: number, shape: Shape): number {
  const needed = longestWord(component.name, { size: type[shape].name, bold: true }) + nodePadding.x * 2;
  return Math.max(least, Math.min(needed, least * 1.35));
}

export function sizeNode(component: Component, width: number, shape: Shape): SizedNode {
  const size = type[shape].name;
  const lines = wrapText(
    component.name,
    { size, bold: true },
    { width: width - nodePadding.x * 2, maxLines: shape === 'wide' ? 4 : 6 },
  );
  const least = shape === 'wide' ? 2 : 1;
  const cap = component.stateful ? capHeight * 2 : 0;
  const height =
    Math.max(lines.length, least) * lineHeight(size) + nodePadding.y * 2 + cap - (least === 2 ? 2 : 0);
  return { id: component.id, stateful: component.stateful, width, height, lines };
}

/** The label of an edge with its step numbers, or, where `width` is 0, the bare circle that the legend explains. */
export function sizeLabel(
  edge: Architecture['edges'][number],
  steps: number,
  options: { width: number; shape: Shape },
): SizedLabel {
  if (options.width === 0) {
    const keys = Math.max(1, steps);
    return {
      width: keys * keyStep - 2,
      height: keyRadius * 2,
      lines: [],
      keys,
      indent: keys * keyStep,
      firstWidth: 0,
    };
  }
  const size = type[options.shape].label;
  const indent = steps * keyStep + (steps > 0 ? 3 : 0);
  const room = Math.max(
    options.width,
    Math.min(longestWord(edge.label, { size }, indent), options.width * 1.5),
  );
  const lines = wrapText(edge.label, { size }, { width: room, indent, maxLines: 4 });
  const widths = lines.map((line, index) => textWidth(line, { size }) + (index === 0 ? indent : 0));
  const height = lines.length * lineHeight(size);
  return {
    width: Math.max(...widths, keyStep) + 6,
    height: Math.max(height, steps > 0 ? keyRadius * 2 + Math.max(0, height - lineHeight(size)) : 0) + 2,
    lines,
    keys: steps,
    indent,
    firstWidth: (widths[0] ?? indent) - indent,
  };
}
