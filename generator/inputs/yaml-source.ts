/** YAML text in, a value with positions out; every fault of its syntax as a diagnostic. */
import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
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

/** Parses `text`, which stands in `file` from line `firstLine` on. Nothing is executed, no alias is followed. */
export function readYaml(file: string, text: string, firstLine = 1): YamlRead {
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
      firstLine + deep,
      1,
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
  });
  const position = (offset: number) => {
    const { line, col } = counter.linePos(Math.min(offset, text.length));
    return { line: line + firstLine - 1, column: col };
  };
  const diagnostics: Diagnostic[] = [...document.errors, ...document.warnings].map((e) => ({
    severity: 'error',
    file,
    ...position(e.pos[0]),
    found: yamlFound(e.code, e.message),
    expected: 'valid YAML',
    mend: yamlMend[e.code] ?? 'Compare the indentation and the quotes with the lines above.',
  }));
  if (diagnostics.length > 0) return { source: undefined, diagnostics };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    const at = text.search(/[*&][A-Za-z0-9]/);
    return fault(
      position(Math.max(at, 0)).line,
      position(Math.max(at, 0)).column,
      'an alias',
      'values written out',
      'Replace the *alias by what it stands for.',
    );
  }
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
  const source: YamlSource = {
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
  return { source, diagnostics };
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

function yamlFound(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'a key that stands twice';
  return message.split('\n')[0]?.replace(/\.$/, '').toLowerCase() ?? 'a fault';
}

/** The line (0-based) where nesting passes the limit, without parsing. */
function tooDeep(text: string): number | undefined {
  let flow = 0;
  for (const [index, line] of text.split('\n').entries()) {
    for (const c of line) {
      if (c === '[' || c === '{') flow++;
      else if ((c === ']' || c === '}') && flow > 0) flow--;
    }
    const dashes = /^\s*((?:- )*)/.exec(line)?.[0].length ?? 0;
    if (flow > maxDepth || dashes > maxDepth * 8) return index;
  }
  return undefined;
}
