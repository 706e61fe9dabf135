import type { FreeText } from '@palabre/contracts';
import { EntitySchema } from 'typeorm';

/** What comparing names with sanctions lists came to: never, nothing found, somebody must look, or confirmed. */
export const screeningResults = ['never', 'clear', 'to-examine', 'confirmed'] as const;

export type ScreeningResult = (typeof screeningResults)[number];

/** One organisation of the register on one line. Its `partnership` is the id of its own stream. */
export interface OrganisationRow {
  readonly partnership: string;
  readonly part: '';
  readonly version: number;
  readonly name: FreeText;
  readonly kind: string;
  readonly sector: string;
  readonly subKind: string | null;
  readonly level: string | null;
  readonly relation: string | null;
  /** Type proposed for a relation of supply (HFA-03). */
  readonly proposedType: string | null;
  readonly country: string;
  readonly workingLanguages: readonly string[];
  readonly funding: string;
  readonly donor: boolean;
  /** Country team that works with it. */
  readonly countryTeam: string | null;
  readonly screening: ScreeningResult;
  readonly screenedAt: string | null;
  /** Resemblances that nobody has looked at, and confirmed ones: ids of entries and hits, never a name. */
  readonly openHits: readonly string[];
  readonly confirmed: readonly string[];
  /** Questions answered and kept, each with the day until which the answer serves again. */
  readonly kept: Readonly<Record<string, string>>;
  readonly registeredAt: string;
}

export const organisationsEntity = new EntitySchema<OrganisationRow>({
  name: 'OrganisationRow',
  tableName: 'organisations',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    name: { type: 'jsonb' },
    kind: { type: 'text' },
    sector: { type: 'text' },
    subKind: { name: 'sub_kind', type: 'text', nullable: true },
    level: { type: 'text', nullable: true },
    relation: { type: 'text', nullable: true },
    proposedType: { name: 'proposed_type', type: 'text', nullable: true },
    country: { type: 'text' },
    workingLanguages: { name: 'working_languages', type: 'text', array: true },
    funding: { type: 'text' },
    donor: { type: 'boolean' },
    countryTeam: { name: 'country_team', type: 'text', nullable: true },
    screening: { type: 'text' },
    screenedAt: { name: 'screened_at', type: 'timestamptz', nullable: true },
    openHits: { name: 'open_hits', type: 'text', array: true },
    confirmed: { type: 'text', array: true },
    kept: { type: 'jsonb' },
    registeredAt: { name: 'registered_at', type: 'timestamptz' },
  },
});
