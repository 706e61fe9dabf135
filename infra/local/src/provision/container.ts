import type { Launch } from '../processes/owned-process.js';
import { onPath, run } from './machine.js';

/** A server as a container: what differs between the three. */
export interface ContainerPlan {
  readonly image: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Ports of the container that are offered on the same number of the loopback address. */
  readonly ports: readonly number[];
  /** Host folder → folder in the container. */
  readonly volumes?: readonly (readonly [string, string])[];
  readonly user?: string;
}

const ASK_MS = 10_000;
const PULL_MS = 10 * 60_000;

/** The container client, if there is one and its daemon answers and the image can be had. */
export async function containerClient(image: string): Promise<string | undefined> {
  const client = onPath('docker') ?? onPath('podman');
  if (client === undefined) return undefined;
  await run(client, ['info'], { timeoutMs: ASK_MS });
  await run(client, ['image', 'inspect', image], { timeoutMs: ASK_MS }).catch(() => run(client, ['pull', image], { timeoutMs: PULL_MS }));
  return client;
}

/** A container in the foreground of its client: it ends with the client, signals go to the container itself. */
export function containerLaunch(client: string, plan: ContainerPlan, launch: Pick<Launch, 'name' | 'dataDir' | 'logFile'>): Launch {
  const container = `palabre-${launch.name}-${process.pid}-${Date.now().toString(36)}`;
  return {
    ...launch,
    command: client,
    args: [
      'run',
      '--rm',
      '--name',
      container,
      ...plan.ports.flatMap(port => ['-p', `127.0.0.1:${port}:${port}`]),
      ...(plan.volumes ?? []).flatMap(([host, inside]) => ['-v', `${host}:${inside}`]),
      ...Object.entries(plan.env ?? {}).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      ...(plan.user === undefined ? [] : ['--user', plan.user]),
      plan.image,
      ...(plan.args ?? []),
    ],
    sendSignal: async signal => {
      await run(client, ['kill', `--signal=${signal}`, container], { timeoutMs: ASK_MS });
    },
  };
}
