import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateCondition } from './condition.ts';

const scope = {
  dau: { value: 1e6, dimensions: { user: 1 } },
  peak: { value: 500, dimensions: { write: 1, s: -1 } },
  share: { value: 0.3, dimensions: {} },
};

test.each([
  ['dau < 2M users', true],
  ['dau >= 2M users', false],
  ['dau <= 1M users', true],
  ['dau > 1M users', false],
  ['dau == 1M users', true],
  ['dau != 1M users', false],
  ['share == 0.1 + 0.2', true],
  ['peak < 2000 writes/s and dau < 2M users', true],
  ['peak > 2000 writes/s or dau < 2M users', true],
  ['peak > 2000 writes/s and dau < 2M users', false],
  ['peak > 1 write/s or peak > 1 write/s and dau > 2M users', true],
  ['(peak > 1 write/s or peak > 1 write/s) and dau > 2M users', false],
  ['(peak + peak) * 2 < 2001 writes/s', true],
  ['((dau < 2M users))', true],
  ['not (dau < 2M users)', false],
  ['not dau < 2M users or (dau < 2M users)and(share<1)', true],
  ['max(share, 2) > 1', true],
])('%s is %s', (text, value) => expect(evaluateCondition(text, scope)).toEqual({ ok: true, value }));

test.each([
  ['dau', 'no comparison', 'dau', undefined],
  ['dau = 3 users', 'no comparison', 'dau = 3 users', '=='],
  ['dau < 2 GB', 'dimensions differ: users and bytes', '2 GB', undefined],
  ['1 < share < 3', 'two comparisons in a row', '<', undefined],
  ['share < 1 and duu < 2M users', 'unknown name "duu"', 'duu', 'dau'],
  ['share < 1 or share / 0 < 2', 'division by zero', '0', undefined],
  ['share < 1 and', 'no comparison', '', undefined],
  ['(share < 1', 'no comparison', '(share < 1', undefined],
  ['share <', 'the formula ends too early', '', undefined],
  ['', 'no comparison', '', undefined],
])('%s is refused where the fault is', (text, message, at, mend) => {
  const result = evaluateCondition(text, scope);
  if (result.ok) throw new Error(`${text} was not refused`);
  expect(result.fault.message).toBe(message);
  expect(text.slice(result.fault.start, result.fault.end)).toBe(at);
  expect(result.fault.mend).toBe(mend);
});

test('both sides of and / or are checked, even where one decides', () => {
  expect(evaluateCondition('share < 1 or nobody < 2', scope).ok).toBe(false);
});

test('no text makes it throw', () => {
  const pieces = fc.constantFrom(
    'dau',
    '<',
    '>=',
    '==',
    ' and ',
    ' or ',
    'not ',
    '(',
    ')',
    '2M users',
    '1',
    ' ',
    '=',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (condition) => void evaluateCondition(condition, scope)),
    { numRuns: 2000 },
  );
  expect(evaluateCondition(`${'('.repeat(500)}1<2${')'.repeat(500)}`, scope)).toMatchObject({
    fault: { message: 'nested too deeply' },
  });
  expect(evaluateCondition('1 < 2 and '.repeat(300), scope)).toMatchObject({
    fault: { message: 'condition too long' },
  });
});
