/** A quantity and a unit in, the quantity's number in that unit out. */
import { describeDimensions } from './describe.ts';
import { bad, good, type Outcome } from './fault.ts';
import { type Quantity, sameDimensions } from './quantity.ts';
import { parseUnit, sizeOf } from './unit-text.ts';

/** How many of `unitText` a quantity is. A fault's offsets are in `unitText`. */
export function inUnit(quantity: Quantity, unitText: string): Outcome<number> {
  const factors = parseUnit(unitText);
  if (!factors.ok) return factors;
  const size = sizeOf(factors.value);
  if (sameDimensions(quantity.dimensions, size.dimensions)) return good(quantity.value / size.value);
  const [is, asked] = [describeDimensions(quantity.dimensions), describeDimensions(size.dimensions)];
  const span = { start: 0, end: unitText.length };
  return bad(span, `dimensions differ: the result is ${is}, the unit ${asked}`, `a unit of ${is}`);
}
