/** A Markdown file in, its front matter (with positions) and body out. Front matter is YAML and is never run. */
import matter from 'gray-matter';
import type { Diagnostic } from '../diagnostics.ts';
import { nameCharacter } from './hidden-characters.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';
import { oldLineEnd } from './yaml-words.ts';

export interface FrontMatterRead {
  source: YamlSource | undefined;
  body: string;
  /** Where the body begins in the file, in UTF-16 units. */
  bodyOffset: number;
  diagnostics: Diagnostic[];
}

/** Form feeds and vertical tabs come with text out of PDF files and do no harm. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const controlCharacterOfText = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/;

const refuse = (): never => {
  throw new Error('front matter is never run');
};

/** Splits `---` front matter from the body. A file without it has no source and is all body. */
export function readFrontMatter(file: string, text: string): FrontMatterRead {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const rest = text.slice(bom);
  const control = rest.search(controlCharacterOfText);
  if (control >= 0) {
    const before = rest.slice(0, control);
    const fault: Diagnostic = {
      severity: 'error',
      file,
      line: before.split('\n').length,
      column: control - before.lastIndexOf('\n'),
      found: `a control character (${nameCharacter(rest[control] ?? '')})`,
      expected: 'text',
      mend: 'Delete it; it may have been hidden in what you copied.',
    };
    return { source: undefined, body: '', bodyOffset: text.length, diagnostics: [fault] };
  }
  if (!rest.startsWith('---')) return { source: undefined, body: rest, bodyOffset: bom, diagnostics: [] };
  const fence = /^---([^\r\n]*)/.exec(rest)?.[1]?.trim() ?? '';
  const refuseFence = (found: string, expected: string, mend: string): FrontMatterRead => ({
    source: undefined,
    body: '',
    bodyOffset: text.length,
    diagnostics: [{ severity: 'error', file, line: 1, column: 4, found, expected, mend }],
  });
  // Up to the first line feed, gray-matter takes everything for the name of a language.
  if (/^---[ \t]*\r(?!\n)/.test(rest))
    return refuseFence(oldLineEnd.found, oldLineEnd.expected, oldLineEnd.mend);
  if (fence !== '')
    return refuseFence(
      `"${fence.slice(0, 20)}" after the three hyphens`,
      'a bare "---"',
      'Front matter is YAML and is never run; delete what follows the three hyphens.',
    );
  if (!/\r?\n---[ \t]*(\r?\n|$)/.test(rest.slice(3)))
    return refuseFence(
      'front matter without an end',
      'a second line "---"',
      'Close the front matter with a line of three hyphens.',
    );
  const odd = oddFence(rest);
  if (odd)
    return {
      source: undefined,
      body: '',
      bodyOffset: text.length,
      diagnostics: [
        {
          severity: 'error',
          file,
          line: odd.line,
          column: 1,
          found: `the line "${odd.text.slice(0, 20)}" in front matter`,
          expected: 'a bare "---"',
          mend: 'End the front matter with a line of three hyphens and nothing else.',
        },
      ],
    };
  // Options are always passed: without them gray-matter caches by content and hides errors.
  const split = matter(rest, {
    language: 'yaml',
    engines: {
      yaml: { parse: () => ({}) },
      javascript: { parse: refuse },
      js: { parse: refuse },
      json: { parse: refuse },
    },
  });
  const header = split.matter.replace(/^\r?\n/, '');
  const bodyOffset = text.length - split.content.length;
  const { source, diagnostics } = readYaml(file, header, 2);
  return { source, body: split.content, bodyOffset, diagnostics };
}

/** A line that begins like the end of the front matter and goes on: gray-matter would cut there. */
function oddFence(text: string): { line: number; text: string } | undefined {
  const lines = text.split('\n');
  const index = lines.findIndex((line, i) => i > 0 && line.startsWith('---'));
  const found = lines[index]?.trimEnd();
  return found === undefined || found === '---' ? undefined : { line: index + 1, text: found };
}
