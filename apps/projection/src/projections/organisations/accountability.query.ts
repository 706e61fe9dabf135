import type { Pool } from 'pg';
import { z } from 'zod';
import { opaqueId } from '@palabre/contracts';
import { problems, say } from '../../reading/problems.js';
import type { Reader } from '../../reading/reader.js';
import { registerScope } from './register-scope.js';

export const accountabilityQuery = z.strictObject({ organisation: opaqueId });

/**
 * Counts over every partnership of the organisation: how it keeps its word is not a secret of the one who asks (HFA-37). Steps of
 * plans about cases are left out, so that no count tells of a protected one; so are protected files that are not for the caller.
 */
const text = `
WITH own AS (
  SELECT p.partnership, x.key AS party FROM portfolio p CROSS JOIN LATERAL jsonb_each_text(p.parties) x
  WHERE p.organisations @> ARRAY[$1::text] AND x.value = $1 AND p.partnership <> ALL($4::text[])
), owed AS (
  SELECT c.* FROM commitments c JOIN own ON own.partnership = c.partnership AND own.party = c.owed_by WHERE c.origin <> 'mitigation'
), told AS (
  SELECT t.type, t.party = own.party AS ours FROM timeline t JOIN own ON own.partnership = t.partnership WHERE NOT t.refused
    AND t.type IN ('StatusPointRecorded', 'StatusReportOverdue', 'FinalReportSubmitted', 'ReportsTransmitted', 'ExpenditureJustified',
      'ReportsApprovedByAssembly', 'ReportsReturnedByAssembly', 'AccountRendered', 'TextAccepted', 'SignatureGiven')
), spent AS (
  SELECT m.* FROM money m JOIN own ON own.partnership = m.partnership AND own.party = m.party WHERE m.kind = 'transfer' AND m.state = 'received'
)
SELECT json_build_object(
  'organisation', $1::text,
  'partnerships', (SELECT count(*) FROM own),
  'reports', (SELECT json_build_object(
      'statusPointsHeld', count(*) FILTER (WHERE type = 'StatusPointRecorded'), 'statusPointsOverdue', count(*) FILTER (WHERE type = 'StatusReportOverdue'),
      'finalReports', count(*) FILTER (WHERE type = 'FinalReportSubmitted' AND ours), 'transmitted', count(*) FILTER (WHERE type = 'ReportsTransmitted' AND ours),
      'justifications', count(*) FILTER (WHERE type = 'ExpenditureJustified' AND ours),
      'justificationsOverdue', (SELECT count(*) FROM spent WHERE overdue)) FROM told),
  'approvals', (SELECT json_build_object(
      'reportsApproved', count(*) FILTER (WHERE type = 'ReportsApprovedByAssembly'), 'reportsReturned', count(*) FILTER (WHERE type = 'ReportsReturnedByAssembly'),
      'accountsRendered', count(*) FILTER (WHERE type = 'AccountRendered' AND ours), 'textsAccepted', count(*) FILTER (WHERE type = 'TextAccepted' AND ours),
      'signatures', count(*) FILTER (WHERE type = 'SignatureGiven' AND ours)) FROM told),
  'commitments', (SELECT json_build_object(
      'keptInTime', count(*) FILTER (WHERE state = 'kept' AND late_at IS NULL), 'keptLate', count(*) FILTER (WHERE state = 'kept' AND late_at IS NOT NULL),
      'open', count(*) FILTER (WHERE state = 'open'), 'late', count(*) FILTER (WHERE state = 'late'),
      'breached', count(*) FILTER (WHERE breached_at IS NOT NULL), 'excused', count(*) FILTER (WHERE state = 'excused')) FROM owed),
  'clauses', (SELECT json_build_object(
      'kept', count(*) FILTER (WHERE c.state = 'kept'), 'atRisk', count(*) FILTER (WHERE c.state = 'at-risk'), 'late', count(*) FILTER (WHERE c.state = 'late'),
      'breached', count(*) FILTER (WHERE c.state = 'breached'), 'notDue', count(*) FILTER (WHERE c.state = 'not-due' OR c.state IS NULL))
    FROM clauses c JOIN own ON own.partnership = c.partnership WHERE c.place > 0)
)::text AS record,
$2::boolean OR $1::text = $3 OR EXISTS (SELECT 1 FROM portfolio p WHERE p.organisations @> ARRAY[$1::text, $3::text] AND p.partnership <> ALL($4::text[])) AS readable,
EXISTS (SELECT 1 FROM own) OR EXISTS (SELECT 1 FROM organisations o WHERE o.partnership = $1) AS known`;

interface Row {
  record: string;
  readable: boolean;
  known: boolean;
}

/** How an organisation keeps its word. Its own people, those who work with it, and who keeps the register read it (HFA-37). */
export async function readAccountability(
  pool: Pool,
  reader: Reader,
  { organisation }: z.infer<typeof accountabilityQuery>,
): Promise<string> {
  const { own, whole } = registerScope(reader);
  const { rows } = await pool.query<Row>({ name: 'accountability', text, values: [organisation, whole, own, reader.masked] });
  const row = rows[0];
  if (row?.known && row.readable) return row.record;
  throw problems.notFound(
    say('Aucune organisation que vous puissiez consulter ne porte cet identifiant.', 'No organisation that you may see has this id.'),
  );
}
