import { fact, type Fact, type Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { refuse, type Decision } from '../../decision.js';
import { askGates, blockedBy, missingIn, warningsOf } from '../../gates/index.js';
import type { GateVerdict, Knock } from '../../gates/gate.js';
import { stepsFrom } from '../../lifecycle.js';
import type { Decider, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askerNeverApproves, noSuchText, staleVersion } from '../../refusals.js';
import type { Mandate } from '../parties/slice.js';
import { gatesOf, stepFact } from '../phase/step.js';
import { headOf } from '../text/questions.js';
import { partiesToSign, presentVersionRefused, signatureMandateOf, unsignedParties } from './questions.js';
import { alreadySigned, noMandate, notAgreed, versionRefused, othersSignFirst } from './refusals.js';
import type { BoundTo } from './slice.js';

/** What a person answers on is the present version of the agreement; otherwise why not. */
export function onPresentAgreement(state: PartnershipState, on: BoundTo): Refusal | null {
  const head = headOf(state, 'agreement');
  if (head === undefined) return noSuchText('agreement');
  return head.version === on.version && head.hash === on.hash ? null : staleVersion('agreement', head.version);
}

/** A mandate counts only in the hands of somebody who acts in the role that the charter names. */
export function mandateToSign(state: PartnershipState, moment: Moment): Mandate | undefined {
  return moment.actor.roles.includes(policyOf(state).authorities.signature)
    ? signatureMandateOf(state, moment.party.party, moment.actor.person, moment.now)
    : undefined;
}

/** Joint validation comes before signature (C-04); who wrote the text does not sign it. */
function obstacleToSigning(state: PartnershipState, on: BoundTo, moment: Moment): Refusal | null {
  const elsewhere = onPresentAgreement(state, on);
  if (elsewhere !== null) return elsewhere;
  const head = headOf(state, 'agreement');
  if (presentVersionRefused(state)) return versionRefused();
  if (head?.status !== 'agreed') return notAgreed();
  if (!unsignedParties(state).includes(moment.party.party)) return alreadySigned();
  if (!partiesToSign(state).includes(moment.party.party)) return othersSignFirst(partiesToSign(state));
  return head.proposedByPerson === moment.actor.person ? askerNeverApproves() : null;
}

/** The last signature takes the step: both facts are told. */
function signed(state: PartnershipState, on: BoundTo, mandate: Mandate, moment: Moment, verdicts: readonly GateVerdict[]): Fact[] {
  const { party } = moment.party;
  const binding = { version: on.version, hash: on.hash };
  const given = fact('SignatureGiven', {
    party,
    person: moment.actor.person,
    mandate: { from: mandate.from, until: mandate.until },
    ...binding,
  });
  const [step] = stepsFrom(state.phase, 'SignAgreement');
  const last = unsignedParties(state).every(other => other === party);
  return last && step !== undefined ? [given, stepFact(step, verdicts, binding)] : [given];
}

/** Mandate first: an attempt without one is refused as such, whatever else may lack (HFA-15). */
export const signAgreement: Decider<'SignAgreement'> = (state, command, moment): Decision => {
  const mandate = mandateToSign(state, moment);
  if (mandate === undefined) return refuse(noMandate(moment.party.party, dayOf(moment.now)));
  const obstacle = obstacleToSigning(state, command.data, moment);
  if (obstacle !== null) return refuse(obstacle);
  const knock: Knock = { now: moment.now, person: moment.actor.person, party: moment.party.party };
  const [step] = stepsFrom(state.phase, 'SignAgreement');
  const verdicts = askGates(state, knock, step === undefined ? [] : gatesOf(state, step));
  const blocked = blockedBy(verdicts);
  if (blocked !== null) return { outcome: 'refused', refusal: blocked, each: missingIn(verdicts) };
  return { outcome: 'accepted', facts: signed(state, command.data, mandate, moment, verdicts), warnings: warningsOf(verdicts) };
};

/** Refusing needs no mandate of its own beyond the role; it binds to the version that was read. */
export const refuseSignature: Decider<'RefuseSignature'> = (state, command, moment): Decision => {
  const elsewhere = onPresentAgreement(state, command.data);
  if (elsewhere !== null) return refuse(elsewhere);
  if (presentVersionRefused(state)) return refuse(versionRefused());
  if (!unsignedParties(state).includes(moment.party.party)) return refuse(alreadySigned());
  const told = fact('SignatureRefused', { ...command.data, party: moment.party.party, person: moment.actor.person });
  return { outcome: 'accepted', facts: [told], warnings: [] };
};
