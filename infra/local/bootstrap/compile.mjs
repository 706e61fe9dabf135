import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runShown } from './progress.mjs';

const SOURCE = /\.(ts|tsx|json)$/;
const SKIPPED = new Set(['node_modules', 'dist', '.git', '.nx', '.palabre', 'coverage']);

/** Compiles the workspace (or the one part that is named) unless nothing is newer than the last compilation. */
export async function compile(root, part) {
  const stamp = join(root, 'node_modules', `.palabre-compiled${part === undefined ? '' : `-${part.replaceAll('/', '-')}`}`);
  const projects = part === undefined ? referenced(root) : [part];
  if (isCurrent(root, stamp, projects)) return;
  const began = new Date();
  const tsc = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  await runShown('compiling', process.execPath, [tsc, '-b', ...(part === undefined ? [] : [part])], root);
  writeFileSync(stamp, began.toISOString());
}

function referenced(root) {
  return JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).references.map(reference => reference.path);
}

function isCurrent(root, stamp, projects) {
  if (!existsSync(stamp) || projects.some(project => !existsSync(join(root, project, 'dist')))) return false;
  const compiled = Date.parse(readFileSync(stamp, 'utf8'));
  return !projects.some(project => hasNewer(join(root, project), compiled)) && !isNewer(join(root, 'tsconfig.base.json'), compiled);
}

function hasNewer(folder, time) {
  return readdirSync(folder, { withFileTypes: true }).some(entry => {
    if (SKIPPED.has(entry.name)) return false;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return hasNewer(path, time);
    return SOURCE.test(entry.name) && isNewer(path, time);
  });
}

function isNewer(file, time) {
  return statSync(file).mtimeMs >= time;
}
