import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { historyFile } from '../../generator/model/history.ts';
import {
  begin,
  exportFile,
  gradeByKeys,
  historyOf,
  importFile,
  launch,
  logOf,
  openStudy,
  sourceOfSample,
  spoil,
  visit,
} from './study.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A device of its own, with some cards graded. */
async function device(...grades: (1 | 2 | 3 | 4)[]) {
  const { page, faults } = await openStudy(browser, '/drill/');
  if (grades.length > 0) await begin(page);
  for (const grade of grades) await gradeByKeys(page, grade);
  await visit(page, '/schedule/');
  return { page, faults };
}
const status = '[data-region=status]';

describe('a history', () => {
  test('exported, cleared and imported again is the same', async () => {
    const { page, faults } = await device(3, 1, 4);
    const before = await logOf(page);
    const file = await exportFile(page);
    expect(historyFile.parse(JSON.parse(file)).events).toHaveLength(3);
    await page.locator('.clear summary').click();
    await page.click('[data-act="clear"]');
    await expect.poll(() => page.locator(status).textContent()).toContain('empty');
    expect(await logOf(page)).toEqual([]);
    expect(await importFile(page, file)).toContain('3 entries came');
    expect(await logOf(page)).toEqual(before);
    await visit(page, '/today/');
    expect(await page.locator('.graded').textContent()).toContain('3 cards graded today');
    expect(faults).toEqual([]);
  });

  test('of the phone and of the laptop become one, whichever way they go', async () => {
    const [phone, laptop] = [await device(3, 3), await device(4)];
    const [fromPhone, fromLaptop] = [await exportFile(phone.page), await exportFile(laptop.page)];
    expect(await importFile(laptop.page, fromPhone)).toContain('2 entries came');
    expect(await importFile(phone.page, fromLaptop)).toContain('1 entry came');
    expect(await logOf(phone.page)).toEqual(await logOf(laptop.page));
    expect(await logOf(phone.page)).toHaveLength(3);
    await visit(laptop.page, '/schedule/');
    expect(await importFile(laptop.page, fromPhone)).toContain('Nothing new');
  });

  test('that was imported by mistake can be taken back: a backup was made before', async () => {
    const { page } = await device(3);
    const before = await logOf(page);
    const event = {
      id: 'x-1',
      at: '2026-11-22T08:00:00Z',
      kind: 'suspend',
      card: 'chat:question:a',
    } as const;
    await importFile(page, historyOf([event]));
    expect(await logOf(page)).toHaveLength(2);
    await page.locator('.backups summary').click();
    expect(await page.locator('.backups li').first().textContent()).toContain('before an import');
    await page.locator('[data-act="backup-restore"]').first().click();
    await expect.poll(() => page.locator(status).textContent()).toContain('as it was then');
    expect(await logOf(page)).toEqual(before);
    expect(await page.locator('.backups li').count()).toBe(2);
  });
});

describe('a file that cannot be trusted changes nothing', () => {
  test.each<[string, (file: string) => string, RegExp]>([
    ['cut short', (file) => file.slice(0, file.length / 2), /not complete JSON/],
    ['edited', (file) => file.replace('"grade": 3', '"grade": 4'), /checksum/],
    ['of a newer version', (file) => file.replace('"version": 1', '"version": 2'), /newer Panelprep/],
    ['of another kind', () => '{"name":"a playlist"}', /format/],
    ['of bytes', () => '\u0000\u0001PNG', /not complete JSON/],
  ])('%s', async (_what, spoiled, why) => {
    const { page } = await device(3);
    const before = await logOf(page);
    const file = spoiled(await exportFile(page));
    const said = await importFile(page, file);
    expect(said).toContain('Nothing was imported.');
    expect(said).toMatch(why);
    expect(await logOf(page)).toEqual(before);
    expect(await page.locator('.backups').count()).toBe(0);
  });

  test('kept for another pack: it asks first', async () => {
    const { page } = await device();
    const card = sourceOfSample().cards[0]?.id ?? '';
    const event = {
      id: 'x-1',
      at: '2026-11-22T08:00:00Z',
      kind: 'review',
      card,
      grade: 3,
      seconds: 9,
    } as const;
    expect(await importFile(page, historyOf([event], 'another'))).toContain('kept for another pack');
    expect(await logOf(page)).toEqual([]);
    await page.click('[data-act="import-anyway"]');
    await expect.poll(async () => (await logOf(page)).length).toBe(1);
  });
});

test('a damaged log says what is lost, counts the rest, deletes nothing, and an export mends it', async () => {
  const { page } = await device(3, 3, 3);
  const file = await exportFile(page);
  const [spoiled] = await logOf(page);
  await spoil(page, spoiled?.id ?? '');
  await visit(page, '/schedule/');
  const alert = page.locator('.note.warning[role=alert]');
  expect(await alert.textContent()).toContain('1 entry of the history cannot be read');
  expect(await page.locator('#history + p').textContent()).toContain('2 entries');
  expect(await logOf(page)).toHaveLength(3);
  // The drill goes on all the same.
  await visit(page, '/drill/');
  await gradeByKeys(page, 3);
  await visit(page, '/schedule/');
  expect(await importFile(page, file)).toContain('1 damaged one was mended');
  expect(await alert.count()).toBe(0);
  expect(await logOf(page)).toContainEqual(spoiled);
});
