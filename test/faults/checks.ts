import { contentHash, partnershipStream, type PartnershipStanding } from '@palabre/contracts';
import { projections, streamsOf } from '@palabre/projection';
import type { House } from '../support/house.js';
import { until } from '../support/until.js';
import type { Acknowledged } from './clients.js';
import { countLosses, type Losses } from './counting.js';
import { readKept } from './ledger.js';

/** Every read model. */
export const models = projections.map(({ name }) => name);

/** How many of them are made of partnerships. */
const modelsOfPartnerships = projections.filter(one => streamsOf(one).includes('partnership')).length;

/** What was found when everything had come to rest. */
export interface Findings extends Losses {
  readonly events: number;
  readonly acknowledgedEvents: number;
  /** Streams of which workflow, ledger, chain and read models do not say the same. */
  readonly parting: readonly string[];
  /** Read models whose rebuild from zero gave other rows. */
  readonly differingModels: readonly string[];
  readonly parked: readonly string[];
  /** How long the ledger took to hold everything after the last decision. */
  readonly caughtUpMs: number;
}

const standingOf = async (house: House, partnership: string): Promise<PartnershipStanding> => {
  const reply = await house.call('hq-ops', 'GET', `/v1/partnerships/${partnership}/standing`);
  if (reply.status !== 200) throw new Error(`standing of ${partnership} was answered ${reply.status}`);
  return reply.body as unknown as PartnershipStanding;
};

async function headsOf(house: House): Promise<ReadonlyMap<string, number>> {
  const reply = await house.call('operator', 'GET', '/v1/heads?limit=5000');
  const items = reply.body['items'] as { stream: string; version: number }[];
  return new Map(items.map(({ stream, version }) => [stream, version]));
}

/** Partnerships whose ledger is not where their workflow is, or whose workflow still holds events back. */
export async function behind(house: House, partnerships: readonly string[]): Promise<string[]> {
  const heads = await headsOf(house);
  const found: string[] = [];
  for (const id of partnerships) {
    const { version, announcedVersion } = await standingOf(house, id);
    const held = heads.get(partnershipStream(id)) ?? 0;
    if (held !== version || announcedVersion !== version)
      found.push(`${id}: workflow ${version}, announced ${announcedVersion}, ledger ${held}`);
  }
  return found;
}

/** Waits until the ledger holds what every workflow has decided. */
export async function caughtUp(house: House, partnerships: readonly string[], withinMs: number): Promise<void> {
  await until(
    'every ledger head is its workflow’s head',
    () => behind(house, partnerships),
    found => found.length === 0,
    withinMs,
  );
}

/** Chain, read models and replayed state of one stream against the workflow’s own state. */
async function partingOf(house: House, partnership: string): Promise<string[]> {
  const { version } = await standingOf(house, partnership);
  const report = await until(
    `verify of ${partnership} sees version ${version}`,
    () => house.call('auditor', 'GET', `/v1/partnerships/${partnership}/verify?after=${version}&wait=3000`),
    reply => reply.status === 200 && (reply.body['state'] as { version: number }).version >= version,
  );
  const { equal, chain, readModels, state } = report.body as {
    equal: boolean;
    chain: { holds: boolean };
    readModels: readonly { model: string; equal: boolean }[];
    state: { contentHash: string };
  };
  const own = await house.call('hq-ops', 'GET', `/v1/partnerships/${partnership}/state`);
  const sameState = contentHash(own.body) === state.contentHash;
  if (equal && chain.holds && sameState && readModels.length === modelsOfPartnerships) return [];
  return [`${partnership}: chain ${chain.holds}, state ${sameState}, models ${JSON.stringify(readModels)}`];
}

/** What the operator is told of a rebuild that came to its end. */
export interface RebuildReport {
  readonly equal: boolean;
  readonly events: number;
  readonly milliseconds: number;
}

const rebuiltWithinMs = 300_000;

/** Rebuilds one read model from the ledger alone and tells how that went. */
export async function rebuildReport(house: House, model: string): Promise<RebuildReport> {
  const started = await house.call('operator', 'POST', '/v1/rebuilds', { model });
  if (started.status !== 202) throw new Error(`a rebuild of ${model} was answered ${started.status}`);
  const path = `/v1/rebuilds/${String(started.body['id'])}`;
  const job = await until(
    `${model} is rebuilt`,
    () => house.call('operator', 'GET', path),
    reply => reply.status === 200 && reply.body['state'] !== 'running',
    rebuiltWithinMs,
  );
  if (job.body['state'] !== 'switched') throw new Error(`the rebuild of ${model} failed: ${JSON.stringify(job.body['report'])}`);
  return job.body['report'] as RebuildReport;
}

/** Everything that must hold once nothing fails any more. */
export async function check(
  house: House,
  partnerships: readonly string[],
  acknowledged: readonly Acknowledged[],
  withinMs: number,
): Promise<Findings> {
  const began = Date.now();
  await caughtUp(house, partnerships, withinMs);
  const caughtUpMs = Date.now() - began;
  const parting: string[] = [];
  for (const id of partnerships) parting.push(...(await partingOf(house, id)));
  const differingModels: string[] = [];
  for (const model of models) if (!(await rebuildReport(house, model)).equal) differingModels.push(model);
  const kept = await readKept(house);
  return {
    ...countLosses(acknowledged, kept),
    events: kept.rows.length,
    acknowledgedEvents: acknowledged.reduce((sum, { events }) => sum + events.length, 0),
    parting,
    differingModels,
    parked: kept.parked.map(({ stream, version, problem }) => `${stream}@${version ?? '?'}: ${problem}`),
    caughtUpMs,
  };
}
