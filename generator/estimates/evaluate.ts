/** A formula's text and what its names stand for in, a quantity or a located fault out. */
import { describeDimensions } from './describe.ts';
import { bad, good, type Outcome } from './fault.ts';
import type { Formula } from './formula.ts';
import { applyFunction } from './functions.ts';
import { parseFormula } from './parse.ts';
import {
  divide,
  isDimensionless,
  multiply,
  power,
  type Quantity,
  sameDimensions,
  scaled,
} from './quantity.ts';

/** What every declared name stands for. */
export type Scope = Readonly<Record<string, Quantity>>;

/** Evaluates a formula: dimensions are checked, and nothing infinite or undefined comes out. */
export function evaluateFormula(text: string, scope: Scope): Outcome<Quantity> {
  const parsed = parseFormula(text, (name) => Object.hasOwn(scope, name), Object.keys(scope));
  return parsed.ok ? evaluateTree(parsed.value, scope) : parsed;
}

/** Evaluates a parsed formula; every name in it must be in the scope. */
export function evaluateTree(formula: Formula, scope: Scope): Outcome<Quantity> {
  const result = compute(formula, scope);
  if (!result.ok || Number.isFinite(result.value.value)) return result;
  return bad(formula, 'the result is not a finite number', 'smaller numbers');
}

function compute(formula: Formula, scope: Scope): Outcome<Quantity> {
  if (formula.kind === 'literal') return good(formula.quantity);
  if (formula.kind === 'name') {
    const value = scope[formula.name];
    return value === undefined
      ? bad(formula, `unknown name "${formula.name}"`, 'an input, a step or a number')
      : good(value);
  }
  if (formula.kind === 'negate') {
    const of = evaluateTree(formula.of, scope);
    return of.ok ? good(scaled(of.value, -1)) : of;
  }
  if (formula.kind === 'call') {
    const values: Quantity[] = [];
    for (const argument of formula.arguments) {
      const value = evaluateTree(argument, scope);
      if (!value.ok) return value;
      values.push(value.value);
    }
    const result = applyFunction(formula.callee, values);
    return 'message' in result ? bad(formula, result.message, result.expected) : good(result);
  }
  const left = evaluateTree(formula.left, scope);
  if (!left.ok) return left;
  const right = evaluateTree(formula.right, scope);
  return right.ok ? combine(formula, left.value, right.value) : right;
}

function combine(formula: Formula & { kind: 'binary' }, left: Quantity, right: Quantity): Outcome<Quantity> {
  switch (formula.operator) {
    case '*':
      return good(multiply(left, right));
    case '/':
      if (right.value === 0) return bad(formula.right, 'division by zero', 'a divisor other than zero');
      return good(divide(left, right));
    case '^':
      return raise(formula, left, right);
    case '+':
    case '-': {
      if (!sameDimensions(left.dimensions, right.dimensions)) {
        const [one, other] = [describeDimensions(left.dimensions), describeDimensions(right.dimensions)];
        return bad(
          formula.right,
          `dimensions differ: ${one} and ${other}`,
          `${one} on both sides of "${formula.operator}"`,
        );
      }
      const value = formula.operator === '+' ? left.value + right.value : left.value - right.value;
      return good({ value, dimensions: left.dimensions });
    }
  }
}

function raise(formula: Formula & { kind: 'binary' }, base: Quantity, exponent: Quantity): Outcome<Quantity> {
  if (!isDimensionless(exponent.dimensions)) {
    const kind = describeDimensions(exponent.dimensions);
    return bad(formula.right, `the exponent is ${kind}`, 'a plain number as exponent');
  }
  const halves = exponent.value * 2;
  if (!isDimensionless(base.dimensions) && halves !== Math.round(halves)) {
    return bad(
      formula.right,
      `${describeDimensions(base.dimensions)} to the power of ${exponent.value}`,
      'a whole or half exponent',
    );
  }
  if (base.value === 0 && exponent.value < 0)
    return bad(formula, 'division by zero', 'a base other than zero');
  if (base.value < 0 && exponent.value !== Math.round(exponent.value)) {
    return bad(formula, 'a root of a negative number', 'zero or more');
  }
  return good(power(base, exponent.value));
}
