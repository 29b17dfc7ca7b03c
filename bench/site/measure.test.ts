import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { changedPages, fileOf, layOut, withFrontMatter } from './documents.ts';
import { copiesOf, renamed } from './grow.ts';
import { optionsOf } from './options.ts';
import { parseStat } from './run.ts';
import { saySpread, spreadOf } from './statistics.ts';

it('takes three rounds of the sample unless told otherwise', () => {
  expect(optionsOf([])).toEqual({ rounds: 3 });
  expect(optionsOf(['--rounds', '5', '--pages', '300'])).toEqual({ rounds: 5, pages: 300 });
});

it.each(['0', '-1', '1.5', 'many', ''])('refuses "%s" rounds', (text) => {
  expect(() => optionsOf([`--rounds=${text}`])).toThrow(
    `--rounds: found "${text}", expected a whole number from 1`,
  );
});

it('refuses arguments that it does not know', () => {
  expect(() => optionsOf(['--round', '3'])).toThrow();
});

it('gives the middle, the least and the most', () => {
  expect(spreadOf([9, 1, 10])).toEqual({ median: 9, least: 1, most: 10 });
  expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
  expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7 });
  expect(spreadOf([])).toBeUndefined();
});

it('says a spread, a single sample and none', () => {
  expect(saySpread([3, 1, 2])).toBe('2.0 (1.0–3.0)');
  expect(saySpread([120.4], 0)).toBe('120');
  expect(saySpread([])).toBe('–');
});

it('keeps the Markdown byte for byte under a title that YAML reads', () => {
  const page = { path: '/a/', title: 'Say: "hello" # \\ here', markdown: '# One\n\ntext  \n' };
  const [, head, body] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(withFrontMatter(page)) ?? [];
  expect(parse(head ?? '')).toEqual({ title: page.title });
  expect(body).toBe(page.markdown);
});

it('puts a page where its address is', () => {
  expect(fileOf({ path: '/' })).toBe('index.md');
  expect(fileOf({ path: '/rounds/design-1/' })).toBe(join('rounds/design-1/index.md'));
});

it('leaves files alone that stay the same', () => {
  const dir = mkdtempSync(join(tmpdir(), 'panelprep-bench-test-'));
  const documents = (second: string) => ({
    diagrams: '',
    bytes: 0,
    pages: [
      { path: '/', title: 'One', markdown: 'one' },
      { path: '/two/', title: 'Two', markdown: second },
    ],
  });
  const [before, after] = [documents('two'), documents('changed')];
  const long = new Date(0);
  try {
    layOut(before, dir, (p) => p.markdown);
    for (const page of before.pages) utimesSync(join(dir, fileOf(page)), long, long);
    layOut(after, dir, (p) => p.markdown);
    expect(statSync(join(dir, 'index.md')).mtime).toEqual(long);
    expect(readFileSync(join(dir, 'two/index.md'), 'utf8')).toBe('changed');
    expect(changedPages(before, after)).toBe(1);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

it('copies problems and patterns in turn, and again when all were copied', () => {
  const copies = copiesOf({ problems: ['chat', 'payments'], patterns: ['saga.md'] }, 5);
  expect(copies.map((c) => c.id)).toEqual([
    'chat-copy-2',
    'saga-copy-2',
    'payments-copy-2',
    'chat-copy-3',
    'saga-copy-3',
  ]);
  expect(copies[1]).toMatchObject({ kind: 'patterns', from: 'saga.md' });
});

it('gives a copy its own id and title, and nothing else of it', () => {
  const text = '---\nid: chat\ntitle: "Chat: how"\n---\n\ntitle: stays\n';
  expect(renamed(text, 'chat-copy-2')).toBe(
    '---\nid: chat-copy-2\ntitle: "Chat: how (2)"\n---\n\ntitle: stays\n',
  );
});

it('reads session, time and memory of a process whose name has spaces and parentheses', () => {
  const fields = ['S', 1, 2, 42, ...Array(7).fill(0), 250, 50, ...Array(8).fill(0), 1000, 0];
  expect(parseStat(`7 (a ) b) ${fields.join(' ')}\n`)).toEqual({ session: 42, cpu: 3, memory: 4_096_000 });
});
