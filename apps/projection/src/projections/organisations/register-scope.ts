import { hasRole, type Principal } from '../../identity/principal.js';

/** What one caller sees of the register. */
export interface RegisterScope {
  readonly own: string;
  /** Keeps the register, or audits: every organisation, with what lists say of its names. */
  readonly whole: boolean;
  /** Sees every partnership. */
  readonly audits: boolean;
}

/** The register is one for all who run it and for auditors (C-01); others see their own organisation and those they work with. */
export const registerScope = (principal: Principal): RegisterScope => ({
  own: principal.organisation,
  whole: hasRole(principal, 'hq-ops', 'partnership-officer', 'auditor'),
  audits: hasRole(principal, 'auditor'),
});

/**
 * The organisations `o` that a caller sees; `$1` is the own organisation, `$2` tells whether the whole register is open; `masked` names the parameter with the protected files that
 * are not for the caller: who is only there is not seen.
 */
export const seenOrganisations = (masked: string): string => `($2::boolean OR o.partnership = $1 OR EXISTS (
  SELECT 1 FROM portfolio seen WHERE seen.organisations @> ARRAY[o.partnership] AND seen.organisations @> ARRAY[$1::text]
    AND seen.partnership <> ALL(${masked}::text[])))`;
