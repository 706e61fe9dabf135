import type { Permission } from './command-definition.js';

const both = ['host', 'partner'] as const;

/** People who run the file, on either side. */
export const fileHolders: Permission = { roles: ['hq-ops', 'partnership-officer', 'partner-representative'], sides: both };

/** Everybody who acts for a party of the partnership. */
export const anyMember: Permission = {
  roles: [
    'hq-ops',
    'partnership-officer',
    'signatory-authority',
    'steering-committee',
    'executive-bureau',
    'executive-secretariat',
    'follow-up-committee',
    'general-assembly',
    'partner-representative',
    'community-leader',
    'country-team',
    'case-handler',
  ],
  sides: both,
};

/** People who follow the implementation. */
export const followers: Permission = { roles: [...fileHolders.roles, 'follow-up-committee'], sides: both };

/** People who opened the file on the host's side, before a partner is there. */
export const hostHolders: Permission = { roles: ['hq-ops', 'partnership-officer'], sides: ['host'] };

/** The hierarchy of either side (HFA-15). */
export const hierarchy: Permission = { roles: ['signatory-authority'], sides: both };

export const steeringCommittee: Permission = { roles: ['steering-committee'], sides: ['host'] };

export const assembly: Permission = { roles: ['general-assembly'], sides: both };

/** People who render the account (HFA-33): the bureau or secretariat, helped by who runs the file. */
export const accountants: Permission = { roles: ['executive-bureau', 'executive-secretariat', ...fileHolders.roles], sides: both };
