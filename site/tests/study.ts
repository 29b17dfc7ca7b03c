/** The schedule pages under test: opened on a fixed clock, and what they wrote read back from the browser's own database. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { HistoryEvent, HistoryFile } from '../../generator/model/history.ts';
import { type ScheduleSource, scheduleSource } from '../../generator/model/plan.ts';
import { launch, open } from './browser.ts';

/** The sample's own day, in the morning. */
const morning = '2026-11-23T08:00:00Z';

export { launch };

/** Opens a schedule page and waits until it has read its history. */
export async function openStudy(browser: Browser, path: string, options: BrowserContextOptions = {}) {
  const opened = await open(browser, '/404.html', options);
  await opened.page.context().clock.setFixedTime(morning);
  opened.faults.splice(0);
  await visit(opened.page, path);
  return opened;
}

export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('[data-ready]').waitFor();
}

/** Another tab of the same browser. */
export async function anotherTab(page: Page, path: string): Promise<Page> {
  const tab = await page.context().newPage();
  await visit(tab, path);
  return tab;
}

export function sourceOfSample(): ScheduleSource {
  return scheduleSource.parse(JSON.parse(readFileSync(`${inject('folder')}/schedule.json`, 'utf8')));
}

/** The log as it lies in the browser. */
export function logOf(page: Page): Promise<HistoryEvent[]> {
  const name = `panelprep:${sourceOfSample().name}`;
  return page.evaluate(async (database) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(database);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const entries = await new Promise<{ event: HistoryEvent }[]>((resolve, reject) => {
      const request = db.transaction('events').objectStore('events').getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return entries.map((entry) => entry.event);
  }, name);
}

/** Spoils an entry of the log on disk: its content changes, its checksum stays. */
export async function spoil(page: Page, id: string): Promise<void> {
  const name = `panelprep:${sourceOfSample().name}`;
  await page.evaluate(
    async ({ database, key }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const store = db.transaction('events', 'readwrite').objectStore('events');
        const request = store.get(key);
        request.onsuccess = () => {
          const put = store.put({ ...request.result, event: { ...request.result.event, card: 'other' } });
          put.onsuccess = () => resolve();
          put.onerror = () => reject(put.error);
        };
        request.onerror = () => reject(request.error);
      });
      db.close();
    },
    { database: name, key: id },
  );
}

/** An export as the page writes it. */
export function historyOf(events: HistoryEvent[], pack = sourceOfSample().name): string {
  const sorted = [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
  const file: HistoryFile = {
    format: 'panelprep-history',
    version: 1,
    pack,
    exportedAt: morning,
    events: sorted,
    checksum: createHash('sha256').update(JSON.stringify(sorted)).digest('hex'),
  };
  return JSON.stringify(file);
}

/** Chooses a file on the page of the plan, and waits for what it says of it. */
export async function importFile(page: Page, content: string): Promise<string> {
  await page
    .locator('input[data-act="import"]')
    .setInputFiles({ name: 'history.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const result = page.locator('.import-result .note');
  await result.waitFor();
  return (await result.textContent()) ?? '';
}

export async function exportFile(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-act="export"]')]);
  return readFileSync(await download.path(), 'utf8');
}

/** The front of the card that is shown. */
export function front(page: Page): Promise<string | null> {
  return page.locator('.flash-front').textContent();
}

/** Shows the answer and grades it by keys; comes back when the next card, or the end, is there. */
export async function gradeByKeys(page: Page, grade: 1 | 2 | 3 | 4): Promise<void> {
  const reviews = async () => (await logOf(page)).filter((e) => e.kind === 'review').length;
  const before = await reviews();
  await page.keyboard.press('Space');
  await page.locator('.grades').waitFor();
  await page.keyboard.press(String(grade));
  await page.locator('.reveal, .drill-done').waitFor();
  if ((await reviews()) !== before + 1) throw new Error('the grade is not on disk');
}

export async function begin(page: Page): Promise<void> {
  await page.click('[data-act="start"]');
  await page.locator('.flash').waitFor();
}
