/** What stands under a diagram: the edges by their circles where the drawing had no room for words, and what the signs mean. */
import type { Architecture } from '../model/problem.ts';
import { type Flow, hotFlow, type Link, stepNumbers } from './graph.ts';
import { keyRadius, lineHeight, type Shape, type } from './measure.ts';
import type { Outlined } from './outlines.ts';
import { textWidth, wrapText } from './text.ts';

type Edge = Architecture['edges'][number];
type Component = Architecture['components'][number];

type Mark =
  | { kind: 'keys'; keys: string[]; hot: boolean }
  | { kind: 'line'; mode: Edge['mode'] }
  | { kind: 'layer'; layer: Component['layer'] }
  | { kind: 'stateful' }
  | { kind: 'boundary'; boundary: Architecture['boundaries'][number]['kind'] }
  | { kind: 'badge'; letter: string };

export interface LegendItem {
  mark: Mark;
  x: number;
  /** The middle of the first line. */
  y: number;
  /** Where the text begins. */
  textX: number;
  lines: string[];
  /** Set at the right edge of the item, such as an edge's protocol. */
  aside?: { text: string; x: number };
}

export interface Legend {
  items: LegendItem[];
  height: number;
}

const modeWords = { sync: 'Call', async: 'Asynchronous', stream: 'Stream' } as const;
export const layerWords = {
  client: 'Client',
  ingestion: 'Ingestion',
  processing: 'Processing',
  serving: 'Serving',
  storage: 'Storage',
  'cross-cutting': 'Cross-cutting',
} as const;
export const boundaryWords = {
  'failure-domain': 'Failure domain',
  consistency: 'Consistency boundary',
} as const;
const markWidth = { line: 26, layer: 12, stateful: 16, boundary: 20, badge: 16 } as const;

/** The circles of each edge: the numbers of its steps in the hot flow, else, in a keyed diagram, a letter of its own. */
export function edgeKeys(links: Link[], flow: Flow | undefined, keyed: boolean): Map<number, string[]> {
  const numbers = stepNumbers(links, flow);
  const keys = new Map<number, string[]>();
  let letters = 0;
  for (const link of links) {
    const steps = numbers.get(link.index);
    if (steps) keys.set(link.index, steps.map(String));
    else if (keyed) {
      const round = Math.floor(letters / 26);
      keys.set(link.index, [String.fromCharCode(97 + (letters % 26)) + (round === 0 ? '' : String(round))]);
      letters += 1;
    }
  }
  return keys;
}

export function placeLegend(
  architecture: Architecture,
  links: Link[],
  outlined: Outlined,
  options: { shape: Shape; width: number; keyed: boolean; hot?: string | undefined },
): Legend {
  const flow = hotFlow(architecture, options.hot);
  const keys = edgeKeys(links, flow, options.keyed);
  const list = options.keyed ? edgeList(architecture, links, keys, options) : { items: [], height: 0 };
  const top = list.items.length > 0 ? list.height + 8 : 0;
  const signs = signRows(architecture, links, outlined, keys, flow, options, top);
  const items = [...list.items, ...signs.items];
  return { items, height: items.length === 0 ? 0 : top + signs.height };
}

/** Steps first, in order; then the letters. */
function edgeList(
  architecture: Architecture,
  links: Link[],
  keys: Map<number, string[]>,
  options: { shape: Shape; width: number },
): Legend {
  const size = type[options.shape].note;
  const columns = Math.max(1, Math.floor(options.width / 330));
  const width = (options.width - (columns - 1) * 28) / columns;
  const order = (link: Link) => Number(keys.get(link.index)?.[0] ?? Number.NaN);
  const stepped = links.filter((link) => !Number.isNaN(order(link))).sort((a, b) => order(a) - order(b));
  const rest = links.filter((link) => Number.isNaN(order(link)));
  const rows = [...stepped, ...rest].flatMap((link) => {
    const edge = architecture.edges[link.index];
    return edge ? [{ edge, keys: keys.get(link.index) ?? [], hot: stepped.includes(link) }] : [];
  });
  const perColumn = Math.ceil(rows.length / columns);
  const keyWidth = Math.max(0, ...rows.map((row) => row.keys.length)) * (keyRadius * 2 + 2) + 6;
  const items: LegendItem[] = [];
  let height = 0;
  for (let column = 0; column < columns; column += 1) {
    const x = column * (width + 28);
    let y = 0;
    for (const row of rows.slice(column * perColumn, (column + 1) * perColumn)) {
      const protocol = wrapText(row.edge.protocol, { size }, { width: width / 3, maxLines: 1 })[0] ?? '';
      const room = width - keyWidth - textWidth(protocol, { size }) - 10;
      const lines = wrapText(row.edge.label, { size }, { width: room, maxLines: 2 });
      items.push({
        mark: { kind: 'keys', keys: row.keys, hot: row.hot },
        x,
        y: y + 10,
        textX: x + keyWidth,
        lines,
        aside: { text: protocol, x: x + width },
      });
      y += lineHeight(size) * Math.max(1, lines.length) + 6;
    }
    height = Math.max(height, y);
  }
  return { items, height };
}

function signRows(
  architecture: Architecture,
  links: Link[],
  outlined: Outlined,
  keys: Map<number, string[]>,
  flow: Flow | undefined,
  options: { shape: Shape; width: number; keyed: boolean },
  top: number,
): Legend {
  const size = type[options.shape].note;
  const items: LegendItem[] = [];
  const row = lineHeight(size) + 5;
  let x = 0;
  let y = top;
  const gap = options.shape === 'wide' ? 26 : 15;
  for (const group of signs(architecture, links, outlined, keys, flow)) {
    const sized = group.map(({ mark, text }) => {
      const indent = (mark.kind === 'keys' ? keyRadius * 2 : markWidth[mark.kind]) + 7;
      const lines = wrapText(text, { size }, { width: (options.width - indent) * 0.92, maxLines: 2 });
      return {
        mark,
        lines,
        indent,
        width: indent + Math.max(...lines.map((line) => textWidth(line, { size }))),
      };
    });
    const whole = sized.reduce((sum, { width }) => sum + width + gap, -gap);
    // A group stays together: it starts its own row unless the rest of this one holds it.
    if (x > 0 && x + whole > options.width) {
      x = 0;
      y += row;
    }
    for (const { mark, lines, indent, width } of sized) {
      if (x > 0 && x + width > options.width) {
        x = 0;
        y += row;
      }
      items.push({ mark, x, y: y + row / 2, textX: x + indent, lines });
      y += (lines.length - 1) * lineHeight(size);
      x = lines.length > 1 ? options.width : x + width + gap;
    }
  }
  return { items, height: y + row - top };
}

function signs(
  architecture: Architecture,
  links: Link[],
  outlined: Outlined,
  keys: Map<number, string[]>,
  flow: Flow | undefined,
): Array<Array<{ mark: Mark; text: string }>> {
  const modes = (['sync', 'async', 'stream'] as const).filter((mode) =>
    links.some((link) => architecture.edges[link.index]?.mode === mode),
  );
  const layers = (Object.keys(layerWords) as Array<keyof typeof layerWords>).filter((layer) =>
    architecture.components.some((component) => component.layer === layer),
  );
  const stepped = [...keys.values()].some((each) => each.some((key) => /^\d/.test(key)));
  const kinds = (['failure-domain', 'consistency'] as const).filter((kind) =>
    outlined.boundaries.some(({ index }) => architecture.boundaries[index]?.kind === kind),
  );
  const groups: Array<Array<{ mark: Mark; text: string }>> = [
    flow && stepped ? [{ mark: { kind: 'keys', keys: ['1'], hot: true }, text: flow.title }] : [],
    [
      ...modes.map((mode) => ({ mark: { kind: 'line' as const, mode }, text: modeWords[mode] })),
      ...(architecture.components.some((component) => component.stateful)
        ? [{ mark: { kind: 'stateful' as const }, text: 'Keeps state' }]
        : []),
      ...kinds.map((boundary) => ({
        mark: { kind: 'boundary' as const, boundary },
        text: boundaryWords[boundary],
      })),
    ],
    outlined.badges.map(({ index, letter }) => {
      const boundary = architecture.boundaries[index];
      const kind = boundary ? boundaryWords[boundary.kind].toLowerCase() : '';
      return { mark: { kind: 'badge', letter }, text: `${boundary?.title ?? ''} (${kind})` };
    }),
    layers.map((layer) => ({ mark: { kind: 'layer', layer }, text: layerWords[layer] })),
  ];
  return groups.filter((group) => group.length > 0);
}
