/** English nouns in, their singular, plural and canonical key out, so that `query` and `queries` are one unit. */

/** Plurals whose singular is not what the endings below give. */
const irregular: Readonly<Record<string, string>> = {
  indices: 'index',
  indexes: 'index',
  vertices: 'vertex',
  matrices: 'matrix',
  persons: 'person',
  people: 'person',
  children: 'child',
  halves: 'half',
  leaves: 'leaf',
  shelves: 'shelf',
  lives: 'life',
  analyses: 'analysis',
  axes: 'axis',
  quizzes: 'quiz',
  statuses: 'status',
  buses: 'bus',
  viruses: 'virus',
  bonuses: 'bonus',
  corpora: 'corpus',
  aliases: 'alias',
  biases: 'bias',
  canvases: 'canvas',
  lenses: 'lens',
  caches: 'cache',
  niches: 'niche',
  avalanches: 'avalanche',
  shoes: 'shoe',
  movies: 'movie',
  cookies: 'cookie',
  zombies: 'zombie',
  calories: 'calorie',
  ties: 'tie',
  pies: 'pie',
};
const irregularPlurals = new Map(Object.entries(irregular).map(([many, one]) => [one, many]));

/** Shortened nouns people type, and the noun they stand for. */
const aliases: Readonly<Record<string, string>> = {
  req: 'request',
  msg: 'message',
  conn: 'connection',
  op: 'operation',
  txn: 'transaction',
};

/** Nouns that end in s and are not plurals, or have no plural of their own. */
const unchanging = new Set([
  ...['series', 'species', 'news', 'chaos', 'sms', 'dns', 'tls', 'gps', 'css', 'https', 'kubernetes'],
  ...Object.values(irregular).filter((one) => one.endsWith('s')),
]);

/** Endings of a plural and how many letters of each come off; the first that fits counts. */
const endings: ReadonlyArray<[ending: RegExp, drop: number, add: string]> = [
  [/[A-Z]s$|^([cgtnd]pu|sku|menu|api|wifi)s$/, 1, ''],
  [/(ss|us|is)$/i, 0, ''],
  [/[^aeiou]ies$/i, 3, 'y'],
  [/(sses|shes|ches|xes|zzes|[^aeiou]oes)$/i, 2, ''],
  [/[a-z0-9]s$/i, 1, ''],
];

/** The singular of a noun, its letter case kept: `GPUs` gives `GPU`. A singular stays; so do two letters (`ks`: a single
 * letter is a multiplier, not a noun). */
export function singular(noun: string): string {
  const lower = noun.toLowerCase();
  if (unchanging.has(lower) || lower.length < 3) return noun;
  if (Object.hasOwn(irregular, lower)) return irregular[lower] ?? noun;
  const rule = endings.find(([ending, drop]) => ending.test(noun) && (noun.length > drop + 1 || drop === 1));
  return rule === undefined ? noun : noun.slice(0, noun.length - rule[1]) + rule[2];
}

/** The plural of a noun, its letter case kept: `GPU` gives `GPUs`. A plural stays, and so does what has none. */
export function plural(noun: string): string {
  const known = irregularPlurals.get(noun.toLowerCase());
  if (known !== undefined) return known;
  if (noun.length < 2 || singular(noun) !== noun) return noun;
  const many = regularPlural(noun);
  return singular(many) === noun ? many : noun;
}

function regularPlural(noun: string): string {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|sh|ch|x|z|[^aeiou]o)$/i.test(noun) ? `${noun}es` : `${noun}s`;
}

/** One key for all spellings of a noun: singular, plural, any case. */
export function canonicalNoun(noun: string): string {
  const key = singular(noun).toLowerCase();
  return Object.hasOwn(aliases, key) ? (aliases[key] ?? key) : key;
}
