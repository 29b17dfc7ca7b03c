/** A path in, its text out; what is not readable text is a diagnostic. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Diagnostic } from '../diagnostics.ts';
import { nearest } from './nearest.ts';

const maxBytes = 2 * 1024 * 1024;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

export type TextRead = { ok: true; text: string } | { ok: false; diagnostic: Diagnostic };

/** `shown` is the path as the user would type it. */
export function readText(path: string, shown: string): TextRead {
  const fail = (found: string, expected: string, mend: string, place = { line: 1, column: 1 }): TextRead => ({
    ok: false,
    diagnostic: { severity: 'error', file: shown, ...place, found, expected, mend },
  });
  let bytes: Buffer;
  try {
    // Pipes and devices may never end, so that what stands there is asked before it is read.
    const stat = statSync(path);
    if (stat.isDirectory()) return fail('a folder', 'a file', 'Put the file there instead.');
    if (!stat.isFile())
      return fail('a pipe, a socket or a device', 'a file', 'Save what it gives as a file.');
    if (stat.size > maxBytes) return fail(sizeOf(stat.size), 'at most 2 MB of text', 'Shorten it.');
    bytes = readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'ENOENT') {
      if (lstatSync(path, { throwIfNoEntry: false }))
        return fail('a link that leads nowhere', 'a file', 'Replace the link by the file.');
      const near = neighbor(path);
      const mend = near
        ? `Did you mean "${near}"? Rename it to ${basename(path)}.`
        : 'Create it; README.md shows what stands in it.';
      return fail('no such file', `a file ${shown}`, mend);
    }
    if (code === 'ENOTDIR')
      return fail('a file where a folder should be', `a file ${shown}`, 'Mend the path.');
    if (code === 'ELOOP')
      return fail('a link that leads back to itself', 'a file', 'Replace the link by the file.');
    if (code === 'ERR_INVALID_ARG_VALUE')
      return fail('a path that no file can have', 'a path', 'Mend the path.');
    if (code === 'ENAMETOOLONG')
      return fail('a path that is too long', 'the path of a file', 'Shorten the path.');
    if (code === 'EACCES' || code === 'EPERM')
      return fail('a file that you may not read', 'a readable file', `Allow it: chmod u+r ${shown}`);
    return fail(
      `a file that cannot be read (${code})`,
      'a readable file',
      'Check the path and its permissions.',
    );
  }
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return fail(
      wide ? 'text in UTF-16' : 'bytes that are not UTF-8',
      'text in UTF-8',
      'Save the file again with the encoding UTF-8.',
      wide ? undefined : firstBadByte(bytes),
    );
  }
}

/** Up to the first bad byte, a lenient reading gives back the same bytes. */
function firstBadByte(bytes: Buffer): { line: number; column: number } {
  const again = Buffer.from(lenient.decode(bytes));
  let offset = 0;
  while (offset < bytes.length && bytes[offset] === again[offset]) offset++;
  const before = lenient
    .decode(bytes.subarray(0, offset))
    .replace(/^\uFEFF/, '')
    .replace(/\uFFFD$/, '');
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** A file beside the missing one whose name is nearly its own. */
function neighbor(path: string): string | undefined {
  try {
    return nearest(basename(path), readdirSync(dirname(path)));
  } catch {
    return undefined;
  }
}

function sizeOf(bytes: number): string {
  return bytes > 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;
}
