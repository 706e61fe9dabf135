import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

/** A worker with the bare workflow alone, as a process of its own like the worker it is compared with. */
const required = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing`);
  return value;
};

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: ['SIGTERM'] });

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: required('TEMPORAL_ADDRESS') }),
  namespace: required('TEMPORAL_NAMESPACE'),
  taskQueue: required('TEMPORAL_TASK_QUEUE'),
  workflowsPath: fileURLToPath(new URL('bare.workflow.js', import.meta.url)),
});
process.stdout.write('READY {}\n');
await worker.run();
process.exit(0);
