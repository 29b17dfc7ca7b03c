import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inUnit } from './convert.ts';
import { evaluateFormula } from './evaluate.ts';
import type { Quantity } from './quantity.ts';
import { say } from './say.ts';

function quantity(formula: string): Quantity {
  const result = evaluateFormula(formula, {});
  if (!result.ok) throw new Error(`${formula}: ${result.fault.message}`);
  return result.value;
}

describe('numbers are said as people say them, and ≈ stands only where something was lost', () => {
  test.each([
    ['91.25 TB', 'TB', '≈ 91 TB'],
    ['1500 posts/s * 200 B/post * 1 year', 'TB', '≈ 9.5 TB'],
    ['500M users * 50% * 50 reads/user/day', 'reads/s', '≈ 145,000 reads/s'],
    ['100M writes/day', 'writes/s', '≈ 1,160 writes/s'],
    ['1B reads/day', 'reads/s', '≈ 11,600 reads/s'],
    ['(100% - 99.9%) * 30 days', 'minutes', '≈ 43 minutes'],
    ['99.95%', '%', '99.95%'],
    ['99.999%', '%', '99.999%'],
    ['99.99683%', '%', '≈ 99.9968%'],
    ['99.9%^3', '%', '≈ 99.7%'],
    ['99.9%^3', '', '≈ 0.997'],
    ['20%', '%', '20%'],
    ['1/3', '%', '≈ 33%'],
    ['7 B + 100 B + 32 B', 'B', '139 B'],
    ['30 GB/day', 'GB/day', '30 GB/day'],
    ['1500 vnodes', 'vnodes', '1,500 vnodes'],
    ['2.4 MB', 'MB', '2.4 MB'],
    ['0.5 ms', 'ms', '500 µs'],
    ['500M messages/day', 'messages/day', '500M messages/day'],
    ['999,999 users', 'users', '≈ 1M users'],
    ['2^32 addresses', 'addresses', '≈ 4.3B addresses'],
    ['2^128', '', '≈ 3.4 × 10^38'],
    ['0.0000003', '', '3 × 10^-7'],
    ['$1.2M/month', 'USD/month', '$1.2M/month'],
    ['$0.02/GB', 'USD/GB', '$0.02/GB'],
    ['$0.4/1M reads', 'USD/read', '$0.40/million reads'],
    ['$0.00099/GB', 'USD/GB', '$0.00099/GB'],
    ['$2.5/GPU/hour', '$/GPU/hour', '$2.50/GPU/hour'],
    ['-$5', '$', '-$5'],
    ['3x', 'x', '3x'],
    ['5M', 'x', '5,000,000x'],
    ['1 day', 'days', '1 day'],
    ['1 message/s', 'messages/s', '1 message/s'],
    ['2 messages/s', 'message/s', '2 messages/s'],
    ['1 query', 'queries', '1 query'],
    ['10K/s', '/s', '10,000/s'],
    ['0 GB', 'GB', '0 GB'],
    ['3 min', 'min', '3 minutes'],
    ['100 MiB', 'MiB', '100 MiB'],
    ['12.5 GB', 'GB', '12.5 GB'],
  ])('%s in "%s": %s', (formula, unit, said) => expect(say(quantity(formula), unit).said).toBe(said));
});

describe('bytes and times change their unit to fit', () => {
  test.each([
    ['0.5 GB/day', 'GB/day', '500 MB/day'],
    ['1500 MB', 'MB', '1.5 GB'],
    ['1095 TB', 'TB', '1,095 TB'],
    ['1095.3 TB', 'TB', '≈ 1.1 PB'],
    ['999.7 MB', 'MB', '≈ 1 GB'],
    ['43200 s', 's', '12 hours'],
    ['90 s', 's', '90 s'],
    ['0.0004 s', 's', '400 µs'],
    ['3650 days', 'days', '10 years'],
    ['20000 Mbps', 'Mbps', '20 Gbps'],
    ['2048 KiB', 'KiB', '2 MiB'],
    ['5000 GPU-seconds', 'GPU-seconds', '5,000 GPU-seconds'],
  ])('%s in "%s": %s', (formula, unit, said) => expect(say(quantity(formula), unit).said).toBe(said));

  test('a unit that was asked for in so many words is kept within reason', () => {
    expect(say(quantity('0.5 GB/day'), 'GB/day', { fit: false }).said).toBe('0.5 GB/day');
    expect(say(quantity('0.5 ms'), 'ms', { fit: false }).said).toBe('0.5 ms');
    expect(say(quantity('10 PB'), 'TB', { fit: false }).said).toBe('10,000 TB');
    expect(say(quantity('1 B'), 'GB', { fit: false }).said).toBe('1 B');
    expect(say(quantity('10 TB'), 'B', { fit: false }).said).toBe('10 TB');
  });
});

test('the exact figure has all digits, in the unit asked for', () => {
  expect(say(quantity('100M writes/day'), 'writes/s')).toEqual({
    said: '≈ 1,160 writes/s',
    exact: '1,157.40740741 writes/s',
    unit: 'writes/s',
    value: 1157.40740741,
  });
  expect(say(quantity('0.1 + 0.2')).exact).toBe('0.3');
  expect(say(quantity('2^32 addresses')).exact).toBe('4,294,967,296 addresses');
  expect(say(quantity('0.5 GB'), 'GB')).toMatchObject({ said: '500 MB', exact: '0.5 GB', value: 0.5 });
});

test.each([
  ['100 requests/s / 4 nodes', '25 requests/s/node'],
  ['100 GB / 10 Gbps', '80 s'],
  ['2 GPUs * 3 s', '6 GPU-seconds'],
  ['6 requests/day * 1', '6 requests/day'],
  ['$10 / 1 TB', '$0.01/GB'],
  ['1 query', '1 query'],
  ['9 m', '9 m'],
])('without a unit, %s is said in a natural one: %s', (formula, said) => {
  expect(say(quantity(formula)).said).toBe(said);
});

test('a unit that does not suit is ignored', () => {
  expect(say(quantity('5 GB'), 'users').said).toBe('5 GB');
  expect(say(quantity('5 GB'), '((').said).toBe('5 GB');
});

const anyValue = fc.double({ min: 1e-12, max: 1e24, noNaN: true });
const anyUnit = fc.constantFrom(
  '',
  '%',
  'x',
  'users',
  'messages/s',
  'GB',
  'GB/day',
  'Mbps',
  's',
  'hours',
  'USD/month',
  '/s',
);

test('what is said is within 6 % of the value, never 0, and ≈ when not exact', () => {
  const letters: Record<string, number> = { M: 1e6, B: 1e9, T: 1e12 };
  fc.assert(
    fc.property(
      anyValue,
      anyUnit.filter((unit) => !/B|bps|s$|h/.test(unit) || unit === 'users'),
      (value, unit) => {
        const { said, value: is } = say(
          {
            value,
            dimensions: quantity(unit === '' ? '1' : `1${unit === '%' || unit === 'x' ? '' : ' '}${unit}`)
              .dimensions,
          },
          unit,
        );
        const found = /^(≈ )?\$?([\d,.]+)(?: × 10\^(-?\d+))?([MBT](?![a-z]))?/.exec(said);
        const number =
          Number(found?.[2]?.replaceAll(',', '')) *
          10 ** Number(found?.[3] ?? 0) *
          (letters[found?.[4] ?? ''] ?? 1);
        expect(number).toBeGreaterThan(0);
        expect(Math.abs(number / is - 1)).toBeLessThan(0.06);
        if (found?.[1] === undefined) expect(Math.abs(number / is - 1)).toBeLessThan(1e-9);
      },
    ),
  );
});

test('the natural unit measures what it is given, whatever the nouns', () => {
  const noun = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(noun, fc.constantFrom('', '/s', '/node', '-seconds'), anyValue, (word, rest, value) => {
      const one = evaluateFormula(`1 ${word}${rest}`, {});
      fc.pre(one.ok);
      if (!one.ok) return;
      const given = { value, dimensions: one.value.dimensions };
      const natural = say(given);
      const back = inUnit(given, natural.unit);
      if (!back.ok) throw new Error(`${natural.unit}: ${back.fault.message}`);
      expect(Math.abs(back.value / natural.value - 1)).toBeLessThan(1e-9);
    }),
    { numRuns: 1000 },
  );
});
