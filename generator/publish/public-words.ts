/** What any pack of these inputs may say: the words that are no secret, whoever else has written them too. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inputs } from '../model/inputs.ts';
import type { Pack } from '../model/pack.ts';

/** Blanks, signs and markup of ASCII, Latin-1 and the blocks of punctuation and symbols: three times as fast as \P{L}. */
const between = /[^a-z0-9\u00c0-\u1fff\u2c00-\u2fff\u3040-\uffff]+/g;

/** Words in lower case with one blank between them; signs and markup count for nothing. */
export function wordsOf(text: string): string {
  return text.toLowerCase().replace(between, ' ').trim();
}

/**
 * The texts that are public anyway: the knowledge, the templates, the loop, what the profile publishes, who the interviewers
 * are and what is quoted of them. Never the contact, the summary, the notes or the rest of a bio.
 */
export function publicTexts(inputs: Inputs, panel: Pack['panel']): string[] {
  const { contact, summary, notes, ...profile } = inputs.profile;
  const people = inputs.interviewers.map(({ name, role, company }) => ({ name, role, company }));
  const quotes = panel.map((m) => [m.name, m.reading.lenses.flatMap((l) => l.evidence.map((e) => e.quote))]);
  const templates = [...inputs.templates.values()].map((t) => t.text);
  return stringsIn([
    inputs.name,
    profile,
    inputs.loop,
    people,
    quotes,
    templates,
    inputs.knowledge,
    calendar,
  ]);
}

/** Whether a text stands in one of these, as words; they are put together when it is asked for the first time. */
export function saidIn(texts: () => readonly string[]): (text: string) => boolean {
  let said: string | undefined;
  return (text) => {
    said ??= texts().map(wordsOf).join('\n');
    const words = wordsOf(text);
    return words !== '' && said.includes(words);
  };
}

/** What the pages and their scripts say by themselves: the program's own source, without its tests. */
export function programTexts(root: string): string[] {
  return ['site', 'generator'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => source.test(name) && !ofTests.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
}

const source = /\.(?:ts|js|astro|css)$/;
const ofTests = /\.test\.ts$|(?:^|[\\/])(?:fixtures|tests|hostile)[\\/]/;

/** The names of months and weekdays, which dates are said with: a year in steps of five days has them all. */
const calendar = Array.from({ length: 73 }, (_, i) =>
  new Intl.DateTimeFormat('en', { month: 'long', weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, 0, 1 + 5 * i)),
  ),
);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
}
