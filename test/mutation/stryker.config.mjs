import { readFileSync } from 'node:fs';

/** What `npm run mutation` asks for (run.mjs): the places to put mutants in, the mutants drawn, if a sample is asked for,, and how to run. */
const { mutate, drawn, processes, report } = JSON.parse(readFileSync('.palabre/mutation-order.json', 'utf8'));

/**
 * Mutation testing of the rules: each mutant is a small fault put into libs/lifecycle, and some test must notice it.
 * In place, because workspace packages are found through links that a copy would not have; the files are put back.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate,
  /** Thousands of places are looked up among the files that are not ignored. */
  ignorePatterns: ['**', '!libs/lifecycle/src/**'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  plugins: [
    '@stryker-mutator/vitest-runner',
    './test/mutation/words-for-people.mjs',
    './test/mutation/drawn.mjs',
    './test/mutation/as-they-come.mjs',
  ],
  ignorers: ['words-for-people'],
  checkers: drawn === null ? [] : ['drawn'],
  inPlace: true,
  coverageAnalysis: 'perTest',
  /** What is computed once when a file is loaded would make every test run again for each mutant: the tables have tests of their own. */
  ignoreStatic: true,
  disableTypeChecks: false,
  concurrency: processes,
  /** Endless loops are noticed by counting; this clock is for the rest, and generous, because machines are shared. */
  timeoutMS: 300_000,
  dryRunTimeoutMinutes: 30,
  tempDirName: '.palabre/mutation-temp',
  cleanTempDir: 'always',
  reporters: ['json', 'as-they-come'],
  jsonReporter: { fileName: report },
  allowConsoleColors: false,
  thresholds: { high: 95, low: 85, break: 85 },
};
