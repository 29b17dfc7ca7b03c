/** The list of hostile texts, each calling `__pwned` with its own number. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Vector {
  theme: string;
  number: number;
  /** As a person would have pasted it. */
  text: string;
}

/** The theme whose links are harmless and lead nowhere: a site with one in its documents is not published. */
export const leadsAway = 'links that lead out or nowhere';

const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\r': '\r', '\\\\': '\\' };

export function readVectors(): Vector[] {
  const vectors: Vector[] = [];
  let theme = '';
  for (const line of readFileSync(join(import.meta.dirname, 'xss-vectors.txt'), 'utf8').split('\n')) {
    if (line.startsWith('=== ')) theme = line.slice(4);
    if (line === '' || /^(###|===) /.test(line)) continue;
    const number = vectors.length + 1;
    const text = line
      .replace(/\\u\{([0-9a-f]+)\}|\\[ntr\\]/g, (found, code?: string) =>
        code === undefined ? (escapes[found] ?? found) : String.fromCodePoint(Number.parseInt(code, 16)),
      )
      .replaceAll('§', String(number));
    vectors.push({ theme, number, text });
  }
  return vectors;
}

/** Where a brace would be a formula and a heading would begin another section, these are left out. */
export function fitsProse({ theme, text }: Vector): boolean {
  return theme !== leadsAway && !/[{}]|^\s*(#|---)/m.test(text);
}
