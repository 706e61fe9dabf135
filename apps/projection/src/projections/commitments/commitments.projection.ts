import type { EventData, EventType, FreeText } from '@palabre/contracts';
import type { Change, Handlers, Projection, Rows } from '../projection.js';
import { commitmentsEntity, type CommitmentRow } from './commitments.entity.js';

type Changes = readonly Change<CommitmentRow>[];

/** What every event about a commitment says, as far as this model looks. */
type About<D = object> = {
  readonly version: number;
  readonly attributes: { readonly factat: string };
  readonly data: D & { readonly commitment: string };
};

/** Field by field: what an event says besides has no column here. */
function made(event: About<EventData<'CommitmentMade'>> & { readonly partnership: string }): Changes {
  const { commitment, owedBy, owedTo, what, dueOn, origin } = event.data;
  const settled = { settledAt: null, note: null, decision: null };
  const missed = { lateAt: null, breachedAt: null, reason: null, acknowledgedBy: [] };
  const { partnership, version, attributes } = event;
  const promised = { partnership, part: commitment, version, owedBy, owedTo, what, dueOn, origin, madeAt: attributes.factat };
  return [{ put: { ...promised, state: 'open', ...missed, ...settled } }];
}

/** Changes a commitment that was made; nothing is known of any other. */
const changes =
  <D>(next: (event: About<D>, row: CommitmentRow) => Partial<CommitmentRow>) =>
  (event: About<D>, rows: Rows<CommitmentRow>): Changes => {
    const row = rows.get(event.data.commitment);
    return row ? [{ put: { ...row, version: event.version, ...next(event, row) } }] : [];
  };

const kept = changes<{ readonly note: FreeText | null }>(({ data, attributes }) => ({
  state: 'kept',
  settledAt: attributes.factat,
  note: data.note,
}));

const late = changes(({ attributes }) => ({ state: 'late', lateAt: attributes.factat }));

const on: Handlers<CommitmentRow> = {
  CommitmentMade: made,
  AdjustmentAgreed: made,
  CommitmentKept: kept,
  MilestoneReached: kept,
  DeliverableAccepted: kept,
  CommitmentOverdue: late,
  MilestoneMissed: late,
  CommitmentBreachRecorded: changes<{ readonly reason: FreeText }>(({ data, attributes }) => ({
    state: 'breached',
    breachedAt: attributes.factat,
    reason: data.reason,
    acknowledgedBy: [],
  })),
  GuarantorAcknowledged: changes<{ readonly party: string }>(({ data }, row) => ({
    acknowledgedBy: [...new Set([...row.acknowledgedBy, data.party])],
  })),
  CommitmentTransferred: changes<{ readonly owedBy: string; readonly owedTo: string }>(({ data: { owedBy, owedTo } }) => ({
    owedBy,
    owedTo,
  })),
  CommitmentDropped: changes(({ attributes }, row) => ({
    state: row.state === 'breached' ? 'breached' : 'dropped',
    settledAt: attributes.factat,
  })),
  CommitmentExcused: changes<{ readonly decision: string }>(({ data, attributes }) => ({
    state: 'excused',
    settledAt: attributes.factat,
    decision: data.decision,
  })),
};

/** Events that make, settle or break a commitment. */
export const commitmentsHandles = Object.keys(on) as EventType[];

export const commitmentsProjection: Projection<CommitmentRow> = {
  name: 'commitments',
  stamp: 1_763_720_000_001,
  entity: commitmentsEntity,
  on,
  readsAllData: false,
  readsRows: true,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, owed_by text NOT NULL, owed_to text NOT NULL, what text NOT NULL,
      due_on text NOT NULL, origin text NOT NULL, state text NOT NULL, made_at timestamptz NOT NULL, late_at timestamptz, breached_at timestamptz,
      reason jsonb, acknowledged_by text[] NOT NULL, settled_at timestamptz, note jsonb, decision text, PRIMARY KEY (partnership, part)
    ) WITH (fillfactor = 80)`,
    `CREATE INDEX ON ${table} (partnership, due_on, part)`,
  ],
};
