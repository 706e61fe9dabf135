import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from '../failure.js';
import type { Say } from '../words/words.js';

/** Where Palabre answers, and how an account gets its token. */
export interface Stack {
  readonly gateway: string;
  readonly reads: string;
  readonly tokenEndpoint: string | null;
  readonly issuer: string | null;
  readonly accounts: readonly Account[];
  /**
   * What tells this stack from others that may share its engine: one that starts empty plays its dossiers anew. Null
   * where addresses are given one by one.
   */
  readonly mark: string | null;
  /** A ready-made bearer token, used for every account. */
  readonly token: string | null;
}

export interface Account {
  readonly account: string;
  readonly person: string;
  readonly organisation: string;
  readonly clientSecret: string;
}

interface AccountsFile {
  readonly issuer?: string;
  readonly tokenEndpoint?: string;
  readonly accounts?: readonly Account[];
}

interface StackFile {
  readonly addresses?: { readonly gateway?: string; readonly projection?: string; readonly identity?: string };
  readonly accountsFile?: string;
  readonly taskQueue?: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

const readJson = (file: string): object | null => {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' ? content : null;
  } catch {
    return null;
  }
};

const given = (value: string | undefined): string | null => (value === undefined || value === '' ? null : value);

/** The nearest `.palabre/stack.json`, from the working folder upwards. */
function nearestStackFile(folder: string): string | null {
  const file = join(folder, '.palabre', 'stack.json');
  if (readJson(file) !== null) return file;
  const above = dirname(folder);
  return above === folder ? null : nearestStackFile(above);
}

function accountsOf(file: string | null): AccountsFile {
  return (file === null ? null : readJson(file)) ?? {};
}

function fromVariables(variables: Variables): Stack | null {
  const gateway = given(variables['PALABRE_GATEWAY_URL']);
  const reads = given(variables['PALABRE_READ_URL']);
  if (gateway === null || reads === null) return null;
  const file = accountsOf(given(variables['PALABRE_ACCOUNTS']));
  return {
    gateway,
    reads,
    issuer: given(variables['PALABRE_ISSUER']) ?? file.issuer ?? null,
    tokenEndpoint: file.tokenEndpoint ?? null,
    accounts: file.accounts ?? [],
    mark: null,
    token: given(variables['PALABRE_TOKEN']),
  };
}

/** Finds the stack: addresses in the environment first, then PALABRE_STACK, then `.palabre/stack.json` here or above. */
export function findStack(variables: Variables, folder: string, say: Say): Stack {
  const stated = fromVariables(variables);
  if (stated !== null) return stated;
  const named = given(variables['PALABRE_STACK']);
  const file = named === null ? nearestStackFile(folder) : resolve(folder, named);
  if (file === null) throw new Failure({ exit: 'unreachable', what: say('trouble.noStack'), next: say('trouble.noStackNext') });
  const content: StackFile | null = readJson(file);
  const { gateway, projection, identity } = content?.addresses ?? {};
  if (gateway === undefined || projection === undefined)
    throw new Failure({ exit: 'unreachable', what: say('trouble.stackBroken', { file }), next: say('trouble.noStackNext') });
  const accounts = accountsOf(given(variables['PALABRE_ACCOUNTS']) ?? content?.accountsFile ?? join(dirname(file), 'accounts.json'));
  return {
    gateway,
    reads: projection,
    issuer: accounts.issuer ?? identity ?? null,
    tokenEndpoint: accounts.tokenEndpoint ?? null,
    accounts: accounts.accounts ?? [],
    mark: content?.taskQueue ?? null,
    token: given(variables['PALABRE_TOKEN']),
  };
}
