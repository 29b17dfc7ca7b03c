import { expect, it } from 'vitest';
import { evaluateSheet } from '../estimates/sheet.ts';
import { phrase, prose } from './prose.ts';
import { toHtml } from './to-html.ts';

const evaluated = evaluateSheet(
  {
    inputs: { dau: { value: '10M users', why: '' } },
    steps: {
      peak: {
        formula: 'dau * 30 messages/user/day * 5',
        unit: 'messages/s',
        say: 'messages at the peak',
        group: 'traffic',
      },
    },
    headline: {},
    insights: [],
    tradeoffs: [],
  },
  {},
);
const html = (source: string) => toHtml({ type: 'root', children: prose(source, evaluated) });
const words = (source: string) =>
  html(source)
    .replace(/<[^>]+>/g, '')
    .replace(/\u00A0/g, ' ')
    .trim();

it('a rounded number is said with ≈, an exact one without', () => {
  expect(words('It takes {peak} from {dau}.')).toBe('It takes ≈ 17,400 messages/s from 10M users.');
  expect(words('{peak * 10}')).toBe('≈ 174,000 messages/s');
});

it('a number inside emphasis, links and lists is said there', () => {
  expect(html('- **{dau}**')).toMatch(/<strong><data[^>]*>10M.users<\/data><\/strong>/);
});

it('braces in code stay', () => {
  expect(words('`{peak}` and\n\n```json\n{"a": 1}\n```')).toBe('{peak} and\n{"a": 1}');
});

it('HTML in the knowledge base is text', () => {
  expect(html('a <script>alert(1)</script> <b>b</b>')).not.toMatch(/<(script|b)>/);
  expect(words('a <b>b</b>')).toContain('b');
});

it('a phrase of one paragraph is its words', () => {
  expect(phrase('one *two*', evaluated)).toMatchObject([{ type: 'text' }, { type: 'emphasis' }]);
});
