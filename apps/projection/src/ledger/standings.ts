import type { PoolClient } from 'pg';
import { fromRecord, type RawRecord } from '@palabre/event-log';
import type { Incoming, KnownHash, Queued, StreamStanding } from './placement.js';

/** Most records of one stream that are looked at in one go; the rest follow with the next record or retry. */
const queueLimit = 5_000;

interface HeadRow {
  stream: string;
  version: string | null;
  hash: string | null;
  parked: boolean;
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

/** What the ledger holds of these streams: heads, and for parked streams what queues. Parked bytes are read anew each time. */
export async function loadStandings(client: PoolClient, streams: readonly string[]): Promise<Map<string, StreamStanding>> {
  const heads = await client.query<HeadRow>({
    name: 'ledger-standings',
    text: `SELECT s.stream, h.version, encode(h.hash, 'hex') AS hash,
             EXISTS (SELECT FROM parked_record p WHERE p.stream = s.stream AND p.settled_at IS NULL) AS parked
           FROM unnest($1::text[]) AS s(stream) LEFT JOIN ledger_head h USING (stream)`,
    values: [streams],
  });
  const parkedStreams = heads.rows.filter(row => row.parked).map(row => row.stream);
  const queues = await loadQueues(client, parkedStreams);
  const standings = new Map<string, StreamStanding>();
  for (const { stream, version, hash } of heads.rows) {
    const queue = queues.get(stream);
    if (version === null && queue === undefined) continue;
    standings.set(stream, {
      version: Number(version ?? 0),
      hash: hash ?? '0'.repeat(64),
      quarantined: queue?.quarantined ?? false,
      queue: queue?.queue ?? [],
    });
  }
  return standings;
}

async function loadQueues(client: PoolClient, streams: readonly string[]): Promise<Map<string, { quarantined: boolean; queue: Queued[] }>> {
  const queues = new Map<string, { quarantined: boolean; queue: Queued[] }>();
  for (const stream of streams) {
    const { rows } = await client.query<ParkedRow>(
      `SELECT id, stream, problem, partition, kafka_offset, key, headers, value, parked_at FROM parked_record
       WHERE stream = $1 AND settled_at IS NULL ORDER BY version NULLS LAST, id LIMIT ${queueLimit}`,
      [stream],
    );
    const queue = rows.map(row => {
      const raw = rawOf(row);
      return { id: BigInt(row.id), raw, reading: fromRecord(raw) };
    });
    queues.set(stream, { quarantined: rows.some(row => row.problem === 'fork'), queue });
  }
  return queues;
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
