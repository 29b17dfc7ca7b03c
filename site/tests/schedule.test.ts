import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anotherTab, begin, gradeByKeys, launch, logOf, openStudy, sourceOfSample, visit } from './study.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const status = '[data-region=status]';
const titlesOf = (page: Page, day: string) => page.locator(`#day-${day} .entry-title a`).allTextContents();
/** An entry of a page by its title. */
const entry = (page: Page, title: string) => page.locator('.entry', { hasText: title }).first();
/** The first entry of today that is not cards. */
async function firstRead(page: Page): Promise<string> {
  const entries = page.locator('.today-list .entry', { has: page.locator('.tick input') });
  return (await entries.first().locator('.entry-title a').textContent()) ?? '';
}

describe('the day', () => {
  test('ticked off it stays done, and can be taken back', async () => {
    const { page, faults } = await openStudy(browser, '/today/');
    const title = await firstRead(page);
    await entry(page, title).locator('.tick input').check();
    await expect.poll(() => page.locator('.entry.done').count()).toBe(1);
    await visit(page, '/today/');
    expect(await page.locator('.entry.done .entry-title').textContent()).toContain(title);
    await page.locator('.entry.done .tick input').uncheck();
    await expect.poll(() => page.locator('.entry.done').count()).toBe(0);
    expect((await logOf(page)).map((e) => e.kind)).toEqual(['done', 'undo']);
    expect(faults).toEqual([]);
  });

  test('what is skipped goes, the rest is planned again, and undo brings it back', async () => {
    const { page } = await openStudy(browser, '/today/');
    const title = await firstRead(page);
    await entry(page, title).locator('.entry-change summary').click();
    await entry(page, title).locator('[data-act="skip"]').click();
    await expect.poll(() => page.locator('.set-aside').textContent()).toContain(`${title}: skipped`);
    expect(await page.locator('.today-list').textContent()).not.toContain(title);
    await page.click('.set-aside [data-act="undo-event"]');
    await expect.poll(() => page.locator('.today-list').textContent()).toContain(title);
  });

  test('what is moved stands on the other day', async () => {
    const { page } = await openStudy(browser, '/today/');
    const title = await firstRead(page);
    await entry(page, title).locator('.entry-change summary').click();
    await entry(page, title).locator('[data-act="move"]').selectOption('2026-11-28');
    await expect.poll(() => page.locator('.set-aside').textContent()).toContain('moved to Sat, Nov 28');
    await visit(page, '/schedule/');
    expect(await titlesOf(page, '2026-11-28')).toContain(title);
    expect(await titlesOf(page, '2026-11-23')).not.toContain(title);
  });

  test('fewer minutes today make a shorter day', async () => {
    const { page } = await openStudy(browser, '/today/');
    await page.fill('#minutes-today', '15');
    await page.click('[data-form="minutes-today"] button');
    await expect.poll(() => page.locator(status).textContent()).toContain('15 min today');
    const minutes = await page.locator('.today-list .minutes').allTextContents();
    expect(minutes.map((m) => Number.parseInt(m, 10)).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(15);
  });

  test('starts with its first item, and goes on with the next', async () => {
    const { page } = await openStudy(browser, '/today/');
    await page.click('[data-act="begin"]');
    await page.waitForURL('**/drill/');
    await page.locator('[data-ready]').waitFor();
    await begin(page);
    while (await page.locator('.flash').isVisible()) await gradeByKeys(page, 3);
    await page.click('.drill-done a.primary');
    await page.waitForURL('**/today/');
    await page.locator('[data-ready]').waitFor();
    expect(await page.locator('.graded').textContent()).toContain('graded today');
    const title = await firstRead(page);
    expect(await page.locator('[data-act="begin"]').textContent()).toContain(title);
    await page.click('[data-act="begin"]');
    await page.waitForURL((url) => url.pathname !== '/today/');
    await visit(page, '/today/');
    expect(await page.locator('.running').textContent()).toContain(title);
    await page.click('[data-act="finish"]');
    await expect.poll(() => page.locator('.entry.done').textContent()).toContain(title);
  });

  test('missed, the next one says what became of it', async () => {
    const { page } = await openStudy(browser, '/today/');
    await page.click('[data-act="day-later"]');
    await expect.poll(() => page.locator('.redone').textContent()).toContain('You missed Monday.');
    expect(await page.locator('.redone').textContent()).toContain('the plan was redone from today');
    await page.click('[data-act="redone-noted"]');
    await expect.poll(() => page.locator('.redone').count()).toBe(0);
    // The sample's own day comes back.
    await page.click('[data-act="sample-over"]');
    await expect.poll(() => page.locator('.sample-clock').textContent()).toContain('Monday, November 23');
  });

  test('left open overnight, the page finds the next day when it is looked at again', async () => {
    const { page } = await openStudy(browser, '/today/');
    // A pack that is no sample runs on the real clock.
    const { asOf: _, ...real } = sourceOfSample();
    await page.route('**/schedule.json', (route) => route.fulfill({ json: real }));
    await visit(page, '/today/');
    expect(await page.locator('.sample-clock').count()).toBe(0);
    await page.clock.setFixedTime('2026-11-24T08:00:00Z');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(() => page.locator('.redone').textContent()).toContain('You missed Monday.');
  });

  test('kept as it was planned, the next one complains of nothing', async () => {
    const { page } = await openStudy(browser, '/drill/');
    await begin(page);
    while (await page.locator('.flash').isVisible()) await gradeByKeys(page, 3);
    await visit(page, '/today/');
    const open = page.locator('.entry:not(.done) .tick input');
    // Minutes that were left over are filled again; every tick takes its own.
    while ((await open.count()) > 0) {
      const ticked = (await logOf(page)).length;
      await open.first().check();
      await expect.poll(async () => (await logOf(page)).length).toBe(ticked + 1);
      await visit(page, '/today/');
    }
    expect(await page.locator('.today-sum strong').first().textContent()).toBe('Done');
    await page.click('[data-act="day-later"]');
    await expect.poll(() => page.locator('.sample-clock').textContent()).toContain('Tuesday');
    expect(await page.locator('.redone').count()).toBe(0);
  });
});

describe('the plan', () => {
  test('follows the minutes, the days off and a moved round', async () => {
    const { page, faults } = await openStudy(browser, '/schedule/');
    await page.fill('[data-form="minutes"] [name="tue"]', '0');
    await page.click('[data-form="minutes"] button');
    await expect.poll(() => page.locator('#day-2026-11-24').textContent()).toContain('Free.');
    await page.fill('[data-form="day-off"] [name="date"]', '2026-11-26');
    await page.click('[data-form="day-off"] button[type="submit"]');
    await expect.poll(() => page.locator('#day-2026-11-26').textContent()).toContain('Free.');
    await page.click('.chips [data-date="2026-11-26"]');
    await expect.poll(() => page.locator('#day-2026-11-26').textContent()).not.toContain('Free.');
    await page.selectOption('[data-form="round"] select', 'design-2');
    await page.fill('[data-form="round"] [name="start"]', '2026-12-22T18:00');
    await page.click('[data-form="round"] button');
    await expect
      .poll(() => page.locator('#day-2026-12-22').textContent())
      .toContain('System design 2 at 18:00');
    expect((await logOf(page)).map((e) => e.kind)).toEqual(Array(4).fill('settings'));
    expect(faults).toEqual([]);
  });

  test('changed in one tab is changed in the other', async () => {
    const { page } = await openStudy(browser, '/schedule/');
    const other = await anotherTab(page, '/today/');
    await page.fill('[data-form="minutes"] [name="mon"]', '0');
    await page.click('[data-form="minutes"] button');
    await expect
      .poll(() => other.locator('.nothing').textContent())
      .toContain('No minutes are set for today');
  });

  test('says by word and table what its pictures show', async () => {
    const { page } = await openStudy(browser, '/schedule/');
    const said = await page
      .locator('.plot svg')
      .evaluateAll((all) => all.map((svg) => svg.getAttribute('aria-label')));
    expect(said[0]).toMatch(/^Minutes a day from Mon, Nov 23 to Fri, Dec 18: \d+ h/);
    expect(said[1]).toMatch(/^Predicted recall.* \d+% at the rounds\.$/);
    await page.locator('.plot-table summary').click();
    expect(await page.locator('.plot-table tbody tr').count()).toBe(4);
  });

  test('stands on the overview: days left, recall on the day, minutes today', async () => {
    const { page } = await openStudy(browser, '/today/');
    await page.fill('#minutes-today', '20');
    await page.click('[data-form="minutes-today"] button');
    await expect.poll(() => page.locator(status).textContent()).toContain('20 min today');
    const recall = await page.locator('.today-sum strong').nth(1).textContent();
    const minutes = await page.locator('.today-sum strong').first().textContent();
    await page.goto('/');
    expect(await page.locator('.countdown').textContent()).toContain('25 days left');
    await expect.poll(() => page.locator('[data-minutes]').textContent()).toBe(minutes);
    expect(await page.locator('[data-recall]').textContent()).toBe(recall);
  });
});

test('a pack made anew keeps the history and says what changed', async () => {
  const { page } = await openStudy(browser, '/drill/');
  await begin(page);
  await gradeByKeys(page, 3);
  await gradeByKeys(page, 3);
  const [graded] = await logOf(page);
  const id = graded?.kind === 'review' ? graded.card : '';
  const source = sourceOfSample();
  const gone = source.cards.find((card) => card.id === id);
  const other = source.cards.at(-1);
  if (!gone || !other) throw new Error('the sample has no cards');
  const fresh = { ...other, id: 'chat:question:brand-new', title: 'A question that is new?' };
  const cards = [...source.cards.filter((card) => card.id !== id), fresh];
  const anew = JSON.stringify({ ...source, cards });
  await page.route('**/schedule.json', (route) => route.fulfill({ json: JSON.parse(anew) }));
  await visit(page, '/schedule/');
  const said = page.locator('.changed');
  expect(await said.textContent()).toContain('1 card came and 1 card went');
  expect(await said.textContent()).toContain('1 card of those that went had been reviewed');
  await said.locator('summary').click();
  expect(await said.textContent()).toContain('A question that is new?');
  expect(await said.textContent()).toContain(gone.title);
  expect(await logOf(page)).toHaveLength(2);
  // The drill under way goes on without the card that is gone.
  await visit(page, '/drill/');
  await page.locator('.flash').waitFor();
  await gradeByKeys(page, 3);
  await page.click('.changed [data-act="changes-noted"], [data-act="stop"]');
  await visit(page, '/schedule/');
  if ((await said.count()) > 0) await page.click('[data-act="changes-noted"]');
  await expect.poll(() => said.count()).toBe(0);
  // The card comes back, and with it what was known of it.
  await page.unroute('**/schedule.json');
  await visit(page, '/schedule/');
  expect(await page.locator('.changed').textContent()).toContain('1 card came');
  expect((await logOf(page)).filter((e) => e.kind === 'review' && e.card === id)).toHaveLength(1);
});
