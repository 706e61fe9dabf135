import type { Pool } from 'pg';
import { z } from 'zod';
import type { ReadingOfOne } from '../../reading/list-row.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import type { FormsDoc } from '../file/parts/forms.part.js';
import type { MeetingsDoc } from '../file/parts/meetings.part.js';
import type { StrengthsDoc } from '../file/parts/strengths.part.js';
import { answersTo, figureOf, policyOf, questionsFor, surveyed } from './beside.js';
import { designShares, versionsOf } from './design-shares.js';
import { meetingBalance } from './meeting-balance.js';
import { actsOf, participation } from './participation.js';
import { missingLists, pooledResources, results, strengths, type Objective, type Pooled, type Reported } from './pooled.js';
import { Tally, type Counted } from './tally.js';

export const balanceQuery = z.strictObject({ ...freshnessFields, year: z.coerce.number().int().min(1970).max(2200).optional() });

const noted = ['ResourcePooled', 'ResultReported'] as const;

interface Note {
  readonly kind: (typeof noted)[number];
  readonly data: object;
}

interface Base {
  parties: string[];
  counts: Counted[] | null;
  notes: Note[] | null;
  meetings: MeetingsDoc | null;
  forms: FormsDoc | null;
  strengths: StrengthsDoc | null;
  objectives: { readonly objectives: readonly Objective[] } | null;
}

/** Everything that the balance is made of besides the ledger, as one moment saw it. */
async function baseOf(pool: Pool, partnership: string): Promise<Base> {
  const { rows } = await pool.query<Base>({
    name: 'balance-base',
    text: `SELECT ARRAY(SELECT jsonb_object_keys(p.parties) ORDER BY 1) AS parties,
        (SELECT json_agg(json_build_object('year', year, 'measure', measure, 'party', party, 'amount', amount) ORDER BY part)
         FROM balance WHERE partnership = $1 AND measure <> 'kept') AS counts,
        (SELECT json_agg(json_build_object('kind', kind, 'data', data) ORDER BY part)
         FROM journal WHERE partnership = $1 AND kind = ANY($2)) AS notes,
        (SELECT doc FROM file WHERE partnership = $1 AND part = 'meetings') AS meetings,
        (SELECT doc FROM file WHERE partnership = $1 AND part = 'forms') AS forms,
        (SELECT doc FROM file WHERE partnership = $1 AND part = 'strengths') AS strengths,
        (SELECT doc -> 'body' FROM file WHERE partnership = $1 AND part = 'text/objectives') AS objectives
      FROM portfolio p WHERE p.partnership = $1`,
    values: [partnership, noted],
  });
  return rows[0] ?? { parties: [], counts: null, notes: null, meetings: null, forms: null, strengths: null, objectives: null };
}

/**
 * Balance and burden of one partnership: what each side does, says, decides and bears, beside what each answered when it
 * was asked. With a year, counts are those of that year; windows of months end at the partnership's own today.
 */
export async function readBalance(reading: ReadingOfOne, { year }: z.infer<typeof balanceQuery>): Promise<object> {
  const { pool, principal, access, discretion } = reading;
  const [base, policy, versions] = await Promise.all([
    baseOf(pool, access.partnership),
    policyOf(pool, access.partnership),
    versionsOf(pool, access.partnership, access.version),
  ]);
  const { parties } = base;
  const counts = (base.counts ?? []).filter(row => year === undefined || row.year === year);
  const tally = new Tally(counts, parties);
  const readable = (base.notes ?? []).filter(({ kind, data }) => discretion.withholds(kind, data) === null);
  const notesOf = (kind: Note['kind']): readonly object[] => readable.filter(one => one.kind === kind).map(({ data }) => data);
  const rounds = (discretion.veiled(base.forms) as Partial<FormsDoc> | null)?.rounds ?? [];
  const [acts, survey] = await Promise.all([
    actsOf(pool, access, discretion, figureOf(policy, 'balance_window_months')),
    surveyed(pool, principal, questionsFor(policy, 'MDM-13')),
  ]);
  const named = base.strengths?.list ?? [];
  const objectives = discretion.restrictions.ofText('objectives') === null ? (base.objectives?.objectives ?? []) : [];
  return {
    id: access.partnership,
    version: access.version,
    year: year ?? null,
    parties,
    counts,
    exchanges: { ...tally.exchanges(), funderOrPartner: survey },
    equality: { parties: tally.equality(), equalFooting: answersTo(questionsFor(policy, 'PMP-53'), rounds) },
    burden: tally.burden(),
    relation: tally.relation(),
    meetings: meetingBalance(base.meetings?.held ?? [], access.now, figureOf(policy, 'crisis_meetings_window_months')),
    voice: tally.voice(),
    changes: tally.changes(),
    axes: tally.axes(),
    connections: tally.connections(),
    inclusion: tally.inclusion(),
    participation: participation(acts, figureOf(policy, 'file_carried_by_fewer_than')),
    design: designShares(versions, parties),
    results: results(objectives, notesOf('ResultReported') as readonly Reported[]),
    strengths: { list: strengths(named), missing: missingLists(named, parties) },
    resources: pooledResources(notesOf('ResourcePooled') as readonly Pooled[], parties),
  };
}
