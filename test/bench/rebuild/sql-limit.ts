import { eventTypes, type EventType } from '@palabre/contracts';
import { modelTable } from '@palabre/projection';
import { projectionCalled } from '../measuring/databases.js';

const list = (types: readonly string[]): string => types.map(type => `'${type}'`).join(', ');

const portfolioTypes = eventTypes.filter(type => projectionCalled('portfolio').on[type] !== undefined);

/** Types that the list handles and that name no phase. */
const notPhases: readonly EventType[] = [
  'CandidateShortlisted',
  'CalendarAdvanced',
  'PartnershipTypeProposed',
  'PartnershipSuspended',
  'PartnershipResumed',
  'PartnershipIdeaDiscarded',
  'DueDiligenceFailed',
  'NegotiationStopped',
  'PartnershipTypeChanged',
  'PartnerAccessionProposed',
  'NeutralSecretariatAppointed',
];

const standings = {
  PartnershipSuspended: 'suspended',
  PartnershipResumed: 'open',
  PartnershipIdeaDiscarded: 'discarded',
  DueDiligenceFailed: 'failed',
  NegotiationStopped: 'discarded',
  PartnershipClosed: 'closed',
} as const;

const standingCase = Object.entries(standings)
  .map(([type, standing]) => `WHEN '${type}' THEN '${standing}'`)
  .join(' ');

/**
 * The list of partnerships in one statement: one pass over all events, then the few whose data is needed. `OFFSET 0` keeps the planner
 * from parsing the same document once for each of its fields.
 */
const portfolio = (table: string): string => `
WITH streams AS (
  SELECT stream, max(version) AS version,
    max(GREATEST(fact_at, CASE WHEN type = 'CalendarAdvanced' THEN (payload::json ->> 'to')::timestamptz END)) AS moved_at,
    max(version) FILTER (WHERE type IN (${list(portfolioTypes.filter(type => !notPhases.includes(type)))})) AS phase_at,
    max(version) FILTER (WHERE type = 'PartnershipTypeProposed') AS type_at,
    max(version) FILTER (WHERE type IN (${list(Object.keys(standings))})) AS standing_at,
    max(version) FILTER (WHERE type = 'CandidateShortlisted') AS candidate_at
  FROM ledger WHERE starts_with(stream, 'partnership/') GROUP BY stream
)
INSERT INTO ${table} (partnership, part, version, hash, title, type, type_name, phase, standing, charter, rehearsal, parties, organisations,
  protected_lines, opened_at, moved_at)
SELECT substr(s.stream, 13), '', s.version, encode(last.hash, 'hex'), o.data ->> 'title', coalesce(t.payload::json ->> 'chosen', o.data ->> 'type'),
  o.data -> 'policy' -> 'typeName', p.payload::json ->> 'to', CASE st.type ${standingCase} ELSE 'open' END, a.data ->> 'charter',
  (a.data ->> 'rehearsal')::boolean, parties.by_party, parties.organisations,
  ARRAY(SELECT line ->> 'code' FROM jsonb_array_elements(o.data -> 'policy' -> 'lines') line WHERE (line ->> 'protected')::boolean),
  first.fact_at, s.moved_at
FROM streams s
JOIN ledger first ON first.stream = s.stream AND first.version = 1
JOIN ledger last ON last.stream = s.stream AND last.version = s.version
JOIN ledger p ON p.stream = s.stream AND p.version = s.phase_at
LEFT JOIN ledger t ON t.stream = s.stream AND t.version = s.type_at
LEFT JOIN ledger st ON st.stream = s.stream AND st.version = s.standing_at
LEFT JOIN ledger c ON c.stream = s.stream AND c.version = s.candidate_at
CROSS JOIN LATERAL (SELECT first.payload::jsonb AS data OFFSET 0) o
CROSS JOIN LATERAL (SELECT first.attributes::jsonb AS data OFFSET 0) a
CROSS JOIN LATERAL (
  SELECT jsonb_object_agg(entry ->> 'party', entry ->> 'organisation') AS by_party, array_agg(entry ->> 'organisation' ORDER BY place) AS organisations
  FROM (SELECT value AS entry, ordinality AS place FROM jsonb_array_elements(o.data -> 'parties') WITH ORDINALITY
        UNION ALL SELECT c.payload::jsonb -> 'entry', 1000 WHERE c.payload IS NOT NULL) entries
) parties`;

const words = ['reason', 'reasons', 'argument', 'comment', 'note'];

const refusals = "type IN ('CommandRefused', 'SignatureAttemptRefused')";

const ofLine = "jsonb_typeof(data -> 'line') = 'string' AND jsonb_typeof(data -> 'about') = 'string'";

/** One line for each event, in one statement. */
const timeline = (table: string): string => `
INSERT INTO ${table} (partnership, part, version, type, recorded_at, fact_at, actor, actor_role, party, cause, correlation, refused,
  reason, rule, command, line, about)
SELECT substr(stream, 13), lpad(version::text, 10, '0'), version, type, recorded_at, fact_at, actor, actor_role, party, cause, correlation, ${refusals},
  coalesce(${words.map(word => `CASE WHEN jsonb_typeof(data -> '${word}') IN ('string', 'object') THEN data -> '${word}' END`).join(', ')}),
  CASE WHEN ${refusals} THEN data ->> 'rule' END, CASE WHEN ${refusals} THEN data ->> 'commandType' END,
  CASE WHEN ${ofLine} THEN data ->> 'line' END, CASE WHEN ${ofLine} THEN data ->> 'about' END
FROM (SELECT *, payload::jsonb AS data FROM ledger WHERE starts_with(stream, 'partnership/') OFFSET 0) l`;

const statements = { portfolio, timeline } as const;

/** Read models whose rows one SQL statement can make from the ledger, so that it can be compared. */
export type SqlModel = keyof typeof statements;

/** Everything a rebuild in SQL alone would run for a generation of this number: table, indexes, rows. */
export const sqlRebuild = (model: SqlModel, generation: number): { readonly table: string; readonly statements: readonly string[] } => {
  const projection = projectionCalled(model);
  const { table } = modelTable(projection, generation);
  return { table, statements: [...projection.ddl(table), statements[model](table)] };
};
