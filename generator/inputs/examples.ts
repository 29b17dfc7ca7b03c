/** A schema in, what could stand there out: the example in the mend of a diagnostic. */
import { z } from 'zod';
import type { Path } from './yaml-source.ts';

/** By the name of the key; used where the schema accepts it. */
const byKey: Record<string, string> = {
  name: 'Ada Example',
  title: 'System design 1',
  timeZone: 'Europe/Berlin',
  start: '"10:00"',
  end: '"10:55"',
  date: '2026-12-18',
  id: 'design-1',
  problem: 'chat',
  level: 'senior',
  confidence: '0.6',
};
const byShape = ['2026-12-18', '"10:00"', 'key-value-store', '45', '3', '0.5', 'true'];

/** One line of YAML, or "…" for free text. */
export function exampleOf(schema: z.ZodType | undefined, path: Path): string {
  if (schema === undefined) return '…';
  const here = unwrap(schema);
  const key = String(path.at(-1) ?? '');
  if (key === 'name' && path.includes('company')) return 'Example Inc';
  const own = byKey[key];
  if (own !== undefined && accepts(here, own)) return own;
  if (here instanceof z.ZodObject) {
    const required = Object.entries(here.shape).filter(([, inner]) => !unwrapsToOptional(inner as z.ZodType));
    const inner = required.map(([k, s]) => `${k}: ${exampleOf(s as z.ZodType, [...path, k])}`);
    return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
  }
  if (here instanceof z.ZodArray) {
    const entry = exampleOf(here.element as z.ZodType, [...path, 0]);
    return entry === '…' ? '[first, second]' : `[${entry}]`;
  }
  if (here instanceof z.ZodRecord)
    return `{ key: ${exampleOf(here.valueType as z.ZodType, [...path, 'key'])} }`;
  if (here instanceof z.ZodEnum) return String(here.options[0]);
  if (accepts(here, 'any words!')) return '…';
  return byShape.find((text) => accepts(here, text)) ?? '…';
}

/** The schema itself, without what only makes it optional. */
export function unwrap(schema: z.ZodType): z.ZodType {
  let here = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodNullable)
    here = here.unwrap() as z.ZodType;
  return here;
}

function unwrapsToOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

function accepts(schema: z.ZodType, text: string): boolean {
  const bare = text.replaceAll('"', '');
  return schema.safeParse(bare).success || (/^[\d.]+$/.test(bare) && schema.safeParse(Number(bare)).success);
}
