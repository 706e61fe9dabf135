import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository: the nearest folder above this file that has the workspace's lock file. */
export function repositoryRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'package-lock.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('This file is not in the repository any more: no package-lock.json in the folders above it.');
  return repositoryRoot(above);
}
