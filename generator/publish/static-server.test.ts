/** What a browser gets from the server of a finished site: less where less will do, and always the same text. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staticServer } from './static-server.ts';
import { swapIn } from './swap.ts';

const work = mkdtempSync(join(tmpdir(), 'served-'));
const out = join(work, 'site');
const long = (word: string) => `<!doctype html><title>${word}</title>${`<p>${word} `.repeat(2000)}`;
/** Of every kind that a site has and that is text. */
const texts = ['a.css', 'a.js', 'a.json', 'a.svg', 'a.ics', 'a.md', 'a.webmanifest', 'page/index.html'];
const packed = ['a.woff2', 'a.png', 'deck.apkg', 'pagefind/a.pf_index', 'pagefind/wasm.en.pagefind'];

let server: Server;
let port = 0;

function publish(word: string): void {
  const staging = join(work, 'staging');
  for (const name of [...texts, ...packed, '404.html']) {
    mkdirSync(join(staging, name, '..'), { recursive: true });
    writeFileSync(join(staging, name), long(`${word} ${name}`));
  }
  writeFileSync(join(staging, 'short.css'), 'p{}');
  swapIn(staging, out);
}

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  body: Buffer;
}
async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const asked = request({ host: '127.0.0.1', port, path, method, headers }).end();
  const [answer]: IncomingMessage[] = await once(asked, 'response');
  if (!answer) throw new Error(`no answer for ${path}`);
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) };
}
const browser = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };
const textOf = (answer: Answer) => brotliDecompressSync(answer.body).toString();

beforeAll(async () => {
  publish('first');
  server = staticServer(out).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(work, { recursive: true, force: true });
});

describe('an answer', () => {
  test.each(texts)('of text is compressed for a browser: %s', async (name) => {
    const answer = await ask(`/${name}`, browser);
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.body.length).toBeLessThan(2000);
    expect(textOf(answer)).toBe(long(`first ${name}`));
  });

  test('is gzip for who knows only that', async () => {
    const answer = await ask('/page/', { 'Accept-Encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.body).toString()).toBe(long('first page/index.html'));
  });

  test.each([{}, { 'Accept-Encoding': 'identity' }, { 'Accept-Encoding': 'br;q=0, gzip;q=0' }])(
    'is plain for who did not ask: %j',
    async (headers) => {
      const answer = await ask('/page/', headers);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
      expect(answer.body.toString()).toBe(long('first page/index.html'));
    },
  );

  test.each([...packed, 'short.css'])('is plain where nothing would be won: %s', async (name) => {
    const answer = await ask(`/${name}`, browser);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
  });

  test('that there is no such page is compressed, too', async () => {
    const answer = await ask('/nowhere/', browser);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.headers['x-robots-tag']).toBe('noindex');
    expect(textOf(answer)).toBe(long('first 404.html'));
    expect((await ask('/nowhere/')).body.toString()).toBe(long('first 404.html'));
  });
});

describe('a host', () => {
  test.each(['127.0.0.1:4321', 'localhost:4321', 'LOCALHOST', '[::1]:4321'])(
    "of this machine's own is answered: %s",
    async (Host) => {
      expect((await ask('/page/', { Host })).status).toBe(200);
    },
  );

  test.each([
    'rebound.example:4321',
    'localhost.rebound.example',
    '127.0.0.1.rebound.example',
    'a@localhost',
    '0.0.0.0:4321',
  ])('of any other name is refused: "%s"', async (Host) => {
    for (const path of ['/page/', '/nowhere/', '/deck.apkg']) {
      const answer = await ask(path, { ...browser, Host });
      expect(answer.status).toBe(421);
      expect(answer.body.toString()).toBe('Panelprep answers only at 127.0.0.1 and localhost.\n');
    }
  });
});

test('what is no page is saved, not shown', async () => {
  for (const name of ['a.ics', 'deck.apkg'])
    expect((await ask(`/${name}`, browser)).headers['content-disposition']).toBe('attachment');
  expect((await ask('/page/', browser)).headers['content-disposition']).toBeUndefined();
});

test('a part of a file is a part of the file itself', async () => {
  const answer = await ask('/page/', { ...browser, Range: 'bytes=10-19' });
  expect(answer.status).toBe(206);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.headers['content-range']).toMatch(/^bytes 10-19\//);
  expect(answer.body.toString()).toBe(long('first page/index.html').slice(10, 20));
});

test('what a browser has already is not sent again', async () => {
  const first = await ask('/page/', browser);
  const again = await ask('/page/', { ...browser, 'If-None-Match': String(first.headers.etag) });
  expect(again.status).toBe(304);
  expect(again.body).toHaveLength(0);
});

test('a head has no body', async () => {
  for (const path of ['/page/', '/nowhere/']) {
    const answer = await ask(path, browser, 'HEAD');
    expect(answer.status).toBe(path === '/page/' ? 200 : 404);
    expect(answer.body).toHaveLength(0);
  }
});

test('a site that takes the place of the served one is what comes next', async () => {
  const before = await ask('/page/', browser);
  publish('second');
  for (const name of ['page/', 'a.css']) {
    const answer = await ask(`/${name}`, { ...browser, 'If-None-Match': String(before.headers.etag) });
    expect(answer.status).toBe(200);
    expect(textOf(answer)).toMatch(/second/);
    expect(textOf(answer)).not.toMatch(/first/);
  }
  expect(textOf(await ask('/nowhere/', browser))).toBe(long('second 404.html'));
});
