import type { z } from 'zod';
import type { Localized } from '../vocabulary/localized.js';
import { actingRoles, type Role } from '../vocabulary/roles.js';

/**
 * How a person stands to an organisation, a charter or a campaign. own: acts for the organisation itself, or for the one
 * that the charter or campaign belongs to. other: acts for another organisation. invited: nobody known, with an invitation.
 */
export const standpoints = ['own', 'other', 'invited'] as const;

export type Standpoint = (typeof standpoints)[number];

/** One row of a command table of these streams: who may ask, from where, for what. */
export interface StreamCommandDefinition<S extends z.ZodType = z.ZodType> {
  readonly data: S;
  readonly by: {
    readonly roles: readonly Role[];
    readonly from: readonly Standpoint[];
    /** Roles that suffice for somebody of another organisation, where they are fewer than `roles`. */
    readonly otherRoles?: readonly Role[];
  };
  readonly requirements: readonly string[];
  readonly says: Localized;
}

type Spoken = readonly [fr: string, en: string];

/** A row: `ask(schema, who, requirements, ['en français', 'in English'])`. */
export const ask = <S extends z.ZodType>(
  data: S,
  by: StreamCommandDefinition['by'],
  requirements: readonly string[],
  says: Spoken,
): StreamCommandDefinition<S> => ({ data, by, requirements, says: { fr: says[0], en: says[1] } });

const runners: readonly Role[] = ['hq-ops', 'partnership-officer'];

/** People who run files, for the organisation that the stream belongs to. */
export const ownRunners = { roles: runners, from: ['own'] } as const;

/** People who run files, for whichever organisation: the register is one for all (C-01). */
export const anyRunners = { roles: runners, from: ['own', 'other'] } as const;

/** Who speaks for an organisation in the register: its representatives and its hierarchy (S-09). */
export const representatives = {
  roles: ['partner-representative', 'hq-ops', 'partnership-officer', 'signatory-authority', 'executive-secretariat'],
  from: ['own'],
} as const satisfies StreamCommandDefinition['by'];

/** Who speaks for an organisation, for it alone; and whoever runs the register, for any. */
export const representativesOrRegister = {
  roles: representatives.roles,
  from: ['own', 'other'],
  otherRoles: runners,
} as const satisfies StreamCommandDefinition['by'];

/** Everybody who acts for some organisation; the neutral secretariat has no voice of its own (PMP-24). */
export const everybody = {
  roles: actingRoles.filter(role => role !== 'neutral-secretariat'),
  from: ['own', 'other'],
} as const satisfies StreamCommandDefinition['by'];

/** Everybody who acts for the organisation that the stream belongs to. */
export const ownPeople = { roles: everybody.roles, from: ['own'] } as const satisfies StreamCommandDefinition['by'];
