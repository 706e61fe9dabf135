import { fact, type Fact, type FrameKind, type FreeText, type LeadershipPosition, type Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Decider, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { unknownParty } from '../../refusals.js';
import { hostOf, partyNames, partyOf, partyOfOrganisation } from '../parties/questions.js';
import { notProtected } from '../parties/protection.js';
import { alreadyThere, notInRegister } from '../parties/refusals.js';
import { accountOwedBy } from '../sign-off/questions.js';
import { mandateToSign } from '../sign-off/signature.js';
import { isAgreed } from '../text/questions.js';
import { openProposalOf } from './questions.js';
import { admissionClosed, keepVoteThroughAnother } from './accession-refusals.js';
import * as why from './refusals.js';
import { renewalIsProposed } from './renewal.js';
import { noFirstPhase, prolongedUntilMissing } from './relation-refusals.js';
import { missingUnder } from './type-change.js';

const stated = (moment: Moment, reason: FreeText) => ({ proposal: moment.newId('proposal'), party: moment.party.party, reason });

/** Asked of another person where there is only one party yet: nobody is kept for ever in a file that it protected alone (AGI-02). */
const withinOneParty: readonly FrameKind[] = ['protection'];

/** A proposal of a kind is made once, and to somebody: the fact, unless one of these stands in the way. */
function propose(
  state: PartnershipState,
  kind: FrameKind,
  obstacle: Refusal | null,
  proposed: () => Fact,
  isOpen = openProposalOf(state, kind) !== undefined,
): Decision {
  if (partyNames(state).length < 2 && !withinOneParty.includes(kind)) return refuse(why.nobodyToAgreeWith());
  if (isOpen) return refuse(why.alreadyProposed());
  return obstacle === null ? accept(proposed()) : refuse(obstacle);
}

export const proposeTypeChange: Decider<'ProposeTypeChange'> = (state, command, moment) => {
  const { type, reason } = command.data;
  const { policy } = command;
  const from = policyOf(state).type;
  if (from === type) return refuse(why.sameType());
  if (policy?.type !== type) return refuse(why.typeNotResolved(type));
  return propose(state, 'type', null, () => {
    const missing = missingUnder(state, policy, moment.now).flatMap(refusal => refusal.gates);
    return fact('PartnershipTypeChangeProposed', { ...stated(moment, reason), from, to: type, missing, policy });
  });
};

function wrongPosition(state: PartnershipState, position: LeadershipPosition): Refusal | null {
  const { leadershipLevels } = policyOf(state).columns;
  if (!leadershipLevels.includes(position.level)) return why.levelNotUsed(leadershipLevels);
  if (position.approachBy !== null && !partyNames(state).includes(position.approachBy)) return unknownParty(position.approachBy, 'ALE-30');
  if (position.level === 'LED' && position.approachBy === hostOf(state)) return why.approachIsTheirs();
  if (position.level === 'MANAGED' && position.takeOverOn === null) return why.takeOverMissing();
  return position.because === 'bid-deadline' && position.awardedOn === null ? why.awardMissing() : null;
}

export const proposeLeadership: Decider<'ProposeLeadership'> = (state, command, moment) => {
  const { position, reason } = command.data;
  return propose(state, 'leadership', wrongPosition(state, position), () =>
    fact('LeadershipPositionProposed', { ...stated(moment, reason), position }),
  );
};

export const proposeAccession: Decider<'ProposeAccession'> = (state, command, moment) => {
  const { reason, idea, ...applicant } = command.data;
  const origin = idea === undefined ? {} : { idea };
  const { admission } = policyOf(state).columns;
  if (admission === 'no' || admission === 'own-rules') return refuse(admissionClosed(admission));
  if (command.unregistered?.includes(applicant.organisation) === true) return refuse(notInRegister(applicant.organisation));
  const known = partyOf(state, applicant.party) ?? partyOfOrganisation(state, applicant.organisation);
  return propose(state, 'accession', known === undefined ? null : alreadyThere(), () =>
    fact('PartnerAccessionProposed', { ...stated(moment, reason), applicant, ...origin }),
  );
};

export const proposeSecretariat: Decider<'ProposeSecretariat'> = (state, command, moment) => {
  const { secretariat, reason } = command.data;
  const member = secretariat.party === null ? undefined : partyOf(state, secretariat.party);
  const thirdIsParty = secretariat.party === null && partyOfOrganisation(state, secretariat.organisation) !== undefined;
  const stranger = secretariat.party !== null && member?.organisation !== secretariat.organisation;
  const both = secretariat.voteThrough === secretariat.person;
  const obstacle = stranger || thirdIsParty ? unknownParty(secretariat.party ?? 'secretariat', 'PMP-24') : null;
  return propose(state, 'secretariat', obstacle ?? (both ? keepVoteThroughAnother() : null), () =>
    fact('NeutralSecretariatProposed', { ...stated(moment, reason), secretariat }),
  );
};

export const proposeRenewal: Decider<'ProposeRenewal'> = (state, command, moment) => {
  const { term, guarantorReason, reason } = command.data;
  const accountRendered = accountOwedBy(state).length === 0;
  const guarantor = moment.actor.roles.includes('first-authority') && guarantorReason !== null;
  const ends = [term.endsOn, term.project?.endsOn].filter(day => day !== null && day !== undefined);
  const late = ends.some(day => day <= dayOf(moment.now));
  const unshared = term.project !== null && policyOf(state).switches.roleTable === 'required' && !isAgreed(state, 'roles');
  if (unshared) return refuse(why.roleTableFirst());
  const obstacle = late ? why.termBackwards() : accountRendered || guarantor ? null : why.renewalNeedsGuarantor();
  const proposed = () =>
    fact('RenewalProposed', {
      ...stated(moment, reason),
      term,
      accountRendered,
      guarantorReason,
      signed: mandateToSign(state, moment) !== undefined,
    });
  return propose(state, 'renewal', obstacle, proposed, renewalIsProposed(state, moment.party.party));
};

export const proposeEmergency: Decider<'ProposeEmergency'> = (state, command, moment) =>
  propose(state, 'emergency', state.frame.emergency === null ? null : why.emergencyOpen(), () =>
    fact('EmergencyPathProposed', stated(moment, command.data.reason)),
  );

export const proposeLiftingProtection: Decider<'ProposeLiftingProtection'> = (state, command, moment) =>
  propose(state, 'protection', state.parties.protection === undefined ? notProtected() : null, () =>
    fact('ProtectionLiftProposed', stated(moment, command.data.reason)),
  );

export const proposeEstablishment: Decider<'ProposeEstablishment'> = (state, command, moment) => {
  const { outcome, prolongedUntil, reason } = command.data;
  if (policyOf(state).columns.firstPhaseMonths === null) return refuse(noFirstPhase());
  const fits = outcome === 'prolong' ? prolongedUntil !== null && prolongedUntil > dayOf(moment.now) : prolongedUntil === null;
  return propose(state, 'establishment', fits ? null : prolongedUntilMissing(), () =>
    fact('EstablishmentDecisionProposed', { ...stated(moment, reason), outcome, prolongedUntil }),
  );
};
