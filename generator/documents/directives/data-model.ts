/** Tables with keys, sample rows, the query each serves, and why this and not that. */
import type { PhrasingContent } from 'mdast';
import { type Context, type Directive, problemOf } from '../context.ts';
import {
  code,
  codeBlock,
  emphasis,
  type Flow,
  heading,
  list,
  paragraph,
  span,
  strong,
  table,
  text,
} from '../nodes.ts';
import { phrase } from '../prose.ts';
import { nameOf } from './design.ts';

/** Under headings of the given depth: tables with keys, sample rows, the query each serves, and why this and not that. */
export function dataModel(context: Context, depth: 3 | 4 = 4): Flow[] {
  const problem = problemOf(context);
  const sheet = problem?.depth;
  if (!problem || !sheet) return [];
  const say = (words: string) => phrase(words, problem.evaluated);
  return sheet.schema.tables.flatMap((t): Flow[] => {
    const first = t.sampleRows[0] ?? {};
    const columns = Object.keys(first);
    const relational = /postgres|sql/i.test(nameOf(sheet.architecture, t.store));
    return [
      heading(depth, `table-${t.id}`, code(t.id), ' ', span('tag', nameOf(sheet.architecture, t.store))),
      paragraph(...say(t.purpose)),
      table(
        ['Column', 'Type', 'Key', 'Note'],
        t.columns.map((c) => [
          [code(c.name)],
          [text(c.type), ...(c.bytes ? [text(' · '), ...say(c.bytes)] : [])],
          [text(keyRole(c.name, t.partitionKey, t.clusteringKey, relational))],
          [...(c.note ? say(c.note) : []), ...(c.mutable ? [text(' '), span('tag', 'changes')] : [])],
        ]),
        'columns',
      ),
      paragraph(
        ...(relational
          ? [strong('Primary key'), text(' '), ...codes([...t.partitionKey, ...t.clusteringKey])]
          : [
              strong('Partition key'),
              text(' '),
              ...codes(t.partitionKey),
              ...(t.clusteringKey.length > 0
                ? [text('; '), strong('ordered by'), text(' '), ...codes(t.clusteringKey)]
                : []),
            ]),
        ...(t.expiry ? [text('; '), strong('expires'), text(': '), ...say(t.expiry)] : []),
        '.',
      ),
      ...(t.indexes.length > 0
        ? [
            list(
              t.indexes.map((i) => [
                paragraph(strong('Index '), code(i.name), ' on ', ...codes(i.on), ': ', ...say(i.serves)),
              ]),
            ),
          ]
        : []),
      table(
        columns,
        t.sampleRows.map((row) => columns.map((c) => [code(row[c] ?? '')])),
        'sample',
      ),
      ...t.queries.flatMap((q): Flow[] => [
        paragraph(
          strong('Serves:'),
          ' ',
          ...say(q.serves),
          ...(q.rate ? [text(' ('), ...say(q.rate), text(')')] : []),
        ),
        codeBlock('sql', q.statement),
      ]),
      paragraph(strong('Hot partitions.'), ' ', ...say(t.hotPartition)),
      paragraph(strong('Why this.'), ' ', ...say(t.whyThis)),
      ...t.whyNot.map((w) =>
        paragraph(
          strong(`Why not ${w.instead}?`),
          ' ',
          emphasis('They push:'),
          ' ',
          ...say(w.pushback),
          ' ',
          emphasis('You answer:'),
          ' ',
          ...say(w.answer),
        ),
      ),
    ];
  });
}

const codes = (names: readonly string[]): PhrasingContent[] =>
  names.flatMap((n, i) => [...(i ? [text(', ')] : []), code(n)]);

function keyRole(
  column: string,
  partition: readonly string[],
  clustering: readonly string[],
  relational: boolean,
): string {
  if (relational) return partition.includes(column) || clustering.includes(column) ? 'primary' : '';
  if (partition.includes(column)) return 'partition';
  return clustering.includes(column) ? 'order' : '';
}

export const dataModelSection: Directive = (context) => dataModel(context, 3);
