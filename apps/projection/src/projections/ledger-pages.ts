import type { PoolClient } from 'pg';
import type { EventAttributes } from '@palabre/contracts';
import { fromLedgerRow, ledgerEvent, type LedgerEvent } from '../ledger/ledger-event.js';
import type { Projection } from './projection.js';

interface PageRow {
  position: string;
  attributes: string;
  payload: string | null;
}

/** A page of the ledger after a position, everything of each event. */
export async function ledgerPage(client: PoolClient, after: bigint, limit: number): Promise<LedgerEvent[]> {
  const { rows } = await client.query<PageRow>({
    name: 'ledger-page',
    text: 'SELECT position, attributes, payload FROM ledger WHERE position > $1 ORDER BY position LIMIT $2',
    values: [after.toString(), limit],
  });
  return rows.map(fromLedgerRow);
}

/** All events of one stream in order, up to a version. */
export async function streamEvents(client: PoolClient, stream: string, upTo?: number): Promise<LedgerEvent[]> {
  const { rows } = await client.query<PageRow>({
    name: 'ledger-stream',
    text: 'SELECT position, attributes, payload FROM ledger WHERE stream = $1 AND version <= $2 ORDER BY version',
    values: [stream, upTo ?? Number.MAX_SAFE_INTEGER],
  });
  return rows.map(fromLedgerRow);
}

/** What a projection makes of a part of the ledger: its events in order, and the position up to which there are no others. */
export interface ProjectionPage {
  readonly events: readonly LedgerEvent[];
  readonly reached: bigint;
}

type Fields = [position: string, attributes: string | null, payload: string | null, ...place: [string, string, string, string, number]];

/**
 * Only what a projection declares to need leaves the database, which is what makes a rebuild fast: rows that it handles, data of the
 * types it names, and of all other rows a few columns when those are enough. Written into the statement, as the database looks a
 * constant list up in a hash table.
 */
function pageStatement({ on, always, touchesInLedger, readsAllData, alwaysReadsLittle = false }: Projection): string {
  const named =
    Object.keys(on).length === 0
      ? 'false'
      : `type IN (${Object.keys(on)
          .map(type => `'${type}'`)
          .join(', ')})`;
  const rows = always === undefined ? named : touchesInLedger === undefined ? 'true' : `(${named} OR ${touchesInLedger})`;
  const attributes = alwaysReadsLittle ? `CASE WHEN ${named} THEN attributes END` : 'attributes';
  const payload = readsAllData ? 'payload' : `CASE WHEN ${named} THEN payload END`;
  const place = alwaysReadsLittle ? ", stream, version, type, encode(hash, 'hex'), date_part('epoch', fact_at)" : '';
  return `SELECT position, ${attributes}, ${payload}${place} FROM ledger
    WHERE position > $1 AND position <= $2 AND ${rows} ORDER BY position LIMIT $3`;
}

/** Events of one command share their instant, so the one written last is often the next. */
const written = { seconds: Number.NaN, instant: '' };

function instantOf(seconds: number): string {
  if (seconds !== written.seconds) {
    written.seconds = seconds;
    written.instant = new Date(Math.round(seconds * 1_000)).toISOString();
  }
  return written.instant;
}

/** An event of which only its place, its hash and the instant of its fact were fetched. */
function little([position, , , stream, version, type, hash, factSeconds]: Fields): LedgerEvent {
  const subject = stream.slice(stream.indexOf('/') + 1);
  const factat = instantOf(factSeconds);
  const attributes = { stream, subject, streamversion: Number(version), type, hash, factat } as unknown as EventAttributes;
  return ledgerEvent(BigInt(position), attributes, null, '');
}

/** The next part of the ledger for one projection: after a position, up to another, `limit` events at most. */
export async function projectionPage(
  client: PoolClient,
  projection: Projection,
  { after, upTo, limit }: { readonly after: bigint; readonly upTo: bigint; readonly limit: number },
): Promise<ProjectionPage> {
  const { rows } = await client.query<Fields>({
    name: `ledger-page-${projection.name}`,
    text: pageStatement(projection),
    values: [after.toString(), upTo.toString(), limit],
    rowMode: 'array',
  });
  const events = rows.map(row => {
    const [position, attributes, payload] = row;
    return attributes === null ? little(row) : fromLedgerRow({ position, attributes, payload });
  });
  return { events, reached: rows.length < limit ? upTo : (events.at(-1)?.position ?? upTo) };
}
