import { dayOf } from '../../calendar/span.js';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import type { PartiesSlice } from './slice.js';

const withParties = (state: PartnershipState, parties: Partial<PartiesSlice>): PartnershipState => ({
  ...state,
  parties: { ...state.parties, ...parties },
});

export const partiesEvolvers: Evolvers = {
  CandidateShortlisted: (state, data) => withParties(state, { members: [...state.parties.members, { ...data.entry, consents: null }] }),
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
  PartnershipOfficerDesignated: (state, data) => withParties(state, { officer: data }),
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
};
