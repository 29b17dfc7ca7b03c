import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, root } from '../fixtures/candidate.ts';
import { atScale, inputsOf } from '../fixtures/composed.ts';
import { attribute, documentsOf, elementsOf, textOf, wordsOf } from '../fixtures/rendered.ts';

const sample = inputsOf(join(root, 'data/sample'));

describe.each([
  ['the sample', sample],
  ['the sample at 500K users', atScale(sample, '500K users')],
  ['the sample at 500M users', atScale(sample, '500M users')],
  ['no bios', inputsOf(fixture('no-bios'))],
  ['a problem in breadth', inputsOf(fixture('breadth-only'))],
])('%s', async (_name, inputs) => {
  const documents = await documentsOf(inputs);
  const ids = new Map(
    documents.map((d) => [d.meta.path, elementsOf(d.html).flatMap((e) => attribute(e, 'id') ?? [])]),
  );

  it('has every id once in its document', () => {
    for (const [path, own] of ids)
      expect(
        own.filter((id, i) => own.indexOf(id) !== i),
        path,
      ).toEqual([]);
  });

  it('links only to pages and anchors that exist', () => {
    const broken = documents.flatMap((d) =>
      elementsOf(d.html).flatMap((e) => {
        const href = e.tagName === 'a' ? attribute(e, 'href') : undefined;
        if (href === undefined || /^https?:/.test(href)) return [];
        const [path = '', anchor] = href.split('#');
        const target = ids.get(path || d.meta.path);
        return target && (anchor === undefined || target.includes(anchor))
          ? []
          : [`${d.meta.path} → ${href}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('names sections in its contents that are there', () => {
    for (const d of documents)
      expect(ids.get(d.meta.path)).toEqual(expect.arrayContaining(d.meta.contents.map((c) => c.id)));
  });

  it('leaves no formula, slot, mark or Markdown unread', () => {
    const left = /\{[^}]*\}|\*\*[^*]+\*\*|`[^`]+`|\uE000|\uE001|^::|\bundefined\b|\bNaN\b|\[object /;
    const unread = documents.flatMap((d) =>
      wordsOf(d.html)
        .filter((w) => left.test(w))
        .map((w) => `${d.meta.path}: ${w}`),
    );
    expect(unread).toEqual([]);
  });

  it('has no heading without something under it', () => {
    const empty = documents.flatMap((d) => {
      const tags = [...d.html.matchAll(/<(\/?)([a-z][a-z0-9-]*)[^>]*>|[^<]+/g)];
      const headings = tags.flatMap((t, i) => (t[1] === '/' && /^h[2-5]$/.test(t[2] ?? '') ? [i] : []));
      return headings.flatMap((i) => {
        const next = tags.slice(i + 1).find((t) => t[0].trim() !== '');
        const depth = (name: string | undefined) => Number(/^h([2-5])$/.exec(name ?? '')?.[1] ?? 9);
        return next === undefined || depth(next[2]) <= depth(tags[i]?.[2]) ? [`${d.meta.path} ${i}`] : [];
      });
    });
    expect(empty).toEqual([]);
  });

  it('says the same in Markdown, without a tag', () => {
    for (const d of documents) {
      expect(d.markdown.startsWith(`# ${d.meta.title}\n`)).toBe(true);
      expect(d.markdown.replace(/```[\s\S]*?```|`[^`]+`/g, '')).not.toMatch(/<\/?(div|span|details|pp-)/);
    }
  });
});

describe('the sample', () => {
  it('says rounded numbers with ≈', async () => {
    const guide = (await documentsOf(sample)).find((d) => d.meta.id === 'rounds-design-1');
    expect(textOf(guide?.html ?? '')).toMatch(/≈\s[\d.,]+/);
  });

  it('is the same, byte for byte, when rendered again', async () => {
    const [a, b] = [await documentsOf(sample), await documentsOf(sample)];
    expect(JSON.stringify(a)).toBe(JSON.stringify(b));
  });
});

describe('no bios', () => {
  it('the guide and the panel say so', async () => {
    const documents = await documentsOf(inputsOf(fixture('no-bios')));
    const text = (id: string) => textOf(documents.find((d) => d.meta.id === id)?.html ?? '');
    expect(text('rounds-design-1')).toContain(
      'No bio of this round gives a technical signal. This is the general guide',
    );
    expect(text('interviewers-unknown-one')).toContain('no technical signal');
  });
});
