import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf } from '../fixtures/composed.ts';
import { attribute, documentsOf, elementsOf, named, textOf } from '../fixtures/rendered.ts';

describe('a bio that tries to be more than text', async () => {
  const documents = await documentsOf(inputsOf(fixture('hostile-bio')));
  const elements = documents.flatMap((d) => elementsOf(d.html).map((e) => ({ e, path: d.meta.path })));
  const page = named(documents, 'interviewers-x-hostile');

  it('brings no element of its own', () => {
    const foreign = elements.filter(({ e }) =>
      ['script', 'iframe', 'img', 'style', 'object', 'embed', 'b', 'base', 'form'].includes(e.tagName),
    );
    expect(foreign.map(({ e, path }) => `${path} ${e.tagName}`)).toEqual([]);
  });

  it('brings no handler, style or scripted address', () => {
    const bad = elements.flatMap(({ e, path }) =>
      e.attrs
        .filter((a) => /^on|^style$/.test(a.name) || /javascript:/i.test(a.value))
        .map((a) => `${path} ${a.name}`),
    );
    expect(bad).toEqual([]);
    for (const { e } of elements) expect(attribute(e, 'href') ?? '/').toMatch(/^(\/|#|https?:)/);
  });

  it('is quoted as it was pasted, angle brackets and all', () => {
    const text = documents.map((d) => textOf(d.html)).join('\n');
    expect(text).toContain('::questions');
    expect(text).toContain('{peak_messages} `:company`');
    expect(text).toContain('Xenia <b onclick=alert(3)>Hostile</b>');
  });

  it('is no template: its directives are not followed', () => {
    expect(elementsOf(page.html).filter((e) => attribute(e, 'class') === 'question')).toEqual([]);
    expect(textOf(page.html)).not.toContain('Fernwick` and');
  });

  it('is no front matter: the person stays who they are', () => {
    expect(documents.map((d) => d.meta.title)).not.toContain('Somebody else');
  });

  it('that gives orders is shown as such and obeyed by nobody', () => {
    expect(elementsOf(page.html).some((e) => attribute(e, 'class')?.includes('warning'))).toBe(true);
    expect(documents.map((d) => d.html).join('')).not.toContain('ilse@');
  });

  it('makes no markup in Markdown files either', () => {
    for (const d of documents) {
      const prose = d.markdown.replace(/```[\s\S]*?```|`[^`\n]+`/g, '');
      expect(prose, d.meta.id).not.toMatch(/(?<!\\)<(script|img|iframe|b |a )/);
      expect(prose, d.meta.id).not.toMatch(/\]\(javascript:/);
    }
  });
});
