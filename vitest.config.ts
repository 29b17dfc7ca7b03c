import { defineConfig } from 'vitest/config';

/** Long enough for a busy machine: no test depends on how fast it is. */
const time = { testTimeout: 120_000, hookTimeout: 180_000, expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    // Two cores are common; each browser test waits for its page, not for a clock.
    maxWorkers: 2,
    projects: [
      { test: { name: 'generator', include: ['generator/**/*.test.ts', 'bench/**/*.test.ts'], ...time } },
      // What the pages keep and draw, without a browser and without a built site.
      { test: { name: 'state', include: ['site/{state,views,elements}/**/*.test.ts'], ...time } },
      // A hostile pack of its own, in a browser.
      { test: { name: 'hostile', include: ['site/hostile/**/*.test.ts'], ...time } },
      // The sample is built once, and only when a browser test runs.
      {
        test: {
          name: 'site',
          include: ['site/tests/**/*.test.ts'],
          globalSetup: ['site/tests/sample-site.ts'],
          ...time,
        },
      },
    ],
  },
});
