import { describe, expect, test } from 'vitest';
import type { EstimateSheet } from '../model/problem.ts';
import { evaluateOne, evaluateSheet, spread } from './sheet.ts';

type Inputs = EstimateSheet['inputs'];
type Steps = EstimateSheet['steps'];
const why = 'because';

function sheetOf(
  inputs: Inputs,
  steps: Record<string, Partial<Steps[string]> & { unit: string }>,
): EstimateSheet {
  const full = Object.entries(steps).map(
    ([name, step]) => [name, { say: name, group: 'traffic', ...step }] as const,
  );
  return { inputs, steps: Object.fromEntries(full), headline: {}, insights: [], tradeoffs: [] };
}

const chat = sheetOf(
  {
    dau: { value: '10M users', why },
    tenants: { value: '1000 tenants', low: '500 tenants', high: '2000 tenants', why, scalesWith: 'dau' },
    per_user: {
      value: '50 messages/user/day',
      low: '20 messages/user/day',
      high: '100 messages/user/day',
      why,
    },
    size: { value: '2 KB/message', why },
  },
  {
    peak: { formula: 'average * 3', unit: 'messages/s' },
    average: { formula: 'dau * per_user', unit: 'messages/s' },
    stored: { formula: 'average * size * 1 year', unit: 'TB', group: 'storage' },
    row: {
      parts: [
        { what: 'id', value: '16 B' },
        { what: 'body', value: '0.2 KB' },
      ],
      unit: 'B',
    },
  },
);
const step = (sheet: ReturnType<typeof evaluateSheet>, name: string) => {
  const found = sheet.steps.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no step ${name}`);
  return found;
};
const input = (sheet: ReturnType<typeof evaluateSheet>, name: string) => {
  const found = sheet.inputs.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no input ${name}`);
  return found;
};

describe('scenarios', () => {
  const evaluated = evaluateSheet(chat);

  test('steps come in order of dependency, whatever the order in the file', () => {
    expect(evaluated.faults).toEqual([]);
    expect(evaluated.steps.map(({ name }) => name)).toEqual(['average', 'peak', 'stored', 'row']);
  });

  test('low and high take every input that has them', () => {
    const { low, expected, high } = step(evaluated, 'average');
    expect([low.said, expected.said, high.said]).toEqual([
      '≈ 2,310 messages/s',
      '≈ 5,790 messages/s',
      '≈ 11,600 messages/s',
    ]);
    expect(evaluated.scopes.high).toMatchObject({ peak: { value: expect.closeTo((1e9 / 86400) * 3, 6) } });
    expect(step(evaluated, 'stored').expected.said).toBe('365 TB');
  });

  test('parts are added up and each is said', () => {
    expect(step(evaluated, 'row')).toMatchObject({
      formula: '16 B + 0.2 KB',
      expected: { said: '216 B', value: 216 },
      parts: [
        { what: 'id', said: '16 B' },
        { what: 'body', said: '200 B' },
      ],
    });
  });

  test('inputs are said in the unit they were written in', () => {
    expect(input(evaluated, 'per_user')).toMatchObject({
      said: '50 messages/user/day',
      unit: 'messages/user/day',
      low: { said: '20 messages/user/day' },
      fromCompany: false,
      scaled: false,
    });
  });
});

describe('the company’s scale', () => {
  const scaled = evaluateSheet(chat, { scale: { dau: '500K users', seats: '3 seats' } });

  test('replaces the input of that name, moves what scales with it, and ignores other names', () => {
    expect(scaled.faults).toEqual([]);
    expect(input(scaled, 'dau')).toMatchObject({ said: '500,000 users', fromCompany: true, scaled: false });
    expect(input(scaled, 'tenants')).toMatchObject({
      said: '50 tenants',
      scaled: true,
      low: { value: 25 },
      high: { value: 100 },
    });
    expect(input(scaled, 'per_user')).toMatchObject({ said: '50 messages/user/day', scaled: false });
    expect(step(scaled, 'average').expected.said).toBe('≈ 289 messages/s');
  });

  test('low and high of a replaced input keep their ratio', () => {
    const { low, value, high } = input(
      evaluateSheet(chat, { scale: { per_user: '5 messages/user/day' } }),
      'per_user',
    );
    expect([low?.value, high?.value].map((bound) => (bound ?? 0) / value.value)).toEqual([
      expect.closeTo(0.4, 9),
      expect.closeTo(2, 9),
    ]);
  });

  test('what measures something else is a fault and changes nothing', () => {
    const wrong = evaluateSheet(chat, { scale: { dau: '500K messages' } });
    expect(wrong.faults).toMatchObject([
      { path: ['scale', 'dau'], fault: { message: 'dimensions differ: messages and users' } },
    ]);
    expect(step(wrong, 'average').expected.said).toBe('≈ 5,790 messages/s');
  });

  test('following goes through other inputs, and never in a circle', () => {
    const chain = (last: string) =>
      sheetOf(
        {
          dau: { value: '10 users', why },
          one: { value: '4', why, scalesWith: 'two' },
          two: { value: '6', why, scalesWith: last },
        },
        {},
      );
    expect(
      evaluateSheet(chain('dau'), { scale: { dau: '5 users' } }).inputs.map((one) => one.value.value),
    ).toEqual([5, 2, 3]);
    expect(evaluateSheet(chain('one'), { scale: { dau: '5 users' } }).faults[0]).toMatchObject({
      path: ['inputs', 'one', 'scalesWith'],
      fault: { message: '"one" scales with itself' },
    });
    expect(evaluateSheet(chain('dua')).faults[0]?.fault.message).toBe('unknown input "dua"');
  });
});

test('industry figures are names, and a sheet’s own names win over them', () => {
  const sheet = sheetOf(
    { own: { value: 'ssd_read * 2', why } },
    { all: { formula: 'own + ssd_read', unit: 'us' } },
  );
  const evaluated = evaluateSheet(sheet, { numbers: { ssd_read: '100 us', broken: '3 +' } });
  expect(step(evaluated, 'all').expected.said).toBe('300 µs');
  expect(evaluated.faults).toMatchObject([{ path: ['numbers', 'broken'] }]);
  const hidden = sheetOf({ ssd_read: { value: '7 us', why } }, { all: { formula: 'ssd_read', unit: 'us' } });
  expect(step(evaluateSheet(hidden, { numbers: { ssd_read: '100 us' } }), 'all').expected.said).toBe('7 µs');
});

describe('an edit by hand', () => {
  test('moves what depends on it, and wins over the company', () => {
    const edited = evaluateOne(chat, { scale: { dau: '500K users' } }, { dau: '20M users' });
    expect(input(edited, 'dau')).toMatchObject({ said: '20M users', fromCompany: false });
    expect(input(edited, 'tenants').said).toBe('2,000 tenants');
    expect(step(edited, 'average').expected.said).toBe('≈ 11,600 messages/s');
  });

  test('that cannot be read is a fault and changes nothing', () => {
    const edited = evaluateOne(chat, {}, { dau: '20M usres +' });
    expect(edited.faults).toMatchObject([{ path: ['overrides', 'dau'] }]);
    expect(input(edited, 'dau').said).toBe('10M users');
  });
});

test('a spread varies one input and leaves the others', () => {
  const { low, high } = spread(chat, evaluateSheet(chat), 'per_user', 'peak');
  expect([low.said, high.said]).toEqual(['≈ 6,940 messages/s', '≈ 34,700 messages/s']);
  expect(spread(chat, evaluateSheet(chat), 'tenants', 'peak').high.said).toBe('≈ 17,400 messages/s');
  expect(spread(chat, evaluateSheet(chat), 'nobody', 'peak').low.said).toBe('unknown');
});

describe('faults are reported once, at their field', () => {
  const faultsOf = (inputs: Inputs, steps: Record<string, Partial<Steps[string]> & { unit: string }>) =>
    evaluateSheet(sheetOf(inputs, steps)).faults;

  test('a cycle names its steps', () => {
    const faults = faultsOf(
      {},
      { a: { formula: '2 * e', unit: '' }, e: { formula: 'c + 1', unit: '' }, c: { formula: 'a', unit: '' } },
    );
    expect(faults).toMatchObject([
      { path: ['steps', 'c', 'formula'], fault: { message: 'cycle: a → e → c → a', start: 0, end: 1 } },
    ]);
    expect(faultsOf({}, { a: { formula: '1 + a', unit: '' } })[0]?.fault).toMatchObject({
      message: 'cycle: a → a',
      start: 4,
      end: 5,
    });
  });

  test('what depends on a fault has none of its own', () => {
    const faults = faultsOf(
      { n: { value: '3 +', why } },
      { a: { formula: 'n * 2', unit: '' }, e: { formula: 'a + 1', unit: '' } },
    );
    expect(faults.map(({ path }) => path)).toEqual([['inputs', 'n', 'value']]);
  });

  test('a unit that does not measure the step', () => {
    expect(faultsOf({}, { a: { formula: '1 GB', unit: 'GB/day' } })).toMatchObject([
      {
        path: ['steps', 'a', 'unit'],
        fault: { message: 'dimensions differ: the result is bytes, the unit bytes per second' },
      },
    ]);
  });

  test('a part that measures something else', () => {
    const parts = [
      { what: 'id', value: '8 B' },
      { what: 'age', value: '3 s' },
    ];
    expect(faultsOf({}, { a: { parts, unit: 'B' } })).toMatchObject([
      {
        path: ['steps', 'a', 'parts', 1, 'value'],
        fault: { message: 'dimensions differ: bytes and seconds' },
      },
    ]);
  });

  test('a low that measures something else', () => {
    expect(faultsOf({ n: { value: '3 s', low: '2 B', why } }, {})).toMatchObject([
      { path: ['inputs', 'n', 'low'] },
    ]);
  });

  test('a division by zero in one scenario only', () => {
    const faults = faultsOf({ n: { value: '3', low: '0', why } }, { a: { formula: '6 / n', unit: '' } });
    expect(faults).toMatchObject([
      { path: ['steps', 'a', 'formula'], fault: { message: 'division by zero' } },
    ]);
    expect(faults).toHaveLength(1);
  });

  test('names that would change what a formula means', () => {
    expect(
      faultsOf({ day: { value: '3', why } }, { max: { formula: '1', unit: '' } }).map(
        ({ fault }) => fault.message,
      ),
    ).toEqual(['"day" is a unit or a function', '"max" is a unit or a function']);
    expect(faultsOf({ y: { value: '3', why } }, { y: { formula: '1', unit: '' } })[0]?.fault.message).toBe(
      '"y" is also an input',
    );
  });
});
