import { describe, expect, it } from 'vitest';
import { readRepositoryFile, repositoryPaths, sources, topLevelEntries, type RepositoryFile } from '../support/repository.js';
import { budgetPromises } from './promises/budgets.js';
import { coveragePromises } from './promises/coverage.js';
import { honestyPromises } from './promises/honesty.js';
import { languagePromises } from './promises/languages.js';
import { namePromises } from './promises/names.js';
import { doubledDecision, placePromises } from './promises/places.js';
import { newcomerPromises } from './promises/newcomers-path.js';
import { policyPromises } from './promises/policy.js';
import { told, type RepositoryPromise } from './promises/promise.js';
import { purityPromises } from './promises/purity.js';
import { validatorPromises } from './promises/validators.js';

const onSources = [
  ...budgetPromises,
  ...honestyPromises,
  ...purityPromises,
  ...validatorPromises,
  ...policyPromises,
  ...languagePromises,
  ...coveragePromises,
];

const code = sources();

const everything: readonly RepositoryFile[] = repositoryPaths()
  .filter(path => !/\.(png|jpg|gz|zip|ico|woff2?)$/.test(path) && path !== 'package-lock.json')
  .map(readRepositoryFile);

/** Empty folders and files without text count by their name as well. */
const entries: readonly RepositoryFile[] = [...everything, ...topLevelEntries().map(path => ({ path, text: '' }))];

const cases = [
  ...onSources.map(promise => ({ promise, says: promise.says, files: code })),
  ...[...placePromises, ...newcomerPromises].map(promise => ({ promise, says: promise.says, files: everything })),
  ...namePromises.map(promise => ({ promise, says: promise.says, files: entries })),
];

const isSeen = (promise: RepositoryPromise, file: RepositoryFile): boolean => promise.breaches([file]).length > 0;

describe('the repository promises that', () => {
  it.each(cases)('$says', ({ promise, files }) => {
    expect(promise.breaches(files).map(breach => told(promise, breach))).toEqual([]);
  });
});

describe('broken on purpose, the promise turns red that', () => {
  it.each(cases)('$says', ({ promise }) => {
    expect(promise.planted.length).toBeGreaterThan(0);
    expect(promise.planted.filter(file => !isSeen(promise, file)).map(({ path }) => path)).toEqual([]);
    expect(promise.breaches(promise.kept ?? []).map(breach => told(promise, breach))).toEqual([]);
  });

  it('two decision records never have one number', () => {
    const records = placePromises.flatMap(promise => promise.breaches(doubledDecision));
    expect(records).toEqual([{ path: 'docs/decisions/0007-b.md', says: 'the number 0007 is taken' }]);
  });
});
