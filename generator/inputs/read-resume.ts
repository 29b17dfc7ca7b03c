/** The text of a JSON Resume in, its value with positions out; what is not one is a located fault. */
import { InputError } from '../diagnostics.ts';
import { type Resume, resumeSchema } from '../model/resume.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** `file` is the path as the user typed it. Throws InputError. */
export function readResume(json: string, file: string): { resume: Resume; source: YamlSource } {
  const text = json.replace(/^\uFEFF/, '');
  const fail = (line: number, column: number, found: string, mend: string) =>
    new InputError([{ severity: 'error', file, line, column, found, expected: 'a JSON Resume', mend }]);
  try {
    JSON.parse(text);
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : '';
    const at = placeOf(message, text);
    const before = text.slice(0, at).split('\n');
    throw fail(
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
      'a fault in the JSON',
      'Compare the quotes, commas and brackets with the lines above.',
    );
  }
  // JSON is YAML but for tabs as indentation; inside of its texts there are none.
  const { source, diagnostics } = readYaml(file, text.replace(/\t/g, ' '));
  if (!source) throw new InputError(diagnostics);
  const { value, diagnostics: faults } = validate(source, resumeSchema);
  if (!value) throw new InputError(faults);
  const known = ['basics', 'work', 'skills', 'projects', 'education', 'volunteer'];
  if (!known.some((key) => key in value))
    throw fail(1, 1, 'none of basics, work, skills', 'Export the résumé in the format of jsonresume.org.');
  return { resume: value, source };
}

/** Where the parser stopped: it says a position, or quotes what stands around it (ten characters before). */
function placeOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const [, token = '', dots = '', around = ''] =
    /^Unexpected token '(.+?)', (\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not/.exec(message) ?? [];
  const start = text.indexOf(around);
  if (around === '' || start < 0) return /end of JSON/.test(message) ? text.length : 0;
  return start + (dots ? 10 : Math.max(0, around.indexOf(token)));
}
