import { expect, test } from 'vitest';
import { contactsIn, maskedSlice } from './contacts.ts';

const text =
  'Write to (ada@example.org or +1 415 555 0188), [or here](mailto:b@example.org). 99.999% up since 2019.';
const masked = (from: number, to: number) => maskedSlice(text, contactsIn(text), from, to);

test('addresses and numbers are found in their order, without the bracket of the sentence', () => {
  expect(contactsIn(text).map((c) => text.slice(c.start, c.end))).toEqual([
    'ada@example.org',
    '+1 415 555 0188',
    '[or here](mailto:b@example.org)',
  ]);
});

test('a stretch shows none of them, and no part of one that it begins or ends in', () => {
  expect(masked(0, text.length)).toBe('Write to (… or …), …. 99.999% up since 2019.');
  expect(masked(0, text.indexOf('@'))).toBe('Write to (…');
  expect(masked(text.indexOf('555'), text.indexOf(', ['))).toBe('…)');
  expect(masked(0, 8)).toBe('Write to');
});
