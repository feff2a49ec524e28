import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // The model's session takes both cores; files that load it must not compete for them.
    maxWorkers: 2,
  },
});
