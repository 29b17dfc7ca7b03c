import { readFileSync } from 'node:fs';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Architecture, architectureSchema } from '../model/problem.ts';
import { boxesMeet } from './geometry.ts';
import { type DiagramLayout, layoutDiagram, limits } from './layout.ts';
import { standaloneSvg } from './standalone.ts';
import { renderDiagram } from './svg.ts';

const html = unified().use(rehypeStringify);

function fixture(name: string): Architecture {
  return architectureSchema.parse(
    parse(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')),
  );
}

async function draw(architecture: Architecture, shape: 'wide' | 'tall', hot?: string): Promise<string> {
  const layout = await layoutDiagram(architecture, { shape });
  const svg = renderDiagram(layout, architecture, {
    id: 'figure',
    title: 'The design',
    ...(hot ? { hot } : {}),
  });
  return html.stringify({ type: 'root', children: [svg] });
}

function pairs<T>(all: T[]): Array<[T, T]> {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]));
}

const cases = (['chat-with-a-model', 'inference-api'] as const).flatMap((name) =>
  (['wide', 'tall'] as const).map((shape) => ({ name, shape })),
);

describe.each(cases)('$name, $shape', ({ name, shape }) => {
  const architecture = fixture(name);
  let layout: DiagramLayout;
  beforeAll(async () => {
    layout = await layoutDiagram(architecture, { shape });
  });

  test('fits its page', () => {
    expect(layout.width).toBeLessThanOrEqual(shape === 'tall' ? 380 : 1100);
    expect(layout.height).toBeLessThanOrEqual(limits[shape].height);
  });

  test('draws every component and edge', () => {
    expect(layout.nodes).toHaveLength(architecture.components.length);
    expect(layout.edges).toHaveLength(architecture.edges.length);
    for (const { points } of layout.edges) expect(points.length).toBeGreaterThan(1);
  });

  test('leaves nodes and labels clear of one another', () => {
    const labels = layout.edges.map((edge) => edge.label);
    expect(pairs(layout.nodes).filter(([a, b]) => boxesMeet(a, b))).toEqual([]);
    expect(pairs(labels).filter(([a, b]) => boxesMeet(a, b))).toEqual([]);
    expect(labels.filter((label) => layout.nodes.some((node) => boxesMeet(node, label)))).toEqual([]);
  });

  test('runs every edge from the rim of its source to the rim of its target', () => {
    const node = (id: string) =>
      layout.nodes.find((each) => each.id === id) ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const { link, points } of layout.edges) {
      const [start, end] = [points[0] ?? { x: -9, y: -9 }, points.at(-1) ?? { x: -9, y: -9 }];
      expect(boxesMeet(node(link.from), { ...start, width: 0, height: 0 }, 1)).toBe(true);
      expect(boxesMeet(node(link.to), { ...end, width: 0, height: 0 }, 1)).toBe(true);
    }
  });

  test('marks every boundary, by an outline or by badges', () => {
    const marked = [...layout.boundaries, ...layout.badges].map(({ index }) => index);
    expect([...new Set(marked)].sort()).toEqual(architecture.boundaries.map((_, index) => index));
  });

  test('comes out the same bytes each time', async () => {
    expect(await draw(architecture, shape)).toBe(await draw(structuredClone(architecture), shape));
  });
});

test('wide diagrams carry their labels; tall ones carry keys that the legend explains', async () => {
  const architecture = fixture('inference-api');
  const wide = await layoutDiagram(architecture, { shape: 'wide' });
  const tall = await layoutDiagram(architecture, { shape: 'tall' });
  expect([wide.keyed, tall.keyed]).toEqual([false, true]);
  const lines = tall.legend.items.map((item) => item.lines.join(' '));
  for (const edge of architecture.edges) expect(lines).toContain(edge.label);
});

test('is titled and described, with ids of its own', async () => {
  const markup = await draw(fixture('chat-with-a-model'), 'wide');
  expect(markup).toContain('role="img" aria-labelledby="figure-title" aria-describedby="figure-desc"');
  expect(markup).toContain('<title id="figure-title">The design</title>');
  const description = /<desc id="figure-desc">(.*?)<\/desc>/.exec(markup)?.[1];
  expect(description).toContain('12 components: Web and mobile client (client);');
  expect(description).toContain('Edge gateway to Web and mobile client: Tokens as events (SSE, a stream)');
  expect(description).toContain(
    'Hot flow “Send a message”: 1. Web and mobile client to Edge gateway: posts the message',
  );
  expect(description).toContain(
    'Failure domain “GPU region”: Model router, Inference workers, Token buffer.',
  );
});

test('numbers the hot flow in the order of its steps, and another flow on request', async () => {
  const architecture = fixture('chat-with-a-model');
  const numbers = (markup: string) =>
    [...markup.replace(/<g class="legend".*/, '').matchAll(/class="key-text"[^>]*>(\d+)</g)]
      .map((each) => each[1])
      .sort();
  expect(numbers(await draw(architecture, 'wide'))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  expect(numbers(await draw(architecture, 'wide', 'summarize'))).toEqual(['1', '2', '3']);
  expect(await draw(architecture, 'wide', 'summarize')).toContain('>Name and compact a conversation</text>');
});

test('an answer without an edge of its own is numbered on the call', async () => {
  const architecture = fixture('chat-with-a-model');
  architecture.flows[0]?.steps.push({ from: 'chat-service', to: 'edge-gateway', does: 'closes the turn' });
  const layout = await layoutDiagram(architecture, { shape: 'wide' });
  expect(layout.edges.find(({ link }) => link.to === 'chat-service')?.label.keys).toBe(2);
  expect(await draw(architecture, 'wide')).toContain('>9</text>');
});

test('classes tell layer, state and mode; no color is written into the markup', async () => {
  const markup = await draw(fixture('inference-api'), 'wide');
  expect(markup).toContain('class="node layer-storage stateful"');
  expect(markup).toContain('class="edge mode-stream hot"');
  expect(markup).toContain('class="boundary consistency"');
  expect(markup).not.toMatch(/\s(style|fill|stroke)=/);
});

test('hostile names are text, never markup', async () => {
  const architecture = fixture('chat-with-a-model');
  const [component] = architecture.components;
  const [edge] = architecture.edges;
  if (component) component.name = '</text><script>alert(1)</script>\u0000';
  if (edge) edge.label = '"><img src=x onerror=alert(1)>';
  for (const shape of ['wide', 'tall'] as const) {
    const markup = await draw(architecture, shape);
    expect(markup).not.toMatch(/<(script|img)/);
    expect(markup).not.toContain('\u0000');
    expect(markup).toContain('script>alert(1)');
  }
});

test('edges to unknown components are skipped', async () => {
  const architecture = fixture('chat-with-a-model');
  architecture.components = architecture.components.filter(({ id }) => id !== 'conversation-store');
  const layout = await layoutDiagram(architecture, { shape: 'wide' });
  expect(layout.edges).toHaveLength(architecture.edges.length - 2);
  expect(await draw(architecture, 'wide')).not.toContain('undefined');
});

test.each(['wide', 'tall'] as const)(
  'an empty architecture is a small %s drawing that says so',
  async (shape) => {
    const empty: Architecture = { components: [], edges: [], flows: [], boundaries: [] };
    const markup = await draw(empty, shape);
    expect(markup).toContain('The diagram is empty');
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  },
);

test('stands alone: XML with its own style, for light and dark', async () => {
  const architecture = fixture('inference-api');
  const layout = await layoutDiagram(architecture, { shape: 'wide' });
  const file = standaloneSvg(renderDiagram(layout, architecture, { id: 'alone', title: 'Q&A <1>' }));
  expect(file).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(file).toContain('<title id="alone-title">Q&#x26;A &#x3C;1></title>');
  expect(file).toContain('@media (prefers-color-scheme:dark)');
  expect(file).toMatch(/<circle [^>]*\/>/);
});

test('every class that is drawn has a style, on the site and standing alone', async () => {
  const css = readFileSync(new URL('../../site/styles/diagram.css', import.meta.url), 'utf8');
  const architecture = fixture('inference-api');
  const layout = await layoutDiagram(architecture, { shape: 'tall' });
  const file = standaloneSvg(renderDiagram(layout, architecture, { id: 'alone', title: 'The design' }));
  const style = /<style>(.*?)<\/style>/s.exec(file)?.[1] ?? '';
  const painted = [
    'box',
    'rim',
    'line',
    'core',
    'arrow',
    'key-text',
    'note',
    'name',
    'outline',
    'badge-box',
    'ground',
  ];
  for (const name of painted) {
    expect(css, name).toContain(`.${name}`);
    expect(style, name).toContain(`.${name}`);
  }
});
