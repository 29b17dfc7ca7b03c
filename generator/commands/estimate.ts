/** `panelprep estimate`: a formula and, if one is asked for, a unit in; the value, its unit and how it is said out. */
import { inUnit } from '../estimates/convert.ts';
import { evaluateTree } from '../estimates/evaluate.ts';
import { good, type Outcome } from '../estimates/fault.ts';
import { maxLength, parseFormula } from '../estimates/parse.ts';
import { parsePlaceholder } from '../estimates/placeholder.ts';
import { say } from '../estimates/say.ts';
import { unitFor } from '../estimates/unit-for.ts';
import type { Terminal } from './terminal.ts';

/**
 * Evaluates a formula without names. `in` (or `… in unit` in the formula) is the unit to give it in; else it is the
 * unit of the first number that measures the same, or a natural one. A fault with the unit has its place in the unit.
 */
export function estimate(
  formula: string,
  options: { in?: string } = {},
): Outcome<{ value: number; unit: string; said: string }> {
  const isWhole = options.in !== undefined || formula.length > maxLength;
  const asked = isWhole ? { formula, unit: options.in } : parsePlaceholder(formula);
  const tree = parseFormula(asked.formula, () => false);
  if (!tree.ok) return tree;
  const result = evaluateTree(tree.value, {});
  if (!result.ok) return result;
  if (asked.unit !== undefined) {
    const measured = inUnit(result.value, asked.unit);
    if (!measured.ok) return measured;
  }
  const unitText = asked.unit ?? unitFor(tree.value, result.value.dimensions);
  const { value, unit, said } = say(result.value, unitText, { fit: asked.unit === undefined });
  return good({ value, unit, said });
}

/** Prints the calculation; a fault is shown under the formula, and the exit code is 2. */
export async function printEstimate(
  terminal: Terminal,
  formula: string,
  options: { in?: string; json?: boolean },
): Promise<number> {
  const outcome = estimate(formula, options);
  if (outcome.ok) {
    terminal.out(options.json ? JSON.stringify(outcome.value) : outcome.value.said);
    return 0;
  }
  const { fault } = outcome;
  if (options.json) {
    terminal.out(
      JSON.stringify({
        error: {
          message: fault.message,
          expected: fault.expected,
          column: fault.start + 1,
          ...(fault.mend ? { mend: fault.mend } : {}),
        },
      }),
    );
    return 2;
  }
  terminal.err(`formula:1:${fault.start + 1}  error: found ${fault.message}, expected ${fault.expected}`);
  terminal.err(
    `    ${formula}\n    ${' '.repeat(fault.start)}${'^'.repeat(Math.max(1, fault.end - fault.start))}`,
  );
  if (fault.mend) terminal.err(`    ${fault.mend}`);
  return 2;
}
