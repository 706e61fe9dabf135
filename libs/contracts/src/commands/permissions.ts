import { actingRoles, sides as both } from '../vocabulary/roles.js';
import type { Permission } from './command-definition.js';

/** People who run the file, on either side. */
export const fileHolders: Permission = { roles: ['hq-ops', 'partnership-officer', 'partner-representative'], sides: both };

/** Everybody who acts for a party of the partnership. */
export const anyMember: Permission = { roles: actingRoles, sides: both };

/** People who follow the implementation. */
export const followers: Permission = { roles: [...fileHolders.roles, 'follow-up-committee'], sides: both };

/** People who convene and record: followers, and the neutral secretariat (PMP-24). */
export const conveners: Permission = { roles: [...followers.roles, 'neutral-secretariat'], sides: both };

/** People who opened the file on the host's side, before a partner is there. */
export const hostHolders: Permission = { roles: ['hq-ops', 'partnership-officer'], sides: ['host'] };

/** The hierarchy of either side (HFA-15). */
export const hierarchy: Permission = { roles: ['signatory-authority'], sides: both };

/** The first authority of either side: guarantor by office, with no mandate, and not who signs unless its organisation says so (HFA-24). */
export const guarantor: Permission = { roles: ['first-authority'], sides: both };

/** Which side's committee decides is said by the rules: the host's, or a governance shared with the others (MDM-60). */
export const steeringCommittee: Permission = { roles: ['steering-committee'], sides: both };

export const assembly: Permission = { roles: ['general-assembly'], sides: both };

/** People who render the account (HFA-33): the bureau or secretariat, helped by who runs the file. */
export const accountants: Permission = { roles: ['executive-bureau', 'executive-secretariat', ...fileHolders.roles], sides: both };
