import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['generator/**/*.test.ts', 'site/**/*.test.ts', '.ci/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
