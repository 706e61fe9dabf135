import { planted, type RepositoryPromise } from './promise.js';

/** Words under which anything may hide. A helper lives with its user until it has a name from the domain. */
const sayNothing = ['common', 'shared', 'utils', 'util', 'helpers', 'helper', 'core', 'misc'];

const partsOf = (path: string): string[] => path.split('/').map(part => part.replace(/(\.[a-z]+)+$/, ''));

/** What may lie at the top: the card of the owner, and what its tools look for there. */
const topLevel = ['apps', 'libs', 'workflows', 'infra', 'test', 'docs', 'nx.json', 'package.json', 'tsconfig.base.json', 'README.md'];
const lookedForByTools = ['LICENSE', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts'];

/** Tiers of tests: where a spec runs is said by its name. */
const tiers = /\.(unit|int|journey)\.spec\.ts$/;

const calledTest = /(\.|-)(spec|test)\.[mc]?[jt]sx?$/;
const ofArchitecture = /^test\/architecture\/[^/]+\.spec\.ts$/;

/** A file that serves specs may be called one, to stay out of the build; then no test stands in it. */
const testCall = /^\s*(it|test|describe)\b[.(]/m;

export const namePromises: readonly RepositoryPromise[] = [
  {
    says: 'no folder or file has a name that says nothing',
    instead: 'Name it by what it is in the domain, or keep it beside its only user.',
    breaches: files =>
      files
        .filter(({ path }) => partsOf(path).some(part => sayNothing.includes(part)))
        .map(({ path }) => ({ path, says: `one of its names is among ${sayNothing.join(', ')}` })),
    planted: [planted('libs/common/src/index.ts'), planted('apps/worker/src/utils.ts'), planted('apps/cli/src/helpers/date.ts')],
    kept: [planted('libs/lifecycle/src/calendar/span.ts')],
  },
  {
    says: 'only known entries lie at the top',
    instead: 'Put it into its room, or name it in test/architecture/promises/names.ts with a decision record.',
    breaches: files =>
      [...new Set(files.map(({ path }) => path.split('/')[0] ?? ''))]
        .filter(entry => !entry.startsWith('.') && !topLevel.includes(entry) && !lookedForByTools.includes(entry))
        .map(path => ({ path, says: 'is not among the entries of the top level' })),
    planted: [planted('tools/generate.ts'), planted('NOTES.md')],
    kept: [planted('README.md'), planted('.ci/run')],
  },
  {
    says: 'a spec says its tier in its name',
    instead: 'Call it .unit.spec.ts (pure), .int.spec.ts (with a real server) or .journey.spec.ts (the whole system).',
    breaches: files =>
      files
        .filter(({ path }) => calledTest.test(path) && !tiers.test(path) && !ofArchitecture.test(path))
        .filter(({ path, text }) => !path.includes('/testing/') || testCall.test(text))
        .map(({ path }) => ({ path, says: 'no project of vitest.config.ts runs it' })),
    planted: [
      planted('libs/lifecycle/src/decide.spec.ts'),
      planted('apps/cli/src/list.test.ts'),
      planted('apps/cli/src/testing/desk.spec.ts', "it('is lost', () => undefined);"),
    ],
    kept: [
      planted('libs/lifecycle/src/decide.unit.spec.ts'),
      planted('test/architecture/imports.spec.ts'),
      planted('apps/cli/src/testing/desk.spec.ts', 'export const desk = 1;'),
    ],
  },
];
