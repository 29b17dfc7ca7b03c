/** A private field may say what the pack says anyway; what only it says must be nowhere. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { candidateFolder, fixture, goodProfile, root } from '../fixtures/candidate.ts';
import { panelprep } from '../fixtures/command-line.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import type { Profile } from '../model/profile.ts';
import { leaksIn, privateTexts, sayLeak } from './leaks.ts';
import { programTexts, publicTexts, saidIn, wordsOf } from './public-words.ts';

const work = mkdtempSync(join(tmpdir(), 'public-words-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const inputs = inputsOf(fixture('private-words'));
const open = [...publicTexts(inputs, packOf(inputs).panel), ...programTexts(root)];
const secret = (changed: Partial<Profile>) =>
  privateTexts(
    { ...inputs.profile, ...changed },
    saidIn(() => open),
  );

describe('a private field', () => {
  it.each(['Postgres', 'The quiet migration', 'He maintains the storage engine', 'Sunday', 'Kaj Ostrander'])(
    'that says %j is not looked for',
    (text) => {
      expect(secret({ contact: undefined, summary: text, notes: text })).toEqual([]);
    },
  );

  it('with a canary is looked for, and so is the contact, whatever else is said', () => {
    expect(secret({}).map((t) => t.field)).toEqual([
      '`contact.email` of profile.yaml',
      '`contact.phone` of profile.yaml',
      '`summary` of profile.yaml',
      '`notes` of profile.yaml',
    ]);
    expect(secret({ contact: { email: 'Postgres' } })[0]?.text).toBe('Postgres');
  });

  it('stops what holds its canary, and is named', () => {
    const texts = secret({ notes: 'Postgres; canary lunch on Sunday' });
    const leaks = leaksIn(['a.md'], () => Buffer.from('Postgres; canary lunch on Sunday'), texts);
    expect(leaks.map(sayLeak).join()).toMatch(/^a\.md holds 32 characters of `notes` of profile\.yaml/);
  });
});

it('is not what the tests and fixtures say, nor the rest of a bio', () => {
  const words = wordsOf(open.join('\n'));
  const kept = ['canary summary', 'canary notes', 'canary phone', 'canary hobby', 'long walks'];
  expect(kept.filter((text) => words.includes(text))).toEqual([]);
});

it('lets a pack through whose notes name a technology and whose summary is the role', () => {
  const dir = candidateFolder({
    'profile.yaml': `${goodProfile.replace('level: staff', 'level: staff, role: Staff Engineer')}summary: Staff Engineer\nnotes: Postgres\n`,
  });
  const ran = panelprep(['export', dir, '--to', join(work, 'vault'), '--today', '2026-11-21']);
  expect(ran.err).not.toContain('private');
  expect(ran.code).toBe(0);
});
