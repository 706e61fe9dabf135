import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog, startServers } from '@palabre/local';
import type { BenchCase, BenchContext, Finding } from './bench-case.js';
import { decideCase } from './decide/decide-case.js';
import { historyCase } from './history/history-case.js';
import { ingestCase } from './ingest/ingest-case.js';
import { describeMachine, loadNow } from './measuring/machine.js';
import { benchOptions, usage, type BenchOptions, type CaseName } from './options.js';
import { readsCase } from './reads/reads-case.js';
import { rebuildCase } from './rebuild/rebuild-case.js';
import { screeningCase } from './screening/screening-case.js';
import { rulesCase } from './rules/rules-case.js';
import { visibleCase } from './visible/visible-case.js';
import { pageOf, writePage, type BenchRun } from './page.js';

const cases: Readonly<Record<CaseName, BenchCase>> = {
  rules: rulesCase,
  ingest: ingestCase,
  rebuild: rebuildCase,
  decide: decideCase,
  visible: visibleCase,
  reads: readsCase,
  history: historyCase,
  screening: screeningCase,
};

const wrongOption = 2;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

function optionsOrExit(): BenchOptions {
  try {
    return benchOptions(process.argv.slice(2));
  } catch (reason) {
    tell(`${reason instanceof Error ? reason.message : String(reason)}\n\n${usage}`);
    process.exit(wrongOption);
  }
}

/** A case whose results differ ends the run with a fault, but never takes the other cases' minutes with it. */
async function tried(name: CaseName, context: BenchContext): Promise<Finding | null> {
  try {
    return await cases[name](context);
  } catch (reason) {
    tell(`${name} failed: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
    process.exitCode = 1;
    return null;
  }
}

async function measure({ only, rounds, quick, events }: BenchOptions): Promise<BenchRun> {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-bench-'));
  const before = loadNow();
  tell('starting servers of its own');
  const servers = await startServers({ dataDir: folder, log: silentLog, env: {} });
  try {
    const machine = await describeMachine(servers, folder);
    const findings: Finding[] = [];
    for (const name of only) {
      tell(`${name} begins; load ${loadNow()}`);
      const found = await tried(name, { servers, folder, rounds, quick, events, tell: line => tell(`  ${name}: ${line}`) });
      if (found !== null) findings.push(found);
    }
    const load = `${before} at the beginning, ${loadNow()} at the end`;
    return { date: new Date().toISOString().slice(0, 10), machine, load, rounds, quick, findings };
  } finally {
    await servers.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const options = optionsOrExit();
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const run = await measure(options);
process.stdout.write(`${pageOf(run)}\n`);
if (options.write && process.exitCode === undefined) writePage(run);
