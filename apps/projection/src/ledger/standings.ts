import type { PoolClient } from 'pg';
import { fromRecord, type RawRecord } from '@palabre/event-log';
import type { Incoming, KnownHash, Queued, StreamStanding } from './placement.js';

/** Most records of one stream that are taken from its queue in one go. */
export const queueLimit = 5_000;

interface HeadRow {
  stream: string;
  version: string | null;
  hash: string | null;
  parked: boolean;
  forked: boolean;
}

interface ParkedRow {
  id: string;
  stream: string;
  problem: string;
  partition: number;
  kafka_offset: string;
  key: string;
  headers: string;
  value: Buffer;
  parked_at: Date;
}

const rawOf = (row: ParkedRow): RawRecord => ({
  partition: row.partition,
  offset: BigInt(row.kafka_offset),
  key: row.key,
  headers: JSON.parse(row.headers) as Record<string, string>,
  value: row.value,
  timestamp: row.parked_at.toISOString(),
});

/** Places that a batch brings of one stream; null stands for records that claim none. */
type Brought = ReadonlySet<number | null>;

function broughtBy(incoming: readonly Incoming[]): ReadonlyMap<string, Brought> {
  const brought = new Map<string, Set<number | null>>();
  for (const { reading } of incoming) {
    const { stream, version } = reading.ok
      ? { stream: reading.event.attributes.stream, version: reading.event.attributes.streamversion }
      : reading.problem;
    const places = brought.get(stream);
    if (places) places.add(version);
    else brought.set(stream, new Set([version]));
  }
  return brought;
}

/** What the ledger holds of these streams: heads, and for parked streams what queues. Parked bytes are read anew each time. */
export async function loadStandings(
  client: PoolClient,
  streams: readonly string[],
  incoming: readonly Incoming[],
): Promise<Map<string, StreamStanding>> {
  const heads = await client.query<HeadRow>({
    name: 'ledger-standings',
    text: `SELECT s.stream, h.version, encode(h.hash, 'hex') AS hash,
             EXISTS (SELECT FROM parked_record p WHERE p.stream = s.stream AND p.settled_at IS NULL) AS parked,
             EXISTS (SELECT FROM parked_record p WHERE p.stream = s.stream AND p.settled_at IS NULL AND p.problem = 'fork') AS forked
           FROM unnest($1::text[]) AS s(stream) LEFT JOIN ledger_head h USING (stream)`,
    values: [streams],
  });
  const brought = heads.rows.some(row => row.parked) ? broughtBy(incoming) : null;
  const standings = new Map<string, StreamStanding>();
  for (const { stream, version, hash, parked, forked } of heads.rows) {
    if (version === null && !parked) continue;
    const head = Number(version ?? 0);
    const queue = parked ? await loadQueue(client, stream, { head, forked, brought: brought?.get(stream) ?? null }) : [];
    standings.set(stream, { version: head, hash: hash ?? '0'.repeat(64), quarantined: forked, queue });
  }
  return standings;
}

const parkedColumns = 'id, stream, problem, partition, kafka_offset, key, headers, value, parked_at';

const queued = (row: ParkedRow): Queued => {
  const raw = rawOf(row);
  return { id: BigInt(row.id), raw, reading: fromRecord(raw) };
};

/**
 * What of a queue can matter now. Records at the places that the batch brings, so that nothing is parked twice; and the first of
 * the queue when something may leave it: the version after the head has come or can be read by now, or an operator asks (`brought`
 * is null). A queue behind a fork or a gap is left alone however long it is.
 */
async function loadQueue(
  client: PoolClient,
  stream: string,
  { head, forked, brought }: { head: number; forked: boolean; brought: Brought | null },
): Promise<Queued[]> {
  const places = [...(brought ?? []), head + 1].filter(one => one !== null);
  const same = await client.query<ParkedRow>(
    `SELECT ${parkedColumns} FROM parked_record
     WHERE stream = $1 AND settled_at IS NULL AND (version = ANY($2::bigint[]) OR ($3 AND version IS NULL)) ORDER BY id LIMIT ${queueLimit}`,
    [stream, places, brought?.has(null) ?? false],
  );
  const known = new Map(same.rows.map(row => [row.id, queued(row)]));
  const readable = [...known.values()].some(({ reading }) => reading.ok && reading.event.attributes.streamversion === head + 1);
  if (forked || !(brought === null || brought.has(head + 1) || readable)) return [...known.values()];
  const first = await client.query<ParkedRow>(
    `SELECT ${parkedColumns} FROM parked_record WHERE stream = $1 AND settled_at IS NULL ORDER BY version NULLS LAST, id LIMIT ${queueLimit}`,
    [stream],
  );
  for (const row of first.rows) if (!known.has(row.id)) known.set(row.id, queued(row));
  return [...known.values()];
}

/** Hashes at the places that this batch brings again: heads are known already, older places are looked up. */
export async function loadKnownHashes(
  client: PoolClient,
  incoming: readonly Incoming[],
  standings: ReadonlyMap<string, StreamStanding>,
): Promise<KnownHash> {
  const streams: string[] = [];
  const versions: number[] = [];
  const known = new Map<string, string>();
  for (const { reading } of incoming) {
    if (!reading.ok) continue;
    const { stream, streamversion } = reading.event.attributes;
    const standing = standings.get(stream);
    if (!standing || streamversion > standing.version) continue;
    if (streamversion === standing.version) known.set(`${stream}@${streamversion}`, standing.hash);
    else {
      streams.push(stream);
      versions.push(streamversion);
    }
  }
  if (streams.length > 0) {
    const { rows } = await client.query<{ stream: string; version: string; hash: string }>(
      `SELECT l.stream, l.version, encode(l.hash, 'hex') AS hash
       FROM unnest($1::text[], $2::bigint[]) AS p(stream, version) JOIN ledger l USING (stream, version)`,
      [streams, versions],
    );
    for (const row of rows) known.set(`${row.stream}@${row.version}`, row.hash);
  }
  return (stream, version) => known.get(`${stream}@${version}`);
}
