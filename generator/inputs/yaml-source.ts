/** YAML text in, a value with positions out; every fault of its syntax as a diagnostic. */
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { Diagnostic } from '../diagnostics.ts';

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
  const control = text.search(controlCharacters);
  if (control >= 0) {
    const line = text.slice(0, control).split('\n').length;
    return fault(
      firstLine + line - 1,
      control - text.lastIndexOf('\n', control - 1),
      'a control character',
      'text',
      'Delete it; it may come from a copy out of another program.',
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
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: true,
    strict: true,
    prettyErrors: false,
    logLevel: 'error',
  });
  const position = (offset: number) => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { line: line + firstLine - 1, column: col };
  };
  const diagnostics = withoutKnockOn(
    [...document.errors, ...document.warnings],
    (e) => position(e.pos[0]).line,
  ).map(
    (e): Diagnostic => ({
      severity: 'error',
      file,
      ...position(e.pos[0]),
      found: yamlFound[e.code] ?? e.message.split('\n')[0]?.replace(/\.$/, '').toLowerCase() ?? 'a fault',
      expected: 'valid YAML',
      mend: yamlMend[e.code] ?? 'Compare the indentation and the quotes with the lines above.',
    }),
  );
  if (diagnostics.length > 0) return { source: undefined, diagnostics };
  const alias = firstAlias(document);
  if (alias !== undefined) {
    const { line, column } = position(alias);
    return fault(line, column, 'an alias', 'values written out', 'Replace the *alias by what it stands for.');
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const nodeAt = (path: Path, key: boolean): Node | undefined => {
    let node: unknown = document.contents;
    let found: Node | undefined = document.contents ?? undefined;
    for (const [index, part] of path.entries()) {
      if (!isCollection(node)) break;
      let next: unknown;
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
        );
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
  return { source: read, diagnostics };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const yamlMend: Record<string, string> = {
  DUPLICATE_KEY: 'Keep one of the two.',
  TAB_AS_INDENT: 'Indent with spaces.',
  TAG_RESOLVE_FAILED: 'Delete the tag (the word after "!").',
  MISSING_CHAR: 'Close the quote or bracket.',
  BAD_ALIAS: 'Put the text in quotes when it begins with "*" or "&".',
  BLOCK_AS_IMPLICIT_KEY: 'Put the text in quotes when it holds ": ".',
  MULTIPLE_DOCS: 'Keep one document: delete the "---" in the middle.',
};

const yamlFound: Record<string, string> = {
  DUPLICATE_KEY: 'a key that stands twice',
  TAB_AS_INDENT: 'a tab as indentation',
  BAD_ALIAS: 'a text that begins with "*" or "&"',
  MULTIPLE_DOCS: 'a second document',
  MISSING_CHAR: 'a quote or bracket that is never closed',
  BLOCK_AS_IMPLICIT_KEY: 'a second ": " in one text',
};

/** Faults that stand for themselves; of the others, what follows on a line is a consequence of the first. */
const ownFaults = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

function withoutKnockOn(errors: readonly YAMLError[], lineOf: (e: YAMLError) => number): YAMLError[] {
  const lines = new Set<number>();
  return [...errors]
    .sort((a, b) => a.pos[0] - b.pos[0])
    .filter((e) => ownFaults.has(e.code) || (!lines.has(lineOf(e)) && lines.add(lineOf(e))));
}

/** Where the first alias stands. */
function firstAlias(document: Document): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias: (_key, node) => {
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
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
