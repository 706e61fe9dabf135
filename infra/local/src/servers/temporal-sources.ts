import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { told, type Log } from '../log.js';
import { cached, intoCache } from '../provision/cache.js';
import { containerClient } from '../provision/container.js';
import { downloadArchive } from '../provision/download.js';
import { aptInstall, onPath, run } from '../provision/machine.js';
import type { Source } from '../provision/sources.js';

/** The Temporal CLI carries a whole server. Later versions have a `replace` in go.mod, which `go install` refuses. */
export const TEMPORAL_CLI_VERSION = '1.5.1';
export const TEMPORAL_IMAGE = `temporalio/temporal:${TEMPORAL_CLI_VERSION}`;

export type TemporalInstallation =
  { readonly kind: 'program'; readonly program: string } | { readonly kind: 'container'; readonly client: string };

const ASK_MS = 20_000;
const BUILD_MS = 30 * 60_000;
const GO_MODULE = 'github.com/temporalio/cli/cmd/temporal';
/** From this version on Go can fetch the newer toolchain that a module asks for. */
const GO_MINOR_THAT_FETCHES_TOOLCHAINS = 21;
const GO_MINOR_NEEDED = 25;

/** The ways to get the Temporal CLI on this machine, in their order. */
export function temporalSources(log: Log): Source<TemporalInstallation>[] {
  return [
    { name: 'PATH', advice: 'Install the Temporal CLI (https://docs.temporal.io/cli) so that `temporal` is on PATH', find: fromPath },
    { name: 'cache', advice: 'It is filled by the ways below', find: () => Promise.resolve(fromCache()) },
    { name: 'official download', advice: 'Let this machine reach https://temporal.download', find: () => fromDownload(log) },
    { name: 'Go module', advice: `Install Go 1.${GO_MINOR_NEEDED} or later, with a reachable module proxy`, find: () => fromGo(log) },
    { name: 'container', advice: `Start a Docker daemon that can pull ${TEMPORAL_IMAGE}`, find: fromContainer },
    {
      name: 'address',
      advice: 'Set TEMPORAL_ADDRESS to a running Temporal server (host:port), and TEMPORAL_NAMESPACE if it is not `default`',
      find: () => Promise.resolve(undefined),
    },
  ];
}

async function fromPath(): Promise<TemporalInstallation | undefined> {
  const program = onPath('temporal');
  if (program === undefined) return undefined;
  await run(program, ['--version'], { timeoutMs: ASK_MS });
  return { kind: 'program', program };
}

function entryName(): string {
  return `temporal-cli-${TEMPORAL_CLI_VERSION}-${process.platform}-${process.arch}`;
}

function fromCache(): TemporalInstallation | undefined {
  const folder = cached(entryName());
  return folder === undefined ? undefined : { kind: 'program', program: join(folder, 'temporal') };
}

async function fromDownload(log: Log): Promise<TemporalInstallation> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const address = `https://temporal.download/cli/archive/v${TEMPORAL_CLI_VERSION}?platform=${process.platform}&arch=${arch}`;
  return make(log, 'downloading the Temporal CLI', async folder => {
    await downloadArchive(address, folder);
    await run(join(folder, 'temporal'), ['--version'], { timeoutMs: ASK_MS });
  });
}

async function fromGo(log: Log): Promise<TemporalInstallation | undefined> {
  const go = await usableGo();
  if (go === undefined) return undefined;
  return make(log, `compiling the Temporal CLI ${TEMPORAL_CLI_VERSION} with Go (once, about five minutes)`, folder => compile(go, folder));
}

/** Builds with module and build caches of its own (3 GB) that are deleted afterwards, unless the machine has the module already. */
async function compile(go: GoProgram, folder: string): Promise<void> {
  const caches = join(folder, 'go');
  const own = (await hasModule(go)) ? {} : { GOMODCACHE: join(caches, 'modules'), GOCACHE: join(caches, 'build') };
  const toolchain = go.minor < GO_MINOR_NEEDED ? { GOTOOLCHAIN: 'auto' } : {};
  const env = { ...process.env, ...own, ...toolchain, GOBIN: folder, GOFLAGS: '-buildvcs=false -modcacherw' };
  const module = `${GO_MODULE}@v${TEMPORAL_CLI_VERSION}`;
  await run(go.program, ['install', '-ldflags', '-s -w', module], { timeoutMs: BUILD_MS, env });
  await run(join(folder, 'temporal'), ['--version'], { timeoutMs: ASK_MS });
  rmSync(caches, { recursive: true, force: true });
}

async function hasModule(go: GoProgram): Promise<boolean> {
  const { stdout } = await run(go.program, ['env', 'GOMODCACHE'], { timeoutMs: ASK_MS });
  try {
    return readdirSync(join(stdout.trim(), 'github.com', 'temporalio')).includes(`cli@v${TEMPORAL_CLI_VERSION}`);
  } catch {
    return false;
  }
}

interface GoProgram {
  readonly program: string;
  readonly minor: number;
}

async function usableGo(): Promise<GoProgram | undefined> {
  const here = await goOnPath();
  if (here !== undefined && here.minor >= GO_MINOR_THAT_FETCHES_TOOLCHAINS) return here;
  if (!(await aptInstall(['golang-go']))) return undefined;
  const installed = await goOnPath();
  if (installed === undefined || installed.minor >= GO_MINOR_THAT_FETCHES_TOOLCHAINS) return installed;
  throw new Error(`the system's package of Go is 1.${installed.minor}, older than 1.${GO_MINOR_THAT_FETCHES_TOOLCHAINS}`);
}

async function goOnPath(): Promise<GoProgram | undefined> {
  const program = onPath('go');
  if (program === undefined) return undefined;
  const { stdout } = await run(program, ['version'], { timeoutMs: ASK_MS });
  return { program, minor: goMinor(stdout) };
}

/** `go version go1.26.8 linux/amd64` → 26; 0 when it cannot be read. */
export function goMinor(version: string): number {
  return Number(/go1\.(\d+)/.exec(version)?.[1] ?? 0);
}

async function fromContainer(): Promise<TemporalInstallation | undefined> {
  const client = await containerClient(TEMPORAL_IMAGE);
  return client === undefined ? undefined : { kind: 'container', client };
}

async function make(log: Log, text: string, fill: (folder: string) => Promise<void>): Promise<TemporalInstallation> {
  const folder = await told(log, text, intoCache(entryName(), log, fill));
  return { kind: 'program', program: join(folder, 'temporal') };
}
