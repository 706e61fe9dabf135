import { describe, expect, it } from 'vitest';
import { closing, countCheck, countTests, table } from './results.js';

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });
const report = (passed: number, failed: number, files = [file('passed', passed)]) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: files,
});

describe('the counts of a test run', () => {
  it('are those of its tests', () => {
    expect(countTests(report(7, 2), 1)).toEqual({ passed: 7, failed: 2, skipped: 0 });
  });

  it('have a file that could not be loaded among the failed', () => {
    expect(countTests(report(7, 0, [file('passed', 7), file('failed', 0)]), 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('have one failed for an error outside the tests, for no test at all, and for no report', () => {
    expect(countTests(report(7, 0), 1)).toMatchObject({ passed: 7, failed: 1 });
    expect(countTests(report(0, 0, []), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('count a check that is no test run as one', () => {
    expect(countCheck(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countCheck(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('close with their sum; nothing run is not good', () => {
    const steps = [
      { step: 'types', ...countCheck(0), seconds: 3 },
      { step: 'unit', ...countTests(report(7, 2), 1), seconds: 12.34 },
    ];
    expect(closing(steps)).toEqual({ line: '8 passed, 2 failed', good: false });
    expect(closing([])).toEqual({ line: '0 passed, 0 failed', good: false });
    expect(table(steps).split('\n')).toHaveLength(3);
  });
});
