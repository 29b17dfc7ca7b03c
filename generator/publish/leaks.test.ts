/** The scanner, proved by planted leaks. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { findLeaks, privateTexts, secretsOf } from './leaks.ts';

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
    expect(findLeaks(dir, [secret]).map((l) => l.spelling)).toContain(spelling);
    expect(findLeaks(dir, ['another canary altogether'])).toEqual([]);
  });

  it.each([0, 1, 2, 3, 4])('is found in base64 behind %d other bytes', (n) => {
    const dir = folder(Buffer.from('z'.repeat(n) + secret).toString('base64'));
    expect(findLeaks(dir, [secret]).map((l) => l.spelling)).toContain('base64');
  });

  it('is found in what is packed', () => {
    expect(findLeaks(folder(gzipSync(secret), 'a.pf_fragment'), [secret])).toHaveLength(1);
    expect(
      findLeaks(folder(zipSync({ 'deep.txt': Buffer.from(secret) }, { level: 9 }), 'a.apkg'), [secret]),
    ).toHaveLength(1);
  });

  it('is told without being told', () => {
    expect(JSON.stringify(findLeaks(folder(secret), [secret]))).not.toContain('canary');
  });
});

describe('what is private', () => {
  it('is the contact, the summary and the notes, in runs of words', () => {
    const texts = privateTexts({
      contact: { email: 'ilse@norrgard.example', phone: '+49 30 5550100' },
      summary: 'One two three four five six seven eight',
      notes: 'Short note',
    });
    expect(texts).toContain('ilse@norrgard.example');
    expect(texts).toContain('two three four five six seven');
    expect(texts).toContain('Short note');
    expect(findLeaks(folder('they said three four five six seven eight, aloud'), texts)).toHaveLength(1);
    expect(findLeaks(folder('one, two and three'), texts)).toEqual([]);
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
