/** A bio in; the bio without e-mail addresses and telephone numbers out, and how many of each there were. */
import { contactsIn } from '../model/contacts.ts';

export interface WithoutContacts {
  text: string;
  emails: number;
  phones: number;
}

/** What only said where to find the address. */
const label =
  /^[\s>*#_-]*(?:contact|e-?mail|mail|tel|telephone|phone|mobile|cell|fax|whatsapp)?[\s.:*_]*(?:\((?:mobile|home|work|cell|office)?\))?[\s*_-]*$/i;

/** A heading that nothing is left under. */
const emptySection = /^#+ (?:contact|kontakt|get in touch|reach me)\b.*\n+(?=#|(?![\s\S]))/gim;

/** Dates and quantities stay. Lines that held nothing but contact data go, with their labels. */
export function removeContacts(text: string): WithoutContacts {
  let emails = 0;
  let numbers = 0;
  const lines = text.split('\n').flatMap((line) => {
    const contacts = contactsIn(line);
    for (const { kind } of contacts) {
      if (kind === 'email') emails++;
      else numbers++;
    }
    const left = contacts.reduceRight((rest, c) => rest.slice(0, c.start) + rest.slice(c.end), line);
    if (left === line) return [line];
    const parts = left.split(/\s*[|·•;]\s*/);
    const told = parts.filter((part) => !label.test(part));
    if (told.length === 0) return [];
    const kept = told.length === parts.length ? left : told.join(' · ');
    return [
      kept
        .replace(/\b(?:e-?mail|tel|telephone|phone|mobile|cell|whatsapp)[.:]\s*(?=[,.]|$)/gi, '')
        .replace(/\(\s*\)|<\s*>/g, '')
        .replace(/(\S) {2,}/g, '$1 ')
        .replace(/ ([.,;])/g, '$1')
        .trimEnd(),
    ];
  });
  const rest = lines.join('\n').replace(emptySection, '');
  return { text: rest, emails, phones: numbers };
}
