/** The live part of `<pp-estimates>`, loaded when the assumptions are opened or a number is pointed at. */

import { type EvaluatedSheet, evaluateOne } from '../../generator/estimates/sheet.ts';
import { type FilledFormula, fillText } from '../../generator/estimates/text.ts';
import type { EstimateSheet } from '../../generator/model/problem.ts';
import { keep, keptEdits } from './kept-edits.ts';

type Input = EstimateSheet['inputs'][string];
type Step = EstimateSheet['steps'][string];
/** The sheet as the page carries it: without the words that its tables already say. */
interface SheetData {
  inputs: Record<string, Omit<Input, 'why'>>;
  steps: Record<string, Omit<Step, 'say'>>;
  scale: Record<string, string>;
  numbers: Record<string, string>;
}

/** Turns the host's assumptions into fields. Gives the function that says a number's exact value, as it stands now. */
export function enliven(host: HTMLElement): (node: HTMLDataElement) => void {
  const data: SheetData = JSON.parse(host.dataset.sheet ?? '{}');
  const sheet = sheetOf(data);
  const options = { scale: data.scale, numbers: data.numbers };
  const edited = new Map([...keptEdits()].filter(([name]) => data.inputs[name]));
  // A page of the same document that says the numbers without holding their table.
  const follows = host.querySelector('.inputs') === null;
  const fault = document.createElement('p');
  fault.className = 'fault';
  fault.id = 'estimate-fault';
  fault.setAttribute('role', 'status');
  const reset = document.createElement('button');
  reset.type = 'button';
  reset.textContent = 'Back to the sheet’s assumptions';
  reset.hidden = true;
  const fields: { field: HTMLInputElement; name: string; first: string }[] = [];
  let evaluated = evaluateOne(sheet, options, {});

  const run = (changed?: HTMLInputElement) => {
    const next = evaluateOne(sheet, options, Object.fromEntries(edited));
    const wrong = next.faults[0];
    fault.textContent = wrong
      ? `${wrong.fault.message}: expected ${wrong.fault.expected}. The numbers stay as they were.`
      : '';
    for (const { field } of fields)
      field.setAttribute('aria-invalid', String(wrong !== undefined && field === changed));
    reset.hidden = edited.size === 0;
    if (wrong) return;
    keep(edited);
    evaluated = next;
    say(evaluated);
  };

  for (const cell of host.querySelectorAll<HTMLElement>('.inputs td:nth-child(2)')) {
    const name = cell.querySelector('data')?.value;
    if (!name || !data.inputs[name]) continue;
    const field = document.createElement('input');
    const first = (cell.textContent ?? '').replace(/^≈\s*/, '');
    field.value = edited.get(name) ?? first;
    field.setAttribute('aria-label', name.replace(/_/g, ' '));
    field.setAttribute('aria-describedby', fault.id);
    field.spellcheck = false;
    field.addEventListener('input', () => {
      if (field.value === first) edited.delete(name);
      else edited.set(name, field.value);
      run(field);
    });
    fields.push({ field, name, first });
    cell.replaceChildren(field);
  }
  reset.addEventListener('click', () => {
    edited.clear();
    for (const { field, first } of fields) field.value = first;
    run();
    fields[0]?.field.focus();
  });
  const bar = document.createElement('div');
  bar.className = 'estimate-bar';
  bar.append(fault, reset);
  if (!follows) host.querySelector('.inputs')?.before(bar);
  else if (edited.size > 0) {
    const told = document.createElement('p');
    told.textContent = `Numbers on this page follow ${edited.size === 1 ? 'the assumption' : `the ${edited.size} assumptions`} that you changed.`;
    bar.prepend(told);
    bar.classList.add('note');
    reset.addEventListener('click', () => bar.remove());
    document.querySelector('article.document')?.prepend(bar);
  }
  if (edited.size > 0) run();

  return (node) => {
    const filled = formulaOf(node, evaluated);
    if (filled) node.title = `${filled.exact} = ${node.value.replace(/_/g, ' ')}`;
  };
}

function sheetOf(data: SheetData): EstimateSheet {
  const inputs = Object.fromEntries(
    Object.entries(data.inputs).map(([name, i]) => [name, { ...i, why: '' }]),
  );
  const steps = Object.fromEntries(Object.entries(data.steps).map(([name, s]) => [name, { ...s, say: '' }]));
  return { inputs, steps, headline: {}, insights: [], tradeoffs: [] };
}

function formulaOf(node: HTMLDataElement, evaluated: EvaluatedSheet): FilledFormula | undefined {
  const part = fillText(`{${node.value}}`, evaluated).parts.find((p) => typeof p !== 'string');
  return typeof part === 'string' ? undefined : part;
}

/** Says every number of the page again; those that moved are marked. */
function say(evaluated: EvaluatedSheet): void {
  for (const node of document.querySelectorAll<HTMLDataElement>('data')) {
    const part = formulaOf(node, evaluated);
    if (!part) continue;
    node.dataset.first ??= node.textContent ?? '';
    node.textContent = part.said;
    node.removeAttribute('title');
    node.classList.toggle('moved', part.said !== node.dataset.first);
  }
}
