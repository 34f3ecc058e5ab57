import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{apps,packages,packages/detectors}/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    // Tests drive real worker threads, databases and child processes; two at a time keep a small machine honest.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
