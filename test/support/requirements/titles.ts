import { repositoryFiles, type RepositoryFile } from '../repository.js';
import { idsIn } from './catalogue.js';

/** A test as its source names it. */
export interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** The title of a test or of a group: the first string after `it(`, `it.each(…)(`, `test(` or `describe(`. */
const titled = /\b(?:it|test|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

/** Titles that a spec's source holds. Those built from tables at run time keep their marks (`$id`). */
export const titlesIn = ({ path, text }: RepositoryFile): NamedTest[] =>
  [...text.matchAll(titled)].map(match => ({ file: path, title: (match[2] ?? '').replaceAll(/\\(.)/g, '$1') }));

/** Id → the tests whose titles name it, in every spec of the repository but the catalogue's own. */
export function testsById(specs: readonly RepositoryFile[] = repositoryFiles(/\.spec\.ts$/)): ReadonlyMap<string, readonly NamedTest[]> {
  const found = new Map<string, NamedTest[]>();
  for (const test of specs.flatMap(titlesIn)) for (const id of idsIn(test.title)) found.set(id, [...(found.get(id) ?? []), test]);
  return found;
}
