import { readFileSync } from 'node:fs';
import type { Actor, CommandAnswer, CommandData, EventEnvelope } from '@palabre/contracts';
import type { AccountsFile } from '@palabre/local';
import { people, rehearsalStart, type Asked, type Cast, type PersonName } from '@palabre/testing';
import type { House, Reply } from './house.js';
import { until } from './until.js';

/** Which account of a local stack plays which function of the test sentences. */
const accountOf: Readonly<Record<PersonName, string>> = {
  hqOps: 'hq-ops',
  officer: 'hq-officer',
  direction: 'hq-direction',
  committee: 'hq-steering',
  secretariat: 'hq-secretariat',
  caseHandler: 'hq-cases',
  fieldTeam: 'hq-country-team',
  representative: 'partner-rep',
  secondRepresentative: 'partner-rep-2',
  presidency: 'partner-presidency',
  bureau: 'partner-bureau',
  assembly: 'partner-assembly',
  hostAssembly: 'hq-assembly',
  outsider: 'lagune-officer',
};

/** The functions of the test sentences, as the accounts of a house have them. */
export function castOf(house: House): Cast {
  const { accounts } = JSON.parse(readFileSync(house.stack.accountsFile, 'utf8')) as AccountsFile;
  const actor = (name: PersonName): Actor => {
    const found = accounts.find(one => one.account === accountOf[name]);
    if (found === undefined) throw new Error(`castOf: no account ${accountOf[name]}`);
    return { person: found.person, organisation: found.organisation, roles: found.roles as Actor['roles'] };
  };
  return Object.fromEntries((Object.keys(people) as PersonName[]).map(name => [name, actor(name)])) as Record<PersonName, Actor>;
}

/** What an answer of the rules and an answer over HTTP have in common. */
interface Said {
  readonly outcome: string;
  readonly code: string | null;
  readonly rule: string | null;
  readonly reason: unknown;
  readonly gates: readonly string[];
  readonly version: number;
}

function saidInMemory(answer: CommandAnswer): Said {
  const { version } = answer;
  if (answer.outcome === 'accepted')
    return { outcome: 'accepted', code: null, rule: null, reason: null, gates: warned(answer.warnings), version };
  const { code, rule, reason, gates } = answer.refusal;
  return { outcome: 'refused', code, rule, reason, gates, version };
}

const warned = (warnings: readonly { readonly gates: readonly string[] }[]): readonly string[] => warnings.flatMap(({ gates }) => gates);

function saidByServer({ status, body }: Reply): Said {
  const version = Number(body['version']);
  if (status < 300) {
    const { warnings } = body as unknown as { readonly warnings: readonly { readonly gates: readonly string[] }[] };
    return { outcome: 'accepted', code: null, rule: null, reason: null, gates: warned(warnings), version };
  }
  const { code, rule, reason, gates } = body as unknown as Said;
  return { outcome: 'refused', code, rule, reason, gates, version };
}

/** Where servers and rules said different things, in words; empty when they agree throughout. */
export interface Performance {
  readonly partnership: string;
  readonly differences: readonly string[];
}

let opened = 0;

/** Enters in the register who is shortlisted in a script; several scripts name the same organisation. */
async function registerCandidates(house: House, script: readonly Asked[]): Promise<void> {
  for (const { id, type, data } of script) {
    if (type !== 'ShortlistCandidate') continue;
    const { organisation, workingLanguage } = data as CommandData<'ShortlistCandidate'>;
    const entry = { kind: 'informal-group', sector: 'civil-society', country: 'SN', workingLanguages: [workingLanguage], funding: 'none' };
    const begins = { calendar: 'rehearsal', calendarStartsAt: rehearsalStart };
    const request = {
      id: `register-${process.pid}-${id}`,
      type: 'RegisterOrganisation',
      data: { organisation, name: organisation, ...entry, registration: null, documents: {}, ...begins },
    };
    const reply = await house.call(accountOf.hqOps, 'POST', '/v1/organisations', request);
    if (reply.status !== 201 && reply.body['code'] !== 'already-begun') {
      throw new Error(`registering ${organisation} was answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    }
  }
}

/** Opens a partnership on the servers by the first act of a script. Answers its id, with which the story is told again. */
export async function openAs(house: House, script: readonly Asked[]): Promise<string> {
  const [opening] = script;
  if (opening?.type !== 'OpenPartnership') throw new Error('openAs: a script begins with OpenPartnership');
  await registerCandidates(house, script);
  const id = `play-${process.pid}-${Date.now().toString(36)}-${(opened += 1)}`;
  const reply = await house.call(accountOf[opening.who], 'POST', '/v1/partnerships', { id, type: opening.type, data: opening.data });
  if (reply.status !== 201) throw new Error(`opening was answered ${reply.status}: ${JSON.stringify(reply.body)}`);
  return String(reply.body['partnership']);
}

/** Asks the servers everything else that was asked in memory, in order, each time by the account that asks, and compares the answers. */
export async function perform(house: House, partnership: string, script: readonly Asked[]): Promise<Performance> {
  const differences: string[] = [];
  for (const { who, id, type, data, answer } of script.slice(1)) {
    const reply = await house.call(accountOf[who], 'POST', `/v1/partnerships/${partnership}/commands`, { id, type, data });
    const [expected, found] = [saidInMemory(answer), saidByServer(reply)].map(said => JSON.stringify(said));
    if (expected !== found) differences.push(`${type} by ${accountOf[who]}: the rules said ${expected}, the servers ${found}`);
  }
  return { partnership, differences };
}

interface HistoryPage {
  readonly items: readonly EventEnvelope[];
  readonly next: string | null;
}

/** The whole history as an auditor reads it, once the ledger has reached the version. */
export async function historyOf(house: House, partnership: string, version: number): Promise<readonly EventEnvelope[]> {
  await until(
    'the ledger reaches the last version',
    () => house.call('auditor', 'GET', `/v1/partnerships/${partnership}?after=${version}&wait=2000`),
    reply => Number(reply.body['version']) >= version,
  );
  const all: EventEnvelope[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const asked = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const reply = await house.call('auditor', 'GET', `/v1/partnerships/${partnership}/history?limit=200${asked}`);
    const page = reply.body as unknown as HistoryPage;
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}
