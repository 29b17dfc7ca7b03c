/** A sheet's inputs, the company's scale and edits by hand in; every input's quantity at low, expected and high out. */
import type { EstimateSheet } from '../model/problem.ts';
import { describeDimensions } from './describe.ts';
import { evaluateTree, type Scope } from './evaluate.ts';
import { bad, type FormulaFault, good, type Outcome } from './fault.ts';
import { isFunctionName } from './functions.ts';
import { parseFormula } from './parse.ts';
import { type Quantity, sameDimensions, scaled } from './quantity.ts';
import { say } from './say.ts';
import { unitFor } from './unit-for.ts';
import { knownUnit } from './units.ts';

export interface SheetInput {
  name: string;
  why: string;
  value: Quantity;
  low?: Bound;
  high?: Bound;
  said: string;
  exact: string;
  unit: string;
  /** Its value is what the company states of itself. */
  fromCompany: boolean;
  /** Its value follows another input whose scale was stated or edited. */
  scaled: boolean;
}

/** The low or high end of an input, said in the input's unit. */
type Bound = Quantity & { said: string };

/** Where an input's value may come from besides the sheet. */
export interface InputSources {
  numbers: Scope;
  scale: Readonly<Record<string, string>>;
  overrides: Readonly<Record<string, string>>;
}

type Faults = Array<{ path: (string | number)[]; fault: FormulaFault }>;
type Read = { quantity: Quantity; unit: string };

/** Reads every input; those with a fault are left out and reported. */
export function readInputs(sheet: EstimateSheet, sources: InputSources, faults: Faults): SheetInput[] {
  const own = new Map<string, Read>();
  for (const [name, input] of Object.entries(sheet.inputs)) {
    const read = nameFault(name) ?? readQuantity(input.value, sources.numbers);
    if (read.ok) own.set(name, read.value);
    else faults.push({ path: ['inputs', name, 'value'], fault: read.fault });
  }
  const stated = readStated(own, sources, faults);
  return [...own].map(([name, { quantity, unit }]) => {
    const input = sheet.inputs[name];
    const given = stated.get(name);
    const ratio =
      given === undefined ? ratioOf(name, sheet, own, stated, faults) : ratioBetween(given, quantity);
    const value = given ?? scaled(quantity, ratio);
    const bound = (side: 'low' | 'high') =>
      readBound(side, name, { text: input?.[side], quantity, ratio, unit }, sources, faults);
    const { said, exact, unit: written } = say(value, unit);
    const bounds = { ...bound('low'), ...bound('high') };
    const fromCompany = given !== undefined && !Object.hasOwn(sources.overrides, name);
    return {
      name,
      why: input?.why ?? '',
      value,
      ...bounds,
      said,
      exact,
      unit: written,
      fromCompany,
      scaled: given === undefined && ratio !== 1,
    };
  });
}

/** A name that is a unit or a function would change what a formula means. */
function nameFault(name: string): ReturnType<typeof bad> | undefined {
  if (knownUnit(name) === undefined && !isFunctionName(name)) return undefined;
  return bad({ start: 0, end: 0 }, `"${name}" is a unit or a function`, 'another name', `${name}_count`);
}

function readQuantity(text: string, scope: Scope): Outcome<Read> {
  const tree = parseFormula(text, (name) => Object.hasOwn(scope, name), Object.keys(scope));
  if (!tree.ok) return tree;
  const value = evaluateTree(tree.value, scope);
  if (!value.ok) return value;
  const alone = tree.value.kind === 'literal' ? tree.value.unit : undefined;
  const unit = alone ?? unitFor(tree.value, value.value.dimensions) ?? say(value.value).unit;
  return good({ quantity: value.value, unit });
}

/** What the company states, and over it what was edited, for the inputs there are. */
function readStated(
  own: ReadonlyMap<string, Read>,
  sources: InputSources,
  faults: Faults,
): Map<string, Quantity> {
  const stated = new Map<string, Quantity>();
  for (const source of ['scale', 'overrides'] as const) {
    for (const [name, text] of Object.entries(sources[source])) {
      const sheetOwn = own.get(name);
      if (sheetOwn === undefined) continue;
      const read = readQuantity(text, sources.numbers);
      const checked = read.ok ? measuring(read.value.quantity, sheetOwn.quantity, text) : read;
      if (checked.ok) stated.set(name, checked.value);
      else faults.push({ path: [source, name], fault: checked.fault });
    }
  }
  return stated;
}

function readBound(
  side: 'low' | 'high',
  name: string,
  own: { text: string | undefined; quantity: Quantity; ratio: number; unit: string },
  sources: InputSources,
  faults: Faults,
): { low?: Bound; high?: Bound } {
  if (own.text === undefined) return {};
  const read = readQuantity(own.text, sources.numbers);
  const checked = read.ok ? measuring(read.value.quantity, own.quantity, own.text) : read;
  if (checked.ok) {
    const value = scaled(checked.value, own.ratio);
    return { [side]: { ...value, said: say(value, own.unit).said } };
  }
  faults.push({ path: ['inputs', name, side], fault: checked.fault });
  return {};
}

/** By how much an input follows the one it scales with, through any number of inputs between. */
function ratioOf(
  name: string,
  sheet: EstimateSheet,
  own: ReadonlyMap<string, Read>,
  stated: ReadonlyMap<string, Quantity>,
  faults: Faults,
): number {
  const seen = new Set([name]);
  for (let at = sheet.inputs[name]?.scalesWith; at !== undefined; at = sheet.inputs[at]?.scalesWith) {
    const base = own.get(at)?.quantity;
    const given = stated.get(at);
    if (sheet.inputs[at] === undefined || seen.has(at)) {
      const problem = seen.has(at) ? `"${name}" scales with itself` : `unknown input "${at}"`;
      const { fault } = bad({ start: 0, end: at.length }, problem, 'the name of another input');
      faults.push({ path: ['inputs', name, 'scalesWith'], fault });
      return 1;
    }
    if (base !== undefined && given !== undefined) return ratioBetween(given, base);
    seen.add(at);
  }
  return 1;
}

function ratioBetween(given: Quantity, own: Quantity): number {
  return own.value === 0 ? 1 : given.value / own.value;
}

function measuring(quantity: Quantity, like: Quantity, text: string): Outcome<Quantity> {
  if (sameDimensions(quantity.dimensions, like.dimensions)) return good(quantity);
  const [is, should] = [describeDimensions(quantity.dimensions), describeDimensions(like.dimensions)];
  return bad(
    { start: 0, end: text.length },
    `dimensions differ: ${is} and ${should}`,
    `${should}, like the value`,
  );
}
