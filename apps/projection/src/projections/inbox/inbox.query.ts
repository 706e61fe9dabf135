import type { Pool } from 'pg';
import { z } from 'zod';
import type { Localized } from '@palabre/contracts';
import { hasRole, type Principal } from '../../identity/principal.js';
import { handlers } from '../../reading/case-reader.js';
import { cursorField, cursorParts, cursorsOf, limitField, pageText, textField } from '../../reading/page.js';
import { problems, say } from '../../reading/problems.js';
import type { Reader } from '../../reading/reader.js';

export const inboxQuery = z.strictObject({
  /** A role that the caller holds, the caller's own person id for what is claimed or lent, or (auditors) anybody's. */
  as: textField(120).optional(),
  partnership: textField(120).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('inbox', cursorParts.instant, cursorParts.name, cursorParts.name);

interface Scope {
  readonly person: string;
  readonly organisation: string | null;
  readonly roles: readonly string[];
}

/** Whose inbox is asked for, and whether the caller may see it. */
export function inboxScope(principal: Principal, as: string | undefined): Scope {
  const { person, organisation, roles } = principal;
  if (as === undefined) return { person, organisation, roles };
  if (roles.includes(as)) return { person: '', organisation, roles: [as] };
  if (as === person) return { person, organisation: null, roles: [] };
  if (hasRole(principal, 'auditor')) return { person: as, organisation: null, roles: [] };
  throw problems.notPermitted(
    say(
      'Vous ne tenez pas cette fonction, et seule une personne chargée d’audit regarde les tâches d’une autre.',
      "You do not hold this role, and only an auditor may look into another person's inbox.",
    ),
  );
}

/**
 * A task about a protected case does not say to others who raised it (MDM-65, MDM-68); and to an auditor who looks into
 * somebody's inbox, not even whom it asks for what. $9: handles cases, which is for those about others than the own
 * organisation, $10 (S-07).
 */
const hidden = `
  page.about IS NOT NULL AND EXISTS (
    SELECT 1 FROM file f, jsonb_array_elements(f.doc -> 'cases') c
    WHERE f.partnership = page.partnership AND f.part = 'lines' AND c ->> 'case' = page.about AND page.protected_lines @> ARRAY[c ->> 'line']
      AND NOT ($9::boolean AND page.organisations @> ARRAY[$10::text] AND page.parties ->> (c ->> 'about') IS DISTINCT FROM $10))`;

const text = `
WITH page AS (
  SELECT i.*, p.title AS partnership_title, p.standing, p.rehearsal, p.parties, p.organisations, p.protected_lines, coalesce(i.due_at, 'infinity') AS due,
    row_number() OVER (ORDER BY coalesce(i.due_at, 'infinity'), i.partnership, i.part) AS n
  FROM inbox i JOIN portfolio p ON p.partnership = i.partnership
  WHERE (i.claimed_by = $1 OR i.delegated_to = $1 OR (p.organisations @> ARRAY[$2::text] AND p.parties ->> i.party = $2 AND i.roles && $3::text[]))
    AND ($4::text IS NULL OR i.partnership = $4) AND i.partnership <> ALL($12::text[])
    AND ($5::timestamptz IS NULL OR (coalesce(i.due_at, 'infinity'), i.partnership, i.part) > ($5::timestamptz, $6::text, $7::text))
  ORDER BY due, i.partnership, i.part LIMIT $8::int + 1
)
SELECT coalesce(json_agg(json_build_object(
    'task', part, 'partnership', partnership, 'partnershipTitle', partnership_title, 'standing', standing, 'rehearsal', rehearsal,
    'kind', CASE WHEN foreign_case THEN 'protected' ELSE kind END, 'title', CASE WHEN foreign_case THEN $11::jsonb ELSE title END,
    'phase', phase, 'roles', roles, 'party', CASE WHEN foreign_case THEN 'protected' ELSE party END, 'dueAt', due_at, 'overdue', overdue, 'subject', subject,
    'about', about, 'askedBy', CASE WHEN NOT hidden THEN asked_by END, 'verdicts', verdicts, 'requirements', requirements, 'openedAt', opened_at,
    'claimedBy', claimed_by, 'delegatedTo', delegated_to, 'delegatedUntil', delegated_until
  ) ORDER BY n) FILTER (WHERE n <= $8::int), '[]')::text AS items,
  max(due::text) FILTER (WHERE n = $8::int) AS last_due, max(partnership) FILTER (WHERE n = $8::int) AS last_partnership,
  max(part) FILTER (WHERE n = $8::int) AS last_part, count(*)::int AS found
FROM page, LATERAL (SELECT ${hidden} AS hidden) h, LATERAL (SELECT hidden AND page.parties ->> page.party IS DISTINCT FROM $10 AS foreign_case) x`;

const protectedTask: Localized = { fr: 'Tâche d’un cas protégé', en: 'Task of a protected case' };

interface Row {
  items: string;
  last_due: string | null;
  last_partnership: string | null;
  last_part: string | null;
  found: number;
}

/**
 * Open tasks of a person and of the groups whose roles the person holds, most pressing first. A page as JSON text.
 * In a protected file nothing is asked of who may not read it.
 */
export async function listInbox(pool: Pool, principal: Reader, query: z.infer<typeof inboxQuery>): Promise<string> {
  const scope = inboxScope(principal, query.as);
  const after = cursors.read(query.cursor);
  const { rows } = await pool.query<Row>({
    name: 'inbox',
    text,
    values: [
      scope.person,
      scope.organisation,
      scope.roles,
      query.partnership ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      query.limit,
      hasRole(principal, ...handlers),
      principal.organisation,
      JSON.stringify(protectedTask),
      principal.masked,
    ],
  });
  const row = rows[0];
  if (!row) return pageText('[]', null);
  const more = row.found > query.limit && row.last_due !== null && row.last_partnership !== null && row.last_part !== null;
  return pageText(row.items, more ? cursors.write(row.last_due ?? '', row.last_partnership ?? '', row.last_part ?? '') : null);
}
