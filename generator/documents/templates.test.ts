import { describe, expect, it } from 'vitest';
import { fixture } from '../fixtures/candidate.ts';
import { inputsOf, packOf } from '../fixtures/composed.ts';
import { checkTemplate, checkTemplates, expand } from './expand.ts';
import { toHtml } from './to-html.ts';

const pack = packOf(inputsOf(fixture('storage-alone')));
const [guide] = pack.guides;
if (!guide) throw new Error('no guide');
const render = (text: string) =>
  toHtml(expand({ file: 'templates/guide.md', text }, { pack, guide, diagrams: new Map() }));

describe('an unknown directive', () => {
  it('is a fault at its line, with the nearest known one', () => {
    expect(
      checkTemplate({ file: 'templates/guide.md', text: '## Title\n\nWords.\n\n::qestions{top=8}\n' }),
    ).toEqual([
      {
        severity: 'error',
        file: 'templates/guide.md',
        line: 5,
        column: 1,
        found: 'the unknown directive "::qestions"',
        expected: 'a directive that CONTRIBUTING.md lists',
        mend: 'Did you mean "questions"?',
      },
    ]);
  });

  it('in a container or a list is found, too', () => {
    const text = ':::panle\nx\n:::\n\n- a\n\n  ::pacng\n';
    expect(checkTemplate({ file: 't.md', text }).map((d) => d.line)).toEqual([1, 7]);
  });

  it('named like a property of every object is unknown', () => {
    expect(checkTemplate({ file: 't.md', text: '::constructor\n' })).toHaveLength(1);
  });

  it('is found in every template', () => {
    const templates = new Map(
      ['guide', 'overview'].map((name) => [name, { file: `${name}.md`, text: '::nothing\n' }]),
    );
    expect(checkTemplates(templates).map((d) => d.file)).toEqual(['guide.md', 'overview.md']);
  });

  it('in running text stays text', () => {
    expect(
      render('At 10:15 the user:event came, :constructor too, a ratio of 10:1 and :smile[x]{y=1}.'),
    ).toBe('<p>At 10:15 the user:event came, :constructor too, a ratio of 10:1 and :smile[x]{y=1}.</p>');
  });
});

describe('a page break', () => {
  const told = (text: string) => checkTemplate({ file: 't.md', text }).map((d) => [d.line, d.found]);

  it('has a title, and an id of its own unless it is the first', () => {
    expect(told('::page{title="Design"}\n\nx\n\n::page{id=depth title="In depth"}\n\ny\n')).toEqual([]);
    expect(told('::page{id=depth}\n')).toEqual([[1, 'a page without a title']]);
    expect(told('::page{id=a title=A}\n\n::page{title=B}\n')).toEqual([[3, 'the page "B" without an id']]);
    expect(told('::page{id=a title=A}\n\n::page{id=a title=B}\n')).toEqual([
      [3, 'the page id "a" a second time'],
    ]);
    expect(told('::page{id="../up" title=A}\n')).toEqual([[1, 'the page id "../up"']]);
    expect(told(':::page{id=a title=A}\nx\n:::\n')).toEqual([[1, 'a page that encloses something']]);
  });
});

describe('a known directive', () => {
  it('in running text becomes its words', () => {
    expect(render('Hello :company, :minutes minutes for a :level engineer.')).toBe(
      '<p>Hello Fernwick, 60 minutes for a staff engineer.</p>',
    );
    expect(render('## :minutes minutes\n\nx')).toContain('60 minutes</h2>');
  });

  it('gives a block where it stands', () => {
    expect(render('Before.\n\n::pacing\n\nAfter.')).toMatch(
      /^<p>Before\.<\/p>\s*<div class="table pacing"[\s\S]*<p>After\.<\/p>$/,
    );
  });
});

describe('sections', () => {
  it('that come out empty take their headings with them, also the ones above', () => {
    expect(render('## A\n\n### B\n\n::bio-warnings\n\n## C\n\nWords.')).toBe(
      '<h2 id="c">C</h2>\n<p>Words.</p>',
    );
  });

  it('with the same title get ids of their own', () => {
    expect(render('## Same\n\nx\n\n## Same\n\ny')).toMatch(/id="same"[\s\S]*id="same-2"/);
  });
});
