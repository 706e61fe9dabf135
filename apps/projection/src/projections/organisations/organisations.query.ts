import type { Pool } from 'pg';
import { z } from 'zod';
import { entityKinds, organisationRelations, organisationSectors, partnerLevels, subKinds } from '@palabre/contracts';
import { cursorField, cursorParts, cursorsOf, flagField, likeLiteral, limitField, pageText, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import { registerScope, seenOrganisations } from './register-scope.js';
import { screeningResults } from './organisations.entity.js';

export const dueDiligenceStates = ['none', 'under-way', 'passed', 'failed', 'other-failed'] as const;

export const organisationsQuery = z.strictObject({
  kind: z.enum(entityKinds).optional(),
  sector: z.enum(organisationSectors).optional(),
  subKind: z.enum(subKinds).optional(),
  level: z.enum(partnerLevels).optional(),
  relation: z.enum(organisationRelations).optional(),
  country: textField(2).optional(),
  screening: z.enum(screeningResults).optional(),
  dueDiligence: z.enum(dueDiligenceStates).optional(),
  donor: flagField.optional(),
  /** Words of the name. */
  search: textField(120).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('organisations', cursorParts.name);

/** Who failed: the party that was named, or the one that did not speak. A file of before tells neither: then both. */
const failedItself = `
  CASE WHEN f.doc -> 'ended' ->> 'about' IS NOT NULL THEN (p.parties ->> (f.doc -> 'ended' ->> 'about')) = o.partnership
    WHEN f.doc -> 'ended' ->> 'by' IS NOT NULL THEN (p.parties ->> (f.doc -> 'ended' ->> 'by')) IS DISTINCT FROM o.partnership
    ELSE true END`;

/**
 * Where its due diligence stands: by the partnership that came to it last. Passed is who went on to the phases after it; where
 * one party failed, the other is told that it did.
 */
const dueDiligence = `
  SELECT CASE WHEN p.standing = 'failed' THEN CASE WHEN ${failedItself} THEN 'failed' ELSE 'other-failed' END WHEN passed.at IS NOT NULL THEN 'passed' ELSE 'under-way' END AS state,
    CASE WHEN p.standing = 'failed' THEN f.doc -> 'ended' ->> 'at' ELSE coalesce(passed.at, entered.at) END AS at
  FROM portfolio p JOIN file f ON f.partnership = p.partnership AND f.part = 'head',
    LATERAL (SELECT max(w ->> 'since') AS at FROM jsonb_array_elements(f.doc -> 'phases') w WHERE w ->> 'phase' = 'due-diligence') entered,
    LATERAL (SELECT min(w ->> 'since') AS at FROM jsonb_array_elements(f.doc -> 'phases') WITH ORDINALITY AS x(w, n)
      WHERE (f.doc -> 'phases' -> (n::int - 2)) ->> 'phase' = 'due-diligence' AND n > 1) passed
  WHERE p.organisations @> ARRAY[o.partnership] AND entered.at IS NOT NULL AND p.partnership <> ALL($16::text[]) ORDER BY entered.at DESC LIMIT 1`;

/** $1 own organisation, $2 reads the whole register. Screening is for the organisation itself and for who keeps the register. */
const text = `
WITH page AS (
  SELECT o.*, coalesce(d.state, 'none') AS dd_state, d.at AS dd_at, ($2::boolean OR o.partnership = $1) AS whole, row_number() OVER (ORDER BY o.partnership) AS n
  FROM organisations o LEFT JOIN LATERAL (${dueDiligence}) d ON true
  WHERE ${seenOrganisations('$16')}
    AND ($3::text IS NULL OR o.kind = $3) AND ($4::text IS NULL OR o.sector = $4) AND ($5::text IS NULL OR o.sub_kind = $5)
    AND ($6::text IS NULL OR o.level = $6) AND ($7::text IS NULL OR o.relation = $7) AND ($8::text IS NULL OR o.country = $8)
    AND ($9::text IS NULL OR (o.screening = $9 AND ($2::boolean OR o.partnership = $1)))
    AND ($10::text IS NULL OR coalesce(d.state, 'none') = $10) AND ($11::boolean IS NULL OR o.donor = $11)
    AND ($12::text IS NULL OR o.name #>> '{}' ILIKE $12) AND ($13::text IS NULL OR o.partnership > $13)
  ORDER BY o.partnership LIMIT $14::int + 1
)
SELECT coalesce(json_agg(json_build_object(
    'organisation', partnership, 'version', version, 'name', name, 'kind', kind, 'sector', sector, 'subKind', sub_kind, 'level', level,
    'relation', relation, 'proposedType', proposed_type, 'country', country, 'workingLanguages', working_languages, 'funding', funding,
    'donor', donor, 'countryTeam', country_team, 'registeredAt', registered_at,
    'screening', CASE WHEN whole THEN screening END, 'screenedAt', CASE WHEN whole THEN screened_at END,
    'openHits', CASE WHEN whole THEN cardinality(open_hits) END,
    'dueDiligence', json_build_object('state', dd_state, 'at', dd_at,
      'answersKept', (SELECT count(*) FROM jsonb_each_text(kept)), 'keptUntil', (SELECT min(value) FROM jsonb_each_text(kept))),
    'partnerships', (SELECT coalesce(json_agg(json_build_object('id', p.partnership, 'type', p.type, 'phase', p.phase, 'standing', p.standing)
        ORDER BY p.opened_at DESC), '[]') FROM portfolio p
      WHERE p.organisations @> ARRAY[page.partnership] AND ($15::boolean OR p.organisations @> ARRAY[$1::text]) AND p.partnership <> ALL($16::text[]))
  ) ORDER BY n) FILTER (WHERE n <= $14::int), '[]')::text AS items,
  max(partnership) FILTER (WHERE n = $14::int) AS last_id, count(*)::int AS found
FROM page`;

interface Row {
  items: string;
  last_id: string | null;
  found: number;
}

/** Organisations of the register with their partnerships that the caller may see. A page as JSON text. */
export async function listOrganisations(pool: Pool, reader: Reader, query: z.infer<typeof organisationsQuery>): Promise<string> {
  const scope = registerScope(reader);
  const { kind, sector, subKind, level, relation, country, screening, dueDiligence: diligence, donor, search, limit } = query;
  const filters = [kind, sector, subKind, level, relation, country, screening, diligence, donor].map(value => value ?? null);
  const words = search === undefined ? null : likeLiteral(search);
  const after = cursors.read(query.cursor)?.[0] ?? null;
  const { rows } = await pool.query<Row>({
    name: 'organisations',
    text,
    values: [scope.own, scope.whole, ...filters, words, after, limit, scope.audits, reader.masked],
  });
  const row = rows[0];
  if (!row) return pageText('[]', null);
  return pageText(row.items, row.found > limit && row.last_id !== null ? cursors.write(row.last_id) : null);
}
