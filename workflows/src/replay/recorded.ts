import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RecordedHistory } from './payload-gate.js';

const folder = fileURLToPath(new URL('../../histories/', import.meta.url));

/** A recorded run with the id of its workflow. */
export interface Recording {
  readonly name: string;
  readonly workflowId: string;
  readonly history: RecordedHistory;
}

/** Where the recording ran is nobody's business: the names of workers and machines are taken out. */
const anonymous = (key: string, value: unknown): unknown => {
  if (key === 'identity') return 'worker';
  const sticky = key === 'name' && typeof value === 'string' && value.includes('@');
  return sticky ? 'sticky-queue' : value;
};

/** Keeps the runs of one scenario, as they are made by a release: a file for each run, proto-JSON. */
export function keep(release: string, scenario: string, workflowId: string, runs: readonly RecordedHistory[]): void {
  mkdirSync(folder, { recursive: true });
  runs.forEach((history, place) => {
    const recording: Recording = { name: `${release}.${scenario}.run-${place + 1}`, workflowId, history };
    writeFileSync(`${folder}${recording.name}.json`, `${JSON.stringify(recording, anonymous)}\n`);
  });
}

/** Every run that was ever kept. */
export const recordings = (): Recording[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Recording);
