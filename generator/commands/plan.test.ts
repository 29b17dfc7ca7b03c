/** `panelprep plan` from the outside. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../fixtures/candidate.ts';
import { panelprep } from '../fixtures/command-line.ts';
import type { Plan } from '../model/plan.ts';

const work = mkdtempSync(join(tmpdir(), 'panelprep-plan-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const jsonOf = (args: string[]): Plan => {
  const ran = panelprep(['plan', ...args, '--json']);
  expect(ran.code, ran.err).toBe(0);
  return JSON.parse(ran.out);
};

describe('the plan of the sample', () => {
  const plan = jsonOf(['data/sample']);

  it('keeps to its minutes and reaches what it promises', () => {
    expect(plan.expectedRecall).toBeGreaterThan(0.9);
    expect(plan.mustKnowBelow70).toBe(0);
    for (const d of plan.days) expect(d.minutes).toBeLessThanOrEqual(d.budget);
    expect(plan.days.flatMap((d) => d.items).filter((i) => i.kind === 'mock').length).toBeGreaterThan(2);
    expect(plan.days.at(-1)?.date).toBe('2026-12-18');
  });

  it('is written as a calendar, a deck, Markdown and JSON, and written over', () => {
    const files = ['.ics', '.apkg', '.md', '.json'].map((ending) => join(work, `plan${ending}`));
    const write = () => panelprep(['plan', 'data/sample', '--at', '07:15', '--out', ...files]);
    expect(write().code).toBe(0);
    const first = files.map((f) => readFileSync(f));
    expect(first[0]?.toString()).toContain('DTSTART;TZID=Europe/Berlin:20261123T071500');
    expect(first[1]?.subarray(0, 2).toString()).toBe('PK');
    expect(first[2]?.toString()).toMatch(/^# Plan for Quillstone\n/);
    expect(JSON.parse(first[3]?.toString() ?? '')).toEqual(plan);
    expect(write().code).toBe(0);
    expect(files.map((f) => readFileSync(f)).map((b, i) => b.equals(first[i] ?? Buffer.alloc(0)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('takes up a history', () => {
    const fresh = plan.days[0]?.items.flatMap((i) => i.fresh ?? []) ?? [];
    const events = fresh.map((card, i) => ({
      id: `a-${String(i).padStart(3, '0')}`,
      at: '2026-11-23T19:00:00.000Z',
      kind: 'review',
      card,
      grade: 3,
      seconds: 60,
    }));
    const file = join(work, 'history.json');
    const history = {
      format: 'panelprep-history',
      version: 1,
      pack: 'sample',
      exportedAt: '2026-11-23T20:00:00.000Z',
      events,
      checksum: '0'.repeat(64),
    };
    writeFileSync(file, JSON.stringify(history));
    const next = jsonOf(['data/sample', '--today', '2026-11-24', '--history', file]);
    const again = next.days.flatMap((d) => d.items.flatMap((i) => i.fresh ?? []));
    expect(again.filter((id) => fresh.includes(id))).toEqual([]);
    writeFileSync(file, JSON.stringify({ ...history, pack: 'other' }));
    expect(panelprep(['plan', 'data/sample', '--history', file])).toMatchObject({
      code: 2,
      err: expect.stringContaining('a history of the pack "other", expected one of sample'),
    });
    writeFileSync(file, '{"format": "panelprep');
    expect(panelprep(['plan', 'data/sample', '--history', file]).err).toContain('not complete JSON');
  });
});

it('two folders share the minutes', () => {
  const second = join(work, 'second');
  cpSync(join(root, 'data/sample'), second, { recursive: true });
  const loop = readFileSync(join(second, 'loop.yaml'), 'utf8').replace('2026-12-18', '2026-12-22');
  writeFileSync(join(second, 'loop.yaml'), loop);
  const plan = jsonOf(['data/sample', second]);
  for (const d of plan.days) expect(d.minutes).toBeLessThanOrEqual(d.budget);
  expect(plan.byRound.map((r) => r.round)).toEqual([
    'sample/design-1',
    'sample/design-2',
    'second/design-1',
    'second/design-2',
  ]);
  expect(plan.days.at(-1)?.date).toBe('2026-12-22');
});

it('says what is wrong with its arguments', () => {
  expect(panelprep(['plan', 'data/sample', '--out', 'plan.doc'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('one of .ics, .apkg, .md, .json'),
  });
  expect(panelprep(['plan', 'data/sample', '--at', '25:00']).code).toBe(2);
  expect(panelprep(['plan', 'data/nobody']).code).toBe(2);
});
