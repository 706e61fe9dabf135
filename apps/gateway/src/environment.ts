import { readFileSync } from 'node:fs';
import { readTemporalSecurity } from '@palabre/contracts';
import { z } from 'zod';
import type { TemporalSettings } from './streams/temporal-streams.js';

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

const isSafeUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
};

const httpAddress = 'an https address (http only on this machine)';

const safeUrl = z.string({ error: httpAddress }).refine(isSafeUrl, { error: httpAddress });

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environment = z.object({
  TEMPORAL_ADDRESS: z.string({ error: 'host:port of the Temporal server' }).min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_TASK_QUEUE: z.string({ error: 'the task queue of this stack' }).min(1),
  OIDC_ISSUER: safeUrl,
  OIDC_AUDIENCE: z.string({ error: 'the audience that tokens are issued for' }).min(1),
  PALABRE_GATEWAY_PORT: z.coerce.number({ error: 'a port from 0 to 65535; 0 takes a free one' }).int().min(0).max(65_535).default(0),
  PALABRE_HOST: z.string().min(1).default('127.0.0.1'),
  PALABRE_PROJECTION_URL: safeUrl.optional(),
  PALABRE_REQUESTS_PER_MINUTE: z.coerce.number({ error: 'a whole number of requests' }).int().min(1).default(3_000),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});

export interface Settings {
  readonly temporal: TemporalSettings;
  readonly issuer: string;
  readonly audience: string;
  readonly host: string;
  /** 0 takes a free port; the READY line says which. */
  readonly port: number;
  /** Where clients read; null when this stack does not say. */
  readonly readsUrl: string | null;
  /** Requests that one person may send in a minute. */
  readonly requestsPerMinute: number;
  readonly logLevel: (typeof logLevels)[number];
}

/** The environment does not say what the gateway needs; `mistakes` has one line for each variable. */
export class EnvironmentMistakes extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(`The gateway cannot start: ${mistakes.join('; ')}`);
    this.name = 'EnvironmentMistakes';
  }
}

/** Reads the settings from environment variables. Throws EnvironmentMistakes with every mistake at once. */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const read = environment.safeParse(variables);
  const { security, mistakes } = readTemporalSecurity(variables, path => readFileSync(path, 'utf8'));
  const issues = read.error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`) ?? [];
  if (!read.success || mistakes.length > 0) throw new EnvironmentMistakes([...issues, ...mistakes]);
  const env = read.data;
  return {
    temporal: { address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE, taskQueue: env.TEMPORAL_TASK_QUEUE, ...security },
    issuer: env.OIDC_ISSUER,
    audience: env.OIDC_AUDIENCE,
    host: env.PALABRE_HOST,
    port: env.PALABRE_GATEWAY_PORT,
    readsUrl: env.PALABRE_PROJECTION_URL ?? null,
    requestsPerMinute: env.PALABRE_REQUESTS_PER_MINUTE,
    logLevel: env.LOG_LEVEL,
  };
}
