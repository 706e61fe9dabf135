import { EntitySchema } from 'typeorm';

export const clauseStates = ['kept', 'at-risk', 'late', 'breached', 'not-due'] as const;

export type ClauseState = (typeof clauseStates)[number];

/** Newest draft of the agreement, and which clauses were signed last. Texts of clauses stay in the file. */
export interface AgreementHead {
  readonly draft: { readonly version: number; readonly clauses: readonly { readonly number: string; readonly title: string }[] } | null;
  readonly signed: readonly string[];
}

/** A numbered clause of the signed agreement with its state at the last status point; part `head` keeps the draft. */
export interface ClauseRow {
  readonly partnership: string;
  /** `clause/<number>`, or `head`. */
  readonly part: string;
  readonly version: number;
  readonly number: string | null;
  readonly title: string | null;
  /** Place in the agreement, from 1; 0 of the head. */
  readonly place: number;
  /** Version of the text that was signed. */
  readonly textVersion: number | null;
  readonly signedAt: string | null;
  /** Null: no status point has spoken of it yet. */
  readonly state: ClauseState | null;
  readonly stateOn: string | null;
  /** Status points at which it was found so. */
  readonly timesKept: number;
  readonly timesLate: number;
  readonly timesBreached: number;
  readonly head: AgreementHead | null;
}

export const clausesEntity = new EntitySchema<ClauseRow>({
  name: 'ClauseRow',
  tableName: 'clauses',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    number: { type: 'text', nullable: true },
    title: { type: 'text', nullable: true },
    place: { type: 'int' },
    textVersion: { name: 'text_version', type: 'int', nullable: true },
    signedAt: { name: 'signed_at', type: 'timestamptz', nullable: true },
    state: { type: 'text', nullable: true },
    stateOn: { name: 'state_on', type: 'text', nullable: true },
    timesKept: { name: 'times_kept', type: 'int' },
    timesLate: { name: 'times_late', type: 'int' },
    timesBreached: { name: 'times_breached', type: 'int' },
    head: { type: 'jsonb', nullable: true },
  },
});
