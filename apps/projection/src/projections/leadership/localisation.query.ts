import type { Pool } from 'pg';
import { z } from 'zod';
import { nearLevels } from '@palabre/contracts';
import { hasRole } from '../../identity/principal.js';
import { textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import { localisationYears, type FundingSum, type LevelCount, type LocalisationYear } from './localisation.js';

export const localisationQuery = z.strictObject({
  /** Partnerships under this charter only. */
  charter: textField(40).optional(),
});

const seen = `seen AS (
  SELECT partnership, parties, moved_at FROM portfolio
  WHERE ($1::boolean OR organisations @> ARRAY[$2::text]) AND ($3::text IS NULL OR charter = $3) AND partnership <> ALL($4::text[])
)`;

const levels = `
WITH ${seen}, spans AS (SELECT l.* FROM leadership l JOIN seen USING (partnership)),
years AS (
  SELECT make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'UTC') AS ends, y AS year FROM generate_series(
    (SELECT extract(year FROM min(since) AT TIME ZONE 'UTC')::int FROM spans), (SELECT extract(year FROM max(moved_at) AT TIME ZONE 'UTC')::int FROM seen)) y
)
SELECT year, level, count(DISTINCT partnership)::int AS partnerships FROM years JOIN spans ON since < ends AND (until IS NULL OR until >= ends)
GROUP BY year, level ORDER BY year, level`;

const funding = `
WITH ${seen}
SELECT left(m.received_on, 4)::int AS year, m.currency, sum(m.amount)::float8 AS paid,
  coalesce(sum(m.amount) FILTER (WHERE o.level = ANY($5::text[])), 0)::float8 AS direct
FROM money m JOIN seen USING (partnership) LEFT JOIN organisations o ON o.partnership = seen.parties ->> m.party
WHERE m.kind = 'transfer' AND m.state = 'received' AND m.received_on IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;

const under = `SELECT DISTINCT charter FROM portfolio WHERE ($1::boolean OR organisations @> ARRAY[$2::text]) AND ($3::text IS NULL OR charter = $3)
  AND partnership <> ALL($4::text[]) ORDER BY 1`;

export interface Localisation {
  readonly items: readonly LocalisationYear[];
  /** Charters of the partnerships counted: each says in its own data how far ahead it looks, and which strategy it feeds (ALE-28). */
  readonly charters: readonly string[];
}

/** Leadership and direct funding of the partnerships that the caller may see, year by year. */
export async function readLocalisation(pool: Pool, reader: Reader, { charter }: z.infer<typeof localisationQuery>): Promise<Localisation> {
  const scope = [hasRole(reader, 'auditor'), reader.organisation, charter ?? null, reader.masked];
  const [counts, sums, codes] = await Promise.all([
    pool.query<LevelCount>({ name: 'localisation-levels', text: levels, values: scope }),
    pool.query<FundingSum>({ name: 'localisation-funding', text: funding, values: [...scope, nearLevels] }),
    pool.query<{ charter: string }>({ name: 'localisation-charters', text: under, values: scope }),
  ]);
  return { items: localisationYears(counts.rows, sums.rows), charters: codes.rows.map(row => row.charter) };
}
