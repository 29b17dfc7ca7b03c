/** The scanner, proved by planted leaks. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { findLeaks, leaksIn, named, privateTexts, sayLeak, secretsOf } from './leaks.ts';
import { saidIn } from './public-words.ts';

const work = mkdtempSync(join(tmpdir(), 'leaks-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let serial = 0;
function folder(content: string | Uint8Array, name = 'page.html'): string {
  serial += 1;
  const dir = join(work, String(serial));
  mkdirSync(join(dir, 'in'), { recursive: true });
  writeFileSync(join(dir, 'in', name), content);
  return dir;
}

const secret = 'canary & "quote" <ilse@norrgard.example>';
const wanted = named('a canary', [secret]);
const planted: Record<string, string | Buffer> = {
  plain: secret,
  HTML: secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  JSON: JSON.stringify({ a: secret }),
  URL: `/?q=${encodeURIComponent(secret)}`,
  hexadecimal: Buffer.from(secret).toString('hex'),
  base64: Buffer.from(`x${secret}`).toString('base64'),
  'UTF-16': Buffer.from(secret, 'utf16le'),
};

describe('a planted leak', () => {
  it.each(Object.entries(planted))('is found in %s', (spelling, content) => {
    const dir = folder(Buffer.concat([Buffer.from('before '), Buffer.from(content), Buffer.from(' after')]));
    expect(findLeaks(dir, wanted).map((l) => l.spelling)).toContain(spelling);
    expect(findLeaks(dir, named('a canary', ['another canary altogether']))).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4])('is found in base64 behind %d other bytes', (n) => {
    const dir = folder(Buffer.from('z'.repeat(n) + secret).toString('base64'));
    expect(findLeaks(dir, wanted).map((l) => l.spelling)).toContain('base64');
  });

  it('is found in what is packed', () => {
    expect(findLeaks(folder(gzipSync(secret), 'a.pf_fragment'), wanted)).toHaveLength(1);
    expect(
      findLeaks(folder(zipSync({ 'deep.txt': Buffer.from(secret) }, { level: 9 }), 'a.apkg'), wanted),
    ).toHaveLength(1);
  });

  it('is told without being told', () => {
    expect(JSON.stringify(findLeaks(folder(secret), wanted))).not.toContain('norrgard');
    expect(findLeaks(folder(secret), wanted).map(sayLeak).join()).toMatch(
      /^in.page\.html holds 40 characters of a canary, which is private/,
    );
  });
});

describe('what is private', () => {
  it('is the contact, the summary and the notes, in runs of words', () => {
    const texts = privateTexts({
      contact: { email: 'ilse@norrgard.example', phone: '+49 30 5550100' },
      summary: 'One two three four five six seven eight',
      notes: 'Short note',
    });
    expect(texts).toContainEqual({ text: 'ilse@norrgard.example', field: '`contact.email` of profile.yaml' });
    expect(texts).toContainEqual({
      text: 'two three four five six seven',
      field: '`summary` of profile.yaml',
    });
    expect(texts).toContainEqual({ text: 'Short note', field: '`notes` of profile.yaml' });
    expect(findLeaks(folder('they said three four five six seven eight, aloud'), texts)).toHaveLength(1);
    expect(findLeaks(folder('one, two and three'), texts)).toEqual([]);
  });

  const open = saidIn(() => [
    'Staff Engineer, *Product* Infrastructure',
    'Why Postgres and not Cassandra?',
    'ilse@norrgard.example',
  ]);

  it('is no note or summary that is said anyway, whatever its signs', () => {
    const profile = { summary: 'Staff engineer, product infrastructure.', notes: 'Postgres' };
    expect(privateTexts(profile, open)).toEqual([]);
  });

  it('is what is not said anyway of a longer note', () => {
    const profile = { notes: 'Postgres: ask what they pay, canary by canary' };
    const texts = privateTexts(profile, open);
    expect(texts.map((t) => t.text)).toContain('Postgres: ask what they pay, canary');
    expect(privateTexts({ notes: 'Why Postgres and not Cassandra? Because of a canary' }, open)).toHaveLength(
      4,
    );
  });

  it('is the contact, whoever else may say it', () => {
    expect(privateTexts({ contact: { email: 'ilse@norrgard.example' } }, open)).toHaveLength(1);
  });

  it('is told once for a file and a field, by the name of the field', () => {
    const texts = privateTexts({ notes: 'one two three four five six seven eight' }, open);
    const read = () => Buffer.from('one two three four five six seven eight');
    expect(leaksIn(['calendar.ics'], read, texts).map(sayLeak)).toEqual([
      'calendar.ics holds 27 characters of `notes` of profile.yaml, which is private (plain)',
    ]);
  });

  it('is every credential of the environment', () => {
    const secrets = secretsOf({
      ANTHROPIC_API_KEY: 'sk-canary-0123456789abcdef',
      SHORT_KEY: 'abc',
      PATH: '/usr/bin:/bin:/usr/local/bin',
    });
    expect(secrets).toEqual(['sk-canary-0123456789abcdef']);
  });
});
