import { defineConfig } from 'vitest/config';

const conditions = ['@palabre/source'];

/** The tests that must notice a fault in the rules: those of the rules themselves, and the whole stories told against them. */
export default defineConfig({
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    include: ['libs/lifecycle/**/*.unit.spec.ts', 'libs/testing/**/*.unit.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.property.unit.spec.ts', 'libs/lifecycle/**/long-calendar.unit.spec.ts'],
    testTimeout: 240_000,
    environment: 'node',
  },
});
