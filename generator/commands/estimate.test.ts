import { expect, test } from 'vitest';
import { estimate } from './estimate.ts';

test.each([
  ['100M writes/day', 'writes/s', { value: 1157.40740741, unit: 'writes/s', said: '≈ 1,160 writes/s' }],
  [
    '8333 requests/s * 4 s / 32 requests/GPU',
    undefined,
    { value: 1041.625, unit: 'GPUs', said: '≈ 1,040 GPUs' },
  ],
  ['100 GB / 10 Gbps', undefined, { value: 80, unit: 's', said: '80 s' }],
  ['1 PB/year in GB/s', undefined, { value: 0.0317097919838, unit: 'GB/s', said: '≈ 32 MB/s' }],
  ['$2.50/GPU/hour * 1040 GPUs * 1 month', 'USD', { value: 1_872_000, unit: 'USD', said: '≈ $1.9M' }],
  ['100M writes/day * 3', undefined, { value: 3e8, unit: 'writes/day', said: '300M writes/day' }],
  ['(1 - 99.9%) * 30 days', 'minutes', { value: 43.2, unit: 'minutes', said: '≈ 43 minutes' }],
])('%s in %s', (formula, unit, value) => {
  expect(estimate(formula, unit === undefined ? {} : { in: unit })).toEqual({ ok: true, value });
});

test('a fault comes out with its place', () => {
  expect(estimate('1 GB / (3 - 3)')).toMatchObject({
    ok: false,
    fault: { message: 'division by zero', start: 7, end: 14 },
  });
  expect(estimate('1 GB', { in: 'users' })).toMatchObject({ ok: false });
  expect(estimate('1 GB +'.repeat(1000))).toMatchObject({
    ok: false,
    fault: { message: 'formula too long' },
  });
});
