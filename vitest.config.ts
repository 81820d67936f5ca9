import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{engine,forms,connectors,procedures,seeds,designer,scripts,web}/**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'web/build/**', 'data/**'],
    globalSetup: ['scripts/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
