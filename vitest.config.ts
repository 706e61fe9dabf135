import { defineConfig } from 'vitest/config';

/**
 * Tests run on sources: the `@palabre/source` export condition leads every workspace import to its TypeScript file.
 * No other condition may stand here: Vitest hands them to Node, and `import` would make every `require` of a package
 * with two builds (pg, long) take the wrong one.
 */
const conditions = ['@palabre/source'];

/** What files of tests share: nothing, or the modules that their worker has read. */
type Sharing = { readonly parallel: boolean; readonly isolate: boolean };

const project = (name: string, include: string[], timeout: number, { parallel, isolate }: Sharing) => ({
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    name,
    include,
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: timeout,
    hookTimeout: Math.max(timeout, 120_000),
    fileParallelism: parallel,
    isolate,
    environment: 'node',
  },
});

/** Pure code keeps nothing between two files, and reading its modules takes longer than asking its tests. */
const pure: Sharing = { parallel: true, isolate: false };
const onItsOwn: Sharing = { parallel: true, isolate: true };
const oneAfterAnother: Sharing = { parallel: false, isolate: true };

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      project(
        'unit',
        ['libs/**/*.unit.spec.ts', 'apps/**/*.unit.spec.ts', 'workflows/**/*.unit.spec.ts', 'infra/**/*.unit.spec.ts'],
        20_000,
        pure,
      ),
      project('architecture', ['test/architecture/**/*.spec.ts'], 120_000, onItsOwn),
      project(
        'integration',
        ['libs/**/*.int.spec.ts', 'apps/**/*.int.spec.ts', 'workflows/**/*.int.spec.ts', 'infra/**/*.int.spec.ts'],
        120_000,
        oneAfterAnother,
      ),
      project('journeys', ['test/journeys/**/*.journey.spec.ts', 'test/faults/**/*.journey.spec.ts'], 300_000, oneAfterAnother),
    ],
  },
});
