import type { AccountsFile, AccountWithSecret } from '../identity/accounts.js';
import { LOOPBACK } from '../servers/ports.js';
import type { StackSettings } from './settings.js';
import type { StackAddresses } from './stack-file.js';

/** Role of the account with which the worker's sweep reads the heads of the ledger, and the account that is meant for it. */
const SWEEPS = { role: 'operator', account: 'sweeper' };

/** What every program of a stack finds in its environment. */
export function environment(about: {
  addresses: StackAddresses;
  worker: string;
  namespace: string;
  settings: StackSettings;
  accounts: AccountsFile;
}): Record<string, string> {
  const { addresses, settings, accounts } = about;
  const sweeper = sweeperOf(accounts);
  return {
    TEMPORAL_ADDRESS: addresses.temporal,
    TEMPORAL_NAMESPACE: about.namespace,
    TEMPORAL_TASK_QUEUE: settings.taskQueue,
    KAFKA_BROKERS: addresses.kafka,
    PALABRE_TOPIC: settings.topic,
    DATABASE_URL: addresses.database,
    OIDC_ISSUER: accounts.issuer,
    OIDC_AUDIENCE: accounts.audience,
    PALABRE_HOST: LOOPBACK,
    PALABRE_PROJECTION_URL: addresses.projection,
    PALABRE_WORKER_HEALTH: `${about.worker}/health`,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    ...(sweeper === undefined ? {} : { PALABRE_SERVICE_CLIENT: sweeper.account, PALABRE_SERVICE_SECRET: sweeper.clientSecret }),
  };
}

function sweeperOf({ accounts }: AccountsFile): AccountWithSecret | undefined {
  const able = accounts.filter(({ roles }) => roles.includes(SWEEPS.role));
  return able.find(({ account }) => account === SWEEPS.account) ?? able[0];
}
