import { describe, expect, it } from 'vitest';
import { stemOf, wordsOf } from './words.ts';

describe('endings are folded', () => {
  it.each([
    ['shard', ['shards', 'sharded', 'sharding']],
    ['cache', ['caches', 'cached', 'caching']],
    ['query', ['queries', 'queried', 'querying']],
    ['plan', ['plans', 'planned', 'planning']],
    ['index', ['indexes', 'indexed', 'indexing']],
    ['process', ['processes', 'processed', 'processing']],
    ['bill', ['bills', 'billed', 'billing']],
    ['latency', ['latencies']],
    ['store', ['stores', 'stored', 'storing']],
  ])('%s', (base, forms) => {
    for (const form of forms) expect(stemOf(form)).toBe(stemOf(base));
  });

  it.each([
    ['consistency', 'consistent'],
    ['string', 'stringent'],
    ['feed', 'fee'],
    ['need', 'nee'],
    ['king', 'k'],
  ])('but %s is not %s', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b));
  });
});

it('splits names at hyphens and dots, and keeps what belongs to them', () => {
  const norms = wordsOf('Node.js, C++ and C#; GPUs, Kafka’s event-driven .NET').map((word) => word.norm);
  expect(norms).toEqual(['node', 'js', 'c++', 'and', 'c#', 'gpu', 'kafka', 'event', 'driven', '.net']);
});

it('knows where each word stands', () => {
  const text = '🚀 We’ve sharded it — twice.';
  for (const word of wordsOf(text, 0))
    expect(text.slice(word.start, word.end).startsWith(word.raw)).toBe(true);
});
