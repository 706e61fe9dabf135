import type { CitedItem, EventData, FreeText, ProfileLevel } from '@palabre/contracts';
import { documentEntity, type DocumentRow } from '../document-row.js';

/** An action of a country team's plan, with the item of a reflection or survey that it answers (ALE-40). */
export interface ActionDoc {
  readonly action: string;
  readonly team: string;
  readonly what: FreeText;
  readonly dueOn: string;
  readonly cites: CitedItem;
  readonly state: 'open' | 'done';
  readonly result: FreeText | null;
  readonly doneAt: string | null;
}

/** A yearly review of a team, and whether its officer had the means (ALE-61, ALE-67). Null as long as either is not told. */
export interface TeamYearDoc {
  readonly team: string;
  readonly round: number;
  readonly review: {
    readonly qualities: EventData<'TeamProgressReviewCompleted'>['qualities'];
    readonly reflections: readonly string[];
  } | null;
  readonly means: { readonly hadMeans: boolean; readonly lacking: FreeText | null } | null;
}

/** What was decided in a year to make procedures lighter (ALE-55). */
export type ProceduresDoc = EventData<'ProcessReviewCompleted'>;

/** The public account of a year: asked for, then published under its hash (ALE-21). */
export interface AccountDoc {
  readonly year: number;
  readonly published: { readonly ledgerPosition: number; readonly reportHash: string; readonly at: string } | null;
}

/** What the organisation lets everybody see of itself, and what of it is published (ALE-51). */
export interface PublicProfileDoc {
  readonly consented: ProfileLevel | null;
  readonly published: ProfileLevel | null;
  readonly work: FreeText | null;
}

export type TeamworkRow = DocumentRow &
  (
    | { readonly kind: 'action'; readonly doc: ActionDoc }
    | { readonly kind: 'team-year'; readonly doc: TeamYearDoc }
    | { readonly kind: 'procedures'; readonly doc: ProceduresDoc }
    | { readonly kind: 'account'; readonly doc: AccountDoc }
    | { readonly kind: 'public-profile'; readonly doc: PublicProfileDoc }
  );

export const teamworkEntity = documentEntity<TeamworkRow>('TeamworkRow', 'teamwork');
