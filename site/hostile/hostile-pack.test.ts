/** A pack whose every text tries to run a script, built as a user would and opened in Chromium: nothing runs. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prose } from '../../generator/documents/prose.ts';
import { toHtml } from '../../generator/documents/to-html.ts';
import { fixture } from '../../generator/fixtures/candidate.ts';
import { inputsOf, packOf } from '../../generator/fixtures/composed.ts';
import { attribute, elementsOf } from '../../generator/fixtures/rendered.ts';
import { cardFaces } from '../../generator/model/card.ts';
import { checkSite } from '../../generator/publish/check-site.ts';
import { staticServer } from '../../generator/publish/static-server.ts';
import { launch } from '../tests/browser.ts';
import { pagesOf } from '../tests/crawl.ts';
import { writeHostilePack } from './hostile-pack.ts';
import { leadsAway, readVectors } from './vectors.ts';
import { disturb, foreignOn, watch } from './watch.ts';

const root = resolve(import.meta.dirname, '../..');
const vectors = readVectors();

/** What pages of ours are made of. */
const words = (text: string) => text.trim().split(/\s+/);
const allowed = {
  tags: words(`html head meta title link script style body header footer main nav article section aside div span p a ul ol li
    h1 h2 h3 h4 strong em del code pre blockquote br hr kbd mark table thead tbody tr th td figure figcaption details summary
    dl dt dd data meter progress label input select option button form fieldset legend dialog noscript small
    svg g path rect circle text tspan polygon polyline line marker defs desc
    pp-contents pp-countdown pp-drill pp-estimates pp-filter pp-outlook pp-schedule pp-search pp-search-page pp-steps pp-theme
    pp-today`),
  attributes:
    words(`lang charset name content http-equiv rel href as type src class id for role tabindex title hidden open value
    min max step start align scope placeholder autocomplete spellcheck inputmode required disabled selected checked accept
    download media integrity crossorigin colspan
    aria-current aria-describedby aria-hidden aria-label aria-labelledby aria-live aria-pressed aria-expanded
    d x y x1 y1 x2 y2 cx cy r rx ry points width height viewBox transform text-anchor preserveAspectRatio xmlns focusable
    marker-end`),
};

describe('a hostile pack', () => {
  const work = mkdtempSync(join(tmpdir(), 'panelprep-hostile-'));
  const name = `hostile-${process.pid}`;
  const folder = join(work, 'site');
  let server: Server;
  let origin = '';
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let seen: string[];

  beforeAll(async () => {
    writeHostilePack(join(work, name), vectors);
    execFileSync(process.execPath, ['generator/cli.ts', 'build', join(work, name), '--out', folder], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', VITEST: undefined },
      stdio: 'pipe',
    });
    server = staticServer(folder);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server has no port');
    origin = `http://127.0.0.1:${address.port}`;
    browser = await launch();
    // The offline copy would answer in place of the server, and has tests of its own.
    context = await browser.newContext({ baseURL: origin, serviceWorkers: 'block' });
    seen = await watch(context, origin);
    page = await context.newPage();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    await new Promise((done) => (server ? server.close(done) : done(undefined)));
    for (const left of [work, join(root, '.panelprep', name)]) rmSync(left, { recursive: true, force: true });
  });

  /** What was seen since the last time, and what is foreign on the page now. */
  const wrongOn = async (what: string) => {
    const foreign = await foreignOn(page, allowed);
    await disturb(page);
    return [...foreign, ...seen.splice(0)].map((fault) => `${what}: ${fault}`);
  };

  test('has more than 300 texts, each its own', () => {
    expect(new Set(vectors.map((v) => v.text)).size).toBe(vectors.length);
    expect(vectors.length).toBeGreaterThan(300);
    expect(vectors.filter((v) => !/pw\W*n?'?\+?'?|\bPHNj/.test(v.text))).toEqual([]);
  });

  test('is told from a page that lets them through', async () => {
    const planted = [
      '<img src=x onerror=__pwned(1)>',
      '<svg onload=alert(2)></svg>',
      '<a id=here href="javascript:__pwned(3)">x</a>',
      '<p style="color:red" onmouseover=__pwned(4)>x</p>',
      '<img src="http://elsewhere.invalid/x.png">',
      '<form id=f><input name=x></form><img name=body>',
    ].join('');
    const serve = (path: string, head: string) =>
      context.route(`**${path}`, (route) =>
        route.fulfill({ contentType: 'text/html', body: `<!doctype html>${head}<main>${planted}</main>` }),
      );
    await serve('/planted.html', '');
    await serve('/ruled.html', `<meta http-equiv=Content-Security-Policy content="default-src 'none'">`);
    await page.goto('/planted.html');
    await disturb(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('#here')?.click());
    const all = (await foreignOn(page, allowed)).join('\n');
    await expect.poll(() => seen.join('\n')).toContain('__pwned(3)');
    for (const fault of [
      '__pwned(1)',
      'a dialog: 2',
      '__pwned(3)',
      '__pwned(4)',
      'a request to http://elsewhere.invalid',
    ])
      expect(seen.join('\n')).toContain(fault);
    for (const fault of [
      '<img',
      '<svg onload>',
      '<a href="javascript:',
      '<p style>',
      'document is clobbered',
    ])
      expect(all).toContain(fault);
    seen.splice(0);
    await page.goto('/ruled.html');
    await expect.poll(() => seen.join('\n')).toContain('against the policy: script-src-attr inline');
    seen.splice(0);
  });

  test('runs nothing on any page, unfolded, pointed at, focused and pressed', async () => {
    const wrong: string[] = [];
    const pages = pagesOf(folder);
    expect(pages.length).toBeGreaterThan(100);
    for (const path of pages) {
      await page.goto(path);
      wrong.push(...(await wrongOn(path)));
    }
    expect(wrong).toEqual([]);
  });

  test('shows its texts as texts', async () => {
    await page.goto('/interviewers/person-1/');
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('<script>');
    expect(text).toContain('__pwned(');
    expect(await page.locator('h1').textContent()).toBe(vectors[0]?.text);
  });

  test('runs nothing when it is searched for', async () => {
    const terms = ['storage', ...vectors.filter((v) => v.number % 80 === 1).map((v) => v.text)];
    await page.goto('/search/');
    for (const term of terms) {
      await page.goto(`/search/?q=${encodeURIComponent(term)}`);
      await expect.poll(() => page.locator('.search-status').textContent()).toMatch(/ for “/);
    }
    expect(await wrongOn('the search page')).toEqual([]);
    await page.goto('/');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('<img src=x onerror=__pwned(1)>');
    await page.locator('.search-hits a.hit').first().waitFor();
    expect(await wrongOn('the search dialog')).toEqual([]);
  });

  test('runs nothing in the drill, the plan and the day', async () => {
    await page.goto('/drill/');
    await page.locator('[data-ready]').waitFor();
    await page.click('[data-act="start"], [data-act="practice"]');
    for (let i = 0; i < 5; i += 1) {
      await page.locator('.flash').waitFor();
      await page.keyboard.press('Space');
      await page.locator('.grades').waitFor();
      expect(await wrongOn(`card ${i + 1}`)).toEqual([]);
      await page.click('[data-grade="4"]');
      await page.locator('.reveal, .drill-done').waitFor();
    }
    for (const path of ['/schedule/', '/today/']) {
      await page.goto(path);
      await page.locator('[data-ready]').waitFor();
      expect(await wrongOn(path)).toEqual([]);
    }
  });

  test('runs nothing in the single file, opened from the disk, and searched', async () => {
    const address = pathToFileURL(join(folder, 'pack.html')).href;
    await page.goto(address);
    await page.getByRole('searchbox').fill('onerror script');
    await page.locator('.single-hits a').first().waitFor();
    const wrong = await wrongOn('pack.html');
    expect(wrong.filter((w) => w !== `pack.html: a request to ${address}`)).toEqual([]);
  });

  test('takes an address for no more than an address', async () => {
    const odd = ['%zz', '"><img src=x onerror=__pwned(1)>', 'javascript:__pwned(1)', '__proto__'];
    const wrong: string[] = [];
    for (const text of odd)
      for (const address of [
        `/patterns/?x#${text}`,
        `/drill/?round=${encodeURIComponent(text)}&kind=${encodeURIComponent(text)}`,
        `/search/?q=${text.replace('"', '%22')}#${text}`,
      ]) {
        await page.goto(address);
        wrong.push(...(await wrongOn(address)));
      }
    const file = pathToFileURL(join(folder, 'pack.html')).href;
    await page.goto(`${file}#%zz`);
    for (const text of odd) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, text);
      await page.locator('h1:visible').first().waitFor();
    }
    wrong.push(...(await wrongOn('pack.html')).filter((w) => !w.includes(`a request to ${file}`)));
    expect(wrong).toEqual([]);
  });

  test('is refused where a link in its knowledge leads out or nowhere, harmless as it is', () => {
    const { figures } = packOf(inputsOf(fixture('breadth-only')));
    const site = join(work, 'linked');
    mkdirSync(join(site, 'pagefind'), { recursive: true });
    writeFileSync(join(site, 'pagefind/pagefind-entry.json'), '{}');
    for (const { text } of vectors.filter((v) => v.theme === leadsAway)) {
      const html = toHtml({ type: 'root', children: prose(text, figures) });
      const links = elementsOf(html).flatMap((e) => attribute(e, 'href') ?? []);
      for (const link of links)
        expect(['http:', 'https:', 'mailto:'], link).toContain(
          /^[a-z][a-z0-9+.-]*:/i.exec(link)?.[0] ?? 'http:',
        );
      if (!links.some((link) => !link.startsWith('#'))) continue;
      writeFileSync(join(site, 'index.html'), html);
      expect(() => checkSite(site, 1), text).toThrow(/leads out of the pack|leads nowhere/);
    }
  });

  test('hands nothing on in its cards, its calendar and its web manifest', () => {
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    const faces = cardFaces.parse(JSON.parse(read('cards.json')));
    const elements = faces.flatMap((f) => [...elementsOf(f.front), ...elementsOf(f.back)]);
    const foreign = elements.filter(
      (e) =>
        !allowed.tags.includes(e.tagName) ||
        e.attrs.some((a) => !allowed.attributes.includes(a.name) || a.name === 'style') ||
        /^\s*[a-z][a-z0-9+.-]*:/i.test(attribute(e, 'href') ?? '/'),
    );
    expect(foreign.map((e) => `${e.tagName} ${e.attrs.map((a) => a.name).join(' ')}`)).toEqual([]);
    const lines = read('calendar.ics').split('\r\n');
    expect(lines.filter((line) => /^(ATTACH|URL|X-ALT-DESC)/.test(line))).toEqual([]);
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines.filter((l) => l === 'BEGIN:VEVENT').length).toBe(
      lines.filter((l) => /^UID:/.test(l)).length,
    );
    expect(JSON.parse(read('manifest.webmanifest')).start_url).toBe('/today/');
  });
});
