import { expect, test } from 'vitest';
import { type PageItem, readPages } from './page-columns.ts';

/** A run of text at a place; letters are half as wide as high. */
const at = (x: number, y: number, text: string, size = 10): PageItem => ({
  text,
  x,
  y,
  width: text.length * size * 0.5,
  size,
});

const column = (x: number, top: number, lines: readonly string[]) =>
  lines.map((line, i) => at(x, top - i * 12, line));

const left = [
  'Compaction is the part of a storage engine',
  'that nobody thanks. She has written three',
  'schedulers and thrown two of them away.',
  'The third one runs on every node.',
];
const right = [
  'Before that came nine years of ledgers, in',
  'which every cent had to reconcile before the',
  'morning, whatever the network did at night.',
  'She still counts rows for a living.',
];

test('equal columns are read one after the other, whatever the order in the file, under the title across them', () => {
  const items = [
    ...column(50, 700, left).flatMap((item, i) => [item, ...column(320, 700, right).slice(i, i + 1)]),
    at(50, 740, 'Hedda Brookmere, invented for this test, on storage and on ledgers', 18),
  ];
  const { text } = readPages([items.toReversed()]);
  expect(text).toBe(
    `# Hedda Brookmere, invented for this test, on storage and on ledgers\n\n${left.join(' ')}\n\n${right.join(' ')}`,
  );
});

test('a narrow side column comes after the main text of all pages', () => {
  const side = column(20, 700, ['Top Skills', 'Apache Kafka', 'Stream processing', 'Schema registries']);
  const { text } = readPages([[...side, ...column(200, 700, left)], column(200, 700, right)]);
  expect(text.indexOf('Before that came')).toBeGreaterThan(text.indexOf('Compaction is'));
  expect(text.indexOf('Top Skills')).toBeGreaterThan(text.indexOf('Before that came'));
});

test('dates at the right margin make no column', () => {
  const rows = [
    ['Staff Engineer, Fernwick', '2019 - present'],
    ['Senior Engineer, Harrowgate', '2015 - 2019'],
    ['Engineer, Brightloom Reporting', '2013 - 2015'],
    ['Intern, Brightloom Reporting', '2012 - 2013'],
  ].flatMap(([job = '', date = ''], i) => [at(50, 700 - i * 30, job), at(450, 700 - i * 30, date)]);
  expect(readPages([rows]).text).toBe(
    [
      'Staff Engineer, Fernwick · 2019 - present',
      'Senior Engineer, Harrowgate · 2015 - 2019',
      'Engineer, Brightloom Reporting · 2013 - 2015',
      'Intern, Brightloom Reporting · 2012 - 2013',
    ].join('\n\n'),
  );
});

test('bullets are a list, cut words are made whole, compounds keep their hyphen, page numbers go', () => {
  const lines = [
    '• Runs the repli-',
    'cation of ledgers',
    '• Built a multi-',
    'tenant scheduler',
    'Page 1 of 3',
  ];
  expect(readPages([column(50, 700, lines)]).text).toBe(
    '- Runs the replication of ledgers\n- Built a multi-tenant scheduler',
  );
});

test('printed profile addresses become links', () => {
  const { text, links } = readPages([
    [at(50, 700, 'See www.linkedin.com/in/hedda-invented (LinkedIn) for more')],
  ]);
  expect(links).toEqual(['https://www.linkedin.com/in/hedda-invented']);
  expect(text).not.toContain('linkedin');
});

test('a page without text is empty', () => {
  expect(readPages([[], [at(0, 0, '  ')]])).toEqual({ text: '', names: [], links: [] });
});
