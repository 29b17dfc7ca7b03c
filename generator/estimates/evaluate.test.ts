import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inUnit } from './convert.ts';
import { evaluateFormula } from './evaluate.ts';
import type { FormulaFault } from './fault.ts';
import type { Quantity } from './quantity.ts';

type Row = { say: string; formula: string; in?: string; is?: number; within?: number; refused?: string };
const rows: Row[] = parse(readFileSync(new URL('./fixtures/numbers.yaml', import.meta.url), 'utf8'));

const dau: Quantity = { value: 1e7, dimensions: { user: 1 } };
const scope = {
  dau,
  hops: { value: 3, dimensions: {} },
  peak_writes: { value: 9, dimensions: { write: 1, s: -1 } },
};

function calculate(formula: string, unit = ''): number {
  const result = evaluateFormula(formula, scope);
  const measured = result.ok ? inUnit(result.value, unit) : result;
  if (!measured.ok) throw new Error(`${formula}: ${measured.fault.message}`);
  return measured.value;
}

function refusal(formula: string, unit?: string): FormulaFault {
  const result = evaluateFormula(formula, scope);
  const measured = result.ok && unit !== undefined ? inUnit(result.value, unit) : result;
  if (measured.ok) throw new Error(`${formula} was not refused`);
  return measured.fault;
}

describe('calculations from the field', () => {
  test('there are as many as were handed over', () => expect(rows).toHaveLength(25));
  for (const row of rows.filter(({ refused }) => refused === undefined)) {
    test(row.say, () => {
      const off = Math.abs(calculate(row.formula, row.in) / (row.is ?? Number.NaN) - 1);
      expect(off).toBeLessThanOrEqual(row.within ?? 0.01);
    });
  }
  for (const row of rows.filter(({ refused }) => refused !== undefined)) {
    test(`${row.say}: refused`, () => {
      const fault = refusal(row.formula, row.in);
      expect(fault.message).toContain(row.refused);
      expect(fault.expected).not.toBe('');
    });
  }
});

test.each([
  ['8333 requests/s * 4 s / 32 requests/GPU', 'GPUs', 1041.625],
  ['8333 requests/s*4s/32 requests/GPU', 'GPUs', 1041.625],
  ['100 GB / 10 Gbps', 's', 80],
  ['100GB/10Gbps', 's', 80],
  ['500M users * 20% * 2 KB/user', 'GB', 200],
  ['1M QPS / 100 nodes', 'queries/s/node', 10_000],
  ['1M QPS / 100 nodes', 'QPS/node', 10_000],
  ['3 replicas * 1 TB/day * 30 days/replica', 'TB', 90],
  ['99.9% * 30 days', 'days', 29.97],
  ['(1 - 99.9%) * 30 days', 'minutes', 43.2],
  ['$2.50/GPU/hour * 1040 GPUs * 1 month', 'USD', 1_872_000],
  ['2^32 addresses', 'addresses', 2 ** 32],
  ['70B parameters * 2 bytes/parameter', 'GB', 140],
  ['1 GiB - 1 GB', 'B', 2 ** 30 - 1e9],
  ['64 KB * 1e6', 'GB', 64],
  ['500 million users', 'users', 5e8],
  ['1 PB/year', 'GB/s', 1e6 / (365 * 86400)],
  ['$0.60/1M tokens * 4B tokens', '$', 2400],
  ['5 posts per user per day * dau', 'posts/day', 5e7],
  ['3 x 4 GB', 'GB', 12],
  ['99.9%^3', '', 0.999 ** 3],
  ['99.9% ^ hops', '', 0.999 ** 3],
  ['3x^2', '', 9],
  ['2^3^2', '', 512],
  ['-2^2', '', -4],
  ['2^-1', '', 0.5],
  ['100 writes/dau', 'writes/user', 1e-5],
  ['100M writes / day', 'writes/day', 1e8],
  ['peak_writes/day', 'writes/s/day', 9],
  ['6 GPU-seconds/request * 2 requests', 'GPU-seconds', 12],
  ['sqrt(16 m^2)', 'm', 4],
  ['(16 m^2) ^ .5', 'm', 4],
  ['ceil(0.1 * 30)', '', 3],
  ['ceil(1041.6 GPUs)', 'GPUs', 1042],
  ['round(2.5) + floor(2.9) + log2(8) + log10(100) + ln(1)', '', 10],
  ['min(100 s, 2 min) + max(1 s, 5 ms, 2 s)', 's', 102],
])('%s in "%s"', (formula, unit, is) => {
  expect(calculate(formula, unit)).toBeCloseTo(is, is < 1 ? 9 : 3);
});

test.each([
  ['3 s + 4 B', 'dimensions differ: seconds and bytes', '4 B'],
  ['1 GB - 2 GB/s', 'dimensions differ: bytes and bytes per second', '2 GB/s'],
  ['5 + 3 users', 'dimensions differ: a plain number and users', '3 users'],
  ['max(1 s, 1 B)', 'dimensions differ: seconds and bytes', 'max(1 s, 1 B)'],
  ['2 ^ 3 * 5 ^ dau', 'the exponent is users', 'dau'],
  ['(4 users) ^ 0.3', 'users to the power of 0.3', '0.3'],
  ['sqrt(1 - 5)', 'square root of a negative', 'sqrt(1 - 5)'],
  ['(0 - 8) ^ 0.5', 'a root of a negative number', '(0 - 8) ^ 0.5'],
  ['0 ^ -1', 'division by zero', '0 ^ -1'],
  ['log2(1M keys)', 'log2() of keys', 'log2(1M keys)'],
  ['ln(0)', 'ln() of a number that is not positive', 'ln(0)'],
  ['ceil(90 s)', 'ceil() of seconds depends on the unit of time', 'ceil(90 s)'],
  ['ceil(1, 2)', 'ceil() of 2 values', 'ceil(1, 2)'],
  ['10 ^ 400', 'the result is not a finite number', '10 ^ 400'],
  ['1e300 B * 1e300', 'the result is not a finite number', '1e300 B * 1e300'],
])('%s is refused where the fault is', (formula, message, at) => {
  const fault = refusal(formula);
  expect(fault.message).toBe(message);
  expect(formula.slice(fault.start, fault.end)).toBe(at);
});

test('a misspelled name is mended to the nearest declared one', () => {
  expect(refusal('peak_wirtes * 2')).toMatchObject({
    message: 'unknown name "peak_wirtes"',
    mend: 'peak_writes',
  });
  expect(refusal('nothing_alike * 2').mend).toBeUndefined();
});

test('the names of object properties are names like any other', () => {
  expect(refusal('constructor * 2').message).toBe('unknown name "constructor"');
  expect(refusal('3 constructors + 1 toString').message).toBe(
    'dimensions differ: constructors and tostrings',
  );
  expect(calculate('3 __proto__ * 2', '__proto__')).toBe(6);
});

test('a unit that does not measure the result is refused in words', () => {
  const fault = refusal('100M writes/day', 'GB');
  expect(fault.message).toBe('dimensions differ: the result is writes per second, the unit bytes');
  expect(refusal('1 GB', 'gb')).toMatchObject({ mend: 'GB', start: 0, end: 2 });
  expect(refusal('1 GB', 'GB)').message).toBe('unexpected ")" in a unit');
});
