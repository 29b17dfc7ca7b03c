import { describe, expect, it } from 'vitest';
import { endsOf, parsePhrase } from './pattern.ts';
import { wordsOf } from './words.ts';

const found = (phrase: string, text: string) => {
  const words = wordsOf(text);
  const pieces = parsePhrase(phrase);
  return words.some((_, from) => endsOf(pieces, words, from).some((end) => end > from));
};

describe('the phrase language', () => {
  it.each([
    ['reconcil* … (cent|penny|balance)', 'we reconcile every account to the cent'],
    ['reconcil* … (cent|penny|balance)', 'reconciliation of balances'],
    ['no (order|payment) was? lost', 'no order lost'],
    ['no (order|payment) was? lost', 'no payment was lost'],
    ['page (on|at) (night|3 a m)?', 'paged at 3 a.m.'],
    ['((very|too) large)? model', 'models'],
    ['who (can|may) see what', 'who may see what'],
    ['halved what … costs', 'halved what a search costs us'],
    ['shadow ... models?', 'shadows the new model'],
    ['on-call', 'on call'],
  ])('"%s" finds "%s"', (phrase, text) => {
    expect(found(phrase, text)).toBe(true);
  });

  it.each([
    ['reconcil* … cent', 'reconcile one two three four five six cent'],
    ['no (order|payment) lost', 'no order was lost'],
    ['(models?|features?) drift', 'drift'],
    ['(unclosed group', 'group'],
  ])('"%s" does not find "%s"', (phrase, text) => {
    expect(found(phrase, text)).toBe(false);
  });
});
