/** Text in; figures that were typed although the estimates derive them, out. */
import { evaluateFormula } from '../estimates/evaluate.ts';
import type { Quantity } from '../estimates/quantity.ts';
import { parseText } from '../estimates/text.ts';
import type { ResolvedProblem } from '../model/pack.ts';

/** `1,157 writes/s`, `≈ 92 TB`, `$4,200/month`; a number with no unit says too little to be told from another. */
const written = /(?<![\w.,$/{-])(\$?\d[\d,]*(?:\.\d+)?)(?:\s?([KMBT]))?\s?([A-Za-z]+(?:\/[a-z]+)*)/g;
/** Figures with fewer digits than this are as likely a round assumption as a result. */
const leastDigits = 3;
/** A typed figure is rounded: it means a result that is this near. */
const near = 0.01;

/** Typed text and the step whose value it is. */
export function typedFigures(
  texts: readonly string[],
  evaluated: ResolvedProblem['evaluated'],
): { text: string; step: string }[] {
  const derived = evaluated.steps.flatMap(({ name }) => {
    const value = evaluated.scopes.expected[name];
    return value ? [{ name, value }] : [];
  });
  return texts
    .flatMap((text) => parseText(withoutCode(text)))
    .flatMap((piece) => (piece.kind === 'text' ? [...piece.text.matchAll(written)] : []))
    .flatMap(([text, number = '', letter = '', unit = '']) => {
      const digits = number.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length;
      if (digits < leastDigits) return [];
      const is = evaluateFormula(`${number}${letter} ${unit}`, {});
      const step = is.ok ? derived.find((d) => same(d.value, is.value)) : undefined;
      return step ? [{ text: text.trim(), step: step.name }] : [];
    });
}

function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]+`/g, '');
}

function same(a: Quantity, b: Quantity): boolean {
  const keys = Object.keys({ ...a.dimensions, ...b.dimensions });
  return (
    keys.every((key) => (a.dimensions[key] ?? 0) === (b.dimensions[key] ?? 0)) &&
    Math.abs(a.value - b.value) <= near * Math.abs(a.value)
  );
}
