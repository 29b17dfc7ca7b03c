/** A candidate whose every text is hostile: people, loop, profile, and a full problem, a pattern and a lens of their own. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { fitsProse, type Vector } from './vectors.ts';

const content = join(import.meta.dirname, '../../content');

/** Keys of the knowledge base under which a text stands; ids, formulas, quantities and conditions are left as they are. */
const texts = new Set(
  `title pitch tradeOff carriesOver what why text meaning role whenRemoved whenDoubled does style versioning auth purpose
  requestBody body code client idempotency pagination resume data note serves statement hotPartition whyThis instead pushback
  answer detection effect mitigation recovery sli whenBurning because strengths costs flipWhen question leadWith weakAnswer
  design breaksFirst fix premature chosen expiry oneLine first probe deeper edge source habit line tags defend concedeWhen tenfold failure
  listensFor tips ask mistake how topic situation signal soundsLike goal`.split(/\s+/),
);

/** Hands out texts in turn, over and over, so that each stands in many places. */
function inTurn(all: readonly string[]): () => string {
  let next = 0;
  return () => all[next++ % all.length] ?? '';
}

function spoil(value: unknown, key: string, hostile: () => string): unknown {
  if (typeof value === 'string') return texts.has(key) ? `${value} ${hostile()}` : value;
  if (Array.isArray(value)) return value.map((v) => spoil(v, key, hostile));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, spoil(v, k, hostile)]));
}

function spoilMarkdown(text: string, hostile: () => string): string {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const sections = body.split(/(?=^## )/m).map((part) => {
    if (!part.startsWith('## ')) return part;
    return [part.trimEnd(), ...Array.from({ length: 12 }, () => hostile()), 'The end.', ''].join('\n\n');
  });
  return `---\n${stringify(spoil(parse(head), '', hostile))}---\n${sections.join('\n')}`;
}

/** Writes the folder. Every third person leads a design round; the others sit in a culture round. */
export function writeHostilePack(dir: string, vectors: readonly Vector[]): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  const any = inTurn(vectors.map((v) => v.text));
  const inProse = inTurn(vectors.filter(fitsProse).map((v) => v.text));
  const people = Array.from({ length: Math.ceil(vectors.length / 12) }, (_, i) => `person-${i + 1}`);
  for (const id of people)
    write(
      `interviewers/${id}.md`,
      `---\n${stringify({ name: any(), role: any(), company: any(), links: [any()] })}---\n${[
        1, 2, 3, 4, 5, 6, 7, 8,
      ]
        .map(
          () =>
            `I maintain the storage engine and its compaction ${any()} and the replication of our shards.`,
        )
        .join('\n\n')}\n`,
    );
  const round = (n: number, kind: string, interviewers: string[], problem?: string) => ({
    id: `round-${n}`,
    title: `Round ${any()}`,
    kind,
    start: `${9 + n}:00`.padStart(5, '0'),
    end: `${9 + n}:50`.padStart(5, '0'),
    interviewers,
    ...(problem ? { reported: [{ problem, confidence: 0.9, source: any() }] } : {}),
  });
  const [a = '', b = '', ...rest] = people;
  write(
    'loop.yaml',
    stringify({
      company: { name: `Fernwick ${any()}`, domain: 'ai-lab', scale: { dau: '10M users' } },
      date: '2026-12-18',
      timeZone: 'America/New_York',
      asOf: '2026-12-01',
      rounds: [
        round(1, 'system-design', [a, b], 'chat'),
        round(2, 'system-design', [rest[0] ?? a], 'leaderboard'),
        round(3, 'behavioral', rest.slice(1)),
      ],
      note: any(),
    }),
  );
  write(
    'profile.yaml',
    stringify({
      name: `Ilse ${any()}`,
      target: { level: 'staff', role: any() },
      gaps: ['storage'],
      highlights: [0, 1, 2].map(() => ({
        title: any(),
        situation: any(),
        task: any(),
        action: any(),
        result: any(),
      })),
      availability: {
        timeZone: 'Europe/Berlin',
        minutesPerDay: { mon: 60, tue: 60, wed: 60, thu: 60, fri: 60 },
      },
    }),
  );
  const take = (path: string) => {
    const text = readFileSync(join(content, path), 'utf8');
    write(
      `content/${path}`,
      path.endsWith('.md') ? spoilMarkdown(text, inProse) : stringify(spoil(parse(text), '', inProse)),
    );
  };
  for (const problem of ['chat', 'leaderboard', 'rate-limiter'])
    for (const name of readdirSync(join(content, 'problems', problem), { recursive: true, encoding: 'utf8' }))
      if (/\.(md|yaml)$/.test(name)) take(`problems/${problem}/${name}`);
  for (const path of [
    'numbers.yaml',
    'mistakes.yaml',
    'signals.yaml',
    'communication.yaml',
    'lenses/storage.md',
  ])
    take(path);
  for (const name of readdirSync(join(content, 'patterns')).slice(0, 8)) take(`patterns/${name}`);
}
