import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lensIds } from '../model/ids.ts';
import { compileSignals } from './compile.ts';
import { bios } from './fixtures/bios.ts';
import { lenses, technologies } from './fixtures/knowledge.ts';
import { readBio } from './read.ts';

const index = compileSignals({ lenses, technologies });
const ids = (bio: string) => readBio(bio, index).lenses.map((lens) => lens.id);
const evidenceIn = (bio: string) => readBio(bio, index).lenses.flatMap((lens) => lens.evidence);
const strength = (bio: string, id: string) =>
  (readBio(bio, index).lenses.find((lens) => lens.id === id)?.evidence ?? []).reduce(
    (sum, e) => sum + e.contribution,
    0,
  );

describe('reads invented bios as a careful reader would', () => {
  it.each(bios)('$theme', ({ bio, leads, without = [] }) => {
    const found = ids(bio);
    expect(found.slice(0, leads.length)).toEqual(leads);
    if (leads.length === 0) expect(found).toEqual([]);
    for (const lens of without) expect(found).not.toContain(lens);
  });
});

describe('quotes', () => {
  it('are the clause that holds the signal, without its bullet', () => {
    expect(evidenceIn('- 🔭 I lead the storage engine team\n- I cook').map((e) => e.quote)).toEqual([
      'I lead the storage engine team',
    ]);
    expect(evidenceIn('Not a database person; I maintain the write-ahead log.').map((e) => e.quote)).toEqual([
      'I maintain the write-ahead log.',
    ]);
  });

  it('name every signal of a sentence once for a lens', () => {
    const [first, ...rest] = readBio('I maintain RocksDB and its compaction.', index).lenses.flatMap(
      (lens) => lens.evidence,
    );
    expect(first?.signal).toBe('compaction, RocksDB');
    expect(rest).toEqual([]);
  });

  it('stay within 160 characters at word boundaries', () => {
    const long = `${'very '.repeat(60)}long talk of compaction ${'and more '.repeat(60)}`;
    const [evidence] = evidenceIn(long);
    expect(evidence?.quote.length).toBeLessThanOrEqual(160);
    expect(evidence?.quote).toMatch(/^very .*compaction.* (and|more)$/);
  });

  it('take in a whole link or bold stretch', () => {
    expect(evidenceIn('**Storage engine** work, mostly.')[0]?.quote).toBe('**Storage engine** work, mostly.');
  });

  it('keep their place in a file that has front matter', () => {
    const file = '---\nname: Someone Invented\n---\n\r\nI maintain RocksDB.\r\n';
    const at = file.indexOf('\r\nI');
    const [evidence] = readBio(file.slice(at), index, at).lenses[0]?.evidence ?? [];
    expect(evidence && file.slice(evidence.start, evidence.end)).toBe('I maintain RocksDB.');
  });
});

describe('weights', () => {
  it('add up to 1, strongest first', () => {
    for (const { bio } of bios) {
      const weights = readBio(bio, index).lenses.map((lens) => lens.weight);
      if (weights.length > 0) expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 9);
      expect(weights).toEqual([...weights].sort((a, b) => b - a));
    }
  });

  it('rise from a mention to use, to building, to creation', () => {
    const said = ['I like RocksDB.', 'I use RocksDB.', 'I operate RocksDB.', 'I created RocksDB.'];
    const strengths = said.map((bio) => strength(bio, 'storage'));
    expect(strengths).toEqual([...strengths].sort((a, b) => a - b));
    expect(new Set(strengths).size).toBe(4);
  });

  it('rise with years and fall with the past', () => {
    const plain = strength('I operate RocksDB.', 'storage');
    expect(strength('I have operated RocksDB for eight years.', 'storage')).toBeGreaterThan(plain);
    expect(strength('Formerly I operated RocksDB.', 'storage')).toBeLessThan(plain);
    expect(strength('I operated RocksDB ten years ago.', 'storage')).toBeLessThan(plain);
  });

  it('count a technology that comes back a third as much', () => {
    const once = strength('I run RocksDB.', 'storage');
    expect(strength('I run RocksDB. I run RocksDB.', 'storage')).toBeCloseTo(once * (1 + 1 / 3));
  });

  it('break ties in the order of the lenses', () => {
    const tied = compileSignals({
      lenses: [],
      technologies: [
        {
          name: 'Both',
          aliases: [],
          category: 'x',
          case: 'any',
          limits: [],
          lenses: { reliability: 1, storage: 1 },
        },
      ],
    });
    expect(readBio('I run Both.', tied).lenses.map((lens) => lens.id)).toEqual(['storage', 'reliability']);
  });
});

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '\r\n',
    '\n\n',
    '> ',
    '- ',
    '**',
    '`',
    '[',
    '](',
    '![',
    '<div>',
    '-->',
    '```',
    '\uFEFF',
    '\u200B',
    '👩‍💻',
    '\uD83D',
    '&amp;',
    '\t',
    '\\',
  ),
  fc
    .tuple(fc.constantFrom(...bios), fc.nat(400), fc.nat(200))
    .map(([{ bio }, from, size]) => bio.slice(from, from + size)),
);

describe('any text', () => {
  it('is read without a fault, with verbatim quotes and known lenses', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), fc.string({ maxLength: 20 }), (parts, front) => {
        const bio = parts.join('');
        const file = front + bio;
        const reading = readBio(bio, index, front.length);
        for (const { id, weight, evidence } of reading.lenses) {
          expect(lensIds).toContain(id);
          expect(weight).toBeGreaterThan(0);
          expect(evidence.length).toBeGreaterThan(0);
          for (const { quote, start, end } of evidence) {
            expect(quote).toBe(file.slice(start, end));
            expect(quote.trim()).not.toBe('');
          }
        }
        for (const { start, end } of reading.warnings) {
          expect(start).toBeGreaterThanOrEqual(front.length);
          expect(end).toBeLessThanOrEqual(file.length);
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 400 },
    );
  });
});
