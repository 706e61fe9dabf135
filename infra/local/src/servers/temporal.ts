import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.js';
import type { Launch } from '../processes/owned-process.js';
import { containerLaunch } from '../provision/container.js';
import { firstSource } from '../provision/sources.js';
import { LOOPBACK, START_ATTEMPTS } from './ports.js';
import { ManagedProcess } from '../processes/managed-process.js';
import { TEMPORAL_IMAGE, temporalSources, type TemporalInstallation } from './temporal-sources.js';

export interface TemporalPorts {
  readonly temporal: number;
  readonly temporalHttp: number;
  readonly temporalMetrics: number;
  readonly temporalUi: number;
}

const DATABASE = 'temporal.sqlite';
/** Write-ahead logging: Updates are two to four times faster and the file is still whole after a kill -9. */
const PRAGMAS = ['journal_mode=WAL', 'synchronous=1'];

/** A Temporal server of one process with its data in one file, `<dataDir>/temporal/temporal.sqlite`. */
export async function temporalServer(options: {
  dataDir: string;
  namespace: string;
  ports: TemporalPorts;
  ui: boolean;
  log: Log;
}): Promise<{ server: ManagedProcess; source: string }> {
  const { installation, source } = await firstSource('The Temporal server', temporalSources(options.log), options.log);
  const folder = join(options.dataDir, 'temporal');
  const health = `http://${LOOPBACK}:${options.ports.temporalHttp}/api/v1/namespaces/${encodeURIComponent(options.namespace)}`;
  const server = new ManagedProcess({
    launch: launchOf(installation, options, folder),
    attempts: START_ATTEMPTS,
    log: options.log,
    ready: async () => (await fetch(health).catch(() => undefined))?.ok === true,
    prepare: () => Promise.resolve(void mkdirSync(folder, { recursive: true })),
  });
  return { server, source };
}

function launchOf(
  installation: TemporalInstallation,
  options: { dataDir: string; namespace: string; ports: TemporalPorts; ui: boolean },
  folder: string,
): Launch {
  const about = { name: 'temporal', dataDir: options.dataDir, logFile: join(options.dataDir, 'logs', 'temporal.log') };
  if (installation.kind === 'program') {
    return { ...about, command: installation.program, args: startArguments({ ...options, ip: LOOPBACK, file: join(folder, DATABASE) }) };
  }
  const inside = '/palabre';
  const { temporal, temporalHttp, temporalUi } = options.ports;
  return containerLaunch(
    installation.client,
    {
      image: TEMPORAL_IMAGE,
      args: startArguments({ ...options, ip: '0.0.0.0', file: `${inside}/${DATABASE}` }),
      ports: [temporal, temporalHttp, ...(options.ui ? [temporalUi] : [])],
      volumes: [[folder, inside]],
      ...(process.getuid === undefined ? {} : { user: `${process.getuid()}:${process.getgid?.() ?? 0}` }),
    },
    about,
  );
}

function startArguments(options: { ip: string; file: string; namespace: string; ports: TemporalPorts; ui: boolean }): string[] {
  const { ports } = options;
  const flags = {
    ip: options.ip,
    port: String(ports.temporal),
    'http-port': String(ports.temporalHttp),
    'metrics-port': String(ports.temporalMetrics),
    namespace: options.namespace,
    'db-filename': options.file,
    'log-level': 'warn',
    'log-format': 'json',
    ...(options.ui ? { 'ui-port': String(ports.temporalUi), 'ui-ip': options.ip } : {}),
  };
  const pragmas = PRAGMAS.flatMap(pragma => ['--sqlite-pragma', pragma]);
  const valued = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
  return ['server', 'start-dev', ...valued, ...pragmas, ...(options.ui ? [] : ['--headless'])];
}
