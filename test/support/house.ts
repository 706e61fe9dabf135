import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serversGiven, silentLog, startStack, type AccountsFile, type ProgramName, type ServerAddresses, type Stack } from '@palabre/local';
import { deleteLeftovers } from './leftovers.js';

/** What came back over HTTP: status, headers and the body as JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** What a run of the terminal program left: exit code and both outputs. */
export interface TerminalRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A whole Palabre of one test's own: its programs, database, topic and task queue, on the real servers. */
export interface House {
  readonly stack: Stack;
  readonly dataDir: string;
  token(account: string): Promise<string>;
  /** A request to gateway or projection by an account; a raw `token` replaces the account's. */
  call(
    account: string,
    method: string,
    path: string,
    body?: unknown,
    more?: { token?: string; headers?: Record<string, string> },
  ): Promise<Reply>;
  /** A command with a fresh id. */
  ask(account: string, partnership: string, type: string, data: unknown, more?: Record<string, unknown>): Promise<Reply>;
  /** The terminal program, as a user runs it. */
  palabre(...args: string[]): Promise<TerminalRun>;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/test\/$/, '');

const isRead = (path: string): boolean =>
  /^\/v1\/(portfolio|inbox|parked|rebuilds|heads|live)|^\/v1\/partnerships\/[^/]+(\?.*)?$|\/(timeline|deadlines|at|history|verify|live)(\?.*)?$/.test(
    path,
  );

const tokenOf = async (accounts: AccountsFile, account: string): Promise<string> => {
  const secret = accounts.accounts.find(one => one.account === account)?.clientSecret;
  if (secret === undefined) throw new Error(`no account ${account}`);
  const reply = await fetch(accounts.tokenEndpoint, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  return ((await reply.json()) as { access_token: string }).access_token;
};

const runTerminal = (dataDir: string, args: readonly string[]): Promise<TerminalRun> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, PALABRE_STACK: join(dataDir, 'stack.json'), LC_ALL: 'en_GB.UTF-8', NO_COLOR: '1' };
    const child = spawn(process.execPath, [join(root, 'apps/cli/bin/palabre.mjs'), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => (stdout += String(chunk)));
    child.stderr.on('data', chunk => (stderr += String(chunk)));
    child.once('error', reject);
    child.once('exit', code => resolve({ code: code ?? -1, stdout, stderr }));
  });

let asked = 0;

const freshId = (): string => `test-${process.pid}-${Date.now().toString(36)}-${(asked += 1)}`;

/** Builds a house on given servers; `npm test` gives their addresses in the environment. */
export async function openHouse(
  given?: ServerAddresses,
  options: { dataDir?: string; env?: Record<string, string>; only?: readonly ProgramName[] } = {},
): Promise<House> {
  const servers = given ?? serversGiven();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'palabre-house-'));
  const only = options.only === undefined ? {} : { only: options.only };
  const stack = await startStack({ servers, dataDir, log: silentLog, isolated: true, env: { LOG_LEVEL: 'warn', ...options.env }, ...only });
  const accounts = JSON.parse(readFileSync(stack.accountsFile, 'utf8')) as AccountsFile;
  const tokens = new Map<string, Promise<string>>();
  const token = (account: string): Promise<string> => {
    const known = tokens.get(account) ?? tokenOf(accounts, account);
    tokens.set(account, known);
    return known;
  };
  const call: House['call'] = async (account, method, path, body, more = {}) => {
    const base = isRead(path) ? stack.addresses.projection : stack.addresses.gateway;
    const headers = {
      authorization: `Bearer ${more.token ?? (await token(account))}`,
      'content-type': 'application/json',
      ...more.headers,
    };
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const reply = await fetch(base + path, { method, headers, ...sent });
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  };
  return {
    stack,
    dataDir,
    token,
    call,
    ask: (account, partnership, type, data, more = {}) =>
      call(account, 'POST', `/v1/partnerships/${partnership}/commands`, { id: freshId(), type, data, ...more }),
    palabre: (...args) => runTerminal(dataDir, args),
    stop: async () => {
      await stack.stop();
      if (options.dataDir !== undefined) return;
      await deleteLeftovers(stack, servers.temporalNamespace);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Opens a small rehearsal and answers its id. */
export async function openRehearsal(house: House, title = 'Santé de proximité'): Promise<string> {
  const reply = await house.call('hq-ops', 'POST', '/v1/partnerships', {
    id: freshId(),
    type: 'OpenPartnership',
    data: {
      charter: 'mdm',
      title,
      type: 'OP',
      desiredChange: 'Soigner plus près des gens.',
      trigger: 'global-problem',
      origin: 'other',
      rightsServed: 'Le droit à la santé.',
      whyTogether: 'Personne n’y arrive seul.',
      peopleConcerned: 'Familles de la rive',
      financialFlows: true,
      project: { reference: 'project-1', objectives: ['Soins'], startsOn: '2027-01-01', endsOn: '2029-12-31' },
      workingLanguage: 'fr',
      calendar: 'rehearsal',
      calendarStartsAt: '2027-01-04T08:00:00.000Z',
    },
  });
  if (reply.status !== 201) throw new Error(`opening was answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  return String(reply.body['partnership']);
}
