import { fact } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import { strengthOf } from '../../gates/index.js';
import { isChallenge } from '../voice/questions.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { policyOf } from '../../state.js';
import { presidentAsOfficer, presidentNeedsReason } from './officer-refusals.js';
import { changesWith, partnersOf, partyOf, partyOfOrganisation } from './questions.js';
import {
  admitsNoOther,
  challengeStaysVisible,
  alreadyThere,
  candidateStands,
  noSuchCandidate,
  noSuchHandover,
  notInRegister,
  ownDeputy,
  notYoursToConfirm,
  peopleChange,
  samePerson,
  mandateBackwards,
  strangersNamed,
  ownMandate,
} from './refusals.js';
import type { PartyState } from './slice.js';
import { protectionDeciders } from './protection.js';
import { withdrawalDeciders } from './withdrawal.js';

const shortlist: Decider<'ShortlistCandidate'> = (state, command) => {
  const { party, organisation, workingLanguage, reason } = command.data;
  if (command.unregistered?.includes(organisation) === true) return refuse(notInRegister(organisation));
  const known = [partyOf(state, party), partyOfOrganisation(state, organisation)].filter(one => one !== undefined);
  if (!known.every(one => isBack(one, party, organisation))) return refuse(alreadyThere());
  const standing = partnersOf(state);
  const { columns, typeName } = policyOf(state);
  if (columns.parties === 'two' && standing.length > 0) return refuse(candidateStands(typeName, standing));
  if (columns.admission === 'no' && standing.length > 0) return refuse(admitsNoOther());
  return accept(fact('CandidateShortlisted', { entry: { party, side: 'partner', organisation, workingLanguage }, reason }));
};

/** Who was set aside and is shortlisted again comes back as the party it was: its name in the history stays its own. */
const isBack = (known: PartyState, party: string, organisation: string): boolean =>
  known.candidate === true && known.standing === 'left' && known.party === party && known.organisation === organisation;

const setAside: Decider<'SetCandidateAside'> = (state, { data }) => {
  const candidate = partyOf(state, data.party);
  return candidate?.candidate === true && candidate.standing === 'in'
    ? accept(fact('CandidateSetAside', data))
    : refuse(noSuchCandidate(data.party));
};

const constitute: Decider<'ConstituteCommittee'> = (state, command) =>
  command.data.members.some(member => partyOf(state, member.party) === undefined)
    ? refuse(strangersNamed())
    : accept(fact('FollowUpCommitteeConstituted', command.data));

const recordMandate: Decider<'RecordMandate'> = (_state, command, moment) => {
  if (command.data.person === moment.actor.person) return refuse(ownMandate());
  return command.data.until !== null && command.data.until < command.data.from
    ? refuse(mandateBackwards())
    : accept(fact('MandateRecorded', { ...command.data, party: moment.party.party }));
};

/** The officer confirms or replaces who held the file before signature (S-24); the President in that office has a reason (HFA-17). */
const designate: Decider<'DesignateOfficer'> = (state, { data }, moment) => {
  const { holder } = state.parties;
  const presides = data.isPresident && strengthOf(state, { gate: 'OFFICER' }) !== 'off';
  if (presides && data.reason === undefined) return refuse(presidentNeedsReason());
  const becomes = holder === undefined ? {} : { holder: holder.person === data.person ? ('confirmed' as const) : ('replaced' as const) };
  const facts = [fact('PartnershipOfficerDesignated', { ...data, party: moment.party.party, ...becomes })];
  return { outcome: 'accepted', facts, warnings: presides ? [presidentAsOfficer()] : [] };
};

const openHandover: Decider<'OpenHandover'> = (_state, command, moment) =>
  command.data.outgoing === command.data.incoming
    ? refuse(samePerson())
    : accept(fact('HandoverOpened', { ...command.data, handover: moment.newId('handover'), party: moment.party.party }));

/** The second of the two confirmations hands over: both facts are told. */
const confirmHandover: Decider<'ConfirmHandover'> = (state, command, moment) => {
  const handover = state.parties.handovers.find(open => open.handover === command.data.handover);
  if (handover === undefined) return refuse(noSuchHandover());
  const newcomer = moment.actor.person === handover.incoming;
  const by = newcomer ? 'newcomer' : 'other-party';
  const outside = !newcomer && moment.party.party === handover.party;
  if (outside || handover.confirmedBy.includes(by)) return refuse(notYoursToConfirm());
  const confirmed = fact('HandoverConfirmed', { handover: handover.handover, by, party: moment.party.party });
  if (handover.confirmedBy.length !== 1) return accept(confirmed);
  const { confirmedBy: _both, ...who } = handover;
  const recently = changesWith(state, moment.factAt);
  return {
    outcome: 'accepted',
    facts: [confirmed, fact('FocalPointHandedOver', { ...who, ...(recently === null ? {} : { recently }) })],
    warnings: recently !== null && recently.changes > 1 ? [peopleChange(recently.changes, recently.months)] : [],
  };
};

export const partiesDeciders: Deciders = {
  ...withdrawalDeciders,
  ...protectionDeciders,
  DeclareDecisionDelay: (_state, command, moment) => accept(fact('DecisionDelayDeclared', { ...command.data, party: moment.party.party })),
  ShortlistCandidate: shortlist,
  SetCandidateAside: setAside,
  RecordConsent: (_state, command, moment) => accept(fact('PartyConsentRecorded', { ...command.data, party: moment.party.party })),
  RecordMandate: recordMandate,
  NameFileHolder: (_state, command, moment) => accept(fact('FileHolderNamed', { ...command.data, party: moment.party.party })),
  DesignateOfficer: designate,
  ConstituteCommittee: constitute,
  OpenHandover: openHandover,
  ConfirmHandover: confirmHandover,
  StateAvailability: (_state, command, moment) =>
    command.data.deputy === moment.actor.person
      ? refuse(ownDeputy())
      : accept(fact('AvailabilityStated', { ...command.data, person: moment.actor.person, party: moment.party.party })),
  RestrictAccess: (state, command) =>
    isChallenge(command.data.object)
      ? refuse(challengeStaysVisible())
      : partyOf(state, command.data.restrictedFor) === undefined
        ? refuse(strangersNamed())
        : accept(fact('AccessRestrictionRecorded', command.data)),
};
