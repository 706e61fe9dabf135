import type { ClauseRow } from './owed-rows.js';
import type { CitedItem, FreeText, Localized } from '@palabre/contracts';

/** What the reading service tells of the quality of partnerships, as far as a terminal looks at it. Scores are hundredths. */

export type ByParty = Readonly<Record<string, number>>;

export interface ReviewRow {
  readonly round: number;
  readonly heldAt: string;
  readonly measures: Readonly<Record<string, ByParty>>;
  readonly trend: Readonly<Record<string, ByParty>> | null;
  /** Means of all parties by the qualities of the charter; absent where it tags no question. */
  readonly qualities?: Readonly<Record<string, number>>;
  readonly solid: {
    readonly from: number;
    readonly isSolid: boolean;
    readonly tests: readonly { readonly test: string; readonly reached: boolean }[];
  } | null;
}

export interface StrengthRow {
  readonly question: string;
  readonly asks: Localized;
  readonly mean: number | null;
  readonly change: number | null;
  readonly fell: boolean;
}

export interface SurveyRow {
  readonly campaign: string;
  readonly title: string;
  readonly month: string | null;
  readonly baseline: boolean;
  readonly respondents: string | null;
  readonly responses: number;
  readonly countries: number | null;
  readonly score: {
    readonly mean: number;
    readonly top: number;
    readonly gap: number;
    readonly spread: Readonly<Record<string, number>> | 'not-stated';
    readonly openActions: readonly { readonly action: string; readonly dueOn: string }[];
  } | null;
  readonly sinceBaseline: number | null;
  readonly keepDoing: readonly StrengthRow[];
}

export interface CaseRow {
  readonly case: string;
  readonly colour: string;
  readonly state: string;
  readonly openedAt: string;
  readonly suspends: boolean;
  readonly line?: string;
  readonly heard?: number;
  readonly mitigation?: { readonly agreed: boolean; readonly steps: number } | null;
  readonly decidedAt?: string | null;
}

export interface PhaseDuration {
  readonly phase: string;
  readonly type: string;
  readonly stays: number;
  readonly open: number;
  readonly medianDays: number | null;
  readonly longestDays: number | null;
}

export interface ProcedureDuration {
  readonly procedure: string;
  readonly type: string;
  readonly runs: number;
  readonly open: number;
  readonly medianDays: number | null;
  readonly returns: number;
  readonly documents: number;
}

export interface ProcedureReport {
  readonly items: readonly ProcedureDuration[];
  readonly simplifications: readonly { readonly year: string; readonly procedure: string; readonly decision: FreeText }[];
}

export interface ImprovementRow {
  readonly action: string;
  readonly team: string;
  readonly what: FreeText;
  readonly dueOn: string;
  readonly cites: CitedItem;
  readonly state: 'open' | 'done';
}

export interface TeamYearRow {
  readonly team: string;
  readonly round: number;
  readonly review: { readonly qualities: Readonly<Record<string, number>> } | null;
  readonly means: { readonly hadMeans: boolean; readonly lacking: FreeText | null } | null;
  /** Steps of design that a partner had no part in, by its own word (ALE-09). */
  readonly designWithoutPartner: readonly {
    readonly partnership: string;
    readonly charter: string;
    readonly round: number;
    readonly step: string;
    readonly party: string;
  }[];
}

export interface RealityRow {
  readonly partnership: string;
  readonly title: string;
  readonly type: string;
  readonly suggested: string | null;
  readonly differences: readonly string[];
}

export interface ScaleUpRow {
  readonly partnership: string;
  readonly title: string;
  readonly project: string;
  readonly readiness: string;
  readonly condition: FreeText;
  readonly potential: FreeText;
}

export interface ActivityYearRow {
  readonly year: number;
  readonly reflection: number;
  readonly design: number;
  readonly learning: number;
}

export interface DigestRow {
  readonly heldOn: string;
  readonly recordedBy: string;
  readonly clauses: readonly { readonly number: string; readonly state: NonNullable<ClauseRow['state']> }[];
  readonly note: FreeText;
  readonly readByMe: boolean;
  readonly reading?: { readonly unread: readonly string[]; readonly percent: number | null };
}
