/** What an e-mail address and a telephone number look like in running text. Dates and quantities are neither. */

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

export interface Contact {
  kind: 'email' | 'phone';
  start: number;
  end: number;
}

/** Every address and number of a text, in the order of their places; none overlaps another. */
export function contactsIn(text: string): Contact[] {
  const found = [...text.matchAll(email)].map((m) => at('email', m.index, m[0]));
  for (const phone of phones)
    for (const match of text.matchAll(phone)) {
      const number = withoutLooseEnd(match[0]);
      const digits = number.replace(/\D/g, '').length;
      if (!number.startsWith('[') && (digits < 7 || digits > 16)) continue;
      const contact = at('phone', match.index, number);
      if (!found.some((other) => other.start < contact.end && contact.start < other.end)) found.push(contact);
    }
  return found.sort((a, b) => a.start - b.start);
}

const at = (kind: Contact['kind'], start: number, text: string) => ({
  kind,
  start,
  end: start + text.length,
});

/** "(or +1 415 555 0188)": the last bracket is the sentence's. */
function withoutLooseEnd(number: string): string {
  const isLoose = number.endsWith(')') && number.split(')').length > number.split('(').length;
  return isLoose ? number.slice(0, -1) : number;
}

/** A stretch of a text as it may be shown to others: "…" where it has an address or a number, or a part of one. */
export function maskedSlice(text: string, contacts: readonly Contact[], start: number, end: number): string {
  let shown = '';
  let from = start;
  for (const contact of contacts) {
    if (contact.end <= from || contact.start >= end) continue;
    shown += `${text.slice(from, Math.max(from, contact.start))}…`;
    from = Math.min(end, contact.end);
  }
  return shown + text.slice(from, end);
}
