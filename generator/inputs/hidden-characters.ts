/** Text in, its characters that cannot be seen out, with their names: what a copy out of another program leaves behind. */
import type { Diagnostic } from '../diagnostics.ts';
import type { Path, YamlSource } from './yaml-source.ts';

/** Control characters that no text file has a use for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
export const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Joiners are at home in emoji and in scripts that join; elsewhere they only make two ids that look alike. */
const hidden =
  /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|(?<=[\p{Script=Latin}\p{N}\s\p{P}])[\u200c\u200d]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0000}-\u{E007F}]/u;
const half = /\p{Surrogate}/u;

const names: Record<string, string> = {
  '0000': 'NUL',
  '0007': 'bell',
  '0008': 'backspace',
  '000B': 'vertical tab',
  '000C': 'form feed',
  '001B': 'escape',
  '007F': 'delete',
  '0085': 'next line',
  '200B': 'zero-width space',
  '200C': 'zero-width non-joiner',
  '200D': 'zero-width joiner',
  '200E': 'left-to-right mark',
  '200F': 'right-to-left mark',
  '202A': 'left-to-right embedding',
  '202B': 'right-to-left embedding',
  '202C': 'end of a direction',
  '202D': 'left-to-right override',
  '202E': 'right-to-left override',
  '2060': 'word joiner',
  '2066': 'left-to-right isolate',
  '2067': 'right-to-left isolate',
  '2068': 'first strong isolate',
  '2069': 'end of an isolate',
  FEFF: 'byte-order mark',
};

/** "U+202E, right-to-left override". */
export function nameCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return names[code] === undefined ? `U+${code}` : `U+${code}, ${names[code]}`;
}

/** What a parsed file's texts hide: escapes of control characters and half characters are errors, the rest warns. */
export function findHidden(source: YamlSource): Diagnostic[] {
  const found: Diagnostic[] = [];
  const look = (text: string, path: Path, isKey: boolean) => {
    const fault = hiddenIn(text);
    if (fault) found.push({ ...fault, file: source.file, ...source.locate(path, { key: isKey }) });
  };
  const walk = (value: unknown, path: Path): void => {
    if (typeof value === 'string') look(value, path, false);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        const own = [...path, Array.isArray(value) ? Number(key) : key];
        if (!Array.isArray(value)) look(key, own, true);
        walk(inner, own);
      }
  };
  walk(source.value, []);
  return found;
}

function hiddenIn(text: string): Pick<Diagnostic, 'severity' | 'found' | 'expected' | 'mend'> | undefined {
  const control = controlCharacter.exec(text)?.[0];
  if (control !== undefined)
    return {
      severity: 'error',
      found: `a control character (${nameCharacter(control)})`,
      expected: 'text',
      mend: 'Delete its escape, the backslash and what belongs to it.',
    };
  const broken = half.exec(text)?.[0];
  if (broken !== undefined)
    return {
      severity: 'error',
      found: `half a character (${nameCharacter(broken)}, a lone surrogate)`,
      expected: 'whole characters',
      mend: 'Write the character itself instead of its escape.',
    };
  const unseen = hidden.exec(text)?.[0];
  if (unseen !== undefined)
    return {
      severity: 'warning',
      found: `a character that cannot be seen (${nameCharacter(unseen)})`,
      expected: 'characters that can be seen',
      mend: 'Type the text anew; it may have been hidden in what you copied.',
    };
  return undefined;
}
