import type { FreeText } from '@palabre/contracts';
import { EntitySchema } from 'typeorm';

export const commitmentStates = ['open', 'late', 'breached', 'kept', 'excused', 'dropped'] as const;

export type CommitmentState = (typeof commitmentStates)[number];

/** A promise of one party to another, whatever it comes from: both sides in one list (ALE-45). */
export interface CommitmentRow {
  readonly partnership: string;
  /** Commitment id. */
  readonly part: string;
  readonly version: number;
  readonly owedBy: string;
  readonly owedTo: string;
  readonly what: string;
  /** Calendar day. */
  readonly dueOn: string;
  readonly origin: string;
  readonly state: CommitmentState;
  readonly madeAt: string;
  /** When the day passed without it; it stays, also when it is kept afterwards. */
  readonly lateAt: string | null;
  /** When a breach was recorded, by whom it was owed to, and why. */
  readonly breachedAt: string | null;
  readonly reason: FreeText | null;
  /** Parties whose first authority took note of the delay or the breach (HFA-24). */
  readonly acknowledgedBy: readonly string[];
  /** Kept, lifted by an agreed change, or dropped because one of the two has left. */
  readonly settledAt: string | null;
  readonly note: FreeText | null;
  /** Joint decision that lifted it (C-06). */
  readonly decision: string | null;
}

export const commitmentsEntity = new EntitySchema<CommitmentRow>({
  name: 'CommitmentRow',
  tableName: 'commitments',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    owedBy: { name: 'owed_by', type: 'text' },
    owedTo: { name: 'owed_to', type: 'text' },
    what: { type: 'text' },
    dueOn: { name: 'due_on', type: 'text' },
    origin: { type: 'text' },
    state: { type: 'text' },
    madeAt: { name: 'made_at', type: 'timestamptz' },
    lateAt: { name: 'late_at', type: 'timestamptz', nullable: true },
    breachedAt: { name: 'breached_at', type: 'timestamptz', nullable: true },
    reason: { type: 'jsonb', nullable: true },
    acknowledgedBy: { name: 'acknowledged_by', type: 'text', array: true },
    settledAt: { name: 'settled_at', type: 'timestamptz', nullable: true },
    note: { type: 'jsonb', nullable: true },
    decision: { type: 'text', nullable: true },
  },
});
