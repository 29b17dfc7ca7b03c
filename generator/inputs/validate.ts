/** A parsed file and a schema in, a typed value or located diagnostics out. */
import { z } from 'zod';
import type { Diagnostic } from '../diagnostics.ts';
import { nearest, suggest } from './nearest.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** A value of which any part may be absent. Lists keep their places. */
export type Draft<T> = T extends readonly (infer U)[]
  ? (Draft<U> | undefined)[]
  : T extends object
    ? { [K in keyof T]?: Draft<T[K]> | undefined }
    : T;

export interface Validated<T> {
  value: T | undefined;
  /** What of a faulty value is in order, so that faults between files are found in the same run. */
  draft: Draft<T> | undefined;
  diagnostics: Diagnostic[];
}

/** Checks `source` against `schema`; every fault comes back with its place and how to mend it. */
export function validate<S extends z.ZodType>(source: YamlSource, schema: S): Validated<z.output<S>> {
  const result = schema.safeParse(source.value);
  if (result.success)
    return { value: result.data, draft: result.data as Draft<z.output<S>>, diagnostics: [] };
  const { issues } = result.error;
  const renamed = new Set(issues.flatMap((issue) => misspelled(issue, schema)));
  const diagnostics = issues
    .filter((issue) => !(renamed.has(spell(issue.path)) && valueAt(source.value, issue.path) === undefined))
    .flatMap((issue) => explain(issue, source, schema));
  return { value: undefined, draft: draftOf(schema, source.value) as Draft<z.output<S>>, diagnostics };
}

/** The parts of a value that their own schemas accept. */
function draftOf(schema: z.ZodType, value: unknown): unknown {
  const here = unwrap(schema);
  if (here instanceof z.ZodArray && Array.isArray(value))
    return value.map((entry) => draftOf(here.element as z.ZodType, entry));
  const isKeyed = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (here instanceof z.ZodObject && isKeyed)
    return Object.fromEntries(
      Object.entries(here.shape).map(([key, own]) => [key, draftOf(own as z.ZodType, valueAt(value, [key]))]),
    );
  if (here instanceof z.ZodRecord && isKeyed)
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => (here.keyType as z.ZodType).safeParse(key).success)
        .map(([key, entry]) => [key, draftOf(here.valueType as z.ZodType, entry)]),
    );
  const parsed = here.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

type Issue = z.core.$ZodIssue;

/** The paths of the keys that unknown keys were probably meant to be: they are not reported as missing, too. */
function misspelled(issue: Issue, schema: z.ZodType): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const declared = schemaAt(schema, issue.path);
  const here = declared && unwrap(declared);
  if (!(here instanceof z.ZodObject)) return [];
  const keys = Object.keys(here.shape);
  return issue.keys.flatMap((k) => {
    const near = nearest(k, keys);
    return near === undefined ? [] : [spell([...issue.path, near])];
  });
}

function explain(issue: Issue, source: YamlSource, schema: z.ZodType): Diagnostic[] {
  const at = (
    path: Path,
    rest: Pick<Diagnostic, 'found' | 'expected' | 'mend'>,
    key = false,
  ): Diagnostic => ({
    severity: 'error',
    file: source.file,
    ...source.locate(path, { key }),
    ...rest,
  });
  const name = spell(issue.path);
  const declared = schemaAt(schema, issue.path);
  const here = declared && unwrap(declared);
  const about = declared?.description ? ` ${declared.description}` : '';
  const value = valueAt(source.value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = here instanceof z.ZodObject ? Object.keys(here.shape) : [];
      return issue.keys.map((k) =>
        at(
          [...issue.path, k],
          {
            found: `the unknown key "${short(k)}"${name ? ` in ${name}` : ''}`,
            expected: nearest(k, keys) ? `"${nearest(k, keys)}"` : 'a known key',
            mend: keys.length ? suggest(k, keys, 20) : 'Delete it.',
          },
          true,
        ),
      );
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      if (value === undefined)
        return [
          at(issue.path, {
            found: `no ${name}`,
            expected: options.join(' | '),
            mend: `Add ${last(issue.path)}: ${options[0]}.${about}`,
          }),
        ];
      return [
        at(issue.path, {
          found: `${describe(value, issue.path)} for ${name}`,
          expected: options.length > 6 ? 'one of a fixed list' : options.join(' | '),
          mend: suggest(String(value), options, 20),
        }),
      ];
    }
    case 'invalid_type': {
      const wanted = typeWords[issue.expected] ?? issue.expected;
      if (value === undefined || (value === null && issue.path.length === 0)) {
        const empty = issue.path.length === 0;
        return [
          at(issue.path, {
            found: empty ? 'an empty file' : `no ${name}`,
            expected: empty ? wanted : `${name}, ${wanted}`,
            mend: empty ? 'Fill it in; README.md shows an example.' : `Add "${last(issue.path)}: …".${about}`,
          }),
        ];
      }
      const quote =
        wanted === 'text' && typeof value === 'number'
          ? isPrivate(issue.path)
            ? 'Put it in quotes.'
            : `Put it in quotes: "${String(value)}".`
          : `Write ${wanted}.`;
      return [
        at(issue.path, {
          found: `${describe(value, issue.path)} for ${name || 'the whole file'}`,
          expected: wanted,
          mend: `${quote}${about}`,
        }),
      ];
    }
    case 'invalid_union':
      return [
        at(issue.path, {
          found: `${describe(value, issue.path)} for ${name}`,
          expected: 'one of the documented forms',
          mend: `Compare with the other entries.${about}`,
        }),
      ];
    case 'invalid_key':
      return [
        at(
          issue.path,
          {
            found: `the key "${short(last(issue.path))}"`,
            expected: issue.issues[0]?.message ?? 'a valid key',
            mend: 'Rename it.',
          },
          true,
        ),
      ];
    case 'too_small':
    case 'too_big': {
      const limit = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
      const what = issue.origin === 'array' ? 'entries' : issue.origin === 'string' ? 'characters' : '';
      return [
        at(issue.path, {
          found: `${describe(value, issue.path)} for ${name}`,
          expected: `${limit} ${what}`.trim(),
          mend: about.trim() || `Write ${limit} ${what}`.trim().concat('.'),
        }),
      ];
    }
    default:
      return [
        at(issue.path, {
          found: `${describe(value, issue.path)} for ${name}`,
          expected: issue.message,
          mend: about.trim() || `Write ${issue.message}.`,
        }),
      ];
  }
}

const typeWords: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

const privateKeys = new Set(['contact', 'notes', 'summary', 'email', 'phone']);

/** The value in few words. What is private is named by its type only. */
function describe(value: unknown, path: Path): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'keys with values';
  if (isPrivate(path)) return typeof value === 'string' ? 'text' : `a ${typeof value}`;
  return typeof value === 'string' ? `"${short(value)}"` : `the ${typeof value} ${String(value)}`;
}

function isPrivate(path: Path): boolean {
  return path.some((part) => privateKeys.has(String(part)));
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

function spell(path: Path): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : `${i ? '.' : ''}${String(part)}`))
    .join('');
}

function last(path: Path): string {
  return String(path.at(-1) ?? '');
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Reflect.get(here, part);
  }
  return here;
}

/** The schema that governs the value at a path, unwrapped. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const part of path) {
    here = here && unwrap(here);
    if (here instanceof z.ZodObject) here = here.shape[String(part)];
    else if (here instanceof z.ZodArray) here = here.element as z.ZodType;
    else if (here instanceof z.ZodRecord) here = here.valueType as z.ZodType;
    else return undefined;
  }
  return here;
}

function unwrap(schema: z.ZodType): z.ZodType {
  let here = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodNullable)
    here = here.unwrap() as z.ZodType;
  return here;
}
