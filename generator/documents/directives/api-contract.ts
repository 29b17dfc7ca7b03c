/** The whole HTTP contract: endpoints with headers, bodies, errors, limits. */
import type { PhrasingContent } from 'mdast';
import type { Api } from '../../model/problem.ts';
import { type Context, type Directive, problemOf } from '../context.ts';
import { code, codeBlock, type Flow, heading, list, paragraph, strong, table, text } from '../nodes.ts';
import { phrase } from '../prose.ts';

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

export const apiSection: Directive = (context) => apiContract(context, 3);
