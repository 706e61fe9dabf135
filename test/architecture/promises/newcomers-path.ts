import type { RepositoryFile } from '../../support/repository.js';
import { budgets, comments, linesOf } from './budgets.js';
import { planted, type Breach, type RepositoryPromise } from './promise.js';

const list = /## Six files to know the house\n\n((?:\d\. .*\n)+)/;

/** The README, and the five files that it sends a newcomer to. */
function breaches(files: readonly RepositoryFile[]): Breach[] {
  const readme = files.find(({ path }) => path === 'README.md');
  if (readme === undefined) return [];
  const named = [...(list.exec(readme.text)?.[1] ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path);
  const found = files.filter(({ path }) => named.includes(path));
  const lines = [readme, ...found].reduce((sum, file) => sum + linesOf(file), 0);
  return [
    ...(found.length === 5 ? [] : [{ path: readme.path, says: `sends a newcomer to ${found.length} files beside itself, not to five` }]),
    ...(lines > budgets.newcomersPath
      ? [{ path: readme.path, says: `the path has ${lines} lines, at most ${budgets.newcomersPath}` }]
      : []),
  ];
}

const readmeOf = (...names: readonly string[]): RepositoryFile =>
  planted('README.md', '## Six files to know the house', '', '1. this page', ...names.map((name, at) => `${at + 2}. [it](${name})`));

const five = ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts'];

export const newcomerPromises: readonly RepositoryPromise[] = [
  {
    says: `a newcomer knows the house after six files, together at most ${budgets.newcomersPath} lines`,
    instead: 'Name another file in the list of the README, or make one of them shorter.',
    breaches,
    planted: [
      readmeOf('gone.ts'),
      planted('README.md', '## Six files to know the house', '', '1. this page', '', ...comments(budgets.newcomersPath)),
    ],
    kept: [readmeOf(...five), ...five.map(name => planted(name, ...comments(100)))],
  },
];
