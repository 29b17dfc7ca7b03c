/** A placed diagram comes in, an `<svg>` goes out: titled and described, styled by classes alone. */
import type { Element } from 'hast';
import type { Architecture } from '../model/problem.ts';
import { describe } from './describe.ts';
import type { Box } from './geometry.ts';
import { hotFlow } from './graph.ts';
import { type DiagramLayout, edgeOfPaper, legendGap } from './layout.ts';
import { boundaryWords, edgeKeys, type LegendItem, placeLegend } from './legend.ts';
import { badgeSize, capHeight, keyRadius, lineHeight, type } from './measure.ts';
import {
  baseline,
  cylinder,
  element,
  group,
  keyCircles,
  outlinePath,
  roundedBox,
  route,
  text,
  tidy,
  words,
} from './shapes.ts';

type PlacedEdge = DiagramLayout['edges'][number];

export interface RenderOptions {
  /** Unique on its page; the ids of title and description begin with it. */
  id: string;
  title: string;
  /** The flow to number; without it the one marked hot. */
  hot?: string;
}

export function renderDiagram(
  layout: DiagramLayout,
  architecture: Architecture,
  options: RenderOptions,
): Element {
  const keys = edgeKeys(
    layout.edges.map((edge) => edge.link),
    hotFlow(architecture, options.hot),
    layout.keyed,
  );
  const legend =
    options.hot === undefined
      ? layout.legend
      : placeLegend(
          architecture,
          layout.edges.map((edge) => edge.link),
          layout,
          {
            shape: layout.shape,
            width: layout.width - edgeOfPaper * 2,
            keyed: layout.keyed,
            hot: options.hot,
          },
        );
  const height = layout.drawing.height + (legend.height > 0 ? legendGap + Math.ceil(legend.height) : 0);
  const isHot = ({ link }: PlacedEdge) => /^\d/.test(keys.get(link.index)?.[0] ?? '');
  // Hot edges last: where lines cross, the hot one is on top.
  const edges = [...layout.edges].sort((a, b) => Number(isHot(a)) - Number(isHot(b)));
  const [titleId, descId] = [`${options.id}-title`, `${options.id}-desc`];
  return element(
    'svg',
    {
      className: ['diagram', layout.shape],
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${layout.width} ${height}`,
      width: layout.width,
      height,
      role: 'img',
      ariaLabelledBy: [titleId],
      ariaDescribedBy: [descId],
    },
    [
      element('title', { id: titleId }, [words(options.title)]),
      element('desc', { id: descId }, [words(describe(architecture))]),
      ...layout.boundaries.map((boundary) => outlineOf(boundary, architecture, layout)),
      ...edges.map((edge) => edgeOf(edge, architecture, isHot(edge))),
      ...layout.nodes.map((node) => nodeOf(node, architecture, layout)),
      ...edges.map((edge) => labelOf(edge, keys.get(edge.link.index) ?? [], isHot(edge), layout)),
      ...(legend.items.length > 0
        ? [
            group(
              ['legend'],
              legend.items.map((item) => legendItem(item, layout)),
              { transform: `translate(${edgeOfPaper} ${layout.drawing.height + legendGap})` },
            ),
          ]
        : []),
    ],
  );
}

function outlineOf(
  boundary: DiagramLayout['boundaries'][number],
  architecture: Architecture,
  layout: DiagramLayout,
) {
  const { kind, title } = architecture.boundaries[boundary.index] ?? { kind: 'failure-domain', title: '' };
  const { title: place } = boundary;
  const middle = { x: tidy(place.x + place.width / 2), y: tidy(place.y + place.height / 2) };
  const size = type[layout.shape].note;
  return group(
    ['boundary', kind],
    [
      element('title', {}, [words(`${boundaryWords[kind]}: ${title}`)]),
      outlinePath('outline', boundary.outline, 12),
      ...(kind === 'consistency' ? [outlinePath('outline inner', boundary.inner, 9.5)] : []),
      roundedBox('ground', place, 0),
      boundary.letter === undefined
        ? text('boundary-title', title, { x: middle.x, y: baseline(middle.y, size) })
        : badge(boundary.letter, middle.x, middle.y),
    ],
  );
}

function edgeOf(edge: PlacedEdge, architecture: Architecture, hot: boolean): Element {
  const { label, protocol, mode } = architecture.edges[edge.link.index] ?? {
    label: '',
    protocol: '',
    mode: 'sync',
  };
  return group(
    ['edge', `mode-${mode}`, ...(hot ? ['hot'] : [])],
    [element('title', {}, [words(`${label} (${protocol})`)]), ...route(edge.points, mode === 'stream')],
    { dataFrom: edge.link.from, dataTo: edge.link.to },
  );
}

function nodeOf(
  node: DiagramLayout['nodes'][number],
  architecture: Architecture,
  layout: DiagramLayout,
): Element {
  const component = architecture.components.find((each) => each.id === node.id);
  const size = type[layout.shape].name;
  const middle = node.y + node.height / 2 + (node.stateful ? capHeight - 1 : 0);
  const first = middle - ((node.lines.length - 1) * lineHeight(size)) / 2;
  const names = node.lines.map((line, index) =>
    text('name', line, {
      x: tidy(node.x + node.width / 2),
      y: baseline(first + index * lineHeight(size), size),
    }),
  );
  return group(
    ['node', `layer-${component?.layer ?? 'processing'}`, ...(node.stateful ? ['stateful'] : [])],
    [
      element('title', {}, [words(`${component?.name ?? node.id}: ${component?.role ?? ''}`)]),
      ...(node.stateful ? cylinder(node) : [roundedBox('box', node, component?.layer === 'client' ? 14 : 5)]),
      ...names,
      ...node.badges.flatMap((letter, index) => badge(letter, node.x + node.width - 10 - index * 18, node.y)),
    ],
    { dataComponent: node.id },
  );
}

/** A letter in a small square on a node's upper edge: the boundary that could not be outlined. */
function badge(letter: string, x: number, y: number): Element {
  return group(
    ['badge'],
    [
      roundedBox(
        'badge-box',
        { x: x - badgeSize / 2, y: y - badgeSize / 2, width: badgeSize, height: badgeSize },
        3,
      ),
      text('key-text', letter, { x: tidy(x), y: baseline(y, type.wide.key) }),
    ],
  );
}

function labelOf(edge: PlacedEdge, keys: string[], hot: boolean, layout: DiagramLayout): Element {
  const { label } = edge;
  const size = type[layout.shape].label;
  const top = label.y + (label.height - Math.max(1, label.lines.length) * lineHeight(size)) / 2;
  const middleOf = (line: number) => top + lineHeight(size) * (line + 0.5);
  const center = label.x + label.width / 2;
  const own = keys.length <= label.keys;
  const left = center - (label.firstWidth + label.indent) / 2;
  const lines = label.lines.map((line, index) => {
    const y = baseline(middleOf(index), size);
    // Right after its circles, whatever the reader's font makes of the width.
    return index === 0 && label.keys > 0
      ? text('label', line, { x: tidy(left + label.indent), y }, 'start')
      : text('label', line, { x: tidy(center), y });
  });
  const circleX =
    label.lines.length === 0 || !own ? center - (keys.length - 1) * (keyRadius + 1) : left + keyRadius;
  const circleY = own || label.lines.length === 0 ? middleOf(0) : label.y;
  return group(
    ['edge-label', ...(hot ? ['hot'] : [])],
    [roundedBox('ground', label, 3), ...lines, ...keyCircles(keys, { x: circleX, y: circleY })],
  );
}

function legendItem(item: LegendItem, layout: DiagramLayout): Element {
  const size = type[layout.shape].note;
  const lines = item.lines.map((line, index) =>
    text(
      'note',
      line,
      { x: tidy(item.textX), y: baseline(item.y + index * lineHeight(size), size) },
      'start',
    ),
  );
  const aside = item.aside
    ? [text('note aside', item.aside.text, { x: tidy(item.aside.x), y: baseline(item.y, size) }, 'end')]
    : [];
  return group(['sign'], [signOf(item), ...lines, ...aside]);
}

function signOf({ mark, x, y }: LegendItem): Element {
  const box = (width: number, height: number): Box => ({ x, y: y - height / 2, width, height });
  if (mark.kind === 'keys') {
    return group(
      ['edge-label', ...(mark.hot ? ['hot'] : [])],
      keyCircles(mark.keys, { x: x + keyRadius, y }),
    );
  }
  if (mark.kind === 'line') {
    const points = [
      { x, y },
      { x: x + 26, y },
    ];
    return group(['edge', `mode-${mark.mode}`], route(points, mark.mode === 'stream'));
  }
  if (mark.kind === 'layer')
    return group(['node', `layer-${mark.layer}`], [roundedBox('box', box(12, 12), 3)]);
  if (mark.kind === 'stateful') return group(['node', 'stateful', 'plain'], cylinder(box(16, 15), 2.5));
  if (mark.kind === 'badge') return badge(mark.letter, x + 8, y);
  return group(
    ['boundary', mark.boundary],
    [
      roundedBox('outline', box(20, 13), 4),
      ...(mark.boundary === 'consistency' ? [roundedBox('outline inner', grown(box(20, 13), -3), 2)] : []),
    ],
  );
}

function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}
