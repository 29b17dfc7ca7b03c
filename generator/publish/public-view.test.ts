import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import { documentsOf, textOf } from '../fixtures/rendered.ts';
import { publicView } from './public-view.ts';

describe('what is published', async () => {
  const inputs = inputsOf(fixture('private-words'));
  const pack = packOf(inputs);
  const documents = await documentsOf(inputs);
  const view = JSON.stringify(publicView(pack, documents));
  const all = [view, ...documents.flatMap((d) => [d.html, d.markdown])].join('\n');

  it.each([
    'canary-email',
    'canary-phone',
    'canary-notes',
    'canary-summary',
    'canary-comment',
    'canary-hobby',
    'canary-home',
  ])('does not hold %s', (canary) => {
    expect(all).not.toContain(canary);
  });

  it('holds the bio only where it is quoted', () => {
    expect(all).not.toContain('long walks');
    expect(documents.map((d) => textOf(d.html)).join()).toContain(
      '“He maintains the storage engine at Fernwick',
    );
  });

  it('holds the names, the round and the story that the candidate tells', () => {
    expect(view).toContain('Kaj Ostrander');
    expect(all).toContain('The quiet migration');
  });

  it('gives times as instants', () => {
    const { loop, rounds } = publicView(pack, documents);
    expect(loop.startsAt).toBe('2026-12-18T15:00:00Z');
    expect(rounds.map((r) => r.endsAt)).toEqual(['2026-12-18T15:50:00Z', '2026-12-18T16:30:00Z']);
  });
});
