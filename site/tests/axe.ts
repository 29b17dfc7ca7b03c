/** What axe finds on a page. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 A and AA, and what axe counts as good practice. */
export const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Its violations, by tags or by one rule, in one place of it or all. It is run as the debugger would: the page's policy lets no script in. */
export async function violations(
  page: Page,
  rules: readonly string[] = everything,
  within = 'html',
): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ({ values, place }) => {
      const run: unknown = Reflect.get(Reflect.get(globalThis, 'axe'), 'run');
      if (typeof run !== 'function') throw new Error('axe is not there');
      const runOnly = { type: values.length > 1 ? 'tag' : 'rule', values };
      const { violations: found } = await run(document.querySelector(place), { runOnly });
      return found.map(
        (v: { id: string; nodes: { html: string }[] }) =>
          `${v.id}: ${v.nodes
            .slice(0, 3)
            .map((n) => n.html)
            .join(' ')}`,
      );
    },
    { values: [...rules], place: within },
  );
}
