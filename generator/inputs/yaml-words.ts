/** The faults that YAML can have, in the words of someone who mends them. Never the parser's own text, which may echo a private value. */

export interface Fault {
  offset: number;
  found: string;
  expected: string;
  mend: string;
}

type Words = Omit<Fault, 'offset'>;

const misaligned: Words = {
  found: 'a line that does not stand under its neighbors',
  expected: 'keys of one list or block under each other',
  mend: 'Give it as many spaces as the line above that it belongs with.',
};
export const unexpected: Words = {
  found: 'a mark that does not belong here',
  expected: 'valid YAML',
  mend: 'Compare with the lines above; put the text in quotes when it holds brackets, quotes or ", ".',
};
const opening: Words = {
  found: 'a text that begins with a mark of YAML',
  expected: 'a letter, a digit or a quote first',
  mend: 'Put the text in quotes: "@name", "50% more".',
};
export const split: Words = {
  found: 'a line without ": "',
  expected: 'a key, a colon, a space and a value',
  mend: 'Write a space after the colon: "name: Ada". A text of several lines goes after "key: >", each line indented.',
};

export const tagged: Words = {
  found: 'a tag, a word after "!"',
  expected: 'plain values',
  mend: 'Delete the tag, or put the text in quotes when it begins with "!".',
};

export const oldLineEnd: Words = {
  found: 'a carriage return alone, the line end of old Macs',
  expected: 'lines that end with LF or CRLF',
  mend: 'Save the file with the line ends of Unix (LF) or Windows (CRLF).',
};

export const yamlWords: Record<string, Words> = {
  ALIAS_PROPS: unexpected,
  BAD_ALIAS: {
    found: 'a text that begins with "*" or "&"',
    expected: 'a letter, a digit or a quote first',
    mend: 'Put the text in quotes when it begins with "*" or "&".',
  },
  BAD_COLLECTION_TYPE: unexpected,
  BAD_DIRECTIVE: {
    found: 'a line that begins with "%"',
    expected: 'keys and values',
    mend: 'Delete the line, or put the text in quotes.',
  },
  BAD_DQ_ESCAPE: {
    found: 'a backslash that means nothing here',
    expected: 'a text without backslashes, or \\\\ for one',
    mend: "Put the text in single quotes ('…'), where a backslash is only itself.",
  },
  BAD_INDENT: misaligned,
  BAD_PROP_ORDER: unexpected,
  BAD_SCALAR_START: opening,
  BLOCK_AS_IMPLICIT_KEY: {
    found: 'a second ": " in one text',
    expected: 'one key and one value in a line',
    mend: 'Put the text in quotes when it holds ": "; else give the next line as many spaces as this one.',
  },
  BLOCK_IN_FLOW: {
    found: 'a value that has no place inside the brackets',
    expected: 'values with commas between them',
    mend: 'Put a comma before it, and close each bracket before a line begins with "- ".',
  },
  KEY_OVER_1024_CHARS: split,
  MISSING_CHAR: {
    found: 'a quote or bracket that is never closed',
    expected: 'its other half',
    mend: 'Close it; a quote inside of "…" is written as \\".',
  },
  MULTILINE_IMPLICIT_KEY: split,
  MULTIPLE_ANCHORS: unexpected,
  MULTIPLE_DOCS: {
    found: 'a second document',
    expected: 'one document in a file',
    mend: 'Delete the "---" in the middle.',
  },
  MULTIPLE_TAGS: unexpected,
  NON_STRING_KEY: unexpected,
  RESOURCE_EXHAUSTION: {
    found: 'more nesting than can be read',
    expected: 'a flat file',
    mend: 'Take the brackets or the indentation apart.',
  },
  TAB_AS_INDENT: { found: 'a tab as indentation', expected: 'spaces', mend: 'Indent with spaces.' },
  TAG_RESOLVE_FAILED: tagged,
  UNEXPECTED_TOKEN: unexpected,
};

export const separator: Words = {
  found: 'two values without a mark between them',
  expected: 'a comma between values, a colon and a space after a key',
  mend: 'Write [a, b] or { key: value, other: value }.',
};
