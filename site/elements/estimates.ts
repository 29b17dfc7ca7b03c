/** `<pp-estimates>`: the assumptions become fields; change one and every number on the page that depends on it moves. */
import type { EstimateSheet } from '../../generator/model/problem.ts';
import { type EvaluatedSheet, evaluateOne } from '../../generator/estimates/sheet.ts';
import { fillText } from '../../generator/estimates/text.ts';

interface SheetData {
  inputs: EstimateSheet['inputs'];
  steps: EstimateSheet['steps'];
  scale: Record<string, string>;
  numbers: Record<string, string>;
}

class Estimates extends HTMLElement {
  connectedCallback(): void {
    const data: SheetData = JSON.parse(this.dataset.sheet ?? '{}');
    const sheet: EstimateSheet = { inputs: data.inputs, steps: data.steps, headline: {}, insights: [], tradeoffs: [] };
    const options = { scale: data.scale, numbers: data.numbers };
    const edited = new Map<string, string>();
    const fault = document.createElement('p');
    fault.className = 'fault';
    fault.setAttribute('role', 'status');
    const reset = document.createElement('button');
    reset.type = 'button';
    reset.textContent = 'Back to the sheet’s assumptions';
    reset.hidden = true;
    const fields: { field: HTMLInputElement; name: string; first: string }[] = [];

    const run = (changed?: HTMLInputElement) => {
      const evaluated = evaluateOne(sheet, options, Object.fromEntries(edited));
      const wrong = evaluated.faults[0];
      fault.textContent = wrong ? `${wrong.fault.message}: expected ${wrong.fault.expected}.` : '';
      changed?.setAttribute('aria-invalid', String(wrong !== undefined));
      reset.hidden = edited.size === 0;
      if (!wrong) say(evaluated);
    };

    for (const cell of this.querySelectorAll<HTMLElement>('.inputs td:nth-child(2)')) {
      const name = cell.querySelector('data')?.dataset.formula;
      if (!name || !data.inputs[name]) continue;
      const field = document.createElement('input');
      field.value = (cell.textContent ?? '').replace(/^≈\s*/, '').replace(/\u00a0/g, ' ');
      field.setAttribute('aria-label', name.replace(/_/g, ' '));
      const first = field.value;
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
    });
    this.querySelector('.inputs')?.after(fault, reset);
  }
}

/** Says every number of the page again; those that moved are marked. */
function say(evaluated: EvaluatedSheet): void {
  for (const node of document.querySelectorAll<HTMLElement>('data.v[data-formula]')) {
    const part = fillText(`{${node.dataset.formula}}`, evaluated).parts.find((p) => typeof p !== 'string');
    if (!part || typeof part === 'string') continue;
    const said = part.said.replace(/ /g, '\u00a0');
    node.dataset.first ??= node.textContent ?? '';
    node.textContent = said;
    node.title = part.exact;
    node.classList.toggle('moved', said !== node.dataset.first);
  }
}

customElements.define('pp-estimates', Estimates);
