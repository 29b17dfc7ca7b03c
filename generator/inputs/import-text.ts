/** Pasted text and Markdown in, tidy text out; what people mark a name and a role with is found, nothing is run. */
import { interviewerFrontMatter } from '../model/interviewer.ts';
import { readFrontMatter } from './front-matter.ts';
import { validate } from './validate.ts';

/** Text of any origin, on its way to an interviewer's file. */
export interface ImportedText {
  /** Markdown. */
  text: string;
  /** Where a name may stand, the clearest place first: headings, titles. */
  names: string[];
  role?: string | undefined;
  company?: string | undefined;
  /** Addresses of the page or profile. */
  links: string[];
  /** What the candidate should know of the import. */
  notes: string[];
}

/** A pasted bio. Front matter of our own shape is taken over; anything else like it stays text. */
export function importText(text: string): ImportedText {
  const { source, body, diagnostics } = readFrontMatter('bio', text);
  if (source && diagnostics.length === 0) {
    const { value } = validate(source, interviewerFrontMatter);
    if (value)
      return {
        text: body,
        names: [value.name],
        role: value.role,
        company: value.company,
        links: value.links.filter((link) => /^https?:\/\//.test(link)),
        notes: [],
      };
  }
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  return { text, names: [first], links: [], notes: [] };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Direction marks, zero-width spaces, tag characters: nobody sees them, so nobody meant to paste them. */
const unseen =
  /[\u200B\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]*)[\u{E0000}-\u{E007F}]/gu;

/** Line ends as "\n", no control or invisible characters, no trailing blanks, at most one empty line in a row. */
export function tidyText(text: string): { text: string; notes: string[] } {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\u2029|\f/g, '\n');
  const found = lines.match(unseen)?.length ?? 0;
  const tidy = lines
    .toWellFormed()
    .replace(controls, '')
    .replace(unseen, '')
    .replace(/\u00A0/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const notes = found > 0 ? [`${found} invisible ${found === 1 ? 'character' : 'characters'} removed.`] : [];
  return { text: tidy === '' ? '' : `${tidy}\n`, notes };
}
