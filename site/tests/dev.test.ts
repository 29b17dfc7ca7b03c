/** `panelprep dev` as one writes with it: a bio is edited, and the open page shows it without being loaded again. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './browser.ts';

const root = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'dev-'));
const dir = join(work, 'edited');
const bio = join(dir, 'interviewers/t-vancewood.md');
/** Beside the candidate's folder, as for two loops of one person. */
const profile = join(work, 'profile.yaml');

let browser: Browser;
let server: ChildProcess;
let origin = '';

beforeAll(async () => {
  browser = await launch();
  cpSync(join(root, 'data/sample'), dir, { recursive: true });
  renameSync(join(dir, 'profile.yaml'), profile);
  appendFileSync(join(dir, 'loop.yaml'), '\nprofile: ../profile.yaml\n');
  const command = ['generator/cli.ts', 'dev', dir, '--out', join(work, 'site'), '--port', '0'];
  server = spawn(process.execPath, command, { cwd: root, env: { ...process.env, NODE_ENV: 'production' } });
  origin = await new Promise<string>((found, failed) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address) found(address);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.on('close', () => failed(new Error(said)));
  });
});
afterAll(async () => {
  server?.kill();
  await browser?.close();
  rmSync(work, { recursive: true, force: true });
  rmSync(join(root, '.panelprep/edited'), { recursive: true, force: true });
});

test('an edited bio shows in the open page, which stays where it was', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/interviewers/t-vancewood/`);
  await page.evaluate(() => {
    document.body.dataset.mark = 'the same page';
  });
  appendFileSync(bio, '\nShe built a consensus library, and ran the Zookeeper ensembles of a bank.\n');
  const article = page.locator('article.document');
  await expect.poll(() => article.textContent()).toContain('Zookeeper ensembles of a bank');
  expect(await page.locator('body').getAttribute('data-mark')).toBe('the same page');
  await page.close();
});

test('a page that is opened after an edit shows it, too', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/interviewers/t-vancewood/`);
  expect(await page.locator('article.document').textContent()).toContain('Zookeeper ensembles of a bank');
  await page.close();
});

test("a guide's further page shows what is edited in its template", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/rounds/design-1/questions/`);
  const guide = readFileSync(join(root, 'templates/guide.md'), 'utf8');
  mkdirSync(join(dir, 'templates'));
  writeFileSync(
    join(dir, 'templates/guide.md'),
    `${guide}\n## My own notes\n\nBreathe before the estimate.\n`,
  );
  await expect.poll(() => page.locator('article.document').textContent()).toContain('Breathe before');
  await page.goto(`${origin}/rounds/design-1/depth/`);
  expect(await page.locator('article.document').textContent()).not.toContain('Breathe before');
  await page.close();
});

test('a fault is told in the page, and goes when it is mended', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/rounds/design-1/`);
  const good = readFileSync(bio, 'utf8');
  writeFileSync(bio, good.replace('role:', 'rol:'));
  const bar = page.locator('.dev-bar');
  await expect.poll(() => bar.textContent()).toContain('found the unknown key "rol", expected "role"');
  writeFileSync(bio, good);
  await expect.poll(() => bar.isHidden()).toBe(true);
  await page.close();
});

test('a profile that lies elsewhere shows, too, when an editor puts a new file in its place', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  const fresh = join(work, 'profile.yaml.new');
  writeFileSync(fresh, readFileSync(profile, 'utf8').replace('Product Infrastructure', 'Storage Engines'));
  renameSync(fresh, profile);
  const article = page.locator('article.document');
  await expect.poll(() => article.textContent()).toContain('Staff Engineer, Storage Engines');
  await page.close();
});

test('pages come compressed, and what tells of edits does not', async () => {
  const encodingOf = async (path: string) => {
    const asked = new AbortController();
    const answer = await fetch(`${origin}${path}`, {
      headers: { 'Accept-Encoding': 'br' },
      signal: asked.signal,
    });
    asked.abort();
    return answer.headers.get('content-encoding');
  };
  expect(await encodingOf('/rounds/design-1/')).toBe('br');
  expect(await encodingOf('/panelprep-dev/dev.js')).toBe('br');
  expect(await encodingOf('/panelprep-dev/events?path=/')).toBe(null);
});
