import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, keptPorts, LOOPBACK, portAnswers, portIsFree } from './ports.js';

function occupy(port: number): Promise<Server> {
  const server = createServer();
  return new Promise(resolve => server.listen(port, LOOPBACK, () => resolve(server)));
}

describe('ports of a stack', () => {
  let dataDir: string;
  let occupant: Server | undefined;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'palabre-ports-'));
  });
  afterEach(() => {
    occupant?.close();
    occupant = undefined;
    rmSync(dataDir, { recursive: true });
  });

  it('are below the range of outgoing connections', async () => {
    expect(await freePort()).toBeLessThan(32_768);
  });

  it('stay the same from start to start', async () => {
    const first = await keptPorts(dataDir, ['kafka', 'postgres']);
    expect(await keptPorts(dataDir, ['kafka', 'postgres'])).toEqual(first);
    expect(first.kafka).not.toBe(first.postgres);
  });

  it('are replaced where somebody else took one meanwhile, and only there', async () => {
    const first = await keptPorts(dataDir, ['kafka', 'postgres']);
    occupant = await occupy(first.kafka);
    const second = await keptPorts(dataDir, ['kafka', 'postgres']);
    expect(second.kafka).not.toBe(first.kafka);
    expect(second.postgres).toBe(first.postgres);
  });

  it('of programs are kept beside those of servers', async () => {
    const { kafka } = await keptPorts(dataDir, ['kafka']);
    await keptPorts(dataDir, ['gateway']);
    expect(await keptPorts(dataDir, ['kafka'])).toEqual({ kafka });
  });

  it('are free or answer, not both', async () => {
    const port = await freePort();
    expect(await portAnswers(port)).toBe(false);
    occupant = await occupy(port);
    expect(await portAnswers(port)).toBe(true);
    expect(await portIsFree(port)).toBe(false);
  });
});
