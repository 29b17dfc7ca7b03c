/** The kinds of cards in words. A list of its own, because the model's stands beside its schema. */
import type { CardKind } from '../../generator/model/card.ts';
import { type Check, fail } from './check.ts';

export const cardKindWords: Record<CardKind, string> = {
  question: 'Question',
  number: 'Number',
  'trade-off': 'Trade-off',
  schema: 'Schema',
  failure: 'Failure',
  breadth: 'Breadth',
  pattern: 'Pattern',
  probe: 'Lens’s own question',
};

const kinds: readonly CardKind[] = [
  'question',
  'number',
  'trade-off',
  'schema',
  'failure',
  'breadth',
  'pattern',
  'probe',
];

export const cardKindOf: Check<CardKind> = (value, at) =>
  kinds.find((kind) => kind === value) ?? fail(at, 'a kind of card', value);
