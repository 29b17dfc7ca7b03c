import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormulaFault } from './fault.ts';
import { parseFormula } from './parse.ts';

const declared = new Set(['dau', 'peak_writes', 'user', 'used']);
const parse = (text: string) => parseFormula(text, (name) => declared.has(name), [...declared]);

function literal(text: string) {
  const result = parse(text);
  if (!result.ok) throw new Error(`${text}: ${result.fault.message}`);
  if (result.value.kind !== 'literal') throw new Error(`${text} is a ${result.value.kind}`);
  return {
    value: result.value.quantity.value,
    of: result.value.quantity.dimensions,
    unit: result.value.unit,
  };
}

function fault(text: string): FormulaFault {
  const result = parse(text);
  if (result.ok) throw new Error(`${text} was not refused`);
  return result.fault;
}

describe('numbers', () => {
  test.each([
    ['1000', 1000],
    ['1,000', 1000],
    ['1_000', 1000],
    ['12,345,678.5', 12_345_678.5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1e9', 1e9],
    ['1.5e-3', 0.0015],
    ['10K', 1e4],
    ['10k', 1e4],
    ['300B', 3e11],
    ['2 trillion', 2e12],
    ['80%', 0.8],
    ['80 %', 0.8],
    ['3x', 3],
  ])('%s', (text, value) => expect(literal(text)).toMatchObject({ value, of: {} }));

  test.each(['1.2.3', '1,0000', '1__0', '1_'])('%s is malformed or followed by something', (text) => {
    expect(fault(text).expected).not.toBe('');
  });
});

describe('a magnitude letter touches its number, a unit may stand apart', () => {
  test.each([
    ['1B users', 1e9, { user: 1 }],
    ['1 B', 1, { B: 1 }],
    ['300 B', 300, { B: 1 }],
    ['500MB', 5e8, { B: 1 }],
    ['4 kB', 4000, { B: 1 }],
    ['4 KiB', 4096, { B: 1 }],
    ['8 Gb', 1e9, { B: 1 }],
    ['8 bits', 1, { B: 1 }],
    ['10Gbps', 1.25e9, { B: 1, s: -1 }],
    ['50ms', 0.05, { s: 1 }],
    ['5 µs', 5e-6, { s: 1 }],
    ['10K/s', 1e4, { s: -1 }],
    ['2 months', 60 * 86400, { s: 1 }],
    ['1 year', 365 * 86400, { s: 1 }],
    ['2 thousand QPS', 2000, { query: 1, s: -1 }],
    ['$0.02/GB', 2e-11, { USD: 1, B: -1 }],
    ['$1.2M/month', 1.2e6 / (30 * 86400), { USD: 1, s: -1 }],
    ['50 cents', 0.5, { USD: 1 }],
    ['3 GPU-seconds', 3, { gpu: 1, s: 1 }],
    ['5 m^2', 5, { m: 2 }],
    ['5 conversations/user2/day', 5 / 86400, { conversation: 1, user2: -1, s: -1 }],
  ])('%s', (text, value, of) => {
    const read = literal(text);
    expect(read.value).toBeCloseTo(value, 12);
    expect(read.of).toEqual(of);
  });
});

test('declared names win over nouns after a slash or a hyphen, never right after a number', () => {
  expect(parse('100 writes/user')).toMatchObject({ ok: true, value: { kind: 'binary', operator: '/' } });
  expect(parse('10 GB-used')).toMatchObject({ ok: true, value: { kind: 'binary', operator: '-' } });
  expect(literal('10 user').of).toEqual({ user: 1 });
});

test('a slash with spaces, or before a digit, divides', () => {
  for (const text of ['1 GB / 10 s', '1 GB/10 s', '1 GB /day', '1 GB/(1 day)', '10/min(2, 3)']) {
    expect(parse(text), text).toMatchObject({ ok: true, value: { kind: 'binary', operator: '/' } });
  }
});

test.each([
  ['5m users', 'unexpected "users"', '5M users'],
  ['1 B reads/day', 'unexpected "reads"', '1B reads'],
  ['5 M users', '"M" is not a unit', '5M'],
  ['5G', '"G" is not a unit', '5B'],
  ['5 gb', '"gb" is not a unit', 'GB'],
  ['5 S', '"S" is not a unit', 's'],
  ['5 GBs', '"GBs" is not a unit', 'GB'],
  ['max(1,000, 5)', '"1,000" is ambiguous in a call', '1000'],
  ['cell(3)', 'unknown function "cell"', 'ceil'],
  ['peak_write * 2', 'unknown name "peak_write"', 'peak_writes'],
  ['1,00', 'unexpected ","', undefined],
  ['(1 + 2', 'expected ")"', undefined],
  ['max(1, 2', 'expected ")"', undefined],
  ['1 + 2)', 'unexpected ")"', undefined],
  ['1 +', 'the formula ends too early', undefined],
  ['', 'the formula ends too early', undefined],
  ['* 3', 'unexpected "*"', undefined],
  ['5–10 GB', 'unexpected "–"', undefined],
  ['€5', 'unexpected "€"', undefined],
  ['$ per month', 'no number after "$"', undefined],
  ['5 m^0.3', 'exponent 0.3 of a unit', undefined],
])('%s is refused with a mend where there is one', (text, message, mend) => {
  expect(fault(text)).toMatchObject({ message });
  expect(fault(text).mend).toBe(mend);
});

test('nesting and length are bounded', () => {
  expect(parse(`${'('.repeat(60)}1${')'.repeat(60)}`).ok).toBe(true);
  expect(fault(`${'('.repeat(65)}1${')'.repeat(65)}`).message).toBe('nested too deeply');
  expect(fault(`${'-'.repeat(65)}1`).message).toBe('nested too deeply');
  expect(fault(`${'2^'.repeat(65)}1`).message).toBe('nested too deeply');
  expect(fault(`${'1+'.repeat(1000)}1`).message).toBe('formula too long');
  expect(parse(`${'1+'.repeat(999)}1`).ok).toBe(true);
});

test('no text makes the parser throw, and every fault lies within the text', () => {
  const pieces = fc.constantFrom(
    '1',
    '1,000',
    '.5',
    'dau',
    'GB',
    'x',
    '%',
    '$',
    '/',
    ' ',
    '(',
    ')',
    '^',
    '-',
    '*',
    '+',
    ',',
    'max',
    'per',
    '2^',
    'K',
    '\u{1F600}',
  );
  const formula = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(formula, (text) => {
      const result = parse(text);
      if (result.ok) return;
      expect(result.fault.start).toBeGreaterThanOrEqual(0);
      expect(result.fault.end).toBeGreaterThanOrEqual(result.fault.start);
      expect(result.fault.end).toBeLessThanOrEqual(text.length);
      expect(result.fault.message).not.toBe('');
    }),
    { numRuns: 3000 },
  );
});
