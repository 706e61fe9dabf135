import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient, QueryConfig } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { attributesText } from '@palabre/event-log';
import { sendAll } from '../database/sending.js';
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

/** The same rows as one parameter, for the few of a transaction that does not copy. */
const ledgerRows = (append: readonly Appended[], after: bigint): QueryConfig => ({
  name: 'ledger-rows',
  text: `INSERT INTO ledger (${columns})
         SELECT position, stream, version, type, schema_version, recorded_at, fact_at, actor, actor_role, party, cause, correlation,
           decode(hash, 'hex'), decode(previous_hash, 'hex'), partition, kafka_offset, attributes, payload
         FROM json_to_recordset($1) AS r(position bigint, stream text, version bigint, type text, schema_version int, recorded_at timestamptz,
           fact_at timestamptz, actor text, actor_role text, party text, cause text, correlation text, hash text, previous_hash text,
           partition int, kafka_offset bigint, attributes text, payload text)`,
  values: [
    JSON.stringify(
      append.map(({ raw, event: { attributes: a, dataText } }, index) => ({
        position: (after + BigInt(index + 1)).toString(),
        stream: a.stream,
        version: a.streamversion,
        type: a.type,
        schema_version: a.schemaversion,
        recorded_at: a.time,
        fact_at: a.factat,
        actor: a.actor,
        actor_role: a.actorrole,
        party: a.party,
        cause: a.cause,
        correlation: a.correlation,
        hash: a.hash,
        previous_hash: a.previoushash,
        partition: raw.partition,
        kafka_offset: raw.offset.toString(),
        attributes: attributesText(a),
        payload: dataText,
      })),
    ),
  ],
});

function headRows(append: readonly Appended[]): QueryConfig {
  const heads = new Map<string, { stream: string; version: number; hash: string }>();
  for (const { event } of append) {
    const { stream, streamversion, hash } = event.attributes;
    heads.set(stream, { stream, version: streamversion, hash });
  }
  return {
    name: 'ledger-heads',
    text: `INSERT INTO ledger_head (stream, version, hash)
           SELECT stream, version, decode(hash, 'hex') FROM json_to_recordset($1) AS r(stream text, version bigint, hash text)
           ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash`,
    values: [JSON.stringify([...heads.values()])],
  };
}

const counterRow = (append: readonly Appended[], last: bigint): QueryConfig => ({
  name: 'ledger-counter',
  text: 'UPDATE ledger_counter SET position = $1, recorded_at = $2',
  values: [last.toString(), append.at(-1)?.event.attributes.time],
});

/** What cannot stand in a text of PostgreSQL is told with an escape; the value's own bytes are kept as they are. */
const legible = (text: string): string => Buffer.from(text).toString().replaceAll('\u0000', '\\u0000');

function parkedRows(park: readonly Parked[]): QueryConfig[] {
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
  const statements: QueryConfig[] = [];
  for (let from = 0; from < rows.length; from += parkedPerStatement) {
    statements.push({
      name: 'park',
      text: `INSERT INTO parked_record (stream, version, problem, reason, partition, kafka_offset, key, headers, value)
             SELECT stream, version, problem, reason, partition, kafka_offset, key, headers, decode(value, 'base64')
             FROM json_to_recordset($1) AS r(stream text, version bigint, problem text, reason text, partition int, kafka_offset bigint,
               key text, headers text, value text)`,
      values: [JSON.stringify(rows.slice(from, from + parkedPerStatement))],
    });
  }
  return statements;
}

const settledRows = (settle: Placement['settle']): QueryConfig => ({
  name: 'settle',
  text: `UPDATE parked_record p SET settled_at = now(), settlement = r.settlement
         FROM unnest($1::bigint[], $2::text[]) AS r(id, settlement) WHERE p.id = r.id`,
  values: [settle.map(one => one.id.toString()), settle.map(one => one.settlement)],
});

/** Writes a placement inside the caller's transaction. Returns the ledger's last position after it. */
export async function writePlacement(client: PoolClient, { append, park, settle }: Placement, after: bigint): Promise<bigint> {
  const last = after + BigInt(append.length);
  const isNew = append.length > 0;
  if (isNew && !client.pipeline) await pipeline(Readable.from([encodeLedger(append, after)]), client.query(copyFrom(copyLedger)));
  await sendAll(client, [
    ...(isNew && client.pipeline ? [ledgerRows(append, after)] : []),
    ...(isNew ? [headRows(append), counterRow(append, last)] : []),
    ...parkedRows(park),
    ...(settle.length > 0 ? [settledRows(settle)] : []),
  ]);
  return last;
}
