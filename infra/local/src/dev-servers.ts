import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runEntry } from './entry.js';
import { terminalLog } from './log.js';
import { exitCodeOnRequest } from './processes/ending.js';
import { startServers } from './servers/start-servers.js';

const IDLE_MS = 60_000;

/** The three servers alone, for development: prints one JSON line with their addresses and stays until it is asked to end. */
await runEntry(async () => {
  const { values } = parseArgs({ options: { data: { type: 'string', default: '.palabre' }, ui: { type: 'boolean', default: false } } });
  exitCodeOnRequest(0);
  const servers = await startServers({ dataDir: resolve(values.data), log: terminalLog(), temporalUi: values.ui });
  const { temporalAddress, temporalNamespace, temporalUi, kafkaBrokers, databaseUrl } = servers;
  process.stdout.write(`${JSON.stringify({ temporalAddress, temporalNamespace, temporalUi, kafkaBrokers, databaseUrl })}\n`);
  setInterval(() => undefined, IDLE_MS);
  return undefined;
});
