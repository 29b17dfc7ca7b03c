import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HistoryEvent } from '../../generator/model/history.ts';
import {
  anotherTab,
  begin,
  front,
  gradeByKeys,
  historyOf,
  importFile,
  launch,
  logOf,
  openStudy,
  sourceOfSample,
  visit,
} from './study.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('grading', () => {
  test('by keys: each grade is on disk before the next card shows', async () => {
    const { page, faults } = await openStudy(browser, '/drill/');
    await begin(page);
    const first = await front(page);
    await gradeByKeys(page, 3);
    expect(await front(page)).not.toBe(first);
    await gradeByKeys(page, 4);
    await gradeByKeys(page, 2);
    expect((await logOf(page)).map((e) => e.kind === 'review' && e.grade)).toEqual([3, 4, 2]);
    expect(faults).toEqual([]);
  });

  test('by touch, with buttons that a thumb can hit', async () => {
    const { page } = await openStudy(browser, '/drill/', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await page.tap('[data-act="start"]');
    const first = await front(page);
    await page.tap('[data-act="show"]');
    const box = await page.locator('[data-grade="3"]').boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await page.tap('[data-grade="3"]');
    await expect.poll(() => front(page)).not.toBe(first);
    expect(await logOf(page)).toMatchObject([{ kind: 'review', grade: 3 }]);
  });

  test('does nothing before the answer was seen', async () => {
    const { page } = await openStudy(browser, '/drill/');
    await begin(page);
    const first = await front(page);
    for (const key of ['1', '2', '3', '4']) await page.keyboard.press(key);
    await page.keyboard.press('Space');
    await page.locator('.grades').waitFor();
    expect(await front(page)).toBe(first);
    expect(await logOf(page)).toEqual([]);
  });

  test('says before the grade when the card would come again, and a better grade never sooner', async () => {
    const { page } = await openStudy(browser, '/drill/');
    await begin(page);
    await page.keyboard.press('Space');
    const said = await page.locator('.grades small').allTextContents();
    const days = said.map((words) => {
      const [n = '', unit = ''] = words.split(' ');
      return Number(n) * ({ min: 1 / 1440, h: 1 / 24, d: 1, mo: 30, y: 365 }[unit] ?? Number.NaN);
    });
    expect(days).toHaveLength(4);
    expect(days.every((d) => d > 0)).toBe(true);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  test('again brings the card back in the same drill, after four others', async () => {
    const { page } = await openStudy(browser, '/drill/');
    await begin(page);
    const first = await front(page);
    await gradeByKeys(page, 1);
    for (let i = 0; i < 4; i++) {
      expect(await front(page)).not.toBe(first);
      await gradeByKeys(page, 3);
    }
    expect(await front(page)).toBe(first);
  });

  test('typing into a field grades nothing', async () => {
    const { page } = await openStudy(browser, '/drill/');
    await begin(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('/');
    await page.locator('dialog[open] input').pressSequentially('3 u 1');
    expect(await logOf(page)).toEqual([]);
  });
});

describe('undo', () => {
  test('brings the card back unlearned, by key, as far as the drill goes', async () => {
    const { page } = await openStudy(browser, '/drill/');
    await begin(page);
    const first = await front(page);
    await gradeByKeys(page, 3);
    const second = await front(page);
    await gradeByKeys(page, 1);
    await page.keyboard.press('u');
    await expect.poll(() => front(page)).toBe(second);
    await page.keyboard.press('u');
    await expect.poll(() => front(page)).toBe(first);
    expect(await page.locator('.flash-head').textContent()).toContain('new');
    expect(await page.locator('[data-act="undo"]').isDisabled()).toBe(true);
    // Nothing is deleted: what was taken back is said by what takes it back.
    expect((await logOf(page)).map((e) => e.kind)).toEqual(['review', 'review', 'undo', 'undo']);
  });

  test('takes back the last grade of the deck too', async () => {
    const { page } = await openStudy(browser, '/drill/?subject=presence');
    await page.click('[data-act="practice"]');
    await page.locator('.flash').waitFor();
    while (await page.locator('.flash').isVisible()) await gradeByKeys(page, 3);
    await page.click('.drill-done [data-act="undo"]');
    await page.locator('.flash').waitFor();
    expect((await logOf(page)).at(-1)?.kind).toBe('undo');
  });
});

test('the day’s deck is ticked off with its last card, and no longer when that is taken back', async () => {
  const { page } = await openStudy(browser, '/drill/');
  await begin(page);
  while (await page.locator('.flash').isVisible()) await gradeByKeys(page, 4);
  const done = (await logOf(page)).find((e) => e.kind === 'done');
  expect(done).toMatchObject({ item: 'cards:2026-11-23', date: '2026-11-23' });
  await page.click('.drill-done [data-act="undo"]');
  await page.locator('.flash').waitFor();
  const undone = (await logOf(page)).flatMap((e) => (e.kind === 'undo' ? [e.of] : []));
  expect(undone).toHaveLength(2);
  expect(undone).toContain(done?.id);
});

test('two tabs: the other follows, and neither grades what it no longer sees', async () => {
  const { page } = await openStudy(browser, '/drill/');
  await begin(page);
  const other = await anotherTab(page, '/drill/');
  expect(await front(other)).toBe(await front(page));
  await gradeByKeys(page, 3);
  await expect.poll(() => front(other)).toBe(await front(page));
  await gradeByKeys(other, 3);
  await expect.poll(() => front(page)).toBe(await front(other));
  // A tab that hears of nothing (asleep, or an old browser) is stopped by the disk.
  const deaf = await page.context().newPage();
  await deaf.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
  await visit(deaf, '/drill/');
  await deaf.keyboard.press('Space');
  await deaf.locator('.grades').waitFor();
  await gradeByKeys(page, 3);
  await deaf.keyboard.press('1');
  await expect.poll(() => deaf.locator('[data-region=status]').textContent()).toContain('Another tab');
  expect((await logOf(page)).map((e) => e.kind === 'review' && e.grade)).toEqual([3, 3, 3]);
  await expect.poll(() => front(deaf)).toBe(await front(page));
});

test('a leech is named, put aside, and taken up again', async () => {
  const { page } = await openStudy(browser, '/schedule/');
  const card = sourceOfSample().cards.find((c) => c.id === 'chat:question:message-key');
  const failed = (i: number): HistoryEvent => ({
    id: `phone-${i}`,
    at: `2026-11-${10 + i}T10:00:00Z`,
    kind: 'review',
    card: card?.id ?? '',
    grade: i === 0 ? 3 : 1,
    seconds: 20,
  });
  await importFile(page, historyOf(Array.from({ length: 7 }, (_, i) => failed(i))));
  await visit(page, '/drill/?kind=question&subject=chat');
  await page.click('[data-act="practice"]');
  await page.locator('.flash').waitFor();
  for (let shown = await front(page); shown?.trim() !== card?.title; shown = await front(page)) {
    await page.click('[data-act="later"]');
    await expect.poll(() => front(page)).not.toBe(shown);
  }
  await page.keyboard.press('Space');
  expect(await page.locator('.leech').textContent()).toContain('slipped 6 times');
  await page.click('.leech [data-act="aside"]');
  await expect.poll(async () => (await front(page))?.trim()).not.toBe(card?.title);
  await page.click('[data-act="stop"]');
  await page.locator('.drill-aside summary').click();
  await page.click('.drill-aside [data-act="take-up"]');
  await expect.poll(() => page.locator('.drill-aside').count()).toBe(0);
  expect((await logOf(page)).map((e) => e.kind).filter((kind) => kind !== 'review')).toEqual([
    'suspend',
    'resume',
  ]);
});

test('a choice by round and lens leaves only their cards', async () => {
  const { page } = await openStudy(browser, '/drill/');
  const wanted = sourceOfSample().cards.filter(
    (c) => c.lenses.includes('storage') && c.targets.some((t) => t.round === 'design-2'),
  );
  expect(wanted.length).toBeGreaterThan(0);
  await page.locator('.drill-filter summary').click();
  await page.selectOption('[data-filter="lens"]', 'storage');
  await page.selectOption('[data-filter="round"]', 'design-2');
  await expect
    .poll(() => page.locator('.drill-filter .what').textContent())
    .toContain(`${wanted.length} card`);
  await page.click('[data-act="practice"]');
  await page.locator('.flash').waitFor();
  const titles = new Set(wanted.map((c) => c.title));
  expect(titles.has((await front(page))?.trim() ?? '')).toBe(true);
});

test('the timer counts attention, and the grade knows how long it took', async () => {
  const { page } = await openStudy(browser, '/drill/');
  await page.clock.install({ time: '2026-11-23T08:00:00Z' });
  await visit(page, '/drill/');
  await begin(page);
  await page.clock.runFor(65_000);
  expect(await page.locator('[data-timer]').textContent()).toMatch(/^1:0[4-6]$/);
  await page.keyboard.press('Space');
  await page.keyboard.press('3');
  await expect.poll(async () => (await logOf(page)).length).toBe(1);
  const [review] = await logOf(page);
  expect(review?.kind === 'review' && review.seconds).toBeGreaterThanOrEqual(64);
});
