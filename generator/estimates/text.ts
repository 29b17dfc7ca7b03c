/** A text with `{formula}` placeholders in; its pieces, and the text with every formula said, out. */
import { inUnit } from './convert.ts';
import { evaluateTree, type Scope } from './evaluate.ts';
import { bad, type FormulaFault, good, type Outcome, shifted } from './fault.ts';
import { maxLength, parseFormula } from './parse.ts';
import { parsePlaceholder, type Scenario } from './placeholder.ts';
import { say } from './say.ts';
import { unitFor } from './unit-for.ts';

export type TextPiece =
  | { kind: 'text'; text: string }
  | { kind: 'slot'; slot: string; start: number; end: number }
  /** `start` and `end` are the braces' place in the text. */
  | {
      kind: 'formula';
      formula: string;
      unit?: string;
      scenario?: 'low' | 'high';
      start: number;
      end: number;
    };

/** A formula of a text as it is shown: said, with the exact figure beside it. */
export interface FilledFormula {
  formula: string;
  said: string;
  exact: string;
  value: number;
}

/** Cuts a text at its placeholders. `\{` is a brace; braces that hold code (quotes, a colon and a space) stay text. */
export function parseText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain });
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    if (/^\\[{}]/.test(text.slice(at, at + 2))) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    const end = text[at] === '{' ? closingBrace(text, at) : undefined;
    if (end === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    const inside = text.slice(at + 1, end - 1);
    const slot = /^slot:([\w-]+)$/.exec(inside.trim())?.[1];
    if (slot === undefined && isCode(inside)) {
      plain += text.slice(at, end);
    } else {
      flush();
      const place = { start: at, end };
      pieces.push(
        slot === undefined
          ? { kind: 'formula', ...parsePlaceholder(inside), ...place }
          : { kind: 'slot', slot, ...place },
      );
    }
    at = end;
  }
  flush();
  return pieces;
}

/** Parts a `{when condition}` at the beginning from the text it stands before. */
export function splitWhen(text: string): { when?: string; text: string } {
  const found = /^\s*\{when\s+([^{}]+)\}\s*/.exec(text);
  return found?.[1] === undefined ? { text } : { when: found[1].trim(), text: text.slice(found[0].length) };
}

/** What a text's formulas are evaluated with; an evaluated sheet is one. */
export interface TextSource {
  scopes: Readonly<Record<Scenario, Scope>>;
  inputs?: ReadonlyArray<{ name: string; unit: string }>;
  steps?: ReadonlyArray<{ name: string; unit: string }>;
}

interface FilledText {
  parts: ReadonlyArray<string | FilledFormula>;
  faults: readonly FormulaFault[];
}

/** A text is checked, linted and shown on several pages: it is filled once for a sheet. */
const filledTexts = new WeakMap<TextSource, Map<string, FilledText>>();

/**
 * Says every formula of a text, a bare name in the unit of its input or step (or that in `units`). A formula that cannot
 * be evaluated stays as it was written and is reported, with its place in the text.
 */
export function fillText(
  text: string,
  evaluated: TextSource,
  units?: Readonly<Record<string, string>>,
): FilledText {
  if (units) return fillAnew(text, evaluated, units);
  const known = filledTexts.get(evaluated) ?? new Map<string, FilledText>();
  filledTexts.set(evaluated, known);
  const filled = known.get(text) ?? fillAnew(text, evaluated, unitsOf(evaluated));
  known.set(text, filled);
  return filled;
}

function fillAnew(text: string, evaluated: TextSource, units: Readonly<Record<string, string>>): FilledText {
  const faults: FormulaFault[] = [];
  const parts = parseText(text).map((piece) => {
    if (piece.kind === 'text') return piece.text;
    const written = text.slice(piece.start, piece.end);
    if (piece.kind === 'slot') return written;
    const filled = fill(piece, evaluated.scopes[piece.scenario ?? 'expected'], units);
    if (filled.ok) return filled.value;
    const offset = piece.start + 1 + Math.max(0, written.slice(1).indexOf(piece.formula));
    faults.push(withinText(filled.fault, offset));
    return written;
  });
  return { parts, faults };
}

/** A sheet has thousands of texts, and one table of units. */
const tables = new WeakMap<TextSource, Record<string, string>>();

function unitsOf(source: TextSource): Record<string, string> {
  const { inputs = [], steps = [] } = source;
  const units =
    tables.get(source) ?? Object.fromEntries([...inputs, ...steps].map(({ name, unit }) => [name, unit]));
  tables.set(source, units);
  return units;
}

type FormulaPiece = TextPiece & { kind: 'formula' };

function fill(
  piece: FormulaPiece,
  scope: Scope,
  units: Readonly<Record<string, string>>,
): Outcome<FilledFormula> {
  const { formula, unit } = piece;
  const tree = parseFormula(formula, (name) => Object.hasOwn(scope, name), Object.keys(scope));
  if (!tree.ok) return tree;
  const result = evaluateTree(tree.value, scope);
  if (!result.ok) return result;
  if (unit !== undefined) {
    const measured = inUnit(result.value, unit);
    if (!measured.ok)
      return bad({ start: 0, end: formula.length }, measured.fault.message, measured.fault.expected);
  }
  const { said, exact, value } = say(
    result.value,
    unit ?? unitFor(tree.value, result.value.dimensions, units),
    {
      fit: unit === undefined,
    },
  );
  return good({ formula, said, exact, value });
}

/** Braces that were never meant as a formula are the likeliest cause of an unknown name. */
function withinText(fault: FormulaFault, offset: number): FormulaFault {
  const placed = shifted(fault, offset);
  if (fault.mend !== undefined || !fault.message.startsWith('unknown name')) return placed;
  return { ...placed, expected: `${fault.expected}; braces that hold no formula are written \\{ and \\}` };
}

/** The offset after the brace that closes the one at `open`; none when nothing does. */
function closingBrace(text: string, open: number): number | undefined {
  let depth = 0;
  const last = Math.min(text.length, open + 10 * maxLength);
  for (let at = open; at < last; at++) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}

function isCode(inside: string): boolean {
  if (inside.length > maxLength) return true;
  return inside.trim() === '' || /["'`{}]|:\s|:$|^when\s/.test(inside.trim()) || inside.includes(': ');
}
