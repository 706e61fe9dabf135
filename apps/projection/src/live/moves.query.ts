import type { Pool } from 'pg';
import { hasRole, type Principal } from '../identity/principal.js';

/** A partnership that moved, the version shown of it, and the place in the ledger at which that lies. */
export interface Move {
  readonly partnership: string;
  readonly version: number;
  readonly position: bigint;
}

export interface Moves {
  /** Place up to which every read model shows the ledger. */
  readonly shown: bigint;
  readonly moves: readonly Move[];
}

/** Most partnerships told in one go. */
export const mostMoves = 500;

interface Row {
  shown: string;
  partnership: string | null;
  version: number | null;
  position: string | null;
}

const text = `
WITH shown AS (SELECT coalesce(min(position), 0) AS position FROM read_model WHERE status = 'live')
SELECT shown.position AS shown, m.partnership, m.version, m.position FROM shown LEFT JOIN LATERAL (
  SELECT p.partnership, moved.version, moved.position FROM (
    SELECT l.stream, max(l.version)::int AS version, max(l.position) AS position FROM ledger l
    WHERE l.position > $1::bigint AND l.position <= shown.position AND shown.position - $1::bigint <= $2::bigint GROUP BY l.stream
  ) moved JOIN portfolio p ON moved.stream = 'partnership/' || p.partnership
  WHERE $3::boolean OR p.organisations @> ARRAY[$4::text]
  ORDER BY moved.position LIMIT $5
) m ON true`;

/** Farther back than this nobody is told move by move. */
export const longestWayBack = 50_000n;

/** Place up to which every read model shows the ledger. */
export async function shownPlace(pool: Pool): Promise<bigint> {
  const { rows } = await pool.query<{ shown: string }>({
    name: 'shown-place',
    text: "SELECT coalesce(min(position), 0) AS shown FROM read_model WHERE status = 'live'",
  });
  return BigInt(rows[0]?.shown ?? '0');
}

/** Partnerships that moved after a place and that the caller may hear of, the earliest first. */
export async function movesAfter(pool: Pool, caller: Principal, after: bigint): Promise<Moves> {
  const { rows } = await pool.query<Row>({
    name: 'moves-after',
    text,
    values: [after.toString(), longestWayBack.toString(), hasRole(caller, 'auditor'), caller.organisation, mostMoves + 1],
  });
  const moves = rows.flatMap(({ partnership, version, position }) =>
    partnership === null || version === null || position === null ? [] : [{ partnership, version, position: BigInt(position) }],
  );
  return { shown: BigInt(rows[0]?.shown ?? '0'), moves };
}
