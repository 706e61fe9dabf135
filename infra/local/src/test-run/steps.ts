import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { atEnd, endWithUs } from '../processes/ending.js';
import { waitUntil } from '../processes/wait.js';
import type { StepName } from './options.js';
import { countCheck, countTests, readReport, type StepResult } from './results.js';

const END_MS = 20_000;

/** Programs of the checks that are no tests, from the root of the repository. */
const CHECKS: Partial<Record<StepName, readonly string[]>> = {
  types: ['node_modules/@typescript/native/bin/tsc', '-b'],
  lint: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
};

export interface StepPlace {
  readonly root: string;
  /** Folder in which each test step leaves its report, for `npm run requirements`. */
  readonly reports: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Runs one step, shows what it says, and counts. */
export async function runStep(step: StepName, place: StepPlace): Promise<StepResult> {
  process.stdout.write(`\n── ${step} ──\n`);
  const began = Date.now();
  const check = CHECKS[step];
  const counts = check === undefined ? await runTests(step, place) : countCheck(await runProgram(check, place));
  return { step, ...counts, seconds: (Date.now() - began) / 1_000 };
}

async function runTests(step: StepName, place: StepPlace): Promise<Pick<StepResult, 'passed' | 'failed' | 'skipped'>> {
  const report = join(place.reports, `${step}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runProgram(['node_modules/vitest/vitest.mjs', 'run', '--project', step, ...reporters], place);
  return countTests(readReport(report), code);
}

/** Runs a Node program with our outputs; it does not outlive us. */
async function runProgram(commandLine: readonly string[], place: StepPlace): Promise<number> {
  const [program = '', ...args] = commandLine;
  const child = spawn(process.execPath, [join(place.root, program), ...args], {
    cwd: place.root,
    env: place.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const release = child.pid === undefined ? () => undefined : endWithUs(child.pid);
  let over = false;
  const forget = atEnd(async () => {
    child.kill('SIGTERM');
    await waitUntil(() => over, { withinMs: END_MS });
  });
  return new Promise(resolve => {
    const end = (code: number) => {
      over = true;
      release();
      forget();
      resolve(code);
    };
    child.once('error', () => end(1));
    child.once('exit', code => end(code ?? 1));
  });
}
