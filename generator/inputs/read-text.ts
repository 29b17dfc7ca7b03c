/** A path in, its text out; what is not readable text is a diagnostic. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export type TextRead = { ok: true; text: string } | { ok: false; diagnostic: Diagnostic };

/** `shown` is the path as the user would type it. */
export function readText(path: string, shown: string): TextRead {
  const fail = (found: string, expected: string, mend: string): TextRead => ({
    ok: false,
    diagnostic: { severity: 'error', file: shown, line: 1, column: 1, found, expected, mend },
  });
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT')
      return fail('no such file', `a file ${shown}`, 'Create it; README.md shows what stands in it.');
    if (code === 'EISDIR') return fail('a folder', 'a file', 'Put the file there instead.');
    return fail(`a file that cannot be read (${code})`, 'a readable file', 'Check its permissions.');
  }
  if (bytes.length > 2 * 1024 * 1024)
    return fail(`${Math.ceil(bytes.length / 1024)} KB`, 'at most 2 MB', 'Shorten it.');
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    return fail('bytes that are not UTF-8', 'text in UTF-8', 'Save the file again with the encoding UTF-8.');
  }
}
