import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderDocuments } from '../documents/render.ts';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import type { Inputs } from '../model/inputs.ts';
import { keptPrints } from './kept-prints.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'prints-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const inputs = inputsOf(fixture('storage-alone'));
const [first] = inputs.interviewers;
if (!first) throw new Error('no interviewer');
/** The same loop with another sentence in the bio. */
const edited: Inputs = {
  ...inputs,
  interviewers: [
    { ...first, bio: `${first.bio}\n\nShe ran the on-call of a payments ledger for six years.` },
  ],
};
/** What is rendered, and how many of its pages were printed for it. */
const rendered = (from: Inputs, version = '1') => {
  const kept = keptPrints(dir, version);
  let printed = 0;
  const documents = renderDocuments(packOf(from), new Map(), from.templates, {
    get: kept.get,
    set: (...args) => {
      printed += 1;
      kept.set(...args);
    },
  });
  return { documents, printed };
};

describe('prints that were kept', () => {
  it('are what would be printed anew, and nothing is printed a second time', () => {
    const anew = renderDocuments(packOf(inputs), new Map(), inputs.templates);
    expect(rendered(inputs).documents).toEqual(anew);
    const again = rendered(inputs);
    expect(again.documents).toEqual(anew);
    expect(again.printed).toBe(0);
  });

  it('are left where an edit shows, and only there', () => {
    const all = rendered(inputs).printed;
    const { documents, printed } = rendered(edited);
    expect(documents).toEqual(renderDocuments(packOf(edited), new Map(), edited.templates));
    expect(printed).toBeGreaterThan(0);
    expect(printed).toBeLessThan(all / 2);
  });

  it('of another program are not used, nor those that somebody spoiled', () => {
    const all = rendered(inputs).printed;
    expect(rendered(inputs, '2').printed).toBe(all);
    const [spoiled = ''] = readdirSync(dir);
    writeFileSync(join(dir, spoiled), readFileSync(join(dir, spoiled), 'utf8').slice(0, 40));
    expect(rendered(inputs, '2').printed).toBe(1);
  });

  it('are made anew where they cannot be kept', () => {
    writeFileSync(join(dir, 'file'), '');
    const nowhere = keptPrints(join(dir, 'file', 'below'), '1');
    const documents = renderDocuments(packOf(inputs), new Map(), inputs.templates, nowhere);
    expect(documents.length).toBeGreaterThan(100);
  });
});
