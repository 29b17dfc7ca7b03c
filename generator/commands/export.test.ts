/** The pack as a folder of Markdown, read as an editor reads it: by its links, its properties and its words. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { panelprep } from '../fixtures/command-line.ts';
import { findLeaks, named } from '../publish/leaks.ts';

const work = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const folder = join(work, 'vault');
const command = ['export', 'generator/fixtures/private-words', '--to', folder, '--today', '2026-11-21'];
const ran = panelprep(command);
const notes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.md'));
const textOf = (note: string) => readFileSync(join(folder, note), 'utf8');
const bodyOf = (note: string) => textOf(note).replace(/^---\n[\s\S]*?\n---\n/, '');
const treeOf = (note: string) => unified().use(remarkParse).use(remarkGfm).parse(bodyOf(note));

function headingsOf(note: string): string[] {
  const headings: string[] = [];
  visit(treeOf(note), 'heading', (node) => {
    let words = '';
    visit(node, (n) => {
      if (n.type === 'text' || n.type === 'inlineCode') words += n.value;
    });
    headings.push(
      words
        .replace(/[#|^:\\[\]]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  });
  return headings;
}

describe('the folder', () => {
  it('holds the guide, the sheet, the people, the bank, the plan and the deck', () => {
    expect(ran).toMatchObject({ code: 0 });
    expect(notes).toEqual(
      expect.arrayContaining([
        'overview.md',
        'schedule.md',
        'deck.md',
        'problems.md',
        'problems/chat.md',
        'pivots.md',
      ]),
    );
    expect(notes.filter((n) => n.startsWith('rounds/')).length).toBeGreaterThan(0);
  });

  it('has no link that leads nowhere, to a note, a heading or a drawing', () => {
    const wrong: string[] = [];
    let links = 0;
    for (const note of notes)
      visit(treeOf(note), (node) => {
        if ((node.type !== 'link' && node.type !== 'image') || /^[a-z]+:/.test(node.url)) return;
        links += 1;
        const [path = '', heading] = node.url.split('#').map(decodeURIComponent);
        const target = path === '' ? note : normalize(join(dirname(note), path));
        if (!existsSync(join(folder, target))) wrong.push(`${note}: ${node.url}`);
        else if (heading && !headingsOf(target).includes(heading)) wrong.push(`${note}: ${node.url}`);
      });
    expect(wrong).toEqual([]);
    expect(links).toBeGreaterThan(300);
  });

  it('says in its properties what each note is', () => {
    for (const note of notes) {
      const head = parse(/^---\n([\s\S]*?)\n---\n/.exec(textOf(note))?.[1] ?? '');
      expect(head, note).toMatchObject({
        title: expect.any(String),
        tags: [expect.stringMatching(/^panelprep\//)],
      });
    }
  });

  it('has no two dollar signs that an editor would take for a formula', () => {
    const outsideCode = notes.map((n) => bodyOf(n).replace(/```[\s\S]*?```|`[^`\n]*`/g, ''));
    expect(outsideCode.join('\n').match(/(?<!\\)\$\d/g)).toBeNull();
  });

  it('folds the answer of every card', () => {
    const cards = textOf('deck.md').match(/^> \[!question\]- \S.*\n> \S/gm) ?? [];
    expect(cards.length).toBeGreaterThan(50);
    expect(textOf('deck.md')).not.toMatch(/<data|<p>/);
  });

  it('holds no private word', () => {
    const canaries = named('a canary', ['canary-summary', 'canary-email@example.org', 'canary-notes']);
    expect(findLeaks(folder, canaries)).toEqual([]);
  });

  it('comes out the same again, and keeps what was changed by hand', () => {
    expect(panelprep(command).out).toContain(' 0 files written');
    writeFileSync(join(folder, 'overview.md'), 'my own words');
    const again = panelprep(command);
    expect(again.err).toContain('overview.md had your changes; they are in "overview (yours).md" now.');
    expect(textOf('overview (yours).md')).toBe('my own words');
  });
});

it('refuses a folder that holds other files', () => {
  const foreign = mkdtempSync(join(work, 'foreign-'));
  writeFileSync(join(foreign, 'thesis.md'), 'years of work');
  const refused = panelprep([
    'export',
    'generator/fixtures/private-words',
    '--to',
    foreign,
    '--today',
    '2026-11-21',
  ]);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain(
    'found a folder with files that no export wrote, expected a new or an empty folder',
  );
  expect(readdirSync(foreign)).toEqual(['thesis.md']);
});

it('leaves the PDF files of an earlier export, says so, and removes that of a sheet that is no more', () => {
  const to = join(work, 'with-pdf');
  const without = [...command.slice(0, 3), to, ...command.slice(4)];
  expect(panelprep(without).code).toBe(0);
  // As an export with --pdf leaves it: the files, and their hashes in the record.
  const record = join(to, '.panelprep-export.json');
  const { version, files } = JSON.parse(readFileSync(record, 'utf8'));
  const sheet = Object.keys(files).find((f) => /^cheat-sheet\/.*\.md$/.test(f)) ?? '';
  const pdf = sheet.replace(/md$/, 'pdf');
  for (const name of [pdf, 'cheat-sheet/gone.pdf']) {
    writeFileSync(join(to, name), '%PDF-');
    files[name] = createHash('sha256').update('%PDF-').digest('hex');
  }
  writeFileSync(record, JSON.stringify({ version, files }));
  const again = panelprep(without);
  expect(again.out).toContain(' 0 files written');
  expect(again.out).toContain(
    '1 removed.\n1 PDF file is of an earlier export and may be older than the sheets;',
  );
  expect(readFileSync(join(to, pdf), 'utf8')).toBe('%PDF-');
  expect(existsSync(join(to, 'cheat-sheet/gone.pdf'))).toBe(false);
  expect(Object.keys(JSON.parse(readFileSync(record, 'utf8')).files)).toContain(pdf);
});

it('says how to get a Chromium when there is none to print with, and writes the Markdown', () => {
  const to = join(work, 'without');
  const without = panelprep(
    ['export', 'generator/fixtures/private-words', '--to', to, '--pdf', '--today', '2026-11-21'],
    { env: { CHROMIUM_PATH: join(work, 'none') } },
  );
  expect(without.code).toBe(1);
  expect(without.err).toContain(
    'PDF files are printed by Chromium, and none was found: run "sudo apt-get install',
  );
  expect(existsSync(join(to, 'overview.md'))).toBe(true);
});
