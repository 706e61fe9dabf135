import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { RunningServers } from '@palabre/local';
import { Connection } from '@temporalio/client';
import { Client } from 'pg';

const kafkaVersion = (dataDir: string): string => {
  const found = /Kafka version: ([\d.]+)/.exec(readFileSync(join(dataDir, 'logs', 'kafka.log'), 'utf8'));
  return found?.[1] ?? 'version not told';
};

async function temporalVersion(address: string): Promise<string> {
  const connection = await Connection.connect({ address });
  try {
    return (await connection.workflowService.getSystemInfo({})).serverVersion ?? 'version not told';
  } finally {
    await connection.close();
  }
}

async function postgresVersion(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ server_version: string }>('SHOW server_version')).rows[0]?.server_version ?? 'version not told';
  } finally {
    await client.end();
  }
}

/** One line on the machine and one on the servers, without anything that names whose machine it is. */
export async function describeMachine(servers: RunningServers, dataDir: string): Promise<readonly string[]> {
  const [first] = cpus();
  const versions = await Promise.all([temporalVersion(servers.temporalAddress), postgresVersion(servers.databaseUrl)]);
  return [
    `${cpus().length} × ${first?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB memory, ${type()} ${release().split('-')[0] ?? ''}, Node ${process.versions.node}`,
    `Temporal ${versions[0]} (SQLite file), Kafka ${kafkaVersion(dataDir)} (one broker), PostgreSQL ${versions[1]}; servers, programs and clients share the machine`,
  ];
}

/** Load of the last minute, beside the number of processors: above it, others were working too. */
export const loadNow = (): string => `${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} processors`;
