/** A parsed file and a schema in, a typed value or located diagnostics out. */
import { z } from 'zod';
import type { Diagnostic } from '../diagnostics.ts';
import { describeValue, isPrivate, mendText, short } from './describe-value.ts';
import { exampleOf, unwrap } from './examples.ts';
import { few, nearest, suggest } from './nearest.ts';
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
  const told = issues.filter(
    (issue) => !(renamed.has(spell(issue.path)) && valueAt(source.value, issue.path) === undefined),
  );
  const diagnostics = few(told, (issue) => explain(issue, source, schema), 200);
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
  return issue.keys.slice(0, 200).flatMap((k) => {
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
  const description =
    declared?.description ?? here?.description ?? recordAround(schema, issue.path)?.description;
  const about = description ? ` ${description}` : '';
  const value = valueAt(source.value, issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = here instanceof z.ZodObject ? Object.keys(here.shape) : [];
      return few(issue.keys, (k) => [
        at(
          [...issue.path, k],
          {
            found: `the unknown key "${short(k)}"${name ? ` in ${name}` : ''}`,
            expected: nearest(k, keys) ? `"${nearest(k, keys)}"` : 'a known key',
            mend:
              k === '<<'
                ? 'Write the keys out; merging is not followed.'
                : keys.length
                  ? suggest(k, keys, 20)
                  : 'Delete it.',
          },
          true,
        ),
      ]);
    }
    case 'invalid_value': {
      const options = issue.values.map(String);
      if (value === undefined)
        return [
          at(issue.path, {
            found: `no ${name}`,
            expected: `${last(issue.path)}: ${options.join(' | ')}`,
            mend: `Add ${last(issue.path)}: ${options[0]}${inside(issue.path)}.${about}`,
          }),
        ];
      return [
        at(issue.path, {
          found: `${describeValue(value, issue.path)} for ${name}`,
          expected: options.length > 6 ? `one of ${options.length} fixed words` : options.join(' | '),
          mend: suggest(isText(value) ? value : '', options, 20),
        }),
      ];
    }
    case 'invalid_type': {
      const wanted = typeWords[issue.expected] ?? issue.expected;
      if (issue.path.length === 0) {
        const isEmpty = value === undefined || value === null;
        return [
          at(issue.path, {
            found: isEmpty ? 'an empty file' : `${describeValue(value, issue.path)} for the whole file`,
            expected: wanted,
            mend: isEmpty
              ? 'Fill it in; README.md shows an example.'
              : `Write ${Array.isArray(value) ? 'lines without "- "' : 'lines'}, such as "${exampleLine(here)}".`,
          }),
        ];
      }
      if (value === undefined)
        return [
          at(issue.path, {
            found: `no ${name}`,
            expected: `${last(issue.path)}: ${wanted === 'text' ? (here?.safeParse('?').error?.issues[0]?.message ?? wanted) : wanted}`,
            mend: `Add ${last(issue.path)}: ${exampleOf(here, issue.path)}${inside(issue.path)}.${about}`,
          }),
        ];
      const quoted = here?.safeParse(String(value));
      const refusal = quoted?.error?.issues[0]?.message;
      const isNumber = typeof value === 'number' || typeof value === 'boolean';
      const asText = wanted === 'text' && isNumber && !isPrivate(issue.path);
      return [
        at(issue.path, {
          found: `${describeValue(value, issue.path)} for ${name}`,
          expected: asText && refusal ? refusal : wanted,
          mend: join(
            asText && !refusal
              ? `Put it in quotes: "${String(value)}".`
              : wanted === 'text' && isNumber && !refusal
                ? 'Put it in quotes.'
                : mendType(value, wanted, here, issue.path),
            about,
          ),
        }),
      ];
    }
    case 'invalid_union':
      return [
        at(issue.path, {
          found: `${describeValue(value, issue.path)} for ${name}`,
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
      const bound = issue.code === 'too_small' ? 'at least' : 'at most';
      const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
      const exclusive = issue.code === 'too_small' && !issue.inclusive ? 'more than' : bound;
      const unit = issue.origin === 'array' ? 'entry' : issue.origin === 'string' ? 'character' : '';
      const counted =
        unit === '' ? '' : limit === 1 ? ` ${unit}` : unit === 'entry' ? ' entries' : ` ${unit}s`;
      const isBlank = issue.origin === 'string' && limit === 1;
      const expected = isBlank ? 'text' : `${exclusive} ${limit}${counted}`;
      return [
        at(issue.path, {
          found: `${describeValue(value, issue.path)} for ${name}`,
          expected,
          mend: join(
            issue.origin === 'array'
              ? `Write ${expected}: ${exampleOf(here, issue.path)}.`
              : `Write ${isBlank ? 'some text' : expected}.`,
            about,
          ),
        }),
      ];
    }
    default:
      return [
        at(issue.path, {
          found: `${describeValue(value, issue.path)} for ${name}`,
          expected: issue.message,
          mend: join(
            (isPrivate(issue.path) ? undefined : mendText(value, accepts(here))) ?? `Write ${issue.message}.`,
            /^ Lower-case/.test(about) ? '' : about,
          ),
        }),
      ];
  }
}

function join(mend: string, about: string): string {
  return `${mend}${about}`;
}

/** " under target", for a key that is missing inside of another. */
function inside(path: Path): string {
  return path.length > 1 ? ` under ${spell(path.slice(0, -1))}` : '';
}

function exampleLine(schema: z.ZodType | undefined): string {
  if (!(schema instanceof z.ZodObject)) return 'key: value';
  const [key, own] = Object.entries(schema.shape)[0] ?? ['key', undefined];
  return `${key}: ${exampleOf(own as z.ZodType | undefined, [key])}`;
}

/** How a value of another type is made one of the type that is wanted. */
function mendType(value: unknown, wanted: string, schema: z.ZodType | undefined, path: Path): string {
  if (wanted === 'a list' && typeof value === 'string' && !/^$|\s-\s/.test(value) && !isPrivate(path))
    return `Put it in brackets: [${short(value)}].`;
  const example = exampleOf(schema, path);
  if (wanted === 'a list')
    return `Write a list: ${example}${schema?.safeParse([]).success ? ', or [] for none' : ''}.`;
  const clock = typeof value === 'number' ? mendText(String(value), accepts(schema)) : undefined;
  if (clock !== undefined) return clock;
  const inner = typeof value === 'string' ? /-?\d+(?:\.\d+)?/.exec(value)?.[0] : undefined;
  if (inner !== undefined && schema?.safeParse(Number(inner)).success && !isPrivate(path))
    return `Write the number alone: ${inner}.`;
  if (wanted === 'text' && typeof value === 'number' && example !== '…')
    return `Write it in quotes, such as "${example.replaceAll('"', '')}".`;
  if (wanted === 'text' && Array.isArray(value)) return 'Write one text, without brackets and hyphens.';
  if (wanted === 'keys with values')
    return `Write ${typeof path.at(-1) === 'number' ? '' : `${last(path)}: `}${example}.`;
  return example === '…' ? `Write ${wanted}.` : `Write ${wanted}, such as ${example}.`;
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

function spell(path: Path): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : `${i ? '.' : ''}${short(String(part))}`))
    .join('');
}

/** What a record says of itself holds for each of its values. */
function recordAround(schema: z.ZodType, path: Path): z.ZodType | undefined {
  const around = path.length > 0 ? schemaAt(schema, path.slice(0, -1)) : undefined;
  return around && unwrap(around) instanceof z.ZodRecord ? around : undefined;
}

const accepts = (schema: z.ZodType | undefined) => (text: string) => schema?.safeParse(text).success === true;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function last(path: Path): string {
  return short(String(path.at(-1) ?? ''));
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
