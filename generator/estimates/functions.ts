/** The functions a formula may call: quantities in, a quantity or the reason for refusing out. */
import { describeDimensions } from './describe.ts';
import { isDimensionless, plain, power, type Quantity, sameDimensions, tidy } from './quantity.ts';

export const functionNames = ['ceil', 'floor', 'round', 'min', 'max', 'sqrt', 'log2', 'ln', 'log10'] as const;
export type FunctionName = (typeof functionNames)[number];

/** Why a call is refused. */
export interface Refusal {
  message: string;
  expected: string;
}

export function isFunctionName(name: string): name is FunctionName {
  return functionNames.some((known) => known === name);
}

const roundings = { ceil: Math.ceil, floor: Math.floor, round: Math.round };
const logarithms = { log2: Math.log2, ln: Math.log, log10: Math.log10 };

/** Applies a function. Rounding is for counts: a rate or a time has no whole units of its own. */
export function applyFunction(callee: FunctionName, values: readonly Quantity[]): Quantity | Refusal {
  const [first, second] = values;
  if (first === undefined) return { message: `${callee}() without a value`, expected: 'a value' };
  if (callee === 'min' || callee === 'max') return extreme(callee, first, values);
  if (second !== undefined)
    return { message: `${callee}() of ${values.length} values`, expected: 'one value' };
  if (callee === 'sqrt') {
    return first.value < 0
      ? { message: 'square root of a negative', expected: 'zero or more' }
      : power(first, 0.5);
  }
  if (callee === 'ceil' || callee === 'floor' || callee === 'round') {
    if ('s' in first.dimensions) {
      return {
        message: `${callee}() of ${describeDimensions(first.dimensions)} depends on the unit of time`,
        expected: `a count; divide by the unit first: ${callee}(x / 1 hour) * 1 hour`,
      };
    }
    return { value: roundings[callee](tidy(first.value)), dimensions: first.dimensions };
  }
  if (!isDimensionless(first.dimensions)) {
    return { message: `${callee}() of ${describeDimensions(first.dimensions)}`, expected: 'a plain number' };
  }
  return first.value > 0
    ? plain(logarithms[callee](first.value))
    : { message: `${callee}() of a number that is not positive`, expected: 'more than zero' };
}

function extreme(callee: 'min' | 'max', first: Quantity, values: readonly Quantity[]): Quantity | Refusal {
  const other = values.find((value) => !sameDimensions(first.dimensions, value.dimensions));
  if (other !== undefined) {
    const sides = `${describeDimensions(first.dimensions)} and ${describeDimensions(other.dimensions)}`;
    return { message: `dimensions differ: ${sides}`, expected: 'values of one kind' };
  }
  return { value: Math[callee](...values.map(({ value }) => value)), dimensions: first.dimensions };
}
