import type { FreeText } from '@palabre/contracts';

/** Balance and burden of one partnership, as the reading service tells them and as far as a terminal looks at them. */

type ByParty<Fields> = readonly (Fields & { readonly party: string })[];

interface Share {
  readonly percent: number | null;
}

interface ToldResult {
  readonly id: string;
  readonly text: FreeText;
  readonly indicators: readonly string[];
  readonly state: string | null;
}

export interface BalanceView {
  readonly exchanges: {
    readonly shares: readonly (Share & { readonly nature: string; readonly count: number })[];
    readonly untagged: number;
    readonly funderOrPartner: {
      readonly month: string;
      readonly cells: readonly { readonly spread: Readonly<Record<string, number>> }[];
    } | null;
  };
  readonly equality: {
    readonly parties: ByParty<{
      readonly votes: number;
      readonly turns: number;
      readonly proposed: number;
      readonly taken: number;
      readonly alone: number;
    }>;
    readonly equalFooting: ByParty<{ readonly round: number; readonly answer: unknown }>;
  };
  readonly burden: ByParty<{ readonly questions: number; readonly forms: number; readonly commitments: number }>;
  readonly relation: {
    readonly health: {
      readonly meetings: { readonly held: number; readonly missed: number };
      readonly answers: { readonly asked: number; readonly late: number };
      readonly challenges: { readonly raised: number; readonly open: number };
    };
    readonly results: { readonly kept: number; readonly late: number; readonly breached: number };
  };
  readonly meetings: { readonly windowMonths: number; readonly planned: number; readonly crisis: number; readonly flagged: boolean };
  readonly voice: { readonly actions: number; readonly spoke: ByParty<Share & { readonly times: number }> };
  readonly changes: { readonly changes: number; readonly answeredANeed: number };
  readonly axes: readonly { readonly axis: string; readonly exchanges: number; readonly practices: number }[];
  readonly connections: {
    readonly sameContext: number;
    readonly otherRegion: number;
    readonly untold: number;
    readonly initiatives: number;
  };
  readonly inclusion: {
    readonly meetings: number;
    readonly meetingsThatTell: number;
    readonly mostAffected: number;
    readonly withDisabilities: number;
    readonly needs: number;
    readonly measures: number;
  };
  readonly participation: {
    readonly groups: ByParty<{ readonly role: string; readonly people: number; readonly acts: number }>;
    readonly people: number;
    readonly fewerThan: number;
    readonly flagged: boolean;
  };
  readonly design: readonly {
    readonly kind: string;
    readonly sections: number;
    readonly shares: ByParty<Share & { readonly sections: number }>;
  }[];
  readonly results: { readonly project: readonly ToldResult[]; readonly partnership: readonly ToldResult[] };
  readonly strengths: {
    readonly list: readonly {
      readonly of: string;
      readonly what: string;
      readonly namedBy: readonly string[];
      readonly activities: readonly string[];
      readonly unused: boolean;
    }[];
    readonly missing: readonly { readonly by: string; readonly of: string }[];
  };
  readonly resources: readonly {
    readonly resource: string;
    readonly unit: string;
    readonly total: number;
    readonly shares: ByParty<Share & { readonly amount: number }>;
  }[];
}
