import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, runEntry } from './entry.js';
import { terminalLog } from './log.js';
import { atEnd } from './processes/ending.js';
import { startServers } from './servers/start-servers.js';
import { repositoryRoot } from './supervisor/repository.js';
import { endAllBelow, keepLogs } from './test-run/leftovers.js';
import { ON_SERVERS, TEST_USAGE, testOptions, type StepName } from './test-run/options.js';
import { closing, countCheck, table, type StepResult } from './test-run/results.js';
import { runStep, type StepPlace } from './test-run/steps.js';

/** Others may pass, nobody may look: PostgreSQL runs as a user of its own. */
const PASS_ONLY = 0o711;

/** `npm test`. */
await runEntry(async () => {
  const options = testOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(TEST_USAGE);
    return EXIT.done;
  }
  const root = repositoryRoot();
  const folder = mkdtempSync(join(tmpdir(), 'palabre-test-'));
  chmodSync(folder, PASS_ONLY);
  const forget = atEnd(async () => {
    await endAllBelow(folder);
    rmSync(folder, { recursive: true, force: true });
  });
  const place: StepPlace = { root, reports: join(root, '.palabre', 'tests'), env: { ...process.env, TMPDIR: folder } };
  const results: StepResult[] = [];
  for (const step of options.steps.filter(name => !ON_SERVERS.has(name))) results.push(await runStep(step, place));
  const onServers = options.steps.filter(name => ON_SERVERS.has(name));
  results.push(...(await runOnServers(onServers, folder, place)));
  const left = await endAllBelow(folder);
  if (left.length > 0) results.push({ step: `left: ${left.join(', ')}`, ...countCheck(1), seconds: 0 });
  const { line, good } = closing(results);
  const logs = join(place.reports, 'logs');
  if (good) rmSync(logs, { recursive: true, force: true });
  else keepLogs(folder, logs);
  rmSync(folder, { recursive: true, force: true });
  forget();
  process.stdout.write(`\n${table(results)}\n\n${line}\n`);
  return good ? EXIT.done : EXIT.failed;
});

async function runOnServers(steps: readonly StepName[], folder: string, place: StepPlace): Promise<StepResult[]> {
  if (steps.length === 0) return [];
  const began = Date.now();
  const result = (exitCode: number): StepResult => ({ step: 'servers', ...countCheck(exitCode), seconds: (Date.now() - began) / 1_000 });
  try {
    const servers = await startServers({ dataDir: join(folder, 'servers'), log: terminalLog() });
    const results = [result(0)];
    const addresses = {
      TEMPORAL_ADDRESS: servers.temporalAddress,
      TEMPORAL_NAMESPACE: servers.temporalNamespace,
      KAFKA_BROKERS: servers.kafkaBrokers.join(','),
      DATABASE_URL: servers.databaseUrl,
    };
    for (const step of steps) results.push(await runStep(step, { ...place, env: { ...place.env, ...addresses } }));
    await servers.stop();
    return results;
  } catch (reason) {
    process.stderr.write(`\n${reason instanceof Error ? reason.message : String(reason)}\n`);
    return [result(1), ...steps.map(step => ({ step, ...countCheck(1), seconds: 0 }))];
  }
}
