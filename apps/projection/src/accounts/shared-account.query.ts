import type { Pool } from 'pg';
import { z } from 'zod';
import { policyOf, questionsFor } from '../projections/balance/beside.js';
import { listCommitments } from '../projections/commitments/commitments.query.js';
import type { MeetingsDoc } from '../projections/file/parts/meetings.part.js';
import type { SignOffsDoc } from '../projections/file/parts/sign-offs.part.js';
import { listJournal } from '../projections/journal/journal.query.js';
import { readableMoney } from '../projections/money/money.query.js';
import type { YearDoc } from '../projections/practice/practice.entity.js';
import type { ReviewDoc } from '../projections/reviews/reviews.entity.js';
import type { ReadingOfOne } from '../reading/list-row.js';
import { freshnessFields } from '../reading/read-your-writes.js';
import { autonomyTrend, sidesOf, type Decided, type Met, type Pending } from './shared-account.js';

export const sharedAccountQuery = z.strictObject({ ...freshnessFields });

/** As many as a page of promises and of notes holds; what is beyond is read in their own lists. */
const [promises, notes] = [200, 10];

interface Base {
  parties: string[];
  meetings: MeetingsDoc | null;
  decided: SignOffsDoc | null;
  years: YearDoc[] | null;
  reviews: ReviewDoc[] | null;
  alone: { party: string; count: number }[] | null;
}

async function baseOf(pool: Pool, partnership: string): Promise<Base> {
  const { rows } = await pool.query<Base>({
    name: 'shared-account',
    text: `SELECT ARRAY(SELECT jsonb_object_keys(parties) FROM portfolio WHERE partnership = $1) AS parties,
      (SELECT doc FROM file WHERE partnership = $1 AND part = 'meetings') AS meetings,
      (SELECT doc FROM file WHERE partnership = $1 AND part = 'sign-offs') AS decided,
      (SELECT json_agg(doc ORDER BY part) FROM practice WHERE partnership = $1 AND kind = 'year') AS years,
      (SELECT json_agg(doc ORDER BY part) FROM reviews WHERE partnership = $1 AND kind = 'review') AS reviews,
      (SELECT json_agg(json_build_object('party', party, 'count', count)) FROM
        (SELECT party, count(*)::int AS count FROM journal WHERE partnership = $1 AND kind = 'DecisionRecorded' GROUP BY party) d) AS alone`,
    values: [partnership],
  });
  return rows[0] ?? { parties: [], meetings: null, decided: null, years: null, reviews: null, alone: null };
}

/** Open and late promises of both sides, in the order in which they fall due. */
async function pendingOf({ pool, access, discretion }: ReadingOfOne): Promise<readonly Pending[]> {
  const pages = await Promise.all(
    (['open', 'late'] as const).map(state => listCommitments(pool, access, discretion, { state, limit: promises, wait: 0 })),
  );
  const owed = pages.flatMap(({ items }) => items as readonly Pending[]);
  return owed.toSorted((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''));
}

/** The account that both sides read: funds, activities, decisions and what each still owes, all of it from the events (MDM-28). */
export async function readSharedAccount(reading: ReadingOfOne): Promise<object> {
  const { pool, principal, access, discretion } = reading;
  const [base, policy, money, pending, journal] = await Promise.all([
    baseOf(pool, access.partnership),
    policyOf(pool, access.partnership),
    readableMoney(pool, access, discretion),
    pendingOf(reading),
    listJournal(pool, principal, { partnership: access.partnership, limit: notes }),
  ]);
  const meetings = discretion.veiled(base.meetings?.held ?? []) as readonly Met[];
  const decisions = discretion.veiled(base.decided?.decisions ?? []) as readonly Decided[];
  const alone = Object.fromEntries((base.alone ?? []).map(({ party, count }) => [party, count]));
  return {
    id: access.partnership,
    version: access.version,
    sides: sidesOf({ parties: base.parties, money, meetings, decisions, alone, pending }),
    activities: base.years ?? [],
    decisions,
    autonomy: autonomyTrend(base.reviews ?? [], questionsFor(policy, 'MDM-22')),
    journal: journal.items,
  };
}
