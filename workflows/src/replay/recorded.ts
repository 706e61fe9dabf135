import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { RecordedHistory } from './payload-gate.js';

const folder = fileURLToPath(new URL('../../histories/', import.meta.url));

/** What recorded runs started from: the golden files of the input's schema. */
const inputs = fileURLToPath(new URL('../../inputs/', import.meta.url));

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

function inputOf(history: RecordedHistory): unknown {
  const payload = historyFromJSON(history).events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  if (!payload) throw new Error('A run without an input');
  return defaultPayloadConverter.fromPayload(payload);
}

/** Keeps the runs of one scenario, as a release makes them: for each run its history in proto-JSON, and its input. */
export function keep(release: string, scenario: string, workflowId: string, runs: readonly RecordedHistory[]): void {
  for (const needed of [folder, inputs]) mkdirSync(needed, { recursive: true });
  runs.forEach((history, place) => {
    const recording: Recording = { name: `${release}.${scenario}.run-${place + 1}`, workflowId, history };
    writeFileSync(`${folder}${recording.name}.json`, `${JSON.stringify(recording, anonymous)}\n`);
    writeFileSync(`${inputs}${recording.name}.json`, `${JSON.stringify(inputOf(history), null, 2)}\n`);
  });
}

/** Every run that was ever kept. */
export const recordings = (): Recording[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Recording);
