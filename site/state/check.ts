/**
 * Small checks for data that comes from outside: a file to import, an entry of the database. Each takes a value and where it
 * stands, and gives it back typed or throws a fault that says what was found and what was expected. The schemas of
 * `generator/model/history.ts` say the same; they stay out of the browser because zod weighs more than the page.
 */

export type Check<T> = (value: unknown, at: string) => T;
export type Parsed<T> = { ok: true; value: T } | { ok: false; fault: string };

const faultName = 'DataFault';

export function fail(at: string, expected: string, found: unknown): never {
  const error = new Error(`${at}: expected ${expected}, found ${shown(found)}`);
  error.name = faultName;
  throw error;
}

/** Runs checks at their boundary: a fault becomes a value, any other error is ours and goes on. */
export function parsed<T>(work: () => T): Parsed<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (error instanceof Error && error.name === faultName) return { ok: false, fault: error.message };
    throw error;
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export const text: Check<string> = (value, at) =>
  typeof value === 'string' ? value : fail(at, 'text', value);

export const filled: Check<string> = (value, at) =>
  typeof value === 'string' && value !== '' ? value : fail(at, 'text that is not empty', value);

export function amount(least: number): Check<number> {
  return (value, at) =>
    typeof value === 'number' && Number.isFinite(value) && value >= least
      ? value
      : fail(at, `a number from ${least}`, value);
}

export function whole(least: number, most: number): Check<number> {
  return (value, at) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : fail(at, `a whole number from ${least} to ${most}`, value);
}

export function oneOf<const T extends string | number>(values: readonly T[]): Check<T> {
  return (value, at) => values.find((v) => v === value) ?? fail(at, values.join(', '), value);
}

/** A calendar date that exists: 2026-02-29 does not. */
export const date: Check<string> = (value, at) =>
  typeof value === 'string' && isDate(value) ? value : fail(at, 'a date such as 2026-11-25', value);

const instantForm = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;

/** An instant in UTC, ISO 8601. */
export const instant: Check<string> = (value, at) =>
  typeof value === 'string' && isDate(instantForm.exec(value)?.[1] ?? '')
    ? value
    : fail(at, 'an instant such as 2026-11-25T18:30:00Z', value);

function isDate(value: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

export function listOf<T>(item: Check<T>): Check<T[]> {
  return (value, at) =>
    Array.isArray(value) ? value.map((v, i) => item(v, `${at}[${i}]`)) : fail(at, 'a list', value);
}

/** A table from keys to values, both checked. */
export function tableOf<T>(key: Check<string>, item: Check<T>): Check<Record<string, T>> {
  return (value, at) =>
    Object.fromEntries(
      Object.entries(fields(value, at))
        .filter(([k]) => k !== '__proto__')
        .map(([k, v]) => [key(k, `${at}, key`), item(v, `${at}.${k}`)]),
    );
}

/** A plain object's fields, still unchecked. */
export function fields(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(at, 'an object', value);
  return { ...value };
}

/** Fails on a key that nobody knows: it may mean something to a newer version. */
export function only(value: Record<string, unknown>, known: readonly string[], at: string): void {
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined) fail(at, `the keys ${known.join(', ')}`, stranger);
}

/** The key with its checked value where there is one, else nothing at all. */
export function optional<K extends string, T>(
  of: Record<string, unknown>,
  key: K,
  check: Check<T>,
  at: string,
): Partial<Record<K, T>> {
  const given: Partial<Record<K, T>> = {};
  if (of[key] !== undefined) given[key] = check(of[key], `${at}.${key}`);
  return given;
}
