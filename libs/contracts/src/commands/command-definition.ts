import type { z } from 'zod';
import type { Localized } from '../vocabulary/localized.js';
import type { Mechanism } from '../vocabulary/mechanisms.js';
import type { Role, Side } from '../vocabulary/roles.js';

/**
 * Who may ask for a command: any of `roles`, acting for a party of one of `sides`. Rights are equal: `sides` names one
 * side only where a source gives the right to one (two-direction check, C-08).
 */
export interface Permission {
  readonly roles: readonly Role[];
  readonly sides: readonly Side[];
}

/** One row of the command table. */
export interface CommandDefinition<S extends z.ZodType = z.ZodType> {
  readonly mechanism: Mechanism;
  readonly data: S;
  readonly by: Permission;
  readonly requirements: readonly string[];
  readonly says: Localized;
}

type Spoken = readonly [fr: string, en: string];

/** Binds the rows of one mechanism: `row(schema, permission, requirements, ['en français', 'in English'])`. */
export const commandRows =
  (mechanism: Mechanism) =>
  <S extends z.ZodType>(data: S, by: Permission, requirements: readonly string[], says: Spoken): CommandDefinition<S> => ({
    mechanism,
    data,
    by,
    requirements,
    says: { fr: says[0], en: says[1] },
  });
