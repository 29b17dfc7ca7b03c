/** A sheet's steps and a scope of inputs in; every step's quantity, in order of dependency, out. */
import type { EstimateSheet } from '../model/problem.ts';
import { inUnit } from './convert.ts';
import { describeDimensions } from './describe.ts';
import { evaluateTree, type Scope } from './evaluate.ts';
import { bad, type FormulaFault, type Outcome } from './fault.ts';
import { type Formula, namesIn } from './formula.ts';
import { isFunctionName } from './functions.ts';
import { parseFormula } from './parse.ts';
import { type Quantity, sameDimensions } from './quantity.ts';
import { type Said, say } from './say.ts';
import { knownUnit } from './units.ts';

export interface ComputedStep {
  name: string;
  say: string;
  group: EstimateSheet['steps'][string]['group'];
  formula: string;
  unit: string;
  value: Quantity;
  parts?: Array<{ what: string; value: Quantity }>;
}

type SheetFaults = Array<{ path: (string | number)[]; fault: FormulaFault }>;
type Step = EstimateSheet['steps'][string];
/** One formula of a step and the field it stands in. */
type Term = { text: string; path: (string | number)[]; what?: string };

/** Computes all wanted steps it can, and those that they need. A step whose needs failed is left out without a fault of its own. */
export function computeSteps(
  sheet: EstimateSheet,
  given: Scope,
  faults: SheetFaults,
  wanted: readonly string[] = Object.keys(sheet.steps),
): { scope: Scope; steps: ComputedStep[] } {
  const names = [
    ...new Set([...Object.keys(given), ...Object.keys(sheet.inputs), ...Object.keys(sheet.steps)]),
  ];
  const known = new Set(names);
  const scope: Record<string, Quantity> = { ...given };
  const steps: ComputedStep[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (name: string, from: Term | undefined, trail: readonly string[]): void => {
    const step = sheet.steps[name];
    if (step === undefined || state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      const circle = [...trail.slice(trail.indexOf(name)), name].join(' → ');
      const { fault } = bad(
        placeIn(from?.text ?? '', name),
        `cycle: ${circle}`,
        'steps that do not need themselves',
      );
      faults.push({ path: from?.path ?? ['steps', name], fault });
      return;
    }
    state.set(name, 'open');
    const fault = nameFault(name, sheet);
    if (fault) faults.push({ path: ['steps', name], fault });
    const trees = fault ? [] : parseTerms(name, step, { known, names }, faults);
    for (const { tree, term } of trees) for (const need of namesIn(tree)) visit(need, term, [...trail, name]);
    state.set(name, 'done');
    const computed = trees.length === 0 ? undefined : computeStep(name, step, trees, scope, faults);
    if (computed === undefined) return;
    scope[name] = computed.value;
    steps.push(computed);
  };
  for (const name of wanted) visit(name, undefined, []);
  return { scope, steps };
}

/** A step's quantity as the sheet shows it. */
export function stepSaid(value: Quantity, unit: string): Said {
  return say(value, unit);
}

function nameFault(name: string, sheet: EstimateSheet): FormulaFault | undefined {
  const span = { start: 0, end: 0 };
  if (Object.hasOwn(sheet.inputs, name))
    return bad(span, `"${name}" is also an input`, 'one name for one thing').fault;
  if (knownUnit(name) === undefined && !isFunctionName(name)) return undefined;
  return bad(span, `"${name}" is a unit or a function`, 'another name', `${name}_count`).fault;
}

function termsOf(name: string, step: Step): Term[] {
  if (step.formula !== undefined) return [{ text: step.formula, path: ['steps', name, 'formula'] }];
  return (step.parts ?? []).map(({ what, value }, index) => ({
    ...{ text: value, what },
    path: ['steps', name, 'parts', index, 'value'],
  }));
}

/** The trees of a step's formulas; none at all when one has a fault. */
function parseTerms(
  name: string,
  step: Step,
  { known, names }: { known: ReadonlySet<string>; names: readonly string[] },
  faults: SheetFaults,
) {
  const terms = termsOf(name, step).map((term) => ({
    term,
    tree: parseFormula(term.text, (word) => known.has(word), names),
  }));
  const good: Array<{ term: Term; tree: Formula }> = [];
  for (const { term, tree } of terms) {
    if (tree.ok) good.push({ term, tree: tree.value });
    else faults.push({ path: term.path, fault: tree.fault });
  }
  return good.length === terms.length ? good : [];
}

function computeStep(
  name: string,
  step: Step,
  trees: ReadonlyArray<{ term: Term; tree: Formula }>,
  scope: Scope,
  faults: SheetFaults,
): ComputedStep | undefined {
  const values: Array<{ what: string; value: Quantity }> = [];
  for (const { term, tree } of trees) {
    if (namesIn(tree).some((need) => !Object.hasOwn(scope, need))) return undefined;
    const value = checked(evaluateTree(tree, scope), values[0]?.value, tree);
    if (!value.ok) {
      faults.push({ path: term.path, fault: value.fault });
      return undefined;
    }
    values.push({ what: term.what ?? '', value: value.value });
  }
  const first = values[0]?.value;
  if (first === undefined) return undefined;
  const value = {
    value: values.reduce((total, part) => total + part.value.value, 0),
    dimensions: first.dimensions,
  };
  const measured = inUnit(value, step.unit);
  if (!measured.ok) {
    faults.push({ path: ['steps', name, 'unit'], fault: measured.fault });
    return undefined;
  }
  const { unit, group } = step;
  const formula = trees.map(({ term }) => term.text).join(' + ');
  return {
    name,
    say: step.say,
    group,
    formula,
    unit,
    value,
    ...(step.parts === undefined ? {} : { parts: values }),
  };
}

/** Parts are added up, so all must measure what the first one does. */
function checked(value: Outcome<Quantity>, first: Quantity | undefined, tree: Formula): Outcome<Quantity> {
  if (!value.ok || first === undefined || sameDimensions(value.value.dimensions, first.dimensions))
    return value;
  const [one, other] = [describeDimensions(first.dimensions), describeDimensions(value.value.dimensions)];
  return bad(tree, `dimensions differ: ${one} and ${other}`, `${one}, like the first part`);
}

function placeIn(text: string, name: string): { start: number; end: number } {
  const start = Math.max(0, text.search(new RegExp(`\\b${name}\\b`)));
  return { start, end: start + name.length };
}
