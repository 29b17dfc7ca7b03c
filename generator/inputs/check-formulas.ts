/** Every formula, placeholder and condition of the knowledge base evaluated; each fault at its place. */
import type { Diagnostic } from '../diagnostics.ts';
import { evaluateCondition } from '../estimates/condition.ts';
import type { Scope } from '../estimates/evaluate.ts';
import type { FormulaFault } from '../estimates/fault.ts';
import { type EvaluatedSheet, evaluateSheet } from '../estimates/sheet.ts';
import { fillText } from '../estimates/text.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { slotNames } from '../model/lens.ts';
import type { EstimateSheet } from '../model/problem.ts';
import type { KnowledgeRead } from './load-content.ts';
import { suggest } from './nearest.ts';
import type { Path, YamlSource } from './yaml-source.ts';

type Sources = Pick<KnowledgeRead, 'sources' | 'bodies'>;
type Place = { file: string; line: number; column: number };

const none: EstimateSheet = { inputs: {}, steps: {}, headline: {}, insights: [], tradeoffs: [] };
/** Fields of estimates.yaml that are formulas themselves: the sheet's own evaluation reports them. */
const ownFormulas = new Set(['value', 'low', 'high', 'formula', 'unit']);

/**
 * `scale` is the loop's company scale, so that what is checked is what will be said. Its own faults are the loop's:
 * crossCheck reports them there.
 */
export function checkFormulas(
  knowledge: Knowledge,
  read: Sources,
  scale: Readonly<Record<string, string>>,
): Diagnostic[] {
  const numbers = Object.fromEntries(knowledge.numbers.map((n) => [n.id, n.value]));
  const bare = evaluateSheet(none, { numbers });
  const diagnostics: Diagnostic[] = numberFaults(bare, read);
  for (const problem of knowledge.problems) {
    const folder = problem.file.replace(/sheet\.md$/, '');
    const evaluated = problem.depth ? evaluateSheet(problem.depth.estimates, { scale, numbers }) : bare;
    const estimates = find(read.sources, `problems/${problem.id}/estimates.yaml`);
    if (estimates)
      for (const { path, fault } of evaluated.faults)
        if (path[0] !== 'numbers' && path[0] !== 'scale')
          diagnostics.push(
            faultAt({ file: estimates.file, ...estimates.locateInside(path, fault.start) }, fault),
          );
    const inFolder = (file: string) => file.startsWith(folder) || file.includes(`problems/${problem.id}/`);
    for (const [file, source] of read.sources)
      if (inFolder(file)) diagnostics.push(...checkYaml(source, evaluated, file.endsWith('estimates.yaml')));
    for (const [file, body] of read.bodies)
      if (inFolder(file)) diagnostics.push(...checkBody(file, body, evaluated));
  }
  for (const pattern of knowledge.patterns) {
    const body = read.bodies.get(pattern.file);
    if (body) diagnostics.push(...checkBody(pattern.file, body, bare));
  }
  for (const lens of knowledge.lenses) {
    const source = read.sources.get(lens.file);
    if (source) diagnostics.push(...checkSlots(source));
  }
  return diagnostics;
}

function find(sources: ReadonlyMap<string, YamlSource>, ending: string): YamlSource | undefined {
  return [...sources].find(([file]) => file.endsWith(ending))?.[1];
}

function numberFaults(bare: EvaluatedSheet, read: Sources): Diagnostic[] {
  const source = find(read.sources, 'numbers.yaml');
  if (!source || !Array.isArray(source.value)) return [];
  const ids = source.value.map((n: { id?: unknown }) => n.id);
  return bare.faults.map(({ path, fault }) =>
    faultAt(
      { file: source.file, ...source.locateInside([ids.indexOf(path[1]), 'value'], fault.start) },
      fault,
    ),
  );
}

function faultAt(place: Place, fault: FormulaFault): Diagnostic {
  return {
    severity: 'error',
    ...place,
    found: fault.message,
    expected: fault.expected,
    mend: fault.mend ?? 'Mend the formula.',
  };
}

/** Texts with placeholders and `when`/`until` conditions, wherever they stand in a file. */
function checkYaml(source: YamlSource, evaluated: EvaluatedSheet, isEstimates: boolean): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [i, v] of value.entries()) walk(v, [...path, i]);
    else if (typeof value === 'object' && value !== null)
      for (const [k, v] of Object.entries(value)) walk(v, [...path, k]);
    else if (typeof value === 'string') {
      const key = path.at(-1);
      const inEstimates =
        isEstimates && (path[0] === 'inputs' || path[0] === 'steps') && ownFormulas.has(String(key));
      if (inEstimates) return;
      const isCondition = key === 'when' || key === 'until';
      const faults =
        isCondition && (isEstimates || looksLikeCondition(source.file, path))
          ? conditionFaults(value, evaluated.scopes.expected)
          : isCondition
            ? []
            : textFaults(value, evaluated);
      for (const fault of faults)
        diagnostics.push(faultAt({ file: source.file, ...source.locateInside(path, fault.start) }, fault));
    }
  };
  walk(source.value, []);
  return diagnostics;
}

/** In api.yaml, `when` is a sentence; elsewhere it is a condition. */
function looksLikeCondition(file: string, path: Path): boolean {
  return !file.endsWith('api.yaml') && path.length > 0;
}

function conditionFaults(text: string, scope: Scope): FormulaFault[] {
  const outcome = evaluateCondition(text, scope);
  return outcome.ok ? [] : [outcome.fault];
}

/** Placeholders outside of code. */
function textFaults(text: string, evaluated: EvaluatedSheet): readonly FormulaFault[] {
  if (!text.includes('{')) return [];
  const masked = text.replace(/```[\s\S]*?```|`[^`\n]+`/g, (codeSpan) => ' '.repeat(codeSpan.length));
  return fillText(masked, evaluated).faults;
}

const whenBlock = /^(\s*(?:(?:[-*]|\d+\.)\s+)?)\{when ([^}]*)\}/;

function checkBody(
  file: string,
  body: { text: string; firstLine: number },
  evaluated: EvaluatedSheet,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const lines = body.text.split('\n');
  for (const [i, line] of lines.entries()) {
    const match = whenBlock.exec(line);
    if (!match) continue;
    for (const fault of conditionFaults(match[2] ?? '', evaluated.scopes.expected))
      diagnostics.push(
        faultAt({ file, line: body.firstLine + i, column: (match[1]?.length ?? 0) + 7 + fault.start }, fault),
      );
    lines[i] = match[0].replace(/./g, ' ') + line.slice(match[0].length);
  }
  const text = lines.join('\n');
  for (const fault of textFaults(text, evaluated)) {
    const before = text.slice(0, fault.start);
    diagnostics.push(
      faultAt(
        {
          file,
          line: body.firstLine + before.split('\n').length - 1,
          column: fault.start - before.lastIndexOf('\n'),
        },
        fault,
      ),
    );
  }
  return diagnostics;
}

/** Slots of a lens's probes: known ones only. */
function checkSlots(source: YamlSource): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (Array.isArray(value)) for (const [i, v] of value.entries()) walk(v, [...path, i]);
    else if (typeof value === 'object' && value !== null)
      for (const [k, v] of Object.entries(value)) walk(v, [...path, k]);
    else if (typeof value === 'string')
      for (const match of value.matchAll(/\{([^}]*)\}/g)) {
        const slot = /^slot:(.+)$/.exec(match[1] ?? '')?.[1];
        if (slot !== undefined && slotNames.some((s) => s === slot)) continue;
        diagnostics.push({
          severity: 'error',
          file: source.file,
          ...source.locateInside(path, match.index),
          found: `the placeholder "${match[0].slice(0, 40)}"`,
          expected: 'a slot such as {slot:table}',
          mend: suggest(slot ?? '', [...slotNames], 16),
        });
      }
  };
  walk(source.value, []);
  return diagnostics;
}
