import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { everything, violations } from './axe.ts';
import { launch, open } from './browser.ts';
import { pagesOf, sourceOf } from './crawl.ts';

const folder = inject('folder');
const pages = pagesOf(folder);

test('the markup of every page is valid', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Style, not validity: quotes as the serializer chooses them, titles as long as they are, what a sample ends with, ids that HTML allows.
      'attr-quotes': 'off',
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      'valid-id': ['error', { relaxed: true }],
    },
  });
  const wrong: string[] = [];
  for (const path of pages) {
    const report = await validator.validateString(sourceOf(folder, path), path);
    for (const { messages } of report.results)
      for (const m of messages) wrong.push(`${path}:${m.line}:${m.column} ${m.ruleId}: ${m.message}`);
  }
  expect(wrong).toEqual([]);
}, 120_000);

describe('an accessibility checker', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  // In the dark only colors differ.
  test.each([
    { colorScheme: 'light' as const, rules: everything },
    { colorScheme: 'dark' as const, rules: ['color-contrast'] },
  ])(
    'finds nothing on any page, $colorScheme',
    async ({ colorScheme, rules }) => {
      const { page } = await open(browser, '/', { colorScheme });
      const wrong: string[] = [];
      for (const path of pages) {
        await page.goto(path, { waitUntil: 'load' });
        // What scrolls sideways is made reachable once it is laid out.
        await page.evaluate(
          () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
        );
        for (const found of await violations(page, rules)) wrong.push(`${path} ${found}`);
      }
      expect(wrong).toEqual([]);
    },
    400_000,
  );
});
