import type { AccompanimentKind, CommunityPhase } from '@palabre/contracts';

/** What one party did for another and that other has not yet confirmed (ALE-36). */
export interface OpenContribution {
  readonly contribution: string;
  readonly by: string;
  readonly to: string;
}

/** An entry of the board: a call, an event or a donor that a party opened to the others (ALE-47). */
export interface Opportunity {
  readonly opportunity: string;
  readonly by: string;
  readonly closesOn: string | null;
  readonly followedUp: number;
}

/** What the rules keep of the relation: heads and counts; the words stay in the notes. */
export interface RelationSlice {
  readonly contributions: readonly OpenContribution[];
  /** Contributions confirmed by those they were for, by kind. */
  readonly confirmed: Readonly<Record<string, number>>;
  /** What partners brought, by kind, and when last (ALE-38). */
  readonly brought: Readonly<Record<string, number>>;
  readonly broughtAt: string | null;
  /** Accompaniment given, by year and kind (ALE-37). */
  readonly accompaniment: Readonly<Record<string, { readonly [K in AccompanimentKind]?: number }>>;
  /** Consents to be spoken for, by subject (ALE-16). */
  readonly consents: readonly { readonly subject: string; readonly by: string; readonly to: string }[];
  readonly opportunities: readonly Opportunity[];
  /** Entries of the common history and who wrote each; none ever leaves (AGI-16). */
  readonly history: readonly { readonly entry: string; readonly by: string }[];
  readonly tones: { readonly positive: number; readonly negative: number };
  /** When the community last took part, by stage of the project (AGI-33). */
  readonly community: { readonly [S in CommunityPhase]?: string };
  /** The latest year for which each party has planned its time for the relation (MDM-29). */
  readonly timePlanned?: Readonly<Record<string, number>>;
  /** Sessions of design and outreach, and those without any partner in the room (ALE-71). */
  readonly sessions: { readonly held: number; readonly withoutPartner: number };
}

export const noRelation: RelationSlice = {
  contributions: [],
  confirmed: {},
  brought: {},
  broughtAt: null,
  accompaniment: {},
  consents: [],
  opportunities: [],
  history: [],
  tones: { positive: 0, negative: 0 },
  community: {},
  sessions: { held: 0, withoutPartner: 0 },
};
