/** The tree of a formula: what the parser gives and the evaluator takes. */
import type { Span } from './fault.ts';
import type { FunctionName } from './functions.ts';
import type { Quantity } from './quantity.ts';

export type Operator = '+' | '-' | '*' | '/' | '^';

export type Formula = Span &
  (
    | { kind: 'literal'; quantity: Quantity; unit: string }
    | { kind: 'name'; name: string }
    | { kind: 'negate'; of: Formula }
    | { kind: 'binary'; operator: Operator; left: Formula; right: Formula }
    | { kind: 'call'; callee: FunctionName; arguments: Formula[] }
  );

/** The names that a formula refers to, in the order they stand. */
export function namesIn(formula: Formula): string[] {
  if (formula.kind === 'name') return [formula.name];
  if (formula.kind === 'negate') return namesIn(formula.of);
  if (formula.kind === 'binary') return [...namesIn(formula.left), ...namesIn(formula.right)];
  return formula.kind === 'call' ? formula.arguments.flatMap(namesIn) : [];
}

/** Two formulas joined; its place is from the one's start to the other's end. */
export function binary(operator: Operator, left: Formula, right: Formula): Formula {
  return { kind: 'binary', operator, left, right, start: left.start, end: right.end };
}

/** A plain number at a place. */
export function numberAt({ start, end }: Span, value: number): Formula {
  return { kind: 'literal', quantity: { value, dimensions: {} }, unit: '', start, end };
}
