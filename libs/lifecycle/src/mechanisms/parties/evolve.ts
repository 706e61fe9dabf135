import type { EventData } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { metNobody } from '../meeting/evolve.js';
import { partnersOf } from './questions.js';
import { entered, type PartiesSlice, type PartyState, type Withdrawal } from './slice.js';

const withParties = (state: PartnershipState, parties: Partial<PartiesSlice>): PartnershipState => ({
  ...state,
  parties: { ...state.parties, ...parties },
});

const withMember = (state: PartnershipState, party: string, change: (member: PartyState) => PartyState): PartnershipState =>
  withParties(state, { members: state.parties.members.map(member => (member.party === party ? change(member) : member)) });

const withWithdrawal = (state: PartnershipState, id: string, change: Partial<Withdrawal>): PartnershipState =>
  withParties(state, {
    withdrawals: state.parties.withdrawals.map(open => (open.withdrawal === id ? { ...open, ...change } : open)),
  });

const withoutWithdrawal = (state: PartnershipState, id: string): PartnershipState =>
  withParties(state, { withdrawals: state.parties.withdrawals.filter(open => open.withdrawal !== id) });

/** Its people act no more, its notice is over, and the mandates of a party that left bind nobody. */
export function partyLeft(state: PartnershipState, party: string, dutiesTo: string | null): PartnershipState {
  const left = withMember(state, party, member => ({
    ...member,
    standing: 'left',
    side: 'partner',
    ...(dutiesTo === null ? {} : { dutiesTo }),
  }));
  const led = dutiesTo === null ? left : withMember(left, dutiesTo, member => ({ ...member, side: 'host' }));
  return withParties(led, {
    mandates: led.parties.mandates.filter(mandate => mandate.party !== party),
    withdrawals: led.parties.withdrawals.filter(open => open.party !== party),
  });
}

export function unprotected(state: PartnershipState): PartnershipState {
  const { protection: _lifted, ...parties } = state.parties;
  return { ...state, parties };
}

/** Where several candidates were met together, the meeting counts for those who stay. */
function candidateSetAside(state: PartnershipState, { party }: EventData<'CandidateSetAside'>): PartnershipState {
  const left = partyLeft(state, party, null);
  return partnersOf(left).length > 0 ? left : metNobody(left);
}

const withdrew = (state: PartnershipState, data: EventData<'PartnerWithdrew'>): PartnershipState =>
  partyLeft(withoutWithdrawal(state, data.withdrawal), data.party, data.dutiesTo);

export const partiesEvolvers: Evolvers = {
  CandidateShortlisted: (state, { entry }) =>
    withParties(state, {
      members: [...state.parties.members.filter(known => known.party !== entry.party), { ...entered(entry), candidate: true }],
    }),
  CandidateSetAside: candidateSetAside,
  PartyConsentRecorded: (state, data) =>
    withParties(state, {
      members: state.parties.members.map(member => (member.party === data.party ? { ...member, consents: data.consents } : member)),
    }),
  MandateRecorded: (state, data) =>
    withParties(state, {
      mandates: [
        ...state.parties.mandates.filter(
          known => !(known.party === data.party && known.person === data.person && known.role === data.role),
        ),
        data,
      ],
    }),
  FileHolderNamed: (state, data) => withParties(state, { holder: data }),
  PartnershipOfficerDesignated: ({ parties: { holder: _ended, ...parties }, ...state }, { party, person, isPresident }, { factat }) => ({
    ...state,
    parties: { ...parties, officer: { party, person, isPresident, since: factat } },
  }),
  AvailabilityStated: (state, { party, person, deputy }) =>
    withParties(state, { availability: [...state.parties.availability.filter(one => one.person !== person), { party, person, deputy }] }),
  FollowUpCommitteeConstituted: (state, data) =>
    withParties(state, { committee: { members: data.members.length, announced: data.announcedToMembers } }),
  HandoverOpened: (state, { handover, party, outgoing, incoming }) =>
    withParties(state, { handovers: [...state.parties.handovers, { handover, party, outgoing, incoming, confirmedBy: [] }] }),
  HandoverConfirmed: (state, data) =>
    withParties(state, {
      handovers: state.parties.handovers.map(open =>
        open.handover === data.handover ? { ...open, confirmedBy: [...open.confirmedBy, data.by] } : open,
      ),
    }),
  FocalPointHandedOver: (state, data, attributes) =>
    withParties(state, {
      handovers: state.parties.handovers.filter(open => open.handover !== data.handover),
      handedOverOn: [...state.parties.handedOverOn, dayOf(attributes.factat)].slice(-12),
    }),
  AccessRestrictionRecorded: state => state,
  FileProtected: (state, { party, readers }, { factat }) =>
    withParties(state, { protection: { by: party, since: factat, readers: { [party]: readers } } }),
  ProtectedReadersNamed: (state, { party, readers }) => {
    const { protection } = state.parties;
    return protection === undefined
      ? state
      : withParties(state, { protection: { ...protection, readers: { ...protection.readers, [party]: readers } } });
  },
  DecisionDelayDeclared: (state, data) => withMember(state, data.party, member => ({ ...member, decisionDays: data.days })),
  WithdrawalAnnounced: (state, { withdrawal, party, endsAt }) =>
    withParties(state, { withdrawals: [...state.parties.withdrawals, { withdrawal, party, endsAt, mediation: null }] }),
  MediationOffered: (state, data) => withWithdrawal(state, data.withdrawal, { mediation: 'offered' }),
  MediationAnswered: (state, data) => withWithdrawal(state, data.withdrawal, { mediation: data.accepts ? 'accepted' : 'declined' }),
  WithdrawalRevoked: (state, data) => withoutWithdrawal(state, data.withdrawal),
  PartnerWithdrew: withdrew,
};
