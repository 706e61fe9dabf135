import { appendFileSync, writeFileSync } from 'node:fs';

const kept = '.palabre/mutation-results.ndjson';

/** Keeps every answer as it comes, one line each: a run of hours that is broken off has not been for nothing. */
class AsTheyCome {
  constructor() {
    writeFileSync(kept, '');
  }

  onMutantTested({ fileName, location, mutatorName, replacement, status, coveredBy }) {
    if (status === 'Ignored' || status === 'CompileError') return;
    const file = fileName.slice(fileName.indexOf('libs/'));
    appendFileSync(
      kept,
      `${JSON.stringify({ file, ...location.start, mutatorName, replacement, status, tests: coveredBy?.length ?? 0, at: Date.now() })}\n`,
    );
  }
}

export const strykerPlugins = [{ kind: 'Reporter', name: 'as-they-come', injectableClass: AsTheyCome }];
