/** Quantities and their arithmetic: values in base units with a vector of dimension exponents come in and go out. */

/** Exponents by base unit (`B`, `s`, `USD`) or canonical noun (`message`); an exponent of zero is left out. */
export type Dimensions = Readonly<Record<string, number>>;

export interface Quantity {
  /** In base units: bytes, seconds, USD, counts. */
  value: number;
  dimensions: Dimensions;
}

/** A dimensionless quantity. */
export function plain(value: number): Quantity {
  return { value, dimensions: {} };
}

/** Both dimension vectors added, the second one `times` over. */
function joinDimensions(left: Dimensions, right: Dimensions, times = 1): Dimensions {
  const joined = new Map(Object.entries(left));
  for (const [base, power] of Object.entries(right)) {
    const sum = (joined.get(base) ?? 0) + power * times;
    if (sum === 0) joined.delete(base);
    else joined.set(base, sum);
  }
  return Object.fromEntries(joined);
}

/** Whether two quantities may be added or compared. */
export function sameDimensions(left: Dimensions, right: Dimensions): boolean {
  const bases = Object.keys(left);
  return bases.length === Object.keys(right).length && bases.every((base) => left[base] === right[base]);
}

export function isDimensionless(dimensions: Dimensions): boolean {
  return Object.keys(dimensions).length === 0;
}

export function multiply(left: Quantity, right: Quantity): Quantity {
  return {
    value: left.value * right.value,
    dimensions: joinDimensions(left.dimensions, right.dimensions),
  };
}

/** The caller has made sure that `right` is not zero. */
export function divide(left: Quantity, right: Quantity): Quantity {
  return {
    value: left.value / right.value,
    dimensions: joinDimensions(left.dimensions, right.dimensions, -1),
  };
}

export function power(base: Quantity, exponent: number): Quantity {
  return {
    value: base.value ** exponent,
    dimensions: joinDimensions({}, base.dimensions, exponent),
  };
}

/** The same quantity, `factor` times as much. */
export function scaled(quantity: Quantity, factor: number): Quantity {
  return { value: quantity.value * factor, dimensions: quantity.dimensions };
}

/** Without the noise of binary floating point: whole numbers as they are, others to twelve significant digits. */
export function tidy(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
}
