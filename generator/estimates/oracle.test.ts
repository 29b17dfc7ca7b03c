import fc from 'fast-check';
import { all, create, type Unit } from 'mathjs';
import { expect, test } from 'vitest';
import { inUnit } from './convert.ts';
import { evaluateFormula } from './evaluate.ts';

if (all === undefined) throw new Error('mathjs exports no functions');
const math = create(all, {});

/** The same expression in both spellings, and what it measures. */
type Pair = { ours: string; theirs: string };
const units = {
  bytes: ['B', 'KB', 'MB', 'GB', 'TB', 'KiB', 'MiB', 'GiB', 'b', 'Mb', 'Gb'],
  time: ['s', 'ms', 'us', 'ns', 'minutes', 'hours', 'days', 'weeks'],
};
const spelledByMathjs = new Map([
  ['KB', 'kB'],
  ['us', 'microsecond'],
  ['ns', 'nanosecond'],
  ['ms', 'millisecond'],
]);
const amount = fc
  .integer({ min: 1, max: 9999 })
  .chain((n) => fc.constantFrom(`${n}`, `${n}.5`, `0.${n}`, `${n}e3`));

const number: fc.Arbitrary<Pair> = amount.map((text) => ({ ours: text, theirs: text }));
function measure(kind: keyof typeof units): fc.Arbitrary<Pair> {
  return fc
    .tuple(amount, fc.constantFrom(...units[kind]), fc.constantFrom('', ' '))
    .map(([n, unit, space]) => ({
      ours: `${n}${/^[Bb]$/.test(unit) ? ' ' : space}${unit}`,
      theirs: `(${n} ${spelledByMathjs.get(unit) ?? unit})`,
    }));
}
const joined = (left: Pair, operator: string, right: Pair): Pair => ({
  ours: `(${left.ours}) ${operator} (${right.ours})`,
  theirs: `((${left.theirs}) ${operator} (${right.theirs}))`,
});
const negated = (of: Pair): Pair => ({ ours: `-(${of.ours})`, theirs: `(-(${of.theirs}))` });

const { plain, bytes, time } = fc.letrec<{ plain: Pair; bytes: Pair; time: Pair }>((tie) => {
  const sumOf = (kind: 'plain' | 'bytes' | 'time') =>
    fc.tuple(tie(kind), fc.constantFrom('+', '-'), tie(kind)).map(([a, sign, b]) => joined(a, sign, b));
  const times = (kind: 'bytes' | 'time') =>
    fc.tuple(tie(kind), fc.constantFrom('*', '/'), number).map(([a, sign, b]) => joined(a, sign, b));
  return {
    plain: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'formula' },
      number,
      sumOf('plain'),
      fc.tuple(tie('plain'), tie('plain')).map(([a, b]) => joined(a, '*', b)),
      fc.tuple(tie('bytes'), measure('bytes')).map(([a, b]) => joined(a, '/', b)),
      tie('plain').map(negated),
      fc
        .tuple(number, fc.integer({ min: 0, max: 3 }))
        .map(([a, n]) => joined(a, '^', { ours: `${n}`, theirs: `${n}` })),
    ),
    bytes: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'formula' },
      measure('bytes'),
      sumOf('bytes'),
      times('bytes'),
      fc
        .tuple(tie('bytes'), measure('time'), tie('time'))
        .map(([a, b, c]) => joined(joined(a, '/', b), '*', c)),
    ),
    time: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'formula' },
      measure('time'),
      sumOf('time'),
      times('time'),
    ),
  };
});

function agrees(pair: Pair, unit: string) {
  const result = evaluateFormula(pair.ours, {});
  if (!result.ok) throw new Error(`${pair.ours}: ${result.fault.message}`);
  const ours = inUnit(result.value, unit);
  if (!ours.ok) throw new Error(`${pair.ours}: ${ours.fault.message}`);
  const evaluated: number | Unit = math.evaluate(pair.theirs);
  const theirs = typeof evaluated === 'number' ? evaluated : evaluated.toNumber(unit);
  // Sums may cancel: what counts is the error against the largest part, which the literals bound from below.
  expect(Math.abs(ours.value - theirs)).toBeLessThanOrEqual(1e-6 + 1e-9 * Math.abs(theirs));
}

const runs = { numRuns: 500 };
test('plain arithmetic agrees with mathjs', () =>
  fc.assert(
    fc.property(plain, (pair) => agrees(pair, '')),
    runs,
  ));
test('bytes and bits agree with mathjs', () =>
  fc.assert(
    fc.property(bytes, (pair) => agrees(pair, 'B')),
    runs,
  ));
test('times agree with mathjs', () =>
  fc.assert(
    fc.property(time, (pair) => agrees(pair, 's')),
    runs,
  ));

test('precedence without parentheses agrees with mathjs', () => {
  const operator = fc.constantFrom(' + ', ' - ', ' * ', ' / ', ' ^ ');
  const small = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(
      small,
      fc.array(fc.tuple(operator, fc.constantFrom('', '-'), small), { maxLength: 6 }),
      (first, rest) => {
        const text = first + rest.map((part) => part.join('')).join('');
        const theirs: number = math.evaluate(text);
        fc.pre(Number.isFinite(theirs) && Math.abs(theirs) < 1e15);
        const ours = evaluateFormula(text, {});
        if (!ours.ok) throw new Error(`${text}: ${ours.fault.message}`);
        expect(Math.abs(ours.value.value - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
      },
    ),
    runs,
  );
});
