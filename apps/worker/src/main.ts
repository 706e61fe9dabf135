import { ConfigurationMistakes, readConfiguration } from './configuration.js';
import { startWorker, type RunningWorker } from './worker.js';

/** A drain that takes longer than this is cut off: the supervisor expects an end within ten seconds. */
const drainWithinMs = 9_000;

const exitMisconfigured = 2;

function drainOnSignal(worker: RunningWorker): void {
  const drain = (): void => {
    setTimeout(() => process.exit(1), drainWithinMs).unref();
    void worker.drain();
  };
  process.once('SIGTERM', drain);
  process.once('SIGINT', drain);
}

async function main(): Promise<void> {
  const worker = await startWorker(readConfiguration(process.env));
  drainOnSignal(worker);
  process.stdout.write(`READY ${JSON.stringify({ port: worker.port })}\n`);
  await worker.ended;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof ConfigurationMistakes;
    process.stderr.write(`${known ? error.message : String(error instanceof Error ? (error.stack ?? error) : error)}\n`);
    process.exit(known ? exitMisconfigured : 1);
  },
);
