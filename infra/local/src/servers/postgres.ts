import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.js';
import type { Launch } from '../processes/owned-process.js';
import { birthOf } from '../processes/birth.js';
import { containerLaunch } from '../provision/container.js';
import { firstSource } from '../provision/sources.js';
import { LOOPBACK, portAnswers, START_ATTEMPTS } from './ports.js';
import { letOthersPass, postgresAccount, type PostgresAccount } from './postgres-account.js';
import { POSTGRES_IMAGE, postgresSources, type PostgresInstallation } from './postgres-sources.js';
import { ManagedProcess } from '../processes/managed-process.js';

const COMMAND_MS = 60_000;
const USER = 'palabre';
const DATABASE = 'palabre';
const READY_LINE = 'database system is ready to accept connections';
const CONTAINER_INIT = 'The files belonging to this database system';
const CONTAINER_INIT_DONE = 'PostgreSQL init process complete';
const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'timezone=UTC', 'log_timezone=UTC'];
const SIZES = ['shared_buffers=256MB', 'max_wal_size=4GB', 'checkpoint_timeout=15min'];

/** PostgreSQL on the loopback address, data in `<dataDir>/postgres/data`, with a password made for this data folder. */
export async function postgresServer(options: {
  dataDir: string;
  port: number;
  log: Log;
}): Promise<{ server: ManagedProcess; source: string; databaseUrl: string }> {
  const folder = join(options.dataDir, 'postgres');
  const data = join(folder, 'data');
  const { installation, source } = await firstSource('PostgreSQL', postgresSources(keptMajor(data)), options.log);
  mkdirSync(data, { recursive: true });
  const password = keptPassword(options.dataDir);
  const about = { name: 'postgres', dataDir: options.dataDir, logFile: join(options.dataDir, 'logs', 'postgres.log') };
  const programs =
    installation.kind === 'programs' ? inPrograms(installation, { folder, data, port: options.port, password, about }) : undefined;
  const server = new ManagedProcess({
    launch: programs?.launch ?? inContainer(installation, { folder, port: options.port, password, about }),
    attempts: START_ATTEMPTS,
    log: options.log,
    ready: async process => saysReady(process.output()) && (await portAnswers(options.port)),
    ...(programs === undefined ? {} : { prepare: programs.prepare }),
  });
  return { server, source, databaseUrl: `postgresql://${USER}:${password}@${LOOPBACK}:${options.port}/${DATABASE}` };
}

/** A new container first runs a server for itself alone, which says that it is ready too. */
export function saysReady(output: string): boolean {
  const initialising = output.includes(CONTAINER_INIT) && !output.includes(CONTAINER_INIT_DONE);
  const since = Math.max(0, output.indexOf(CONTAINER_INIT_DONE));
  return !initialising && output.slice(since).includes(READY_LINE);
}

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly port: number;
  readonly password: string;
  readonly about: Pick<Launch, 'name' | 'dataDir' | 'logFile'>;
}

function inPrograms(
  installation: PostgresInstallation & { kind: 'programs' },
  place: Place,
): { launch: Launch; prepare: () => Promise<void> } {
  for (const passed of [place.about.dataDir, place.folder]) letOthersPass(passed);
  const account = postgresAccount(installation.bin, place.data);
  const { prefix, ...owner } = account;
  const flags = [...SETTINGS, ...SIZES].flatMap(setting => ['-c', setting]);
  const [command = '', ...args] = [...prefix, join(installation.bin, 'postgres'), '-D', place.data, '-p', String(place.port), ...flags];
  return {
    launch: { ...place.about, ...owner, command, args, cwd: place.folder, endSignal: 'SIGINT' },
    prepare: () => Promise.resolve(prepare(installation.bin, account, place)),
  };
}

function prepare(bin: string, account: PostgresAccount, place: Place): void {
  if (existsSync(join(place.data, 'PG_VERSION'))) return removeStalePidFile(place.data);
  const initdb = [join(bin, 'initdb'), '-D', place.data, '-U', USER, '--encoding=UTF8', '--locale=C.UTF-8'];
  const passwordFile = join(place.folder, 'initial-password');
  writeFileSync(passwordFile, place.password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  runAs(account, [...initdb, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync', '--no-instructions'], place, '');
  rmSync(passwordFile);
  runAs(account, [join(bin, 'postgres'), '--single', '-D', place.data, 'postgres'], place, `CREATE DATABASE ${DATABASE}\n`);
}

function runAs(account: PostgresAccount, commandLine: readonly string[], place: Place, input: string): void {
  const { prefix, ...owner } = account;
  const [command = '', ...args] = [...prefix, ...commandLine];
  const outcome = spawnSync(command, args, { ...owner, cwd: place.folder, input, encoding: 'utf8', timeout: COMMAND_MS });
  if (outcome.status === 0) return;
  rmSync(join(place.data, 'PG_VERSION'), { force: true });
  for (const name of readdirSync(place.data)) rmSync(join(place.data, name), { recursive: true, force: true });
  throw new Error(`PostgreSQL's data could not be created: ${outcome.error?.message ?? `${outcome.stderr}${outcome.stdout}`.trim()}`);
}

/** After a kill the pid file stays; another process may have that pid by now, and PostgreSQL would not start because of it. */
function removeStalePidFile(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (birthOf(pid) === undefined || !isPostgres(pid)) rmSync(file, { force: true });
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

function keptMajor(data: string): number | undefined {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : undefined;
}

function keptPassword(dataDir: string): string {
  const file = join(dataDir, 'postgres', 'password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(18).toString('base64url');
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

function inContainer(installation: PostgresInstallation, place: Omit<Place, 'data'>): Launch {
  if (installation.kind !== 'container') throw new TypeError('not a container');
  const env = { POSTGRES_USER: USER, POSTGRES_PASSWORD: place.password, POSTGRES_DB: DATABASE };
  const args = ['postgres', '-p', String(place.port), ...SIZES.flatMap(setting => ['-c', setting])];
  const plan = {
    image: POSTGRES_IMAGE,
    env,
    args,
    ports: [place.port],
    volumes: [[join(place.folder, 'container'), '/var/lib/postgresql']] as const,
  };
  return { ...containerLaunch(installation.client, plan, place.about), endSignal: 'SIGINT' };
}
