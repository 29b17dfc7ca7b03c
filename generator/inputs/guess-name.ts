/** The lines where a name may stand in; the name out, only when it is clear, and the id that it makes. */

const particles =
  /^(?:de|da|do|dos|du|di|del|della|der|den|van|von|zu|la|le|el|al|bin|ibn|ben|ter|ten|y|e)$/i;
/** Words of headings, titles and first sentences that begin like a name. */
const notNames = new RegExp(
  `^(?:${[
    'about|above|the|a|an|and|at|in|of|for|from|with|my|our|your|this|that|hello|hi|hey|dear|who|we|i|it|he|she|they|meet',
    'profile|biography|bio|summary|contact|experience|education|skills|resume|cv|curriculum|vitae|page|home|welcome|untitled|document|overview',
    'staff|senior|principal|lead|chief|head|junior|engineers?|engineering|managers?|management|directors?|developers?|scientists?|architects?|officer|founder|president|recruiter',
    'software|systems?|distributed|data|platform|machine|learning|cloud|security|product|research|team|company|google|linkedin|github|microsoft|word|speakers?|interviewers?|panel|people|staff',
    'inc|llc|ltd|gmbh|corp|university|college|school|labs?|conference|summit|blog|news|technology|technologies|storage|networks?|infrastructure|services?|solutions?|ignore|system|assistant|note',
  ].join('|')})$`,
  'i',
);
const honorific = /^(?:dr|prof|mr|mrs|ms|mx)\.?\s+/i;
const suffix = /\s*(?:\((?:she|he|they)\b[^)]*\)|,?\s+(?:ph\.?d|m\.?sc|b\.?sc|mba|md)\.?)\s*$/i;

/** The first line that is clearly a name, alone or before a separator. */
export function guessName(lines: readonly string[]): string | undefined {
  for (const raw of lines) {
    const line = raw
      .replace(/^[\s#>*_-]+|[\s*_]+$/g, '')
      .replace(/^name\s*:\s*/i, '')
      .replace(/\*\*|__/g, '')
      .replace(/\s+/g, ' ');
    const parts = [line, ...line.split(/\s+[|·•–—-]\s+|\s*[,:(|]\s*/).slice(0, 1)];
    for (const part of [...parts, ...spokenOf(line)]) {
      const name = nameOf(part);
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

/** "Kaj Ostrander is a principal engineer": a third-person bio opens with the name. */
function spokenOf(line: string): string[] {
  const opening =
    /^((?:\p{Lu}[\p{L}'’.-]*\s+)(?:(?:\p{Lu}[\p{L}'’.-]*|de|da|van|von|der|den|la|le|del|bin|al)\s+){1,3})(?:\([^)]*\)\s+)?(?:is|was|leads?|led|works?|has|joined|manages|runs|builds|maintains|heads|owns|designs|created|co-founded|founded)\s/u.exec(
      line,
    )?.[1];
  return opening === undefined ? [] : [opening];
}

function nameOf(text: string): string | undefined {
  const plain = text.trim().replace(honorific, '').replace(suffix, '').replace(suffix, '').trim();
  if (plain.length < 2 || plain.length > 60) return undefined;
  if (/^\p{Lo}{2,5}$/u.test(plain)) return plain;
  const words = plain.split(' ');
  if (words.length < 2 || words.length > 5) return undefined;
  const isName = words.every(
    (word, i) =>
      (/^\p{Lu}[\p{L}\p{M}'’-]*\.?$/u.test(word) && !notNames.test(word)) || (i > 0 && particles.test(word)),
  );
  if (!isName || particles.test(words.at(-1) ?? '')) return undefined;
  const isShouted = plain === plain.toUpperCase() && words.every((word) => word.length > 1);
  return isShouted ? plain.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (c) => c.toUpperCase()) : plain;
}

const roleWords =
  /\b(?:engineer|manager|lead|director|developer|scientist|architect|sre|designer|partner|founder|cto|vp|head|researcher|programmer|administrator|recruiter|fellow|analyst|consultant)\b/i;

/** The role and company that stand beside or right below the name: "Staff Engineer at Fernwick". */
export function guessRole(text: string, name: string): { role?: string; company?: string } {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^[\s#>*_-]+|[\s*_]+$/g, '').replace(/\*\*|__/g, ''))
    .filter((line) => line !== '')
    .slice(0, 3);
  const at = lines.findIndex((line) => line.toLowerCase().startsWith(name.toLowerCase()));
  if (at < 0) return {};
  const beside = lines[at]?.slice(name.length).replace(/^\s*(?:\([^)]*\)\s*)?[|·•–—,-]\s+/, '') ?? '';
  const said = beside !== '' && beside !== lines[at]?.slice(name.length) ? beside : (lines[at + 1] ?? '');
  const headline = said.split(/\s+[|•·–—]\s+/)[0] ?? '';
  if (headline.length > 80 || /[.!?]$/.test(headline) || !roleWords.test(headline)) return {};
  if (/\b(?:I|my|is|was|has|who|that)\b/.test(headline)) return {};
  const [role = '', company] = headline.split(/\s+(?:at|@)\s+/);
  return { role: role.trim(), ...(company ? { company: company.trim() } : {}) };
}

const spelled: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Lower-case letters, digits and hyphens; empty when nothing of it can be spelled so. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (c) => spelled[c] ?? '')
    .normalize('NFKD')
    .replace(/['’.]|\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
}

/** The ids that people give a person, the usual one first: t-vancewood, teodora-vancewood, teodora, vancewood. */
export function idsFor(name: string): string[] {
  const words = name
    .split(/\s+/)
    .map(slug)
    .filter((word) => word !== '');
  const [first = ''] = words;
  if (words.length < 2) return first === '' ? [] : [first];
  let from = words.length - 1;
  while (from > 1 && particles.test(words[from - 1] ?? '')) from--;
  const family = words.slice(from).join('-');
  return [`${first[0]}-${family}`, words.join('-'), first, family].map((id) => slug(id));
}
