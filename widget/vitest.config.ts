import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/**/*.test.ts'], maxWorkers: 2, testTimeout: 10_000 },
  define: { BUILD: '"test"', HINTS_HASH: '"0123456789abcdef"', HINTS_INTEGRITY: '"sha384-test"' },
});
