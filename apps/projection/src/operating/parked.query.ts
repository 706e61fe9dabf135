import type { Pool } from 'pg';
import { IsNull, type DataSource } from 'typeorm';
import { ParkedRecordRow } from '../ledger/ledger.entity.js';
import { cursorParts, cursorsOf, pageText } from '../reading/page.js';

const cursors = cursorsOf('parked', cursorParts.name);

const text = `
WITH page AS (
  SELECT stream, min(problem) FILTER (WHERE problem NOT IN ('gap', 'behind-fork')) AS problem,
    bool_or(problem = 'fork') AS quarantined, count(*)::int AS waiting, min(parked_at) AS since, min(version) AS first_version,
    (SELECT version FROM ledger_head h WHERE h.stream = p.stream) AS ledger_version,
    row_number() OVER (ORDER BY stream) AS n
  FROM parked_record p WHERE settled_at IS NULL AND ($1::text IS NULL OR stream > $1) GROUP BY stream ORDER BY stream LIMIT $2::int + 1
)
SELECT coalesce(json_agg(json_build_object('stream', stream, 'problem', coalesce(problem, 'gap'), 'quarantined', quarantined, 'waiting', waiting,
    'since', since, 'firstVersion', first_version, 'ledgerVersion', coalesce(ledger_version, 0)) ORDER BY n) FILTER (WHERE n <= $2::int), '[]')::text AS items,
  max(stream) FILTER (WHERE n = $2::int) AS last, count(*)::int AS found FROM page`;

/** Streams that wait, and why: a page as JSON text. */
export async function listParked(pool: Pool, limit: number, cursor: string | undefined): Promise<string> {
  const after = cursors.read(cursor)?.[0] ?? null;
  const { rows } = await pool.query<{ items: string; last: string | null; found: number }>(text, [after, limit]);
  const row = rows[0];
  return pageText(row?.items ?? '[]', row && row.found > limit && row.last !== null ? cursors.write(row.last) : null);
}

/** Records of one parked stream as the operator sees them; the bytes only when asked for. */
export async function listParkedRecords(source: DataSource, stream: string, withBytes: boolean): Promise<object[]> {
  const rows = await source
    .getRepository(ParkedRecordRow)
    .find({ where: { stream, settledAt: IsNull() }, order: { id: 'ASC' }, take: 200 });
  return rows.map(row => ({
    id: row.id.toString(),
    version: row.version === null ? null : Number(row.version),
    problem: row.problem,
    reason: row.reason,
    partition: row.partition,
    offset: row.kafkaOffset.toString(),
    parkedAt: row.parkedAt.toISOString(),
    bytes: row.value.length,
    ...(withBytes ? { headers: JSON.parse(row.headers) as unknown, value: row.value.toString('base64') } : {}),
  }));
}

/** Sets records aside for good, with the operator's reason. They stay in the table. Returns how many there were. */
export async function dismissParked(pool: Pool, stream: string, ids: readonly string[], settlement: string): Promise<number> {
  const done = await pool.query(
    'UPDATE parked_record SET settled_at = now(), settlement = $3 WHERE stream = $1 AND id = ANY($2::bigint[]) AND settled_at IS NULL',
    [stream, ids, settlement],
  );
  return done.rowCount ?? 0;
}
