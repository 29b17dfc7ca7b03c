import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Order } from '../diagrams/draw.ts';
import { root } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import { type Cache, drawDiagrams } from './diagrams.ts';

const pack = packOf(inputsOf(join(root, 'data/sample')));

/** Draws nothing but the order's name. */
const sketch = ({ id }: Order) => ({
  type: 'element' as const,
  tagName: 'svg',
  properties: { id },
  children: [],
});

function kept(): Cache & { all: Map<string, string> } {
  const all = new Map<string, string>();
  return { all, get: (key) => all.get(key), set: (key, value) => all.set(key, value) };
}

it('orders all that the cache lacks at once, and gives each problem its own two', async () => {
  const cache = kept();
  const asked: string[][] = [];
  const drawAll = async (orders: readonly Order[]) => {
    asked.push(orders.map((order) => order.id));
    return orders.map(sketch);
  };
  const drawings = await drawDiagrams(pack, cache, drawAll);
  const deep = pack.problems.filter((problem) => problem.depth).map((problem) => problem.id);
  expect(asked).toEqual([deep.flatMap((id) => [`${id}-wide`, `${id}-tall`])]);
  expect([...drawings.keys()]).toEqual(deep);
  for (const [id, { wide, tall }] of drawings) {
    expect([wide.file, tall.file]).toEqual([`${id}-wide.svg`, `${id}-tall.svg`]);
    expect([wide.svg.properties, tall.svg.properties]).toEqual([{ id: `${id}-wide` }, { id: `${id}-tall` }]);
  }

  const [first = ''] = cache.all.keys();
  cache.all.delete(first);
  expect(await drawDiagrams(pack, cache, drawAll)).toEqual(drawings);
  expect(asked.slice(1)).toEqual([[`${deep[0]}-wide`]]);
  expect(await drawDiagrams(pack, cache, drawAll)).toEqual(drawings);
  expect(asked).toHaveLength(2);
});

it('a drawing that was ordered and not made is no blank in the page', async () => {
  await expect(drawDiagrams(pack, kept(), async () => [])).rejects.toThrow('was ordered and not drawn');
});
