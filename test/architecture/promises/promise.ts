import type { RepositoryFile } from '../../support/repository.js';

/** Something that breaks a promise: where, and what is wrong. */
export interface Breach {
  readonly path: string;
  readonly line?: number;
  readonly says: string;
}

/**
 * One promise of the repository. `breaches` looks at files, real or invented, so that every promise carries the planted files that
 * show it red: a check that never was red proves nothing.
 */
export interface RepositoryPromise {
  /** The promise, as a sentence. */
  readonly says: string;
  /** What to write instead, for whoever broke it. */
  readonly instead: string;
  readonly breaches: (files: readonly RepositoryFile[]) => readonly Breach[];
  /** Invented files that break it, each in its own way. */
  readonly planted: readonly RepositoryFile[];
  /** Invented files that look alike and keep it. */
  readonly kept?: readonly RepositoryFile[];
}

/** A breach as one line, with the way out. */
export const told = (promise: RepositoryPromise, { path, line, says }: Breach): string =>
  `${path}${line === undefined ? '' : `:${line}`}: ${says}. ${promise.instead}`;

/** An invented file. */
export const planted = (path: string, ...lines: readonly string[]): RepositoryFile => ({ path, text: `${lines.join('\n')}\n` });

export const isSpec = (path: string): boolean => path.endsWith('.spec.ts');

/** Code that runs in production: neither specs nor what serves them. */
export const isProductionCode = (path: string): boolean =>
  /^(libs|apps|workflows|infra)\//.test(path) &&
  /\.(ts|tsx|mjs)$/.test(path) &&
  !isSpec(path) &&
  !/^libs\/testing\/|\/(testbed|testing|spec)\/|^workflows\/src\/replay\//.test(path);
