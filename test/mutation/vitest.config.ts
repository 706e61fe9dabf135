import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { lastingThread } from './lasting-thread.js';
import { NearFirst } from './near-first.js';

const conditions = ['@palabre/source'];

/** What `npm run mutation` has written down (run.mjs): whether the thread is kept from one mutant to the next. */
const order = JSON.parse(readFileSync('.palabre/mutation-order.json', 'utf8')) as { readonly threads: 'lasting' | 'fresh' };

/** Stryker names the pool on its own; the last word on it is said here. */
const inLastingThread: Plugin = {
  name: 'in-lasting-thread',
  configureVitest: ({ project }) => Object.assign(project.config, { pool: lastingThread.name, poolRunner: lastingThread }),
};

/** Too long to be asked about each fault: generated stories, and the tables of trials of every gate under every charter. */
const leftOut = [
  '**/*.property.unit.spec.ts',
  '**/money-properties.unit.spec.ts',
  '**/long-calendar.unit.spec.ts',
  '**/state-size.unit.spec.ts',
  'libs/testing/src/sequences/**',
  'libs/testing/src/gates/**',
  'libs/testing/src/{side-by-side,treatments,ninth-type}.unit.spec.ts',
];

/** The tests that must notice a fault in the rules: those of the rules themselves, and the whole stories told against them. */
export default defineConfig({
  plugins: order.threads === 'lasting' ? [inLastingThread] : [],
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    include: ['libs/lifecycle/**/*.unit.spec.ts', 'libs/testing/**/*.unit.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', ...leftOut],
    setupFiles: ['test/mutation/few-trials.ts'],
    reporters: [{}],
    testTimeout: 240_000,
    environment: 'node',
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: NearFirst },
  },
});
