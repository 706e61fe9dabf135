import { defineConfig } from 'vitest/config';

/**
 * Tests run on sources: the `@palabre/source` export condition leads every workspace import to its TypeScript file.
 * No other condition may stand here: Vitest hands them to Node, and `import` would make every `require` of a package
 * with two builds (pg, long) take the wrong one.
 */
const conditions = ['@palabre/source'];

const project = (name: string, include: string[], timeout: number, parallel: boolean) => ({
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    name,
    include,
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: timeout,
    hookTimeout: Math.max(timeout, 120_000),
    fileParallelism: parallel,
    environment: 'node',
  },
});

export default defineConfig({
  test: {
    projects: [
      project(
        'unit',
        ['libs/**/*.unit.spec.ts', 'apps/**/*.unit.spec.ts', 'workflows/**/*.unit.spec.ts', 'infra/**/*.unit.spec.ts'],
        20_000,
        true,
      ),
      project('architecture', ['test/architecture/**/*.spec.ts'], 120_000, true),
      project(
        'integration',
        ['libs/**/*.int.spec.ts', 'apps/**/*.int.spec.ts', 'workflows/**/*.int.spec.ts', 'infra/**/*.int.spec.ts'],
        120_000,
        false,
      ),
      project('journeys', ['test/journeys/**/*.journey.spec.ts', 'test/faults/**/*.journey.spec.ts'], 300_000, false),
    ],
  },
});
