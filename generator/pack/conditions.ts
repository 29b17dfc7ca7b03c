/** Conditions and variants settled at one scale. */
import { evaluateCondition } from '../estimates/condition.ts';
import type { Scope } from '../estimates/evaluate.ts';

/** Whether a `when` holds; an absent one does. Faulty conditions are refused when the content is read. */
export function holds(when: string | undefined, scope: Scope): boolean {
  if (when === undefined) return true;
  const outcome = evaluateCondition(when, scope);
  if (!outcome.ok) throw new Error(`condition "${when}": ${outcome.fault.message}`);
  return outcome.value;
}

/** The item with the fields of its first variant that holds, and without the variants. */
export function settle<
  T extends { variants: readonly ({ when: string } & Partial<Record<string, unknown>>)[] },
>(item: T, scope: Scope): T {
  const variant = item.variants.find((v) => holds(v.when, scope));
  if (!variant) return { ...item, variants: [] };
  const merged: Record<string, unknown> = { ...item };
  for (const [key, value] of Object.entries(variant)) {
    if (key === 'when' || value === undefined) continue;
    const base = merged[key];
    merged[key] = isRecord(base) && isRecord(value) ? { ...base, ...value } : value;
  }
  return { ...item, ...merged, variants: [] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
