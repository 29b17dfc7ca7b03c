/** Ten thousand texts that nobody wrote: each is a value or located faults, none a crash or a hang. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFrame } from '../code-frame.ts';
import { type Diagnostic, formatDiagnostic } from '../diagnostics.ts';
import { candidateFolder, goodBio, goodLoop, goodProfile } from '../fixtures/candidate.ts';
import { faultsOf } from '../fixtures/faults.ts';
import { knowledge } from '../fixtures/knowledge.ts';
import { interviewerFrontMatter } from '../model/interviewer.ts';
import { loopSchema } from '../model/loop.ts';
import { profileSchema } from '../model/profile.ts';
import { crossCheck } from './cross-check.ts';
import { readFrontMatter } from './front-matter.ts';
import { findHidden } from './hidden-characters.ts';
import { loadCandidate } from './load-candidate.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml-source.ts';

const slow = 120_000;

const scraps = [
  ...['name', 'target', 'confidence', 'rounds', 'notes', 'availability', 'timeZone', '__proto__: ', 'date: '],
  ...[
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n- ',
    '- ',
    '? ',
    '---',
    '---\n',
    '--- js\n',
    '...',
    '{',
    '}',
    '[',
    ']',
    ', ',
  ],
  ...[
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '!!js ',
    '!!binary ',
    '!t ',
    '%YAML 1.2',
    '<<: ',
    '#',
    '\t',
    '\r\n',
    '\r',
  ],
  ...[
    '\uFEFF',
    '\0',
    '\u001b',
    '😀',
    '\ud83d',
    '\u202e',
    '\u200b',
    '"\\ud800"',
    '\\x00',
    '2026-12-18',
    '02:30',
  ],
  ...[
    '1e9',
    '1e400',
    '.inf',
    '.nan',
    '0x1F',
    '0900',
    '-1',
    '~',
    'null',
    'true',
    'x'.repeat(300),
    '['.repeat(70),
  ],
];
const scrap = fc.oneof(
  fc.constantFrom(...scraps),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const yamlish = fc.array(scrap, { maxLength: 40 }).map((parts) => parts.join(''));

/** A good file with a few stretches of it replaced. */
const spliced = (good: string) =>
  fc
    .array(fc.tuple(fc.nat(good.length), fc.nat(12), fc.oneof(scrap, fc.constant(''))), {
      minLength: 1,
      maxLength: 4,
    })
    .map((cuts) =>
      cuts.reduce((text, [at, length, by]) => text.slice(0, at) + by + text.slice(at + length), good),
    );

/** A good file with its lines in another order, some left out and some twice. */
const shuffled = (good: string) =>
  fc.array(fc.constantFrom(...good.split('\n')), { maxLength: 16 }).map((lines) => lines.join('\n'));

const word = fc.constantFrom(
  ...scraps,
  'id',
  'title',
  'kind',
  'start',
  'end',
  'interviewers',
  'reported',
  'level',
  'mid',
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.oneof(word, fc.double(), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 5 }),
  ),
}));
const json = tree.map((value) => JSON.stringify(value) ?? '');
const texts = (good: string) => fc.oneof(spliced(good), spliced(good), shuffled(good), yamlish, json);

function expectLocated(faults: readonly Diagnostic[], text: string): void {
  const count = text.split('\n').length;
  for (const d of faults) {
    expect(d.line).toBeGreaterThanOrEqual(1);
    expect(d.line).toBeLessThanOrEqual(count);
    expect(d.column).toBeGreaterThanOrEqual(1);
    for (const part of [d.found, d.expected, d.mend]) expect(part.trim()).not.toBe('');
    expect(formatDiagnostic(d).split('\n')).toHaveLength(2);
    codeFrame(text, d);
  }
}

describe('any text', () => {
  const files = [
    ['profile.yaml', goodProfile, profileSchema],
    ['loop.yaml', goodLoop, loopSchema],
  ] as const;

  it.each(files)(
    'for %s is a value or located faults',
    (file, good, schema) => {
      fc.assert(
        fc.property(texts(good), (text) => {
          const { source, diagnostics } = readYaml(file, text);
          expect(source === undefined).toBe(diagnostics.length > 0);
          const read = source && validate(source, schema);
          expectLocated(source && read ? [...read.diagnostics, ...findHidden(source)] : diagnostics, text);
          if (!source || !read) return;
          const isLoop = file === 'loop.yaml';
          const cross = crossCheck({
            profile: isLoop ? undefined : (read.draft as never),
            loop: isLoop ? (read.draft as never) : undefined,
            interviewers: [],
            interviewerIds: ['k-ostrander'],
            knowledge,
            sources: { profile: isLoop ? undefined : source, loop: isLoop ? source : undefined },
            today: '2026-11-21',
          });
          expectLocated(cross, text);
        }),
        { numRuns: 3700 },
      );
    },
    slow,
  );

  it(
    'for an interviewer is front matter and a body at its place, or located faults',
    () => {
      fc.assert(
        fc.property(texts(goodBio), (text) => {
          const { source, body, bodyOffset, diagnostics } = readFrontMatter('interviewers/a.md', text);
          expect(text.slice(bodyOffset)).toBe(body);
          const faults = source ? validate(source, interviewerFrontMatter).diagnostics : diagnostics;
          expectLocated(faults, text);
        }),
        { numRuns: 2500 },
      );
    },
    slow,
  );
});

it(
  'a whole candidate of any bytes comes back as faults or as itself',
  () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      yamlish.map((text) => Buffer.from(text)),
    );
    const or = (good: string) => fc.oneof(bytes, spliced(good), fc.constant(good));
    fc.assert(
      fc.property(or(goodProfile), or(goodLoop), or(goodBio), (profile, loop, bio) => {
        const files = { 'profile.yaml': profile, 'loop.yaml': loop, 'interviewers/k-ostrander.md': bio };
        for (const d of faultsOf(files)) {
          expect(d.file).not.toBe('');
          expect(d.mend).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  },
  slow,
);

it('a candidate of nothing but noise is never taken for one', () => {
  fc.assert(
    fc.property(yamlish, yamlish, yamlish, (profile, loop, bio) => {
      const dir = candidateFolder({
        'profile.yaml': profile,
        'loop.yaml': loop,
        'interviewers/k-ostrander.md': bio,
      });
      expect(loadCandidate(dir, dir).diagnostics).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});
