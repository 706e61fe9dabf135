import type { FreeText } from '@palabre/contracts';
import { documentEntity, type DocumentRow } from '../document-row.js';

/** What was said of a partnership when its type was chosen: the four facts of the assistant. */
export interface Facts {
  readonly coConstruction: boolean;
  readonly moneyForServices: boolean;
  readonly beyondProject: boolean;
  readonly sharedGovernance: boolean;
}

/** Ways in which a label and what happened part. */
export const differences = [
  'another-type-suggested',
  'co-construction-promised-and-skipped',
  'co-construction-not-told',
  'money-for-services-not-told',
  'beyond-project-not-told',
  'shared-governance-not-told',
] as const;

export type Difference = (typeof differences)[number];

/** The label of a partnership and what its history shows (MDM-33). */
export interface RealityDoc {
  readonly type: string;
  /** Null where the assistant was not asked. */
  readonly suggested: string | null;
  readonly reason: FreeText | null;
  readonly declared: Facts | null;
  /** What has happened since, as far as events tell it. */
  readonly seen: {
    readonly coConstruction: boolean;
    readonly coConstructionSkipped: boolean;
    /** Transfers asked for before anything was built together. */
    readonly moneyForServices: boolean;
    readonly beyondProject: boolean;
    /** Organisations with a member in a body that decides: two or more share its governance. */
    readonly governing: readonly string[];
  };
  readonly differences: readonly Difference[];
}

export type RealityRow = DocumentRow & { readonly kind: 'label'; readonly doc: RealityDoc };

export const realityEntity = documentEntity<RealityRow>('RealityRow', 'reality');
