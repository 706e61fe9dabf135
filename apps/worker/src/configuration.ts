import { readFileSync } from 'node:fs';
import { readTemporalSecurity, type TemporalSecurity } from '@palabre/contracts';

/** What the worker reads from its environment. */
export interface WorkerConfiguration {
  readonly temporal: TemporalAddress;
  readonly eventLog: {
    readonly brokers: readonly string[];
    readonly topic: string;
    /** Declared facts of the topic, used when it has to be created. `retentionMs` -1 keeps for ever. */
    readonly facts: { readonly partitions: number; readonly replication: number; readonly retentionMs: number };
  };
  readonly health: { readonly host: string; readonly port: number };
  /** Null when no projection is named: then nothing sweeps, and health says so. */
  readonly sweeping: SweepingConfiguration | null;
  readonly logLevel: string;
}

export interface TemporalAddress extends TemporalSecurity {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
}

export interface SweepingConfiguration {
  readonly everySeconds: number;
  /** A version younger than this is on its way, not lost. */
  readonly graceSeconds: number;
  readonly projectionUrl: string;
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
}

/** Every mistake of the environment at once, one line each. */
export class ConfigurationMistakes extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The worker cannot start:\n${mistakes.map(mistake => `  - ${mistake}`).join('\n')}`);
    this.name = 'ConfigurationMistakes';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables and collects what is wrong with them. */
class Reader {
  readonly mistakes: string[] = [];
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string, whenMissing?: string): string {
    const value = this.#environment[name] || whenMissing;
    if (value === undefined) this.mistakes.push(`${name} is missing`);
    return value ?? '';
  }

  whole(name: string, whenMissing: number, least: number): number {
    const text = this.#environment[name] || String(whenMissing);
    const value = Number(text);
    if (!Number.isInteger(value) || value < least)
      this.mistakes.push(`${name} is "${text}"; a whole number of at least ${least} was expected`);
    return value;
  }

  isSet(name: string): boolean {
    return Boolean(this.#environment[name]);
  }
}

function readSweeping(reader: Reader): SweepingConfiguration | null {
  if (!reader.isSet('PALABRE_PROJECTION_URL')) return null;
  return {
    everySeconds: reader.whole('PALABRE_SWEEP_EVERY_SECONDS', 60, 1),
    graceSeconds: reader.whole('PALABRE_SWEEP_GRACE_SECONDS', 10, 0),
    projectionUrl: reader.text('PALABRE_PROJECTION_URL').replace(/\/$/, ''),
    issuer: reader.text('OIDC_ISSUER').replace(/\/$/, ''),
    client: reader.text('PALABRE_SERVICE_CLIENT'),
    secret: reader.text('PALABRE_SERVICE_SECRET'),
  };
}

/** Reads the configuration. Throws ConfigurationMistakes with every mistake. */
export function readConfiguration(environment: Environment): WorkerConfiguration {
  const reader = new Reader(environment);
  const { security, mistakes } = readTemporalSecurity(environment, path => readFileSync(path, 'utf8'));
  const configuration: WorkerConfiguration = {
    temporal: {
      address: reader.text('TEMPORAL_ADDRESS'),
      namespace: reader.text('TEMPORAL_NAMESPACE', 'default'),
      taskQueue: reader.text('TEMPORAL_TASK_QUEUE'),
      ...security,
    },
    eventLog: {
      brokers: reader.text('KAFKA_BROKERS').split(','),
      topic: reader.text('PALABRE_TOPIC', 'palabre.events'),
      facts: {
        partitions: reader.whole('PALABRE_TOPIC_PARTITIONS', 12, 1),
        replication: reader.whole('PALABRE_TOPIC_REPLICATION', 1, 1),
        retentionMs: reader.whole('PALABRE_TOPIC_RETENTION_MS', -1, -1),
      },
    },
    health: { host: reader.text('PALABRE_HOST', '127.0.0.1'), port: reader.whole('PALABRE_WORKER_PORT', 0, 0) },
    sweeping: readSweeping(reader),
    logLevel: reader.text('LOG_LEVEL', 'info'),
  };
  const found = [...reader.mistakes, ...mistakes];
  if (found.length > 0) throw new ConfigurationMistakes(found);
  return configuration;
}
