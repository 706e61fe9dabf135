import { readAccounts, accountsFile } from './identity/accounts.js';
import { join } from 'node:path';
import { EXIT, runEntry } from './entry.js';
import { terminalLog, type Log } from './log.js';
import { exitCodeOnRequest } from './processes/ending.js';
import { startServers, type RunningServers } from './servers/start-servers.js';
import { takeDataFolder } from './start/data-folder.js';
import { playDemo, type PlayedDossier } from './start/demo.js';
import { START_USAGE, startOptions, type StartOptions } from './start/options.js';
import { asJson, asText, demoWentWell, type StartReport } from './start/report.js';
import { withoutPassword } from './supervisor/database.js';
import { repositoryRoot } from './supervisor/repository.js';
import { stackFile } from './supervisor/stack-file.js';
import { startStack, type Stack } from './supervisor/stack.js';

const WATCH_MS = 2_000;

/** `npm start`. */
await runEntry(async () => {
  const options = startOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(START_USAGE);
    return EXIT.done;
  }
  exitCodeOnRequest(EXIT.done);
  const log = terminalLog();
  await takeDataFolder(options.dataDir, { fresh: options.fresh, log });
  const began = Date.now();
  const servers = await startServers({ dataDir: options.dataDir, log, temporalUi: !options.once });
  const stack = await startStack({
    servers,
    dataDir: options.dataDir,
    log,
    fresh: options.fresh,
    isolated: options.fresh && shared(servers),
  });
  const report = await reportOf(options, stack, log, Date.now() - began);
  process.stdout.write(options.json ? `${asJson(report)}\n` : asText(report, options.once));
  if (options.once) return demoWentWell(report) ? EXIT.done : EXIT.failed;
  watch(stack, log);
  return undefined;
});

/** On servers given by address we delete nothing: a fresh start there gets a topic and a database of its own. */
function shared(servers: RunningServers): boolean {
  return servers.sources.kafka === 'address' || servers.sources.postgres === 'address';
}

async function reportOf(options: StartOptions, stack: Stack, log: Log, readyMs: number): Promise<StartReport> {
  const root = repositoryRoot();
  const { dataDir } = options;
  let demo: PlayedDossier[] = [];
  let demoFailure: string | undefined;
  const began = Date.now();
  try {
    if (options.demo) demo = await playDemo({ root, stackFile: stackFile(dataDir), log });
  } catch (reason) {
    demoFailure = reason instanceof Error ? reason.message : String(reason);
  }
  return {
    readyInSeconds: inSeconds(readyMs),
    addresses: { ...stack.addresses, database: withoutPassword(stack.addresses.database) },
    accounts: readAccounts(join(root, 'infra', 'local', 'accounts.json')),
    accountsFile: accountsFile(dataDir),
    dataDir,
    demo,
    demoSeconds: inSeconds(Date.now() - began),
    demoFailure,
  };
}

function inSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 100) / 10;
}

/** Nothing is restarted by itself: a program that ends is told once, with what it said last. */
function watch(stack: Stack, log: Log): void {
  const told = new Set<string>();
  setInterval(() => {
    for (const { name, lastLines } of stack.processes.died()) {
      if (told.has(name)) continue;
      told.add(name);
      log.info(
        `\n${name} has ended unexpectedly. Stop with Ctrl-C and start again; nothing that was acknowledged is lost. Its last lines:\n${lastLines}`,
      );
    }
  }, WATCH_MS);
}
