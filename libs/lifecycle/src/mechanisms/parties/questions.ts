import type { Role } from '@palabre/contracts';
import { after, dayOf, startOfDay } from '../../calendar/span.js';
import { figureOf } from '../../practices.js';
import type { PartnershipState } from '../../state.js';
import type { Mandate, PartyState, Withdrawal } from './slice.js';

export const partyOf = (state: PartnershipState, party: string): PartyState | undefined =>
  state.parties.members.find(member => member.party === party);

/** The party an organisation is in this partnership, if any. */
export const partyOfOrganisation = (state: PartnershipState, organisation: string): PartyState | undefined =>
  state.parties.members.find(member => member.organisation === organisation);

/** Changes of contact persons in the months that the charter looks back on, with one more now (MDM-10); null where it counts none. */
export function changesWith(state: PartnershipState, now: string): { readonly changes: number; readonly months: number } | null {
  const months = figureOf(state, 'handover_window_months');
  if (months === null || months === 0) return null;
  return { changes: 1 + state.parties.handedOverOn.filter(on => after(startOfDay(on), { months }) > now).length, months };
}

/** Parties that are in: who binds and is bound. Two is a special case of n (C-15). */
export const partiesIn = (state: PartnershipState): readonly PartyState[] =>
  state.parties.members.filter(member => member.standing === 'in');

export const partyNames = (state: PartnershipState): readonly string[] => partiesIn(state).map(member => member.party);

/** True for a party that withdrew or was excluded. */
export const hasLeft = (state: PartnershipState, party: string): boolean => partyOf(state, party)?.standing === 'left';

/** Who took over the duties of a party that left, as long as the successor is in itself; null where nobody did. */
export function successorOf(state: PartnershipState, party: string): string | null {
  const next = partyOf(state, party)?.dutiesTo;
  if (next === undefined) return null;
  return hasLeft(state, next) ? successorOf(state, next) : next;
}

/** The organisation that asks to come in, if one does. */
export const applicantOf = (state: PartnershipState): PartyState | undefined =>
  state.parties.members.find(member => member.standing === 'applicant');

/** Parties with a voice: those that are in, without the one that holds the secretariat and named nobody else (PMP-24). */
export const votersOf = (state: PartnershipState): readonly string[] => {
  const { secretariat } = state.frame;
  const silent = secretariat !== null && secretariat.voteThrough === null ? secretariat.party : null;
  return partyNames(state).filter(party => party !== silent);
};

export const otherParties = (state: PartnershipState, party: string): readonly string[] => partyNames(state).filter(name => name !== party);

export const hostOf = (state: PartnershipState): string => partiesIn(state).find(member => member.side === 'host')?.party ?? 'host';

export const partnersOf = (state: PartnershipState): readonly string[] =>
  partiesIn(state)
    .filter(member => member.side === 'partner')
    .map(member => member.party);

/** Mandates in a role for a party that are in force on the day of an instant. */
export const mandatesIn = (state: PartnershipState, party: string, role: Role, at: string): readonly Mandate[] =>
  state.parties.mandates.filter(
    mandate =>
      mandate.party === party &&
      mandate.role === role &&
      mandate.from <= dayOf(at) &&
      (mandate.until === null || mandate.until >= dayOf(at)),
  );

/** The mandate a person holds in a role for a party on the day of an instant, if any. */
export const mandateOf = (state: PartnershipState, party: string, person: string, role: Role, at: string): Mandate | undefined =>
  mandatesIn(state, party, role, at).find(mandate => mandate.person === person);

/** Working languages of the parties, each once. */
export const workingLanguages = (state: PartnershipState): readonly string[] => [
  ...new Set(partiesIn(state).map(member => member.workingLanguage)),
];

/** The notice that runs for a party, if it announced its withdrawal. */
export const withdrawalOf = (state: PartnershipState, party: string): Withdrawal | undefined =>
  state.parties.withdrawals.find(open => open.party === party);
