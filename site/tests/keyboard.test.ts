/** The pack walked through with the keyboard alone: nothing is out of reach, nothing holds one fast, and one sees where one is. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { open } from './browser.ts';
import { pagesOf } from './crawl.ts';
import { launch, logOf, openStudy } from './study.ts';

/** The element that has the focus, and whether a person can see that it has. */
interface Stop {
  /** Where it stands among all elements. */
  index: number;
  name: string;
  wrong: string[];
}

function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const index = [...document.querySelectorAll('*')].indexOf(at);
    const words = (at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 40);
    const name = `${at.localName}.${at.className} ${words}`;
    if (at === document.body) return { index: -1, name, wrong: [] };
    const wrong: string[] = [];
    // A field that lies unseen over its button shows the focus there.
    const unseen = getComputedStyle(at).opacity === '0';
    const shown = unseen ? (at.parentElement ?? at) : at;
    const style = getComputedStyle(shown);
    if (!at.matches(':focus-visible')) wrong.push('is not :focus-visible');
    if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2)
      wrong.push('has no outline');
    const box = [...shown.getClientRects()].find((r) => r.width > 0 && r.height > 0);
    if (!box) wrong.push('has no place on the page');
    else {
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      if (!inside) wrong.push('is out of sight');
      const clamp = (value: number, most: number) => Math.min(Math.max(value, 1), most - 1);
      const points = [0.5, 0.1, 0.9].flatMap((x) =>
        [0.5, 0.1, 0.9].map((y): [number, number] => [
          clamp(box.left + box.width * x, innerWidth),
          clamp(box.top + box.height * y, innerHeight),
        ]),
      );
      const top = points.map(([x, y]) => document.elementFromPoint(x, y));
      if (!top.some((e) => e && (shown.contains(e) || e.contains(shown)))) wrong.push('is covered');
    }
    return { index, name, wrong };
  });
}

/** Tabs from the top until the focus comes round again, and says what was wrong on the way. */
async function walk(
  page: Page,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<{ stops: Stop[]; wrong: string[] }> {
  const stops: Stop[] = [];
  // A field for a date has a stop for each of its parts.
  const most = 4 * (await page.locator('a, button, input, select, textarea, summary, [tabindex]').count());
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press(key);
    const at = await stop(page);
    if (at.index === stops.at(-1)?.index) continue;
    if (at.index === -1 || stops.some((s) => s.index === at.index)) break;
    stops.push(at);
  }
  return { stops, wrong: stops.flatMap((s) => s.wrong.map((what) => `${s.name} ${what}`)) };
}

const reachable = (page: Page) =>
  page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'a[href], button, input, select, textarea, summary, [tabindex="0"]',
        ),
      ].filter(
        (e) =>
          e.checkVisibility({ visibilityProperty: true }) &&
          !(e instanceof HTMLButtonElement && e.disabled) &&
          e.tabIndex >= 0,
      ).length,
  );

/** Presses a key until the focus stands on what was meant. */
async function reach(page: Page, selector: string, key = 'Tab', most = 400): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    if (await page.evaluate((s) => document.activeElement?.matches(s) === true, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${selector} was not reached by ${key}`);
}
const isFocused = (page: Page, selector: string) =>
  page.evaluate((s) => document.activeElement?.matches(s) === true, selector);

describe('by keyboard alone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.each([
    '/',
    '/rounds/design-1/',
    '/rounds/design-1/questions/',
    '/cheat-sheet/design-1/',
    '/problems/',
    '/interviewers/t-vancewood/',
    '/pivots/',
  ])('every stop of %s is reached, seen, and left again, forward and back', async (path) => {
    const { page } = await open(browser, path, { viewport: { width: 1280, height: 800 } });
    const { stops, wrong } = await walk(page);
    expect(wrong).toEqual([]);
    expect(stops.length).toBe(await reachable(page));
    await page.goto(path);
    const back = await walk(page, 'Shift+Tab');
    expect(back.wrong).toEqual([]);
    expect(back.stops.length).toBe(stops.length);
    await page.context().close();
  });

  test.each(['/today/', '/schedule/', '/drill/'])('every stop of %s is reached and seen', async (path) => {
    const { page } = await openStudy(browser, path, { viewport: { width: 1280, height: 800 } });
    const { stops, wrong } = await walk(page);
    expect(wrong).toEqual([]);
    expect(stops.length).toBe(await reachable(page));
    await page.context().close();
  });

  test('the first stop leads to the text', async () => {
    const { page } = await open(browser, '/rounds/design-1/');
    await page.keyboard.press('Tab');
    expect(await isFocused(page, '.skip')).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test.each(['/', 'Control+k'])(
    '%s opens the search; Tab and arrows reach a hit, Enter opens it',
    async (key) => {
      const { page } = await open(browser, '/');
      await page.keyboard.press(key);
      await page.locator('dialog').getByRole('searchbox').waitFor();
      await page.keyboard.type('fair queue');
      await page.locator('a.hit').first().waitFor();
      if (key === '/') await page.keyboard.press('ArrowDown');
      else await reach(page, 'dialog a.hit', 'Tab', 12);
      expect((await stop(page)).wrong).toEqual([]);
      const address = await page
        .locator('a.hit:focus')
        .evaluate((a) => (a instanceof HTMLAnchorElement ? a.href : ''));
      await page.keyboard.press('Enter');
      await page.waitForURL(address);
      await page.context().close();
    },
  );

  test('the search keeps the focus while it is open, and gives it back on Escape', async () => {
    const { page } = await open(browser, '/pivots/');
    await reach(page, 'main a');
    const before = (await stop(page)).name;
    for (const key of ['/', 'Control+k']) {
      await page.keyboard.press(key);
      await page.locator('dialog').getByRole('searchbox').waitFor();
      await page.keyboard.type('queue');
      await page.locator('a.hit').first().waitFor();
      for (let i = 0; i < 60; i += 1) {
        await page.keyboard.press('Tab');
        expect(
          await page.evaluate(
            () =>
              document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
          ),
        ).toBe(true);
      }
      await page.keyboard.press('Escape');
      // A search field may take the first Escape to empty itself.
      if (await page.locator('dialog[open]').count()) await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect((await stop(page)).name).toBe(before);
    }
    await page.context().close();
  });

  test('a question is revealed step by step, and the focus stays where it can be seen', async () => {
    const { page } = await open(browser, '/rounds/design-1/questions/', {
      viewport: { width: 1280, height: 800 },
    });
    await reach(page, 'details.question:not([open]) > summary');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await reach(page, 'button.next', 'Tab', 5);
    const steps = page.locator('details.question:has(button.next:focus) .step');
    const all = await steps.count();
    const visible = () => page.locator('details.question:has(:focus) .step:visible').count();
    await page.keyboard.press('Enter');
    for (let shown = 0; shown < all; shown += 1) {
      expect(await visible()).toBe(shown);
      expect((await stop(page)).wrong).toEqual([]);
      await page.keyboard.press('Space');
    }
    expect(await visible()).toBe(all);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await isFocused(page, 'button.all')).toBe(true);
    await page.keyboard.press('Enter');
    expect(await visible()).toBe(all);
    expect(await isFocused(page, '.step')).toBe(true);
    expect((await stop(page)).wrong).toEqual([]);
    await page.context().close();
  });

  test('the drill goes by space, Enter, 1 to 4 and u, and shows where one is', async () => {
    const { page } = await openStudy(browser, '/drill/', { viewport: { width: 1280, height: 800 } });
    await reach(page, '[data-act="start"]');
    await page.keyboard.press('Enter');
    await page.locator('.flash').waitFor();
    const fronts: string[] = [];
    for (const [i, grade] of ['1', '2', '3', '4'].entries()) {
      fronts.push((await page.locator('.flash-front').textContent()) ?? '');
      await expect.poll(() => isFocused(page, '.flash-front')).toBe(true);
      expect((await stop(page)).wrong).toEqual([]);
      await page.keyboard.press(i % 2 ? 'Space' : 'Enter');
      await page.locator('.grades').waitFor();
      await expect.poll(() => isFocused(page, '.flash-back')).toBe(true);
      expect((await stop(page)).wrong).toEqual([]);
      await page.keyboard.press(grade);
      await page.locator('.reveal').waitFor();
    }
    const grades = (await logOf(page)).flatMap((e) => (e.kind === 'review' ? [e.grade] : []));
    expect(grades.sort()).toEqual([1, 2, 3, 4]);
    await page.keyboard.press('u');
    await expect.poll(() => page.locator('.flash-front').textContent()).toBe(fronts[3]);
    await reach(page, '.reveal');
    await page.keyboard.press('Enter');
    await reach(page, '[data-grade="3"]');
    await page.keyboard.press('Space');
    await page.locator('.reveal').waitFor();
    await reach(page, '[data-act="stop"]');
    await page.keyboard.press('Enter');
    await page.locator('[data-act="start"], [data-act="practice"]').first().waitFor();
    await page.context().close();
  });

  test('an entry of the plan is ticked off, skipped and moved', async () => {
    const { page } = await openStudy(browser, '/schedule/', { viewport: { width: 1280, height: 800 } });
    const kinds = async () => (await logOf(page)).map((e) => e.kind);
    await reach(page, '.tick input');
    await page.keyboard.press('Space');
    await expect.poll(kinds).toEqual(['done']);
    // The page is drawn again after each act; who goes on by hand sees that.
    await expect.poll(() => page.locator('.entry.done').count()).toBeGreaterThan(0);
    await expect.poll(async () => (await stop(page)).wrong).toEqual([]);
    await reach(page, '.entry:not(.done):has(.tick input) .entry-change > summary');
    await page.keyboard.press('Enter');
    await reach(page, '[data-act="skip"]', 'Tab', 2);
    expect((await stop(page)).wrong).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(kinds).toContain('skip');
    await expect.poll(() => page.locator('.study-status').textContent()).toContain('Skipped');
    await reach(page, '.entry:not(.done):has(.tick input) .entry-change > summary');
    await page.keyboard.press('Enter');
    await reach(page, 'select[data-act="move"]', 'Tab', 3);
    await page.keyboard.press('ArrowDown');
    await expect.poll(kinds).toContain('move');
    await expect.poll(() => page.locator('.study-status').textContent()).toContain('Moved to');
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await page.context().close();
  });
});

describe('at 200%', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** What is cut off or scrolls sideways, and the words that can be read. */
  const look = (page: Page) =>
    page.evaluate(() => {
      const wrong: string[] = [];
      const over = document.documentElement.scrollWidth - innerWidth;
      if (over > 0) wrong.push(`${over} px too wide`);
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        const style = getComputedStyle(element);
        if (element.closest('svg') || element.closest('.visually-hidden') || !element.checkVisibility())
          continue;
        const cut = (overflow: string, all: number, shown: number) =>
          (overflow === 'hidden' || overflow === 'clip') && all > shown + 1;
        if (
          cut(style.overflowX, element.scrollWidth, element.clientWidth) ||
          cut(style.overflowY, element.scrollHeight, element.clientHeight)
        )
          wrong.push(`${element.localName}.${element.className} is cut off`);
        // Text that runs out of a box of its own width.
        if (
          element.matches('button, .tag, summary, label, th') &&
          element.scrollWidth > element.clientWidth + 2
        )
          if (style.display !== 'inline') wrong.push(`${element.localName}.${element.className} runs over`);
      }
      // Where a table becomes a list its head goes, and rows say what their values are; clocks stand
      // beside each time; a drawing has another form for narrow pages.
      const words: string[] = [];
      const texts = document.createTreeWalker(
        document.querySelector('main') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const within = node.parentElement;
        if (within?.checkVisibility() && !within.closest('thead, .clocks, svg'))
          words.push(node.nodeValue ?? '');
      }
      return { wrong, words: words.join(' ').split(/\s+/) };
    });

  test('of zoom and of text alone, nothing is cut off, scrolls sideways or is lost', async () => {
    const wide = await open(browser, '/', { viewport: { width: 1280, height: 900 } });
    const zoomed = await open(browser, '/', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    const large = await open(browser, '/', { viewport: { width: 1280, height: 900 } });
    const session = await large.page.context().newCDPSession(large.page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
    await large.page.goto('/');
    const root = await large.page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    expect(root).toBe('34px');
    const wrong: string[] = [];
    // Pages of the bank are all of one kind: each fifth of them is looked at.
    const pages = pagesOf(inject('folder')).filter(
      (p, i) => !/^.(problems|patterns)\/./.test(p) || i % 5 === 0,
    );
    for (const path of pages) {
      const seen = [];
      for (const { page } of [wide, zoomed, large]) {
        await page.goto(path);
        if (/^.(today|schedule|drill)/.test(path)) await page.locator('[data-ready]').waitFor();
        seen.push(await look(page));
      }
      const [normal, zoom, text] = seen;
      for (const [how, now] of [
        ['zoomed', zoom],
        ['large text', text],
      ] as const) {
        for (const what of new Set(now?.wrong)) wrong.push(`${path} ${how}: ${what}`);
        const there = new Set(now?.words);
        const lost = (normal?.words ?? []).filter((word) => !there.has(word));
        if (lost.length > 0) wrong.push(`${path} ${how}: lost “${lost.slice(0, 8).join(' ')}”`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);
});

test('asked for less motion, nothing moves by itself', async () => {
  const browser = await launch();
  const { page } = await openStudy(browser, '/drill/', { reducedMotion: 'reduce' });
  const moving = () =>
    page.evaluate(() => [
      ...document.getAnimations().map((a) => `an animation that is ${a.playState}`),
      ...[...document.querySelectorAll('*')].flatMap((e) => {
        const style = getComputedStyle(e);
        const name = `${e.localName}.${e.getAttribute('class') ?? ''}`;
        const lasts = (times: string) => times.split(',').some((t) => Number.parseFloat(t) > 0.01);
        return [
          ...(lasts(style.transitionDuration) ? [`${name} has a transition`] : []),
          ...(style.animationName !== 'none' && lasts(style.animationDuration)
            ? [`${name} is animated`]
            : []),
          ...(style.scrollBehavior === 'smooth' ? [`${name} scrolls smoothly`] : []),
        ];
      }),
    ]);
  await page.click('[data-act="start"]');
  await page.locator('.flash').waitFor();
  await page.keyboard.press('Space');
  await page.locator('.grades').waitFor();
  expect(await moving()).toEqual([]);
  for (const path of ['/', '/rounds/design-1/', '/schedule/', '/today/', '/problems/']) {
    await page.goto(path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await moving(), path).toEqual([]);
    await page.keyboard.press('/');
    await page.locator('dialog[open]').waitFor();
    expect(await moving(), path).toEqual([]);
  }
  await browser.close();
});
