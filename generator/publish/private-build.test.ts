/** A whole build of a candidate whose private fields hold canaries: none comes out, in files or in what is printed. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { panelprep } from '../fixtures/command-line.ts';
import { findLeaks, named } from './leaks.ts';

const work = mkdtempSync(join(tmpdir(), 'private-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const key = 'sk-canary-0123456789abcdefghij';
const canaries = [
  'canary-summary',
  'canary-email@example.org',
  'canary-phone',
  'canary-notes',
  'canary-hobby',
  'canary-home',
  'canary-link.example.org',
  key,
];

it('publishes no private word, in any of seven spellings, packed or not', () => {
  const out = join(work, 'site');
  const ran = panelprep(
    ['build', 'generator/fixtures/private-words', '--out', out, '--today', '2026-11-21'],
    {
      env: { ANTHROPIC_API_KEY: key, NODE_ENV: 'production', VITEST: undefined },
    },
  );
  expect(ran.code, ran.err).toBe(0);
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
  for (const name of [
    'calendar.ics',
    'deck.apkg',
    'schedule.json',
    'cards.json',
    'pagefind/pagefind-entry.json',
  ])
    expect(files).toContain(name);
  expect(findLeaks(out, named('a canary', canaries))).toEqual([]);
  expect(findLeaks(out, named('a name', ['Kaj Ostrander'])).length).toBeGreaterThan(3);
  for (const canary of canaries) expect(ran.out + ran.err).not.toContain(canary);
}, 180_000);
