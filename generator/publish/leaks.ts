/** What must never be published in; where a staged site holds it, in any of seven spellings, out. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Profile } from '../model/profile.ts';

/** Shorter texts stand in any pack by chance. */
const leastLength = 6;
/** A long text leaks in parts: each run of so many of its words is looked for. */
const run = 6;
/** Environment variables that hold credentials. */
const secretName = /KEY|TOKEN|SECRET|PASSWORD/i;
const leastSecret = 16;

/** A text that must be nowhere, and what a message calls it by: the text itself stands in no message. */
export interface PrivateText {
  text: string;
  /** "`notes` of profile.yaml" */
  field: string;
}

/** Texts that go by one name. */
export function named(field: string, texts: readonly string[]): PrivateText[] {
  return texts.map((text) => ({ text, field }));
}

/**
 * Texts that are the candidate's alone: contact, summary, notes. Of the last two, what is public anyway is no
 * secret: a note that says "Postgres" would be found on every second page.
 */
export function privateTexts(
  profile: Pick<Profile, 'contact' | 'summary' | 'notes'>,
  isPublic: (text: string) => boolean = () => false,
): PrivateText[] {
  const { contact, summary, notes } = profile;
  const of = (field: string, text: string | undefined) =>
    named(`\`${field}\` of profile.yaml`, text === undefined ? [] : parts(text));
  return [
    ...[...of('contact.email', contact?.email), ...of('contact.phone', contact?.phone)],
    ...[...of('summary', summary), ...of('notes', notes)].filter((t) => !isPublic(t.text)),
  ].filter((t) => t.text.length >= leastLength);
}

/** Credentials among the variables of an environment. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    secretName.test(name) && value !== undefined && value.length >= leastSecret ? [value] : [],
  );
}

function parts(text: string): string[] {
  const words = text.trim().split(/\s+/);
  if (words.length <= run) return [words.join(' ')];
  return Array.from({ length: words.length - run + 1 }, (_, i) => words.slice(i, i + run).join(' '));
}

/** Plain, in HTML, in JSON, in a URL, in hexadecimal, in base64 at each of its three offsets, and in UTF-16. */
const spellings: Readonly<Record<string, (text: string) => Buffer[]>> = {
  plain: (t) => [Buffer.from(t)],
  HTML: (t) => [
    Buffer.from(t.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)),
    Buffer.from(t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
  ],
  JSON: (t) => [Buffer.from(JSON.stringify(t).slice(1, -1))],
  URL: (t) => [Buffer.from(encodeURIComponent(t)), Buffer.from(encodeURIComponent(t).replaceAll('%20', '+'))],
  hexadecimal: (t) => [Buffer.from(Buffer.from(t).toString('hex'))],
  base64: (t) => [0, 1, 2].map((offset) => Buffer.from(innerBase64(Buffer.from(t), offset))),
  'UTF-16': (t) => [Buffer.from(t, 'utf16le')],
};

/** The characters of a base64 text that depend on these bytes alone, when they begin at an offset of three. */
function innerBase64(bytes: Buffer, offset: number): string {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const from = Math.ceil((offset * 8) / 6);
  const whole = Math.floor(((offset + bytes.length) * 8) / 6);
  return padded.slice(from, whole);
}

export interface Leak {
  file: string;
  spelling: string;
  /** Never the text itself: a message is read by more people than the file. */
  length: number;
  /** Where the text was written. */
  field: string;
}

/** Every place of a folder that holds one of the texts; gzip and zip files are looked into. */
export function findLeaks(dir: string, texts: readonly PrivateText[]): Leak[] {
  if (texts.length === 0) return [];
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(dir, name)).isFile(),
  );
  return leaksIn(names, (name) => readFileSync(join(dir, name)), texts);
}

/** The same for files that are not on the disk yet. */
export function leaksIn(
  names: readonly string[],
  read: (name: string) => Buffer,
  texts: readonly PrivateText[],
): Leak[] {
  const wanted = texts.map(({ text, field }) => ({
    length: text.length,
    field,
    spelled: Object.entries(spellings).flatMap(([spelling, of]) =>
      of(text)
        .filter((bytes) => bytes.length >= leastLength)
        .map((bytes) => ({ spelling, bytes })),
    ),
  }));
  return names.flatMap((file) => {
    const contents = contentsOf(read(file));
    const told = new Set<string>();
    return wanted.flatMap(({ spelled, length, field }) => {
      // Once for a field: every run of a long text would say the same.
      if (told.has(field)) return [];
      const found = spelled.find(({ bytes }) => contents.some((content) => content.includes(bytes)));
      if (!found) return [];
      told.add(field);
      return [{ file, spelling: found.spelling, length, field }];
    });
  });
}

/** A leak in words that do not repeat it. */
export function sayLeak({ file, length, spelling, field }: Leak): string {
  return `${file} holds ${length} characters of ${field}, which is private (${spelling})`;
}

/** A file's bytes, and those that are packed in it. */
function contentsOf(bytes: Buffer): Buffer[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [bytes, gunzipSync(bytes)];
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    return [bytes, ...Object.values(unzipSync(bytes)).map((b) => Buffer.from(b))];
  return [bytes];
}
