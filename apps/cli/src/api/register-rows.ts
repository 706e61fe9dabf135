import type { BreachKind, FreeText, LeadershipLevel, Localized } from '@palabre/contracts';

/** What the reading service tells of organisations and of partnerships together, as far as a terminal looks at it. */

export interface OrganisationRow {
  readonly organisation: string;
  readonly name: FreeText;
  readonly kind: string;
  readonly sector: string;
  readonly subKind: string | null;
  readonly level: string | null;
  readonly country: string;
  /** Null for those who may not know. */
  readonly screening: 'never' | 'clear' | 'to-examine' | 'confirmed' | null;
  readonly screenedAt: string | null;
  readonly dueDiligence: { readonly state: 'none' | 'under-way' | 'passed' | 'failed' | 'other-failed'; readonly at: string | null };
  readonly partnerships: readonly { readonly id: string }[];
}

/** Marks by which was counted stand under their own names, beside the counts. */
export type CountRow = Readonly<Record<string, string | number | null>> & {
  readonly organisations: number;
  readonly partnerships: number;
};

export interface Accountability {
  readonly organisation: string;
  readonly partnerships: number;
  readonly reports: Readonly<Record<string, number>>;
  readonly approvals: Readonly<Record<string, number>>;
  readonly commitments: Readonly<Record<string, number>>;
  readonly clauses: Readonly<Record<string, number>>;
}

export interface PipelineRow {
  readonly organisation: string;
  readonly partnership: string;
  readonly title: string;
  readonly position: 'prospect' | 'signed' | 'running' | 'accounted-for' | 'renewed';
  readonly standing: string;
  readonly since: string;
}

export interface BreachRow {
  readonly organisation: string;
  /** Null, and no words, where the caller may not see the partnership. */
  readonly partnership: string | null;
  readonly kind?: 'promise' | BreachKind;
  readonly what?: string;
  readonly reason?: FreeText | null;
  readonly breachedAt: string;
  readonly settlement: 'open' | 'acknowledged' | 'excused' | 'made-good' | 'dismissed';
}

export interface SectorGauge {
  readonly sectors: readonly {
    readonly sector: string;
    readonly present: boolean;
    readonly parties: readonly {
      readonly party: string;
      readonly organisation: string;
      readonly subKind: string | null;
      readonly kind: string;
    }[];
    readonly note: Localized | null;
  }[];
  readonly unregistered: readonly { readonly party: string; readonly organisation: string }[];
}

export interface ExistingRow {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
  readonly standing: string;
  readonly themes: readonly string[];
  readonly sharedThemes: number;
}

export interface LocalisationYear {
  readonly year: number;
  readonly levels: Readonly<Record<LeadershipLevel, number>>;
  readonly total: number;
  readonly ledPercent: number | null;
  readonly sinceFirstYear: number | null;
  readonly funding: readonly {
    readonly currency: string;
    readonly paid: number;
    readonly direct: number;
    readonly directPercent: number | null;
  }[];
}

export interface Localisation {
  readonly items: readonly LocalisationYear[];
  readonly charters: readonly string[];
}
