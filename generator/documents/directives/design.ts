/** High-level design: components in the order to describe them, the drawing, flows; data model and HTTP contract. */
import type { PhrasingContent } from 'mdast';
import type { Api, Architecture } from '../../model/problem.ts';
import { type Context, type Directive, evaluatedOf, problemOf } from '../context.ts';
import {
  block,
  classed,
  code,
  codeBlock,
  details,
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
import { phrase, prose } from '../prose.ts';

export const components: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem?.depth) return [];
  const say = (words: string) => phrase(words, problem.evaluated);
  return [
    list(
      problem.depth.architecture.components.map((c) => [
        paragraph(
          strong(c.name),
          ' ',
          span('tag', c.layer),
          ...(c.stateful ? [text(' '), span('tag hot', 'stateful')] : []),
          ' ',
          ...say(c.role),
        ),
        classed('why', span('label', 'A box of its own'), ' ', ...say(c.why)),
      ]),
      { ordered: true, className: 'components' },
    ),
  ];
};

/** Wide drawing for a desk, tall one for a phone; the flow below says the same in words. */
export const diagram: Directive = (context) => {
  const drawn = context.diagrams.get(problemOf(context)?.id ?? '');
  if (!drawn) return [];
  return [
    block('figure', { className: 'architecture', 'data-pagefind-ignore': 'all' }, [
      block('div', { className: 'wide' }, [drawn.wide]),
      block('div', { className: 'tall' }, [drawn.tall]),
    ]),
  ];
};

export const flows: Directive = (context) => {
  const problem = problemOf(context);
  const architecture = problem?.depth?.architecture;
  if (!problem || !architecture) return [];
  return architecture.flows.flatMap((flow): Flow[] => [
    heading(4, `flow-${flow.id}`, flow.title, ...(flow.hot ? [' ', span('tag hot', 'hot path')] : [])),
    list(
      flow.steps.map((s) => [
        paragraph(
          strong(nameOf(architecture, s.from)),
          ' → ',
          strong(nameOf(architecture, s.to)),
          ': ',
          ...phrase(s.does, problem.evaluated),
        ),
      ]),
      { ordered: true, className: 'flow' },
    ),
  ]);
};

export function nameOf(architecture: Architecture, id: string): string {
  return architecture.components.find((c) => c.id === id)?.name ?? id;
}

/** Under headings of the given depth: tables with keys, sample rows, the query each serves, and why this and not that. */
export function dataModel(context: Context, depth: 3 | 4 = 4): Flow[] {
  const problem = problemOf(context);
  const sheet = problem?.depth;
  if (!problem || !sheet) return [];
  const say = (words: string) => phrase(words, problem.evaluated);
  return sheet.schema.tables.flatMap((t): Flow[] => {
    const first = t.sampleRows[0] ?? {};
    const columns = Object.keys(first);
    return [
      heading(depth, `table-${t.id}`, code(t.id), ' ', span('tag', nameOf(sheet.architecture, t.store))),
      paragraph(...say(t.purpose)),
      table(
        ['Column', 'Type', 'Key', 'Note'],
        t.columns.map((c) => [
          [code(c.name)],
          [text(c.type), ...(c.bytes ? [text(' · '), ...say(c.bytes)] : [])],
          [text(keyRole(c.name, t.partitionKey, t.clusteringKey))],
          [...(c.note ? say(c.note) : []), ...(c.mutable ? [text(' '), span('tag', 'changes')] : [])],
        ]),
        'columns',
      ),
      paragraph(
        strong('Partition key'),
        ' ',
        ...codes(t.partitionKey),
        ...(t.clusteringKey.length > 0
          ? [text('; '), strong('ordered by'), text(' '), ...codes(t.clusteringKey)]
          : []),
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

function keyRole(column: string, partition: readonly string[], clustering: readonly string[]): string {
  if (partition.includes(column)) return 'partition';
  return clustering.includes(column) ? 'order' : '';
}

/** The whole HTTP contract, under headings of the given depth. */
export function apiContract(context: Context, depth: 3 | 4 = 4): Flow[] {
  const problem = problemOf(context);
  const api = problem?.depth?.api;
  if (!problem || !api) return [];
  const say = (words: string) => phrase(words, problem.evaluated);
  return [
    list(
      [
        [paragraph(strong('Style'), ' ', ...say(api.style))],
        [paragraph(strong('Versions'), ' ', ...say(api.versioning))],
        [paragraph(strong('Authentication'), ' ', ...say(api.auth))],
        [paragraph(strong('Limits'), ' ', ...say(api.limits))],
      ],
      { className: 'facts' },
    ),
    ...api.endpoints.flatMap((e) => endpoint(e, say, depth)),
  ];
}

function endpoint(
  e: Api['endpoints'][number],
  say: (words: string) => PhrasingContent[],
  depth: 3 | 4,
): Flow[] {
  const headers = (list: typeof e.requestHeaders) => list.map((h) => `${h.name}: ${h.value}`);
  const request = [
    `${e.method} ${e.path}`,
    ...headers(e.requestHeaders),
    ...(e.requestBody ? ['', e.requestBody.trim()] : []),
  ].join('\n');
  const responses = e.responses.flatMap((r): Flow[] => [
    paragraph(strong(r.status), ' ', ...say(r.when)),
    ...(r.body || r.headers.length > 0
      ? [
          codeBlock(
            'http',
            [
              ...headers(r.headers),
              ...(r.headers.length > 0 && r.body ? [''] : []),
              ...(r.body ? [r.body.trim()] : []),
            ].join('\n'),
          ),
        ]
      : []),
  ]);
  const notes = e.requestHeaders.filter((h) => h.why);
  return [
    heading(depth, `endpoint-${e.id}`, code(`${e.method} ${e.path}`)),
    paragraph(...say(e.purpose)),
    codeBlock('http', request),
    ...(notes.length > 0
      ? [list(notes.map((h) => [paragraph(code(h.name), ': ', ...say(h.why ?? ''))]))]
      : []),
    ...responses,
    ...(e.stream
      ? [
          paragraph(strong(`Stream (${e.stream.protocol}).`), ' ', ...say(e.stream.resume)),
          table(
            ['Event', 'Data', 'When'],
            e.stream.events.map((v) => [[code(v.event)], [code(v.data)], say(v.when)]),
          ),
        ]
      : []),
    ...(e.errors.length > 0
      ? [
          table(
            ['Status', 'Code', 'When', 'Retry?', 'The client'],
            e.errors.map((x) => [
              [text(x.status)],
              [code(x.code)],
              say(x.when),
              [text(x.retriable ? 'yes' : 'no')],
              say(x.client),
            ]),
            'errors',
          ),
        ]
      : []),
    ...(e.idempotency ? [paragraph(strong('Idempotency.'), ' ', ...say(e.idempotency))] : []),
    ...(e.pagination ? [paragraph(strong('Pagination.'), ' ', ...say(e.pagination))] : []),
  ];
}

export const dataModelSection: Directive = (context) => dataModel(context, 3);
export const apiSection: Directive = (context) => apiContract(context, 3);

/** Remove a box, double an arrow: what breaks, what saturates. */
export const removeABox: Directive = (context) => {
  const architecture = problemOf(context)?.depth?.architecture;
  if (!architecture) return [];
  const evaluated = evaluatedOf(context);
  return [
    details(
      { className: 'drill', open: true },
      ['Remove a box'],
      [
        table(
          ['Without', 'this breaks'],
          architecture.components
            .filter((c) => c.layer !== 'client')
            .map((c) => [[strong(c.name)], phrase(c.whenRemoved, evaluated)]),
        ),
      ],
    ),
    details(
      { className: 'drill', open: true },
      ['Double an arrow'],
      [
        table(
          ['At twice the load on', 'this saturates'],
          architecture.edges.map((e) => [
            [text(`${nameOf(architecture, e.from)} → ${nameOf(architecture, e.to)}`)],
            phrase(e.whenDoubled, evaluated),
          ]),
        ),
      ],
    ),
  ];
};

/** A named section of the sheet. */
export const section: Directive = (context, { name }) => {
  const problem = problemOf(context);
  const found = Object.entries(problem?.sections ?? {}).find(([heading]) => heading === name)?.[1];
  return problem && found ? prose(found, problem.evaluated) : [];
};

/** What one of the target level recognizes at once; for lower targets the staff view is folded. */
export const levelView: Directive = (context) => {
  const problem = problemOf(context);
  if (!problem) return [];
  const senior = problem.sections['What a senior sees'];
  const staff = problem.sections['What a staff candidate sees'];
  const { level } = context.pack.candidate;
  const above = context.guide !== undefined && (level === 'mid' || level === 'senior');
  const seniorTitle =
    level === 'mid'
      ? 'What a senior engineer recognizes: aim here'
      : 'What a senior engineer recognizes at once';
  return [
    ...(senior ? [heading(3, 'senior-sees', seniorTitle), ...prose(senior, problem.evaluated)] : []),
    ...(staff && above
      ? [
          details(
            { className: 'dive' },
            [`${level === 'mid' ? 'Two levels up' : 'One level up'}: what a staff engineer adds`],
            prose(staff, problem.evaluated),
          ),
        ]
      : []),
    ...(staff && !above
      ? [heading(3, 'staff-sees', 'What a staff engineer adds'), ...prose(staff, problem.evaluated)]
      : []),
  ];
};
