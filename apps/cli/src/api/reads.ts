import type { AddedQuestion, EventEnvelope, FormAnswers, FreeText, Localized, OpenTask } from '@palabre/contracts';
import type { GivenAnswers } from './form-rows.js';
import type { ChallengeRow, DecisionRow } from './relation-rows.js';
import type { SignOffRow, TextView } from './text-rows.js';
import type { EndView, EstablishmentView, IdeaView, MeetingsView, NamedStrength, TransferView } from './file-parts.js';

/** What the reading service answers, as far as a terminal looks at it. */

/** Read your writes: the read waits, bounded, until this version is shown. */
export interface Freshness {
  readonly after?: number;
}

export interface PortfolioRow {
  readonly id: string;
  readonly version: number;
  /** Null where the file is protected and the caller does not read it in clear. */
  readonly title: string | null;
  readonly type: string;
  readonly phase: string;
  readonly standing: string;
  readonly rehearsal: boolean;
  readonly openTasks: number;
  readonly nextDeadline: string | null;
}

export interface InboxRow extends Omit<OpenTask, 'phase'> {
  readonly partnership: string;
  readonly partnershipTitle: string;
  readonly phase: string;
  readonly overdue: boolean;
  readonly claimedBy: string | null;
  readonly delegatedTo: string | null;
}

export interface TimelineRow {
  readonly version: number;
  readonly type: string;
  readonly says: Localized | null;
  readonly factAt: string;
  readonly actor: string;
  readonly actorRole: string;
  readonly party: string;
  readonly cause: string;
  readonly refused: boolean;
  /** A text, a sealed text, or both languages. */
  readonly reason: unknown;
  readonly rule: string | null;
  readonly command: string | null;
  readonly protected: boolean;
}

export interface DeadlineRow {
  readonly deadline: string;
  readonly rule: string;
  readonly dueAt: string;
  readonly outcome: string;
  readonly party: string | null;
  readonly about: string | null;
  readonly state: 'to-come' | 'lifted' | 'passed';
  readonly settledAt: string | null;
}

/** What is always told of an event: its place in the chain, its times, its hashes. */
export type PlaceInChain = Pick<EventEnvelope['attributes'], 'stream' | 'streamversion' | 'time' | 'factat' | 'previoushash' | 'hash'>;

/** An event that the caller may not read: its place is shown, and the rule that withholds the rest. */
export interface WithheldItem {
  readonly attributes: PlaceInChain;
  readonly data: null;
  readonly withheld: string;
}

export type HistoryItem = (EventEnvelope & { readonly withheld?: undefined }) | WithheldItem;

/** One partnership whole. */
export interface FileView {
  readonly id: string;
  readonly version: number;
  /** Where the partnership's calendar stands. */
  readonly now: string;
  readonly party: string | null;
  /** Absent where the file is not protected; masked: title, charter and everything else that names somebody is kept. */
  readonly protection?: 'in-clear' | 'masked';
  readonly head: {
    readonly title: string | null;
    readonly type: string;
    /** The name that the charter gives to the type. */
    readonly typeName?: Localized | null;
    readonly phase: string;
    readonly standing: string;
    readonly charter: string | null;
    readonly calendar: 'real' | 'rehearsal';
    readonly phases: readonly { readonly phase: string; readonly since: string; readonly version: number }[];
    readonly ended?: EndView | null;
    /** What the idea tells; `problem` is what every summary says first (PMP-56). */
    readonly idea?: IdeaView | null;
  };
  readonly parties?: {
    readonly parties: readonly {
      readonly party: string;
      readonly organisation: string;
      readonly side?: string;
      readonly workingLanguage: string;
      /** Who runs the file until an officer is designated (S-24). */
      readonly holder?: string | null;
      readonly officer?: { readonly person: string; readonly isPresident: boolean } | null;
      readonly expectations?: { readonly expectations: FreeText } | null;
      /** How far it can go, in the order in which it said so (PMP-26). */
      readonly limits?: readonly FreeText[];
    }[];
    readonly protection?: { readonly by: string; readonly since: string; readonly readers: Readonly<Record<string, readonly string[]>> };
  };
  /** Difficulties and words under the tree: no party is kept from them (ALE-42). */
  readonly voice?: {
    readonly challenges: readonly ChallengeRow[];
    readonly messages: readonly { readonly at: string }[];
  };
  /** Answers stand here once they may be read: those of both sides, together (MDM-14). */
  readonly forms?: {
    readonly rounds: readonly {
      readonly form: string;
      readonly round: number;
      readonly answeredBy?: readonly { readonly party: string }[];
      readonly revealed: readonly { readonly party: string; readonly answers: FormAnswers }[] | null;
    }[];
    readonly answers: readonly GivenAnswers[];
    readonly own: readonly { readonly form: string; readonly question: AddedQuestion }[];
  };
  readonly strengths?: { readonly list: readonly NamedStrength[] };
  readonly meetings?: MeetingsView;
  readonly frame?: { readonly establishment?: EstablishmentView | null };
  readonly transfer?: { readonly project: TransferView | null };
  readonly signOffs?: { readonly decisions: readonly DecisionRow[]; readonly signOffs?: readonly SignOffRow[] };
  readonly lines?: {
    readonly cases: readonly { readonly case: string; readonly colour: string; readonly state: string; readonly line?: string }[];
  };
  readonly texts: Readonly<Record<string, TextView>>;
}

/** State at an earlier moment, and who set it. */
export interface MomentView {
  readonly id: string;
  readonly version: number;
  readonly at: string;
  /** `protected` in every field where the caller may not know. */
  readonly setBy: { readonly type: string; readonly actor: string; readonly party: string; readonly cause: string };
  readonly contentHash: string;
  readonly state: unknown;
}

export interface Verification {
  readonly equal: boolean;
  readonly chain: {
    readonly holds: boolean;
    readonly version: number;
    readonly hash: string;
    readonly brokenAt: { readonly version: number; readonly reason: string } | null;
  };
  readonly readModels: readonly { readonly model: string; readonly equal: boolean; readonly differing: readonly string[] }[];
  readonly state: { readonly version: number; readonly contentHash: string };
}

export interface ParkedStream {
  readonly stream: string;
  readonly problem: string;
  readonly quarantined: boolean;
  readonly waiting: number;
  readonly since: string;
  readonly firstVersion: number | null;
  readonly ledgerVersion: number;
}

export interface Retried {
  readonly stream: string;
  readonly appended: number;
  readonly waiting: number;
}

/** `done` and `total` are positions of the ledger. */
export interface Rebuild {
  readonly id: string;
  readonly model: string;
  readonly state: 'running' | 'switched' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly report: {
    readonly equal?: boolean;
    readonly events?: number;
    readonly milliseconds?: number;
    readonly after?: { readonly rows: string };
    readonly error?: string;
  } | null;
}
