/** A bio in; the bio without e-mail addresses and telephone numbers out, and how many of each there were. */

export interface WithoutContacts {
  text: string;
  emails: number;
  phones: number;
}

const address = String.raw`[\w.+-]+(?:@|\s?[[(]at[\])]\s?)[\w-]+(?:(?:\.|\s?[[(]dot[\])]\s?)[\w-]+)+`;
/** `[ada@x.org](mailto:…)`, `<ada@x.org>` and the bare address. */
const email = new RegExp(String.raw`\[[^\]\n]*\]\(mailto:[^)\s]*\)|<?(?:mailto:)?${address}>?`, 'gi');
const phones = [
  /\[[^\]\n]*\]\(tel:[^)\s]*\)/gi,
  // After its label, any run of digits.
  /(?<=\b(?:tel|telephone|phone|mobile|cell|fax|whatsapp)\b[.:]?\s{0,3})\+?\(?\d[\d\s()./-]{5,}\d/gi,
  // International: + and 8 to 15 digits in groups.
  /(?<![\w+])\+\(?[1-9]\d{0,2}\)?(?:[\s./-]{0,2}\(?\d{1,5}\)?){2,6}(?![\w%])/g,
  // National: (555) 010-4477, 555-010-4477, 555.010.4477.
  /(?<![\w.-])(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-. ]\d{4}(?![\w-]|\.\d)/g,
  // National with a leading zero: 030 / 901 820-55.
  /(?<![\w.,-])\(?0[1-9]\d{1,4}\)?[\s/-]{1,3}\d{3,}(?:[\s-]\d{2,})*(?![\w.,]\d)/g,
];

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
    let left = line.replace(email, () => {
      emails++;
      return '';
    });
    for (const phone of phones)
      left = left.replace(phone, (match) => {
        const digits = match.replace(/\D/g, '').length;
        if (!match.startsWith('[') && (digits < 7 || digits > 16)) return match;
        numbers++;
        return '';
      });
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
