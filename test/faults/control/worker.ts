import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAnnouncer } from '@palabre/event-log';
import type { AnnouncingPort } from '@palabre/workflows';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

/**
 * The worker of the control. Events leave through the same adapter as in `apps/worker`; the environment says whether before or
 * after the commit, and after how many announcements the process is killed: in the very moment after announcing.
 */
const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing`);
  return value;
};

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const topicFacts = { partitions: 12, replication: 1, retentionMs: -1 };

const workflows = {
  before: new URL('announced-before-commit.workflow.js', import.meta.url).href,
  after: import.meta.resolve('@palabre/workflows'),
};

/** Bundled once for all lives of the worker, as the real one does: bundling takes seconds, and it is killed often. */
async function workflowCode(announces: 'before' | 'after'): Promise<string> {
  const kept = join(required('CONTROL_FOLDER'), `workflows-announcing-${announces}.js`);
  const known = await readFile(kept, 'utf8').catch(() => null);
  if (known !== null) return known;
  const { code } = await bundleWorkflowCode({ workflowsPath: fileURLToPath(workflows[announces]), logger: new DefaultLogger('ERROR') });
  await writeFile(`${kept}.new`, code);
  await rename(`${kept}.new`, kept);
  return code;
}

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const announcer = createAnnouncer({
  brokers: required('KAFKA_BROKERS').split(','),
  clientId: 'palabre-control',
  topic: required('PALABRE_TOPIC'),
  topicFacts,
  logger: silent,
});

let left = Number(required('CONTROL_ANNOUNCEMENTS'));

const activities: AnnouncingPort = {
  announce: async batch => {
    await announcer.announce(batch);
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  },
};

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: required('TEMPORAL_ADDRESS') }),
  namespace: required('TEMPORAL_NAMESPACE'),
  taskQueue: required('TEMPORAL_TASK_QUEUE'),
  workflowBundle: { code: await workflowCode(required('CONTROL_ANNOUNCES') === 'before' ? 'before' : 'after'), sourceMap: '' },
  activities,
  stickyQueueScheduleToStartTimeout: '2 seconds',
});
process.stdout.write('READY {}\n');
await worker.run();
