import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillText, parseText, splitWhen } from './text.ts';

const rate = (value: number) => ({ value, dimensions: { message: 1, s: -1 } });
const evaluated = {
  scopes: {
    low: { peak: rate(10_000), stored: { value: 1e14, dimensions: { B: 1 } } },
    expected: { peak: rate(17_361.11), stored: { value: 1.095e15, dimensions: { B: 1 } } },
    high: { peak: rate(30_000), stored: { value: 2e15, dimensions: { B: 1 } } },
  },
  inputs: [{ name: 'peak', unit: 'messages/s' }],
  steps: [{ name: 'stored', unit: 'TB' }],
};
const said = (text: string) =>
  fillText(text, evaluated)
    .parts.map((part) => (typeof part === 'string' ? part : part.said))
    .join('');

describe('what stands in braces', () => {
  test('formulas, units, scenarios and slots', () => {
    expect(parseText('At {peak}, {peak * 10 in messages/day} or {peak@high}: {slot:table}.')).toEqual([
      { kind: 'text', text: 'At ' },
      { kind: 'formula', formula: 'peak', start: 3, end: 9 },
      { kind: 'text', text: ', ' },
      { kind: 'formula', formula: 'peak * 10', unit: 'messages/day', start: 11, end: 38 },
      { kind: 'text', text: ' or ' },
      { kind: 'formula', formula: 'peak', scenario: 'high', start: 42, end: 53 },
      { kind: 'text', text: ': ' },
      { kind: 'slot', slot: 'table', start: 55, end: 67 },
      { kind: 'text', text: '.' },
    ]);
  });

  test.each([
    ['{stored@low in PB}', { formula: 'stored', unit: 'PB', scenario: 'low' }],
    ['{stored in PB@low}', { formula: 'stored', unit: 'PB', scenario: 'low' }],
    ['{(peak * 2)@high}', { formula: '(peak * 2)', scenario: 'high' }],
    ['{peak\n  in messages/day}', { formula: 'peak', unit: 'messages/day' }],
  ])('%s', (text, piece) => expect(parseText(text)).toMatchObject([{ kind: 'formula', ...piece }]));

  test.each([
    '{"id": "m_1"}',
    '{ id: 4 }',
    '{}',
    '{ }',
    "{'a'}",
    '{when peak > 3/s} x',
    '{ {peak} }',
    'a { b',
    'a } b',
    '{"a": {"b": 1}}',
  ])('%s stays text', (text) => expect(parseText(text)).toEqual([{ kind: 'text', text }]));

  test('an escaped brace is a brace', () => {
    expect(parseText('GET /messages/\\{id\\}')).toEqual([{ kind: 'text', text: 'GET /messages/{id}' }]);
  });
});

test('a leading condition parts from the text after it', () => {
  expect(splitWhen('{when dau < 2M users} One node.')).toEqual({ when: 'dau < 2M users', text: 'One node.' });
  expect(splitWhen('One node {when dau < 2M users}')).toEqual({ text: 'One node {when dau < 2M users}' });
  expect(splitWhen('{whenever}')).toEqual({ text: '{whenever}' });
});

describe('a filled text', () => {
  test('says a bare name in its own unit and fits it, and asks no more of a unit that was named', () => {
    expect(said('{peak} makes {stored}, or {stored in GB}.')).toBe(
      '≈ 17,400 messages/s makes 1,095 TB, or ≈ 1.1 PB.',
    );
    expect(said('{stored in PB} {peak@high} {stored@low}')).toBe('≈ 1.1 PB 30,000 messages/s 100 TB');
    expect(said('{peak * 10} and {stored * 2}')).toBe('≈ 174,000 messages/s and 2.19 PB');
    expect(said('{(100% - 99.9%) * 30 days in minutes}')).toBe('≈ 43 minutes');
  });

  test('carries the exact figure and leaves slots', () => {
    expect(fillText('{peak} {slot:peak}', evaluated)).toEqual({
      parts: [
        { formula: 'peak', said: '≈ 17,400 messages/s', exact: '17,361.11 messages/s', value: 17361.11 },
        ' ',
        '{slot:peak}',
      ],
      faults: [],
    });
  });

  test('keeps what it cannot evaluate as written, and says where', () => {
    const text = 'At {peek} and {peak + stored} and {peak in GB} of /m/{message_id}';
    const { parts, faults } = fillText(text, evaluated);
    expect(parts.join('')).toBe(text);
    expect(faults.map(({ message }) => message)).toEqual([
      'unknown name "peek"',
      'dimensions differ: messages per second and bytes',
      'dimensions differ: the result is messages per second, the unit bytes',
      'unknown name "message_id"',
    ]);
    expect(faults.map(({ start, end }) => text.slice(start, end))).toEqual([
      'peek',
      'stored',
      'peak',
      'message_id',
    ]);
    expect(faults[0]?.mend).toBe('peak');
    expect(faults[3]?.expected).toContain('\\{ and \\}');
  });
});

test('no text makes it throw, and nothing of a text without braces is lost', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '\\',
    'peak',
    ' in ',
    '@low',
    'slot:x',
    'when ',
    '"',
    ': ',
    ' ',
    '1 GB',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      fillText(parts.join(''), evaluated);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/[{}]/.test(text)),
      (text) => {
        expect(said(text)).toBe(text);
      },
    ),
  );
});
