import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { containerClient, containerLaunch } from './container.js';

describe('a server as a container', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palabre-container-'));
    vi.stubEnv('PATH', `${folder}:/usr/bin:/bin`);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  const client = (script: string) => {
    const file = join(folder, 'docker');
    writeFileSync(file, `#!/bin/sh\necho "$@" >> ${join(folder, 'asked')}\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');

  it('is pulled when the image is not there', async () => {
    const docker = client('[ "$1 $2" != "image inspect" ]');
    expect(await containerClient('apache/kafka:4')).toBe(docker);
    expect(asked()).toEqual(['info', 'image inspect apache/kafka:4', 'pull apache/kafka:4']);
  });

  it('cannot be had when the daemon does not answer', async () => {
    client('echo "no daemon" >&2; exit 1');
    await expect(containerClient('apache/kafka:4')).rejects.toThrow('no daemon');
  });

  it('runs in the foreground, is reachable from this machine only, and gets our signals itself', async () => {
    const about = { name: 'kafka', dataDir: folder, logFile: join(folder, 'kafka.log') };
    const launch = containerLaunch(client('exit 0'), { image: 'apache/kafka:4', ports: [21_000], volumes: [['/kept', '/inside']] }, about);
    const line = launch.args.join(' ');
    expect(line).toMatch(/^run --rm --name palabre-kafka-\S+ -p 127\.0\.0\.1:21000:21000 -v \/kept:\/inside apache\/kafka:4$/);
    await launch.sendSignal?.('SIGKILL');
    expect(asked().at(-1)).toMatch(/^kill --signal=SIGKILL palabre-kafka-/);
  });
});
