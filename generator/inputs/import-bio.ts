/** Bytes of a bio in any of the known kinds in; out its tidy text without contact data, its name and its id. */
import type { Diagnostic } from '../diagnostics.ts';
import { idPattern } from '../model/ids.ts';
import { guessName, guessRole, idsFor } from './guess-name.ts';
import { importHtml } from './import-html.ts';
import { importPdf } from './import-pdf.ts';
import { type ImportedText, importText, tidyText } from './import-text.ts';
import { removeContacts } from './remove-contacts.ts';

export interface ImportedBio {
  id: string;
  name: string;
  role: string | undefined;
  company: string | undefined;
  links: string[];
  /** Markdown, ending with a line end. */
  text: string;
  /** What was done to it, for the candidate. */
  notes: string[];
}

export interface BioWishes {
  id?: string;
  name?: string;
  role?: string;
  company?: string;
  /** Interviewer ids that the loop names already: a bio that fits one takes it. */
  known?: readonly string[];
}

export type BioRead = { ok: true; bio: ImportedBio } | { ok: false; diagnostic: Diagnostic };

const mostBytes = 10 * 1024 * 1024;

/** `shown` is the file as the user typed it. What is said in the text is never obeyed. */
export async function importBio(bytes: Uint8Array, shown: string, wishes: BioWishes): Promise<BioRead> {
  const fail = (found: string, expected: string, mend: string): BioRead => ({
    ok: false,
    diagnostic: { severity: 'error', file: shown, line: 1, column: 1, found, expected, mend },
  });
  if (bytes.length > mostBytes)
    return fail('more than 10 MB', 'one bio', 'Save only the pages about the person.');
  const read = await readAny(bytes, shown);
  if (!read.ok) return fail(read.found, read.expected, read.mend);
  const { imported } = read;

  const tidy = tidyText(imported.text);
  const { text: open, emails, phones } = removeContacts(tidy.text);
  const { text } = tidyText(open);
  if (!/\p{L}{2}/u.test(text)) return fail('no text', 'a bio', 'Paste the words about the person.');

  const name = oneLine(
    wishes.name ?? guessName([...imported.names.map((n) => tidyText(n).text), firstLine(text)]) ?? '',
  );
  if (name === '')
    return fail(
      wishes.name === undefined ? 'no clear name' : 'an empty --name',
      'a name in the first line, heading or title',
      'Say whose bio it is: --name "Ada Example".',
    );
  const guessed = guessRole(text, name);
  const ids = idsFor(name);
  const id = wishes.id ?? ids.find((own) => wishes.known?.includes(own)) ?? ids[0] ?? '';
  if (!idPattern.test(id))
    return fail(
      id === '' ? `the name "${name}", which makes no id` : `--id "${oneLine(id).slice(0, 40)}"`,
      'an id of lower-case letters, digits and inner hyphens',
      `Choose one: --id ${ids[0] ?? 'a-example'}. It names the file.`,
    );
  const notes = [
    ...imported.notes,
    ...tidy.notes,
    ...removed(emails, 'e-mail address', 'e-mail addresses'),
    ...removed(phones, 'phone number', 'phone numbers'),
  ];
  return {
    ok: true,
    bio: {
      id,
      name,
      role: clean(wishes.role ?? imported.role ?? guessed.role),
      company: clean(wishes.company ?? imported.company ?? guessed.company),
      links: imported.links,
      text: withoutTitle(text, name),
      notes,
    },
  };
}

type AnyRead =
  | { ok: true; imported: ImportedText }
  | { ok: false; found: string; expected: string; mend: string };

async function readAny(bytes: Uint8Array, shown: string): Promise<AnyRead> {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return importPdf(bytes);
  const kinds = 'text, Markdown, a saved HTML page or a PDF';
  if (head.startsWith('PK'))
    return {
      ok: false,
      found: 'a Word or zip file',
      expected: kinds,
      mend: 'Save it as PDF, or paste its text.',
    };
  if (head.startsWith('{\\rtf') || head.startsWith('\xD0\xCF\x11\xE0'))
    return {
      ok: false,
      found: 'a word processor file',
      expected: kinds,
      mend: 'Save it as PDF, or paste its text.',
    };
  if (/^MIME-Version:|^From: <Saved by/im.test(head) && /multipart\/related/i.test(head))
    return {
      ok: false,
      found: 'a page saved as a single-file archive',
      expected: kinds,
      mend: 'Save the page again as "Webpage, HTML only".',
    };
  const { text, note } = decode(bytes, head);
  if (text.includes('\0') || (text.match(/\uFFFD/g)?.length ?? 0) > 20)
    return {
      ok: false,
      found: 'a binary file',
      expected: kinds,
      mend: 'Paste the text: panelprep import bio -',
    };
  const notes = note === undefined ? [] : [note];
  const isPage =
    /\.x?html?$/i.test(shown) || /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body)\b/i.test(text);
  if (!isPage) {
    const imported = importText(text);
    return { ok: true, imported: { ...imported, notes } };
  }
  const imported = importHtml(text);
  return imported
    ? { ok: true, imported: { ...imported, notes } }
    : {
        ok: false,
        found: 'a page nested too deep',
        expected: 'a saved page',
        mend: 'Paste its text instead.',
      };
}

/** UTF-8 when it is; else what a page declares; else what Windows writes. */
function decode(bytes: Uint8Array, head: string): { text: string; note?: string } {
  if (head.startsWith('\xFF\xFE')) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (head.startsWith('\xFE\xFF')) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const label = /<meta[^>]+charset=["']?([\w-]+)/i.exec(head)?.[1] ?? 'windows-1252';
    const note = `It is not UTF-8: read as ${label}. Check names with accents.`;
    try {
      return { text: new TextDecoder(label).decode(bytes), note };
    } catch {
      return { text: new TextDecoder('windows-1252').decode(bytes), note };
    }
  }
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

function oneLine(text: string): string {
  return tidyText(text).text.replace(/\s+/g, ' ').trim();
}

function clean(text: string | undefined): string | undefined {
  const line = oneLine(text ?? '').slice(0, 120);
  return line === '' ? undefined : line;
}

/** The front matter says the name: a heading that says no more goes. */
function withoutTitle(text: string, name: string): string {
  const line = firstLine(text);
  const said = line.replace(/^#+\s*|\*\*|__/g, '').trim();
  return said.toLowerCase() === name.toLowerCase() ? text.replace(line, '').replace(/^\n+/, '') : text;
}

function removed(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many} removed from the bio.`];
}
