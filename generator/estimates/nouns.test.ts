import { expect, test } from 'vitest';
import { canonicalNoun, plural, singular } from './nouns.ts';

const pairs = [
  ['query', 'queries'],
  ['replica', 'replicas'],
  ['cache', 'caches'],
  ['match', 'matches'],
  ['process', 'processes'],
  ['address', 'addresses'],
  ['database', 'databases'],
  ['response', 'responses'],
  ['status', 'statuses'],
  ['bus', 'buses'],
  ['analysis', 'analyses'],
  ['key', 'keys'],
  ['class', 'classes'],
  ['hash', 'hashes'],
  ['box', 'boxes'],
  ['lens', 'lenses'],
  ['person', 'people'],
  ['GPU', 'GPUs'],
  ['gpu', 'gpus'],
  ['API', 'APIs'],
  ['ID', 'IDs'],
  ['vnode', 'vnodes'],
  ['movie', 'movies'],
  ['video', 'videos'],
  ['size', 'sizes'],
  ['quiz', 'quizzes'],
  ['H100', 'H100s'],
  ['entry', 'entries'],
  ['reply', 'replies'],
  ['leaf', 'leaves'],
  ['alias', 'aliases'],
  ['bit', 'bits'],
] as const;

test.each(pairs)('%s and %s are one noun', (one, many) => {
  expect(singular(many)).toBe(one);
  expect(singular(one)).toBe(one);
  expect(plural(one)).toBe(many);
  expect(plural(many)).toBe(many);
  expect(canonicalNoun(many)).toBe(canonicalNoun(one));
});

test('index has two plurals, people type several spellings, and letter case does not matter', () => {
  expect(canonicalNoun('indices')).toBe('index');
  expect(canonicalNoun('indexes')).toBe('index');
  expect(canonicalNoun('Users')).toBe('user');
  expect(canonicalNoun('msgs')).toBe('message');
  expect(canonicalNoun('series')).toBe('series');
  expect(plural('m')).toBe('m');
});
