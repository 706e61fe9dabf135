import type { Role } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import type { PartnershipState } from '../../state.js';
import type { Mandate, PartyState } from './slice.js';

export const partyOf = (state: PartnershipState, party: string): PartyState | undefined =>
  state.parties.members.find(member => member.party === party);

/** The party an organisation is in this partnership, if any. */
export const partyOfOrganisation = (state: PartnershipState, organisation: string): PartyState | undefined =>
  state.parties.members.find(member => member.organisation === organisation);

export const partyNames = (state: PartnershipState): readonly string[] => state.parties.members.map(member => member.party);

export const otherParties = (state: PartnershipState, party: string): readonly string[] => partyNames(state).filter(name => name !== party);

export const hostOf = (state: PartnershipState): string => state.parties.members.find(member => member.side === 'host')?.party ?? 'host';

export const partnersOf = (state: PartnershipState): readonly string[] =>
  state.parties.members.filter(member => member.side === 'partner').map(member => member.party);

/** The mandate a person holds in a role for a party on the day of an instant, if any. */
export const mandateOf = (state: PartnershipState, party: string, person: string, role: Role, at: string): Mandate | undefined =>
  state.parties.mandates.find(
    mandate =>
      mandate.party === party &&
      mandate.person === person &&
      mandate.role === role &&
      mandate.from <= dayOf(at) &&
      (mandate.until === null || mandate.until >= dayOf(at)),
  );

/** Working languages of the parties, each once. */
export const workingLanguages = (state: PartnershipState): readonly string[] => [
  ...new Set(state.parties.members.map(member => member.workingLanguage)),
];
