import { defineConfig } from 'vitest/config';

const time = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'generator', include: ['generator/**/*.test.ts', 'bench/**/*.test.ts'], ...time } },
      // What the pages keep and draw, without a browser and without a built site.
      { test: { name: 'state', include: ['site/{state,views}/**/*.test.ts'], ...time } },
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
