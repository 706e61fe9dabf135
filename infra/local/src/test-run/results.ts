import { readFileSync } from 'node:fs';

/** What one step of a test run counted. */
export interface StepResult {
  readonly step: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

/** The part of vitest's JSON report that we read. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

type Counts = Pick<StepResult, 'passed' | 'failed' | 'skipped'>;

/** A check that is no test run counts as one test. */
export function countCheck(exitCode: number): Counts {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Real counts of a vitest run from its report. Counted as failed as well: a file that could not be loaded, an error outside the
 * tests, a missing report, and a run in which no test ran at all.
 */
export function countTests(report: VitestReport | undefined, exitCode: number): Counts {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + unloaded;
  const silentFailure = failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + silentFailure, skipped: report.numPendingTests + report.numTodoTests };
}

/** Vitest's report, or undefined when it wrote none. */
export function readReport(file: string): VitestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

/** The table of a run. */
export function table(results: readonly StepResult[]): string {
  const rows = results.map(({ step, passed, failed, skipped, seconds }) =>
    [
      step.padEnd(14),
      String(passed).padStart(7),
      String(failed).padStart(7),
      String(skipped).padStart(8),
      seconds.toFixed(1).padStart(9),
    ].join(''),
  );
  return ['step           passed failed skipped  seconds', ...rows].join('\n');
}

/** The closing line, and whether the run is good: something ran and nothing failed. */
export function closing(results: readonly StepResult[]): { line: string; good: boolean } {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  return { line: `${passed} passed, ${failed} failed`, good: failed === 0 && passed > 0 };
}
