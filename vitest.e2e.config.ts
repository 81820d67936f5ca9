import { defineConfig } from 'vitest/config';

/** Browser tests: they start the whole product, one file after the other. */
export default defineConfig({
  test: {
    include: ['{web,scripts}/**/*.e2e.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 1,
    bail: 1,
  },
});
