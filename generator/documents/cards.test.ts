import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, root } from '../fixtures/candidate.ts';
import { atScale, inputsOf, packOf } from '../fixtures/composed.ts';
import { cardFaces } from '../model/card.ts';
import type { Inputs } from '../model/inputs.ts';
import { scheduleSource } from '../model/plan.ts';
import { renderCards } from './cards.ts';
import { drawDiagrams } from './diagrams.ts';
import { renderDocuments } from './render.ts';
import { scheduleSourceOf } from './schedule-source.ts';

const drawn = new Map<string, string>();
async function scheduled(inputs: Inputs) {
  const pack = packOf(inputs);
  const documents = renderDocuments(pack, await drawDiagrams(pack, drawn), inputs.templates);
  const cards = renderCards(pack, documents);
  return { pack, documents, cards, source: scheduleSourceOf(pack, cards, documents) };
}

const cases: [string, Inputs][] = [
  ['the sample', inputsOf(join(root, 'data/sample'))],
  ['the sample at 500 K users', atScale(inputsOf(join(root, 'data/sample')), '500K users')],
  ['the sample at 500 M users', atScale(inputsOf(join(root, 'data/sample')), '500M users')],
  ['a loop without bios', inputsOf(fixture('no-bios'))],
  ['a loop without reports', inputsOf(fixture('no-reports'))],
  ['a problem in breadth only', inputsOf(fixture('breadth-only'))],
];

describe.each(cases)('the deck of %s', async (_, inputs) => {
  const { pack, documents, cards, source } = await scheduled(inputs);

  it('is what the schemas say', () => {
    expect(scheduleSource.parse(source).cards.length).toBe(cards.length);
    expect(cardFaces.parse(cards.map((c) => c.faces)).length).toBe(cards.length);
  });

  it('has ids of authored parts, each once', () => {
    const ids = cards.map((c) => c.card.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9-]+:[a-z-]+:[a-z0-9_-]+$/);
  });

  it('says every number', () => {
    for (const { text, card } of cards) {
      expect(`${text.front} ${text.back} ${card.title}`).not.toMatch(/\{[^}]*\}(?![`])/);
      expect(`${text.front} ${text.back}`).not.toMatch(/undefined|NaN|unknown:/);
    }
  });

  it('links to places that exist', () => {
    for (const path of [...cards.map((c) => c.card.source), ...source.material.map((m) => m.path)]) {
      const [page, anchor] = path.split('#');
      const document = documents.find((d) => d.meta.path === page);
      expect(document, path).toBeDefined();
      if (anchor) expect(document?.html, path).toContain(` id="${anchor}"`);
    }
  });

  it('puts what the rounds will ask first, and every problem of the bank somewhere', () => {
    const own = pack.guides.map((g) => g.problem.id);
    expect(own).toContain(cards[0]?.card.subject);
    expect(Math.max(...cards.flatMap((c) => c.card.targets.map((t) => t.importance)))).toBe(1);
    for (const p of pack.problems) expect(cards.some((c) => c.card.subject === p.id)).toBe(true);
    expect(
      cards
        .filter((c) => c.card.mustKnow)
        .every((c) => own.includes(c.card.subject) || c.card.kind === 'probe'),
    ).toBe(true);
  });
});

describe('what weighs a card', async () => {
  const { source } = await scheduled(inputsOf(join(root, 'data/sample')));
  const importance = (id: string) =>
    Math.max(...(source.cards.find((c) => c.id === id)?.targets.map((t) => t.importance) ?? [0]));

  it('is how likely it is asked: a likely pivot before one that nobody names', () => {
    expect(importance('inference-batching:breadth:one-line')).toBeGreaterThan(
      importance('leaderboard:breadth:one-line') * 3,
    );
  });

  it('is more for what the candidate marks as a gap', async () => {
    const inputs = inputsOf(join(root, 'data/sample'));
    const sure: Inputs = {
      ...inputs,
      profile: { ...inputs.profile, gaps: [], confidence: { 'inference-api': 5 } },
    };
    const { source: without } = await scheduled(sure);
    const share = (s: typeof source) => {
      const of = (subject: string) =>
        s.cards
          .filter((c) => c.subject === subject)
          .reduce((sum, c) => sum + Math.max(...c.targets.map((t) => t.importance)), 0);
      return of('inference-api') / of('chat');
    };
    expect(share(source)).toBeGreaterThan(share(without) * 1.2);
  });

  it('keeps ids when the company is of another size', async () => {
    const { source: small } = await scheduled(atScale(inputsOf(join(root, 'data/sample')), '500K users'));
    const ids = new Set(source.cards.map((c) => c.id));
    const kept = small.cards.filter((c) => ids.has(c.id));
    expect(kept.length / small.cards.length).toBeGreaterThan(0.85);
  });
});

describe('material', async () => {
  const { source } = await scheduled(inputsOf(join(root, 'data/sample')));
  it('reads each guide in parts that fit a sitting', () => {
    const parts = source.material.filter((m) => m.kind === 'read' && m.round === 'design-1');
    expect(parts.length).toBeGreaterThan(3);
    for (const m of parts) expect(m.minutes).toBeLessThanOrEqual(30);
  });
  it('holds every kind of practice', () => {
    const kinds = new Set(source.material.map((m) => m.kind));
    for (const kind of [
      'read',
      'breadth',
      'estimate',
      'schema',
      'dive',
      'mock',
      'whiteboard',
      'story',
      'postmortem',
      'feedback',
      'build',
      'rapid-fire',
      'cheat-sheet',
      'refresher',
    ])
      expect(kinds, kind).toContain(kind);
  });
  it('tells stories only where a culture round hears them', async () => {
    const inputs = inputsOf(join(root, 'data/sample'));
    const rounds = inputs.loop.rounds.filter((r) => r.kind !== 'behavioral');
    const { source: design } = await scheduled({ ...inputs, loop: { ...inputs.loop, rounds } });
    expect(design.material.filter((m) => m.kind === 'story')).toEqual([]);
  });
});
