import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { attributesText } from '@palabre/event-log';
import { CopyRows } from './copy-rows.js';
import type { Appended, Parked, Placement } from './placement.js';

const columns =
  'position, stream, version, type, schema_version, recorded_at, fact_at, actor, actor_role, party, cause, correlation, hash, previous_hash, partition, kafka_offset, attributes, payload';
const columnCount = columns.split(',').length;

const parkedPerStatement = 500;

const copyLedger = `COPY ledger (${columns}) FROM STDIN (FORMAT binary)`;

/** The batch as binary COPY; `after` is the last position in use. */
export function encodeLedger(append: readonly Appended[], after: bigint): Buffer {
  const rows = new CopyRows();
  let position = after;
  for (const { raw, event } of append) {
    const a = event.attributes;
    position += 1n;
    rows.row(columnCount);
    rows.int8(position);
    rows.text(a.stream);
    rows.int8(a.streamversion);
    rows.text(a.type);
    rows.int4(a.schemaversion);
    rows.instant(a.time);
    rows.instant(a.factat);
    rows.text(a.actor);
    rows.text(a.actorrole);
    rows.text(a.party);
    rows.text(a.cause);
    rows.text(a.correlation);
    rows.hex(a.hash);
    rows.hex(a.previoushash);
    rows.int4(raw.partition);
    rows.int8(raw.offset);
    rows.text(attributesText(a));
    rows.bytes(raw.value);
  }
  return rows.finish();
}

async function writeHeads(client: PoolClient, append: readonly Appended[]): Promise<void> {
  const heads = new Map<string, { stream: string; version: number; hash: string }>();
  for (const { event } of append) {
    const { stream, streamversion, hash } = event.attributes;
    heads.set(stream, { stream, version: streamversion, hash });
  }
  await client.query({
    name: 'ledger-heads',
    text: `INSERT INTO ledger_head (stream, version, hash)
           SELECT stream, version, decode(hash, 'hex') FROM json_to_recordset($1) AS r(stream text, version bigint, hash text)
           ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash`,
    values: [JSON.stringify([...heads.values()])],
  });
}

/** What cannot stand in a text of PostgreSQL is told with an escape; the value's own bytes are kept as they are. */
const legible = (text: string): string => Buffer.from(text).toString().replaceAll('\u0000', '\\u0000');

async function writeParked(client: PoolClient, park: readonly Parked[]): Promise<void> {
  const rows = park.map(({ raw, stream, version, problem, reason }) => ({
    stream: legible(stream),
    version,
    problem,
    reason: legible(reason),
    partition: raw.partition,
    kafka_offset: raw.offset.toString(),
    key: legible(raw.key),
    headers: legible(JSON.stringify(raw.headers)),
    value: raw.value.toString('base64'),
  }));
  for (let from = 0; from < rows.length; from += parkedPerStatement) {
    await client.query({
      name: 'park',
      text: `INSERT INTO parked_record (stream, version, problem, reason, partition, kafka_offset, key, headers, value)
             SELECT stream, version, problem, reason, partition, kafka_offset, key, headers, decode(value, 'base64')
             FROM json_to_recordset($1) AS r(stream text, version bigint, problem text, reason text, partition int, kafka_offset bigint,
               key text, headers text, value text)`,
      values: [JSON.stringify(rows.slice(from, from + parkedPerStatement))],
    });
  }
}

/** Writes a placement inside the caller's transaction. Returns the ledger's last position after it. */
export async function writePlacement(client: PoolClient, placement: Placement, after: bigint): Promise<bigint> {
  const { append, park, settle } = placement;
  const last = after + BigInt(append.length);
  if (append.length > 0) {
    await pipeline(Readable.from([encodeLedger(append, after)]), client.query(copyFrom(copyLedger)));
    await writeHeads(client, append);
    await client.query({
      name: 'ledger-counter',
      text: 'UPDATE ledger_counter SET position = $1, recorded_at = $2',
      values: [last.toString(), append.at(-1)?.event.attributes.time],
    });
  }
  if (park.length > 0) await writeParked(client, park);
  if (settle.length > 0) {
    await client.query({
      name: 'settle',
      text: `UPDATE parked_record p SET settled_at = now(), settlement = r.settlement
             FROM unnest($1::bigint[], $2::text[]) AS r(id, settlement) WHERE p.id = r.id`,
      values: [settle.map(one => one.id.toString()), settle.map(one => one.settlement)],
    });
  }
  return last;
}
