import type { BreachKind, commitmentOrigins } from '@palabre/contracts';

export type CommitmentOrigin = (typeof commitmentOrigins)[number];

/** A promise that still waits for its end: who owes it to whom by which day. What was promised stays in the event. */
export interface OpenCommitment {
  readonly commitment: string;
  readonly owedBy: string;
  readonly owedTo: string;
  readonly dueOn: string;
  readonly origin: CommitmentOrigin;
  /** `breached` stays open until the first authority of the owing party has acknowledged it (HFA-24). */
  readonly standing: 'open' | 'overdue' | 'breached';
  /** The first authority of the owing party has taken note of the delay or the breach. */
  readonly acknowledged: boolean;
  /** The list of the work phase it stands in, where it was given one (PMP-27). */
  readonly list?: 'content' | 'organisation';
}

/** How the closed commitments of one party ended. `late`: kept after the day it was due. */
export interface CommitmentCounts {
  readonly kept: number;
  readonly late: number;
  readonly breached: number;
  readonly excused: number;
}

/** Overdue commitments of a party one after the other, with none kept in time between them (MDM-70). */
export interface OverdueRun {
  readonly count: number;
  /** Stream version of the last one: what was done about it comes later in the stream. */
  readonly lastVersion: number;
}

/** Something besides a promise that the first authority of a party has not taken note of yet (HFA-24). */
export interface OpenBreach {
  /** Kind and what it is about: a day, a transfer, a clause with its day. */
  readonly breach: string;
  readonly kind: BreachKind;
  readonly party: string;
}

export interface CommitmentSlice {
  readonly open: readonly OpenCommitment[];
  /** By the party that owed. */
  readonly counts: Readonly<Record<string, CommitmentCounts>>;
  /** What the last annual review counted, by party: a year tells its own (ALE-45). */
  readonly toldAtReview?: Readonly<Record<string, CommitmentCounts>>;
  /** By the party that owes. */
  readonly overdueRuns: Readonly<Record<string, OverdueRun>>;
  /** Deliverables accepted so far: what money follows, where the type asks for it (MDM-36). */
  readonly deliverablesAccepted: number;
  /** Absent before any. */
  readonly breaches?: readonly OpenBreach[];
  /** When a milestone was last reached or missed; expectations are looked at again then (PMP-33). */
  readonly milestoneAt?: string;
  /** Agreed milestones that their owners have promised, by number (PMP-35). */
  readonly milestones?: readonly string[];
}

export const noCommitments: CommitmentSlice = { open: [], counts: {}, overdueRuns: {}, deliverablesAccepted: 0 };
