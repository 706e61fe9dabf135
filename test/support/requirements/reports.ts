import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { repositoryRoot, sources } from '../repository.js';
import type { TestFile } from './shown.js';

interface Report {
  readonly testResults: readonly TestFile[];
}

/** Test results, and where they are from, in words. */
export interface Results {
  readonly files: readonly TestFile[];
  readonly from: string;
}

/** Where `npm test` leaves the report of each of its steps. */
const lastRun = join(repositoryRoot, '.palabre', 'tests');

const isReport = (name: string): boolean => name.endsWith('.json');

const reportsAt = (place: string): string[] =>
  statSync(place).isDirectory()
    ? readdirSync(place)
        .filter(isReport)
        .map(name => join(place, name))
    : [place];

const read = (file: string): readonly TestFile[] => {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return report.testResults.map(({ name, assertionResults }) => ({ name: relative(repositoryRoot, name), assertionResults }));
};

const newestSource = (): number => Math.max(...sources().map(({ path }) => statSync(join(repositoryRoot, path)).mtimeMs));

/** Results of the last `npm test`, unless a source has changed since. */
function ofLastRun(): Results | null {
  const reports = existsSync(lastRun) ? reportsAt(lastRun) : [];
  const changed = newestSource();
  const fresh = reports.filter(report => statSync(report).mtimeMs > changed);
  return fresh.length === 0 ? null : { files: fresh.flatMap(read), from: `the last \`npm test\` (${fresh.length} reports)` };
}

/** Runs what needs no server. Throws when vitest leaves no report: then nothing can be said. */
function ofOwnRun(): Results {
  const report = join(repositoryRoot, '.palabre', 'requirements', 'tests.json');
  mkdirSync(dirname(report), { recursive: true });
  const vitest = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--project', 'unit', '--project', 'architecture', '--reporter=json', `--outputFile=${report}`];
  const began = Date.now();
  spawnSync(process.execPath, [vitest, ...args], { cwd: repositoryRoot, stdio: ['ignore', 'ignore', 'inherit'] });
  if (!existsSync(report) || statSync(report).mtimeMs < began) {
    throw new Error('The tests could not be run, so nothing can be shown. Run `npm test` and read what it says.');
  }
  return { files: read(report), from: 'the unit and architecture tests, run now' };
}

/**
 * Test results: those of PALABRE_TEST_RESULTS (a vitest JSON report, or a folder of them), else of the last `npm test`
 * when no source has changed since, else of a run of the tests that need no server.
 */
export function testResults(given: string | undefined, announce: (text: string) => void): Results {
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new Error(`PALABRE_TEST_RESULTS names ${given}, which is not there.`);
    return { files: reportsAt(given).flatMap(read), from: given };
  }
  const last = ofLastRun();
  if (last !== null) return last;
  announce('No fresh results of `npm test`: running the unit and architecture tests…\n');
  return ofOwnRun();
}
