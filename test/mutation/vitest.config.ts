import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { lastingThread } from './lasting-thread.js';
import { NearFirst } from './near-first.js';

const conditions = ['@palabre/source'];

interface Order {
  readonly threads: 'lasting' | 'fresh';
  readonly witnesses: 'near' | 'long';
}

/** What `npm run mutation` has written down (run.mjs): whether the thread is kept from one mutant to the next, and which tests are asked. */
const order = JSON.parse(readFileSync('.palabre/mutation-order.json', 'utf8')) as Order;

/** Stryker names the pool on its own; the last word on it is said here. */
const inLastingThread: Plugin = {
  name: 'in-lasting-thread',
  configureVitest: ({ project }) => Object.assign(project.config, { pool: lastingThread.name, poolRunner: lastingThread }),
};

/** Too long to be asked about each fault: generated stories, and the tables of trials of every gate under every charter. */
const long = [
  '**/*.property.unit.spec.ts',
  '**/money-properties.unit.spec.ts',
  '**/long-calendar.unit.spec.ts',
  '**/state-size.unit.spec.ts',
  'libs/testing/src/sequences/*.unit.spec.ts',
  'libs/testing/src/gates/*.unit.spec.ts',
  'libs/testing/src/{side-by-side,treatments,ninth-type}.unit.spec.ts',
];

const all = ['libs/lifecycle/**/*.unit.spec.ts', 'libs/testing/**/*.unit.spec.ts'];

/** The tests that must notice a fault in the rules: those of the rules themselves, and the whole stories told against them. */
export default defineConfig({
  plugins: order.threads === 'lasting' ? [inLastingThread] : [],
  ssr: { resolve: { conditions } },
  resolve: { conditions },
  test: {
    include: order.witnesses === 'long' ? long : all,
    exclude: ['**/node_modules/**', '**/dist/**', ...(order.witnesses === 'long' ? [] : long)],
    setupFiles: ['test/mutation/few-trials.ts'],
    reporters: [{}],
    testTimeout: 240_000,
    environment: 'node',
    isolate: false,
    maxWorkers: 1,
    sequence: { sequencer: NearFirst },
  },
});
