/** A problem's estimates, and the company's scale, in; every input and step at low, expected and high out. */
import type { EstimateSheet } from '../model/problem.ts';
import { evaluateFormula, type Scope } from './evaluate.ts';
import type { FormulaFault } from './fault.ts';
import type { Scenario } from './placeholder.ts';
import type { Quantity } from './quantity.ts';
import { type Said, say } from './say.ts';
import { readInputs, type SheetInput } from './sheet-inputs.ts';
import { type ComputedStep, computeSteps, stepSaid } from './sheet-steps.ts';

export interface SheetOptions {
  /** What the company says of its size, by input: `{ dau: '500K users' }`. Names without an input are ignored. */
  scale?: Readonly<Record<string, string>>;
  /** Industry figures by id; they are names in formulas. */
  numbers?: Readonly<Record<string, string>>;
}

/** A fault, and the field it stands in: `['steps', 'peak_writes', 'formula']`. */
interface SheetFault {
  path: (string | number)[];
  fault: FormulaFault;
}

interface EvaluatedStep {
  name: string;
  say: string;
  group: EstimateSheet['steps'][string]['group'];
  /** As it was written; parts are joined with +. */
  formula: string;
  unit: string;
  parts?: Array<{ what: string; said: string }>;
  low: Said;
  expected: Said;
  high: Said;
}

export interface EvaluatedSheet {
  scopes: Record<Scenario, Scope>;
  inputs: SheetInput[];
  /** In order of dependency: a step stands after those it needs. */
  steps: EvaluatedStep[];
  faults: SheetFault[];
}

/** A sheet is checked, composed and said at the same scale: it is evaluated once. */
const known = new WeakMap<EstimateSheet, Map<string, EvaluatedSheet>>();

/** Evaluates a sheet. What has a fault is left out and reported once; what depends on it is left out silently. */
export function evaluateSheet(sheet: EstimateSheet, options: SheetOptions = {}): EvaluatedSheet {
  const own = known.get(sheet) ?? new Map<string, EvaluatedSheet>();
  known.set(sheet, own);
  const key = JSON.stringify([options.scale, options.numbers]);
  const evaluated = own.get(key) ?? evaluateOne(sheet, options, {});
  own.set(key, evaluated);
  return evaluated;
}

/** The same with some inputs edited by hand: `{ dau: '2M users' }`. What scales with an edited input follows it. */
export function evaluateOne(
  sheet: EstimateSheet,
  options: SheetOptions,
  overrides: Readonly<Record<string, string>>,
): EvaluatedSheet {
  const faults: SheetFault[] = [];
  const numbers = readNumbers(options.numbers ?? {}, faults);
  const inputs = readInputs(sheet, { numbers, scale: options.scale ?? {}, overrides }, faults);
  const scopeOf = (scenario: Scenario): Scope => ({
    ...numbers,
    ...Object.fromEntries(inputs.map((input) => [input.name, valueAt(input, scenario)])),
  });
  const expected = computeSteps(sheet, scopeOf('expected'), faults);
  const low = computeSteps(sheet, scopeOf('low'), faults);
  const high = computeSteps(sheet, scopeOf('high'), faults);
  return {
    scopes: { low: low.scope, expected: expected.scope, high: high.scope },
    inputs,
    steps: expected.steps.map((step) => evaluatedStep(step, low.scope, high.scope)),
    faults: withoutRepeats(faults),
  };
}

/** Stands for a step that cannot be computed; why is among the sheet's faults. */
const unknown: Said = { said: 'unknown', exact: 'unknown', unit: '', value: Number.NaN };

/**
 * What one step comes to when one input alone goes to its low and its high; `unknown` where one is missing. `evaluated` is
 * the sheet's own evaluation.
 */
export function spread(
  sheet: EstimateSheet,
  evaluated: EvaluatedSheet,
  input: string,
  step: string,
): { low: Said; high: Said } {
  const varied = evaluated.inputs.find(({ name }) => name === input);
  const unit = sheet.steps[step]?.unit;
  const at = (scenario: 'low' | 'high'): Said => {
    if (varied === undefined || unit === undefined) return unknown;
    const names = new Set(Object.keys(sheet.steps));
    const given = Object.entries(evaluated.scopes.expected).filter(([name]) => !names.has(name));
    const scope = { ...Object.fromEntries(given), [input]: valueAt(varied, scenario) };
    const value = computeSteps(sheet, scope, [], [step]).scope[step];
    return value === undefined ? unknown : stepSaid(value, unit);
  };
  return { low: at('low'), high: at('high') };
}

function readNumbers(numbers: Readonly<Record<string, string>>, faults: SheetFault[]): Scope {
  const read: Array<[string, Quantity]> = [];
  for (const [id, text] of Object.entries(numbers)) {
    const value = evaluateFormula(text, {});
    if (value.ok) read.push([id, value.value]);
    else faults.push({ path: ['numbers', id], fault: value.fault });
  }
  return Object.fromEntries(read);
}

function valueAt(input: SheetInput, scenario: Scenario): Quantity {
  return scenario === 'expected' ? input.value : (input[scenario] ?? input.value);
}

function evaluatedStep(step: ComputedStep, low: Scope, high: Scope): EvaluatedStep {
  const { name, value, unit, parts, formula, group } = step;
  const said = (scope: Scope) => stepSaid(scope[name] ?? value, unit);
  return {
    ...{ name, group, formula, unit, say: step.say },
    ...(parts === undefined
      ? {}
      : { parts: parts.map((part) => ({ what: part.what, said: say(part.value, unit).said })) }),
    ...{ low: said(low), expected: stepSaid(value, unit), high: said(high) },
  };
}

/** A fault of all three scenarios is one fault. */
function withoutRepeats(faults: readonly SheetFault[]): SheetFault[] {
  const byKey = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...byKey.values()];
}
