/** A formula in, the unit its writer would want the result in out: that of the first part which measures the same. */
import type { Formula } from './formula.ts';
import { type Dimensions, sameDimensions } from './quantity.ts';
import { parseUnit, sizeOf } from './unit-text.ts';

/** The unit of the first name or number in a formula that has the result's dimensions; none where nothing has. */
export function unitFor(
  formula: Formula,
  dimensions: Dimensions,
  units: Readonly<Record<string, string>> = {},
): string | undefined {
  return unitsIn(formula, units).find((text) => {
    const unit = parseUnit(text);
    return unit.ok && text !== '' && sameDimensions(sizeOf(unit.value).dimensions, dimensions);
  });
}

function unitsIn(formula: Formula, units: Readonly<Record<string, string>>): string[] {
  switch (formula.kind) {
    case 'literal':
      return [formula.unit];
    case 'name':
      return [units[formula.name] ?? ''];
    case 'negate':
      return unitsIn(formula.of, units);
    case 'call':
      return formula.arguments.flatMap((argument) => unitsIn(argument, units));
    case 'binary':
      return [
        ...unitsIn(formula.left, units),
        ...(formula.operator === '^' ? [] : unitsIn(formula.right, units)),
      ];
  }
}
