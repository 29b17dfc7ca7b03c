/** YAML text in, a value with positions out; every fault of its syntax as a diagnostic. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import type { Diagnostic } from '../diagnostics.ts';
import { short } from './describe-value.ts';
import { controlCharacter, nameCharacter } from './hidden-characters.ts';
import { few } from './nearest.ts';
import { type Fault, oldLineEnd, separator, split, tagged, unexpected, yamlWords } from './yaml-words.ts';

const maxBytes = 256 * 1024;
const maxDepth = 64;

export type Path = readonly PropertyKey[];

export interface YamlSource {
  file: string;
  value: unknown;
  /** Where the value at a path stands, or its nearest parent; a key's own place with `key: true`. */
  locate(path: Path, options?: { key?: boolean }): { line: number; column: number };
  /** The place of a character inside the scalar at a path (exact for plain and quoted one-line scalars). */
  locateInside(path: Path, offset: number): { line: number; column: number };
}

export interface YamlRead {
  source: YamlSource | undefined;
  diagnostics: Diagnostic[];
}

/** Parses `source`, which stands in `file` from line `firstLine` on. Nothing is executed, no alias is followed. */
export function readYaml(file: string, source: string, firstLine = 1): YamlRead {
  // Editors do not count a byte-order mark as a column.
  const text = source.replace(/^\uFEFF/, '');
  const fault = (line: number, column: number, found: string, expected: string, mend: string): YamlRead => ({
    source: undefined,
    diagnostics: [{ severity: 'error', file, line, column, found, expected, mend }],
  });
  if (Buffer.byteLength(text) > maxBytes)
    return fault(
      firstLine,
      1,
      `${Math.ceil(Buffer.byteLength(text) / 1024)} KB`,
      `at most ${maxBytes / 1024} KB`,
      'Split the file or shorten it.',
    );
  const control = text.search(controlCharacter);
  if (control >= 0) {
    const line = text.slice(0, control).split('\n').length;
    return fault(
      firstLine + line - 1,
      control - text.lastIndexOf('\n', control - 1),
      `a control character (${nameCharacter(text[control] ?? '')})`,
      'text',
      'Delete it; it may have been hidden in what you copied.',
    );
  }
  const lonely = text.search(/\r(?!\n)/);
  if (lonely >= 0) {
    const { found, expected, mend } = oldLineEnd;
    const before = text.slice(0, lonely);
    return fault(
      firstLine + before.split('\n').length - 1,
      lonely - before.lastIndexOf('\n'),
      found,
      expected,
      mend,
    );
  }
  const deep = tooDeep(text);
  if (deep !== undefined)
    return fault(
      firstLine + deep.line,
      deep.column,
      `more than ${maxDepth} levels of nesting`,
      'a flat file',
      'Take the brackets or the indentation apart.',
    );

  const counter = new LineCounter();
  const options = {
    lineCounter: counter,
    // Its own search compares every key with every other.
    uniqueKeys: false,
    strict: true,
    prettyErrors: false,
    logLevel: 'error',
  } as const;
  const document = withoutTraces(() => parseDocument(text, options));
  const position = (offset: number) => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { line: line + firstLine - 1, column: col };
  };
  const syntax = withoutKnockOn(
    [...document.errors, ...document.warnings],
    (e) => position(e.pos[0]).line,
  ).map((e) => describeError(e, document, text));
  const faults = [...syntax, ...findRefused(document, text, (offset) => position(offset).line)];
  if (faults.length > 0)
    return {
      source: undefined,
      diagnostics: few(
        faults.sort((x, y) => x.offset - y.offset),
        ({ offset, ...rest }): Diagnostic[] => [{ severity: 'error', file, ...position(offset), ...rest }],
      ),
    };
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
  const pairOf = (map: YAMLMap, key: string): Pair | undefined => {
    const known = pairs.get(map) ?? new Map(map.items.map((item) => [keyOf(item), item]));
    pairs.set(map, known);
    return known.get(key);
  };
  const nodeAt = (path: Path, key: boolean): Node | undefined => {
    let node: unknown = document.contents;
    let found: Node | undefined = document.contents ?? undefined;
    for (const [index, part] of path.entries()) {
      if (!isCollection(node)) break;
      let next: unknown;
      if (isMap(node)) {
        const pair = pairOf(node, String(part));
        if (!pair) break;
        next = key && index === path.length - 1 ? pair.key : (pair.value ?? pair.key);
      } else next = node.items[Number(part)];
      if (next === undefined || next === null) break;
      node = next;
      found = next as Node;
    }
    return found;
  };
  const read: YamlSource = {
    file,
    value,
    locate: (path, options) => position(nodeAt(path, options?.key ?? false)?.range?.[0] ?? 0),
    locateInside: (path, offset) => {
      const node = nodeAt(path, false);
      const start = node?.range?.[0] ?? 0;
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0;
      const block = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
      return position(block ? start : start + quoted + offset);
    },
  };
  return { source: read, diagnostics: [] };
}

/** The parser's fault in words that hold nothing of the text: it may be private. */
function describeError(error: YAMLError, document: Document, text: string): Fault {
  const offset = error.pos[0];
  if (error.code === 'MISSING_CHAR' || /end with a/.test(error.message)) {
    if (/directives/.test(error.message)) return { offset: 0, ...(yamlWords.BAD_DIRECTIVE ?? unexpected) };
    if (/space|indicator/i.test(error.message))
      return { offset, ...(/,|:/.test(error.message) ? separator : split) };
    return { offset: openingOf(document, text, offset), ...(yamlWords.MISSING_CHAR ?? unexpected) };
  }
  return { offset, ...(yamlWords[error.code] ?? unexpected) };
}

/** Where the quote or bracket opens that is still open at an offset. */
function openingOf(document: Document, text: string, offset: number): number {
  let found: number | undefined;
  visit(document, {
    Node: (_key, node) => {
      const [start, , end] = node.range ?? [0, 0, 0];
      if (start <= offset && offset <= end && /["'[{]/.test(text[start] ?? '')) found = start;
    },
  });
  return found ?? offset;
}

/** What YAML allows and these files do not: aliases, tags and the same key twice. */
function findRefused(document: Document, text: string, lineOf: (offset: number) => number): Fault[] {
  const faults: Fault[] = [];
  let isAliased = false;
  visit(document, (_key, node) => {
    if (!isNode(node)) return;
    const offset = node.range?.[0] ?? 0;
    if (isAlias(node)) {
      const mend = 'Replace it by what it stands for, or put the text in quotes when it begins with "*".';
      if (!isAliased)
        faults.push({ offset, found: 'an alias, a word after "*"', expected: 'values written out', mend });
      isAliased = true;
      return;
    }
    const tag = node.tag === undefined ? undefined : tagBefore(text, offset);
    if (tag !== undefined && !document.errors.some((e) => e.pos[0] === tag))
      faults.push({ offset: tag, ...tagged });
    if (isMap(node)) faults.push(...findTwice(node, lineOf));
  });
  return faults;
}

/** Where the tag of a value stands: the parser notes tags of its own for some values, too. */
function tagBefore(text: string, offset: number): number | undefined {
  const before = text.slice(Math.max(0, offset - 300), offset);
  const match = /!\S*\s+(?:&\S+\s+)?$/.exec(before);
  return match ? offset - before.length + match.index : undefined;
}

function findTwice(map: YAMLMap, lineOf: (offset: number) => number): Fault[] {
  const seen = new Map<string, number>();
  return map.items.flatMap((pair): Fault[] => {
    const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    if (!isScalar(pair.key)) {
      const mend = 'Write the key as one word; a text that begins with a bracket goes in quotes.';
      return [{ offset, found: 'a list or a block as a key', expected: 'a word as a key', mend }];
    }
    const name = keyOf(pair);
    const first = seen.get(name);
    if (first === undefined) seen.set(name, offset);
    return first === undefined
      ? []
      : [
          {
            offset,
            found: `the key "${short(name)}" for the second time`,
            expected: 'each key once',
            mend: `Keep one of the two; the first is in line ${lineOf(first)}.`,
          },
        ];
  });
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) && pair.key.value !== null ? String(pair.key.value) : '';
}

/** Each fault of the parser is an Error, and to trace a hundred thousand of them takes a second. */
function withoutTraces<T>(run: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Faults that stand for themselves; of the others, what follows on a line is a consequence of the first. */
const ownFaults = new Set(['TAG_RESOLVE_FAILED']);

/** True the first time it is asked: behind one mark too many, every line is unexpected. */
function onlyOnce(): () => boolean {
  let asked = 0;
  return () => asked++ === 0;
}

function withoutKnockOn(errors: readonly YAMLError[], lineOf: (e: YAMLError) => number): YAMLError[] {
  const lines = new Set<number>();
  const isFirstUnexpected = onlyOnce();
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter((e) => e.code !== 'UNEXPECTED_TOKEN' || isFirstUnexpected())
    .filter((e) => ownFaults.has(e.code) || (!lines.has(lineOf(e)) && lines.add(lineOf(e))));
}

/** The place (line from 0, column from 1) where nesting passes the limit, without parsing. */
function tooDeep(text: string): { line: number; column: number } | undefined {
  let brackets = 0;
  const indents: number[] = [];
  for (const [line, words] of text.split('\n').entries()) {
    const [opening = '', spaces = '', markers = ''] = /^( *)((?:[-?:][ \t]+)*)/.exec(words) ?? [];
    if (opening.length < words.trimEnd().length) {
      while ((indents.at(-1) ?? -1) >= spaces.length) indents.pop();
      indents.push(spaces.length);
    }
    const depth = indents.length + markers.replace(/\s/g, '').length;
    if (depth > maxDepth) return { line, column: 1 };
    for (let i = opening.length; i < words.length; i++) {
      const c = words[i];
      if (c === '[' || c === '{') brackets++;
      else if ((c === ']' || c === '}') && brackets > 0) brackets--;
      if (brackets > maxDepth) return { line, column: i + 1 };
    }
  }
  return undefined;
}
