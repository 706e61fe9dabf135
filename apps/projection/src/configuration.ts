import { z } from 'zod';

/** What the environment says; every variable that is missing or wrong is named at once. */
const environment = z.object({
  DATABASE_URL: z.string().min(1),
  KAFKA_BROKERS: z.string().min(1),
  PALABRE_TOPIC: z.string().min(1).default('palabre.events'),
  PALABRE_PROJECTION_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  PALABRE_HOST: z.string().min(1).default('127.0.0.1'),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1).default('palabre'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PALABRE_WORKER_HEALTH: z.url().optional(),
});

export interface Configuration {
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly port: number;
  readonly host: string;
  readonly issuer: string;
  readonly audience: string;
  readonly logLevel: string;
  /** Address of the worker's own health answer; its figures are shown with ours. */
  readonly workerHealth: string | null;
}

/** Throws an Error that lists what is wrong, in words. */
export function readConfiguration(variables: Readonly<Record<string, string | undefined>>): Configuration {
  const read = environment.safeParse(variables);
  if (!read.success) {
    const wrong = read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The projection cannot start: ${wrong.join('; ')}`);
  }
  const e = read.data;
  return {
    databaseUrl: e.DATABASE_URL,
    brokers: e.KAFKA_BROKERS.split(',').map(one => one.trim()),
    topic: e.PALABRE_TOPIC,
    port: e.PALABRE_PROJECTION_PORT,
    host: e.PALABRE_HOST,
    issuer: e.OIDC_ISSUER,
    audience: e.OIDC_AUDIENCE,
    logLevel: e.LOG_LEVEL,
    workerHealth: e.PALABRE_WORKER_HEALTH ?? null,
  };
}
