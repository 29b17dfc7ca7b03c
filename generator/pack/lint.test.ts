import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import type { Guide, Pack, ResolvedDepth } from '../model/pack.ts';
import { lintPack } from './lint.ts';

const pack = packOf(inputsOf(fixture('storage-alone')));

/** The pack with the chat sheet's depth changed. */
const withDepth = (change: (depth: ResolvedDepth) => Partial<ResolvedDepth>): Pack => ({
  ...pack,
  problems: pack.problems.map((p) =>
    p.id === 'chat' && p.depth ? { ...p, depth: { ...p.depth, ...change(p.depth) } } : p,
  ),
});
const withGuide = (change: (guide: Guide) => Partial<Guide>): Pack => ({
  ...pack,
  guides: pack.guides.map((g) => ({ ...g, ...change(g) })),
});
const messages = (of: Pack) => lintPack(of).map((f) => `${f.severity} ${f.where}: ${f.message}`);
const first = <T>(list: readonly T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('an empty list');
  return item;
};

it('a good pack has nothing to object to', () => {
  expect(messages(pack)).toEqual([]);
});

describe('what contradicts itself is found', () => {
  it('a placeholder that does not evaluate', () => {
    const broken = withDepth((d) => ({
      failures: d.failures.map((f, i) => (i ? f : { ...f, effect: 'Loses {no_such_step}.' })),
    }));
    expect(messages(broken)).toEqual([expect.stringContaining('no_such_step')]);
  });

  it('stored bytes without copies', () => {
    const stored = first(pack.problems.filter((p) => p.id === 'chat')).depth?.estimates.headline.stored ?? '';
    const broken = withDepth((d) => ({
      estimates: {
        ...d.estimates,
        steps: {
          ...d.estimates.steps,
          [stored]: { formula: '10 TB', unit: 'TB', say: 'stored', group: 'storage' },
        },
      },
    }));
    expect(messages(broken)).toEqual([
      `error chat/estimates: the stored bytes "${stored}" do not depend on a replication factor`,
    ]);
  });

  it('daily users taken for concurrent ones', () => {
    const step =
      first(pack.problems.filter((p) => p.id === 'chat')).depth?.estimates.headline.concurrency ?? '';
    const broken = withDepth((d) => ({
      estimates: {
        ...d.estimates,
        steps: {
          ...d.estimates.steps,
          [step]: { formula: 'dau * 10%', unit: 'users', say: 'at once', group: 'concurrency' },
        },
      },
    }));
    expect(messages(broken)).toEqual([
      `error chat/estimates: "${step}" takes daily users for concurrent ones: dau * 10%`,
    ]);
  });

  it('a list ordered by what changes', () => {
    const broken = withDepth((d) => ({
      schema: {
        tables: d.schema.tables.map((t, i) =>
          i
            ? t
            : {
                ...t,
                clusteringKey: ['touched_at desc'],
                columns: [...t.columns, { name: 'touched_at', type: 'timestamp', mutable: true }],
              },
        ),
      },
    }));
    expect(messages(broken)).toEqual([
      expect.stringMatching(/^error chat\/schema: \w+ is ordered by touched_at, which changes/),
    ]);
  });

  it('a query of a table that is none', () => {
    const broken = withDepth((d) => ({
      schema: {
        tables: d.schema.tables.map((t, i) =>
          i
            ? t
            : { ...t, queries: [{ id: 'q', statement: 'SELECT x FROM no_such_table', serves: 'nothing' }] },
        ),
      },
    }));
    expect(messages(broken)).toEqual([
      'error chat/schema: the query "q" reads no_such_table, which is no table',
    ]);
  });

  it('a failure of a box that is not there', () => {
    const broken = withDepth((d) => ({
      failures: d.failures.map((f, i) => (i ? f : { ...f, component: 'ghost' })),
    }));
    expect(messages(broken)).toEqual([expect.stringMatching(/^error chat\/failures: .* is about "ghost"/)]);
  });

  it('WebSockets sized for a design over SSE', () => {
    const broken = withDepth((d) => ({
      architecture: {
        ...d.architecture,
        edges: d.architecture.edges.map((e) => ({
          ...e,
          protocol: e.protocol.replace(/websockets?/gi, 'SSE'),
        })),
      },
      estimates: {
        ...d.estimates,
        steps: {
          ...d.estimates.steps,
          sockets: { formula: 'dau', unit: 'users', say: 'WebSockets open', group: 'concurrency' },
        },
      },
    }));
    expect(messages(broken)).toEqual([
      expect.stringContaining('the design streams over SSE but the estimates size WebSockets'),
    ]);
  });

  it('phases that do not fill the round', () => {
    expect(messages(withGuide((g) => ({ phases: g.phases.slice(0, -1) })))).toEqual([
      expect.stringMatching(/^error design-1: the phases add up to \d+ minutes, the round has 60$/),
    ]);
  });

  it('a question without a reason', () => {
    const broken = withGuide((g) => ({
      questions: g.questions.map((q, i) => (i ? q : { ...q, reasons: [] })),
    }));
    expect(messages(broken)).toEqual([
      `error design-1: "${first(pack.guides).questions[0]?.id}" has no reason`,
    ]);
  });

  it('a question asked twice', () => {
    const twice: Pack = { ...pack, guides: [...pack.guides, ...pack.guides] };
    expect(messages(twice)).toContainEqual(expect.stringContaining('is asked in two rounds'));
  });

  it('too few questions, as a warning', () => {
    expect(messages(withGuide((g) => ({ questions: g.questions.slice(0, 5) })))).toEqual([
      expect.stringMatching(/^warning design-1: only 5 questions/),
    ]);
  });
});
