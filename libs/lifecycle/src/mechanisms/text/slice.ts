import type { Role, TextKind } from '@palabre/contracts';
import type { PartyState } from '../parties/slice.js';

/** A budget line, amount in minor units; or a capacity line whose "why" is written, with its hash. */
export interface KeptLine {
  readonly line: string;
  readonly amount: number;
  readonly currency: string;
  readonly spentBy: string;
  readonly why?: string;
}

export interface TextHead {
  readonly version: number;
  readonly hash: string;
  readonly proposedBy: string;
  readonly proposedByPerson: string;
  readonly proposedAt: string;
  readonly status: 'proposed' | 'contested' | 'agreed';
  readonly acceptedBy: readonly string[];
  /** Parties that contested this version; whether it falls by that is said by the decision rule. */
  readonly contestedBy: readonly string[];
  /** Parties that commented this version, where who has spoken is asked for: of a vision alone (PMP-13). */
  readonly commentedBy?: readonly string[];
  /** Numbers of its lines, clauses or objectives: what an objection may point at. */
  readonly parts: readonly string[];
  /** Budget lines that a party refused: nobody else proposes them again unchanged (MDM-11). */
  readonly vetoes: readonly { readonly line: string; readonly party: string }[];
  /** Languages into which this very version was translated. */
  readonly translations: readonly string[];
  readonly agreedAt: string | null;
  /** What gates ask of the content, computed when it was proposed. Names are the text kind's own. */
  readonly marks: Readonly<Record<string, boolean | number | string>>;
  /** Budget lines with their amounts in minor units; capacity lines whose "why" is written, with its hash; else empty. */
  readonly lines: readonly KeptLine[];
  /** Lines of the version agreed last, while this one is not: money moves under them until another is agreed. */
  readonly standingLines: readonly KeptLine[] | null;
}

/** A version of the agreement that a party has made known to its bureau or secretariat. */
export interface SharedContent {
  readonly party: string;
  readonly version: number;
  readonly hash: string;
  readonly with: readonly Role[];
  /** Since when the bodies that the charter names know it (C-24); null while one of them does not. */
  readonly at: string | null;
  /** Somebody there has said that it was read (HFA-16); who, is told in the events. */
  readonly read?: true;
}

export interface TextSlice {
  readonly heads: { readonly [K in TextKind]?: TextHead };
  /** Sides of which another side has accepted a text, whatever became of it since (MDM-39). */
  readonly builtBy?: readonly PartyState['side'][];
  /** Parties that have written their expectations and values. */
  readonly expectationsOf: readonly string[];
  /** Version of the agreement last shared with a bureau or secretariat, by party. */
  readonly agreementShared: readonly SharedContent[];
  /** Parties whose members were given the signed text and its summary (HFA-29). */
  readonly membersInformed?: readonly string[];
}

export const noTexts: TextSlice = { heads: {}, expectationsOf: [], agreementShared: [] };
