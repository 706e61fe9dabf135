import type { Localized } from '@palabre/contracts';
import type { SurveyRow } from './quality-rows.js';

/** The accounts of a year as the reading service gives them, as far as a terminal looks at them. Scores are hundredths. */

type Scored = { readonly mean: number; readonly files: number } | null;
type ScoredOrWithheld = Scored | { readonly withheld: string };

export interface ReportDraftView {
  readonly report: {
    readonly year: number;
    readonly partnerships: { readonly count: number };
    readonly named: readonly { readonly name: string }[];
    readonly unnamed: number;
    readonly reviews: {
      readonly held: number;
      readonly of: number;
      readonly results: ScoredOrWithheld;
      readonly process: ScoredOrWithheld;
    };
    readonly survey: Pick<SurveyRow, 'title' | 'score'> | null;
    readonly victories: readonly object[];
    readonly victoriesWithheld: number;
  };
  readonly ledgerPosition: number;
  readonly reportHash: string;
  readonly published: { readonly at: string; readonly unchanged: boolean } | null;
  readonly page?: string;
}

export interface DigestView {
  readonly event: string;
  readonly year: number;
  readonly scores: { readonly results: Scored; readonly process: Scored };
  readonly citations: readonly { readonly words: string }[];
  readonly changes: readonly { readonly on: string; readonly partnership: string; readonly says: Localized }[];
}

export interface AnnualExportView {
  readonly teams: readonly {
    readonly team: string | null;
    readonly partnerships: readonly object[];
    readonly commitments: Readonly<Record<string, number>>;
    readonly scores: Readonly<Record<string, number | null>>;
    readonly changes: Readonly<Record<string, number>>;
  }[];
}
