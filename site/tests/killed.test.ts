/** A browser of its own process on a profile of its own, killed without warning while a card is open. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { chromiumPath } from './browser.ts';
import { begin, front, gradeByKeys, logOf, visit } from './study.ts';

const profile = mkdtempSync(join(tmpdir(), 'panelprep-profile-'));
const running: ChildProcess[] = [];
afterAll(async () => {
  for (const process of running) await killed(process);
  rmSync(profile, { recursive: true, force: true });
});

async function start(): Promise<{ browser: Browser; process: ChildProcess }> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const flags = ['--headless=new', '--disable-gpu', '--remote-debugging-port=0', ...root];
  const child = spawn(chromiumPath(), [...flags, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += String(chunk);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(`Chromium ended: ${said}`)));
  });
  return { browser: await chromium.connectOverCDP(address), process: child };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function drillIn(browser: Browser) {
  const page = await browser.contexts()[0]?.newPage();
  if (!page) throw new Error('the browser has no context');
  await visit(page, `${inject('origin')}/drill/`);
  return page;
}

test('killed in the middle of a card, the drill goes on there and nothing is lost', async () => {
  const first = await start();
  const page = await drillIn(first.browser);
  await begin(page);
  for (const grade of [3, 1, 4] as const) await gradeByKeys(page, grade);
  const open = await front(page);
  const before = await logOf(page);
  await page.keyboard.press('Space');
  await page.locator('.grades').waitFor();
  await killed(first.process);

  const second = await start();
  const again = await drillIn(second.browser);
  await again.locator('.flash').waitFor();
  expect(await front(again)).toBe(open);
  expect(await logOf(again)).toEqual(before);
  expect(before).toHaveLength(3);
  // The undo of before the crash still reaches back.
  await again.keyboard.press('u');
  await expect.poll(() => front(again)).not.toBe(open);
});
