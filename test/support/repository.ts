import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'nx.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The root of the repository (nx.json) is not above this file.');
  return rootAbove(above);
}

/** The root of the repository; the same whether sources or compiled files run. */
export const repositoryRoot = rootAbove(dirname(fileURLToPath(import.meta.url)));

/** A file of the repository: path from the root with `/`, and its text. Checks take lists of these, real or invented. */
export interface RepositoryFile {
  readonly path: string;
  readonly text: string;
}

/** Made by tools, never written by hand: git ignores them. */
const made = new Set(['node_modules', 'dist', 'dist-specs', '.git', '.nx', '.palabre', 'coverage']);

const isMade = (name: string): boolean => made.has(name) || name.endsWith('.tsbuildinfo') || name.endsWith('.log');

const below = (folder: string): string[] =>
  readdirSync(join(repositoryRoot, folder), { withFileTypes: true })
    .filter(entry => !isMade(entry.name))
    .flatMap(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return below(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();

let paths: readonly string[] | null = null;

/** Every file of the repository that people wrote, as paths from the root. */
export const repositoryPaths = (): readonly string[] => (paths ??= below(''));

/** What lies at the top of the repository. */
export const topLevelEntries = (): readonly string[] => readdirSync(repositoryRoot).filter(name => !isMade(name));

export const readRepositoryFile = (path: string): RepositoryFile => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') });

/** Files whose path matches, with their text. */
export const repositoryFiles = (matches: RegExp): readonly RepositoryFile[] =>
  repositoryPaths()
    .filter(path => matches.test(path))
    .map(readRepositoryFile);

/** Every TypeScript and JavaScript source. */
export const sources = (): readonly RepositoryFile[] => repositoryFiles(/\.(ts|tsx|mts|mjs|js)$/);
