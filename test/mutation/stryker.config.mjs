/**
 * Mutation testing of the rules: each mutant is a small fault put into libs/lifecycle, and some test must notice it.
 * In place, because workspace packages are found through links that a copy would not have; the files are put back.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['libs/lifecycle/src/**/*.ts', '!libs/lifecycle/src/**/*.spec.ts', '!libs/lifecycle/src/**/index.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/words-for-people.mjs'],
  ignorers: ['words-for-people'],
  inPlace: true,
  coverageAnalysis: 'perTest',
  /** What is computed once when a file is loaded would make every test run again for each mutant: the tables have tests of their own. */
  ignoreStatic: true,
  disableTypeChecks: false,
  concurrency: 2,
  timeoutMS: 60_000,
  tempDirName: '.palabre/mutation-temp',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false, reportScoreTable: true },
  jsonReporter: { fileName: '.palabre/mutation.json' },
  allowConsoleColors: false,
  thresholds: { high: 95, low: 85, break: 85 },
};
