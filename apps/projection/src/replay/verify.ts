import type { Pool, PoolClient } from 'pg';
import { canonicalJson, contentHash, genesisHash, streamName, type EventAttributes, type StreamKind } from '@palabre/contracts';
import { receivedHash } from '@palabre/event-log';
import { foldStream } from '@palabre/lifecycle';
import { fromLedgerRow, type LedgerEvent } from '../ledger/ledger-event.js';
import { projectionNamed } from '../projections/index.js';
import { modelTable } from '../projections/model-table.js';
import { foldRows, streamsOf, type ModelRow } from '../projections/projection.js';

/** Where the ledger's own chain stands: every hash recomputed from the stored bytes. */
export interface ChainReport {
  readonly holds: boolean;
  readonly version: number;
  readonly hash: string;
  /** First version at which it breaks, and how. */
  readonly brokenAt: { readonly version: number; readonly reason: string } | null;
}

export interface ModelReport {
  readonly model: string;
  readonly equal: boolean;
  /** Parts whose rows are not what the ledger gives. */
  readonly differing: readonly string[];
}

/** What `verify` found. `state.contentHash` is to be compared with the hash of the workflow's own state. */
export interface VerifyReport {
  readonly id: string;
  readonly equal: boolean;
  readonly chain: ChainReport;
  readonly readModels: readonly ModelReport[];
  readonly state: { readonly version: number; readonly contentHash: string };
}

export interface StoredEvent {
  readonly position: string;
  readonly attributes: string;
  readonly payload: string;
}

/** Checks versions, own hashes and predecessor hashes over bytes as stored. */
export function checkChain(stored: readonly StoredEvent[]): ChainReport {
  let hash = genesisHash;
  let version = 0;
  for (const row of stored) {
    const attributes = JSON.parse(row.attributes) as EventAttributes;
    const broken = (reason: string): ChainReport => ({
      holds: false,
      version,
      hash,
      brokenAt: { version: attributes.streamversion, reason },
    });
    if (attributes.streamversion !== version + 1) return broken(`version ${version + 1} is missing`);
    if (attributes.previoushash !== hash) return broken(`it does not name the hash of version ${version}`);
    if (receivedHash(attributes, row.payload) !== attributes.hash) return broken('its bytes do not have the hash it carries');
    version = attributes.streamversion;
    hash = attributes.hash;
  }
  return { holds: true, version, hash, brokenAt: null };
}

/** Both sides in the same textual form: absent fields and nulls as JSON keeps them. */
const comparable = (row: ModelRow): string => canonicalJson(JSON.parse(JSON.stringify(row)));

async function compareModel(
  client: PoolClient,
  model: { name: string; generation: number },
  partnership: string,
  events: readonly LedgerEvent[],
): Promise<ModelReport> {
  const projection = projectionNamed(model.name);
  if (!projection) return { model: model.name, equal: false, differing: ['(no projector)'] };
  const { rows } = await client.query<{ row: string }>(modelTable(projection, model.generation).load, [[partnership]]);
  const shown = new Map(rows.map(({ row }) => JSON.parse(row) as ModelRow).map(row => [row.part, comparable(row)]));
  const expected = foldRows(projection, events);
  const parts = new Set([...shown.keys(), ...expected.keys()]);
  const differing = [...parts].filter(part => {
    const row = expected.get(part);
    return row === undefined || shown.get(part) !== comparable(row);
  });
  return { model: model.name, equal: differing.length === 0, differing };
}

const isMadeOf = (model: string, kind: StreamKind): boolean => streamsOf(projectionNamed(model) ?? {}).includes(kind);

/**
 * Replays one stream from the ledger: the chain, the read models that are made of such streams as they are shown, and the
 * state by the rules.
 */
export async function verify(pool: Pool, id: string, kind: StreamKind = 'partnership'): Promise<VerifyReport> {
  const client = await pool.connect();
  let sound = false;
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const stored = await client.query<StoredEvent>('SELECT position, attributes, payload FROM ledger WHERE stream = $1 ORDER BY version', [
      streamName(kind, id),
    ]);
    const chain = checkChain(stored.rows);
    const events = stored.rows.map(fromLedgerRow);
    const live = await client.query<{ name: string; generation: number; position: string }>(
      "SELECT model AS name, generation, position FROM read_model WHERE status = 'live' ORDER BY model",
    );
    const readModels: ModelReport[] = [];
    for (const model of live.rows.filter(({ name }) => isMadeOf(name, kind))) {
      const seen = events.filter(event => event.position <= BigInt(model.position));
      readModels.push(await compareModel(client, model, id, seen));
    }
    await client.query('COMMIT');
    sound = true;
    const state = foldStream(kind, id, events);
    return {
      id,
      equal: chain.holds && readModels.every(one => one.equal),
      chain,
      readModels,
      state: { version: chain.version, contentHash: contentHash(state) },
    };
  } finally {
    // A connection whose transaction did not end is closed, never lent to somebody else.
    client.release(!sound);
  }
}
