import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository.js';

const run = promisify(execFile);

/** As on a new machine: no server is given by address. */
const env = { ...process.env, TEMPORAL_ADDRESS: '', KAFKA_BROKERS: '', DATABASE_URL: '' };

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'palabre-start-'));
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

describe('npm start', () => {
  it('starts every program, tells in one JSON document where it can be reached, and stops all of them again', async () => {
    const start = join(repositoryRoot, 'infra', 'local', 'dist', 'start.js');
    const { stdout } = await run(process.execPath, [start, '--once', '--fresh', '--no-demo', '--json', '--data', dataDir], { env });
    const told = JSON.parse(stdout) as { readonly addresses: { readonly gateway: string }; readonly readyInSeconds: number };
    expect(told).toMatchObject({ ok: true, demo: [], demoSeconds: 0 });
    expect(told.readyInSeconds).toBeGreaterThan(0);
    await expect(fetch(told.addresses.gateway)).rejects.toThrow('fetch failed');
  });
});
