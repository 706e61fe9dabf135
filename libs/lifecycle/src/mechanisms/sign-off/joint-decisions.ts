import { canonicalJson, fact, type CommandData, type Fact, type GateId, type Refusal } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import type { Decider, Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import {
  alreadyAccepted,
  fixedGate,
  noSuchDecision,
  nobodyToDecideWith,
  overrideMismatch,
  reasonTooLong,
} from './joint-decision-refusals.js';
import { askerNeverApproves } from './refusals.js';
import type { OpenDecision } from './slice.js';

/**
 * Rules that hold for every type whatever the parties agree (requirements, "Rules that apply to every type"), and the
 * obligations of signing and accounting. Only the others are optional, and may be adapted (PMP-59).
 */
export const fixedGates: readonly GateId[] = ['RED', 'ORANGE', 'LANGUAGE', 'CONTENT', 'CD', 'SIGNATORY', 'ACCOUNT'];

/** The reason of an override waits in the state until everybody has answered: it is kept short. In bytes. */
const reasonLimit = 4096;

function checkOverride({ kind, override, text }: CommandData<'ProposeDecision'>): Refusal | null {
  if ((kind === 'override') !== (override !== null)) return overrideMismatch();
  if (override === null) return null;
  if (fixedGates.includes(override.gate)) return fixedGate(override.gate);
  return new TextEncoder().encode(canonicalJson(text)).length > reasonLimit ? reasonTooLong(reasonLimit) : null;
}

export const proposeDecision: Decider<'ProposeDecision'> = (state, command, moment) => {
  if (partyNames(state).length < 2) return refuse(nobodyToDecideWith());
  const wrong = checkOverride(command.data);
  if (wrong !== null) return refuse(wrong);
  return accept(fact('JointDecisionProposed', { ...command.data, decision: moment.newId('decision'), party: moment.party.party }));
};

const openDecision = (state: PartnershipState, id: string): OpenDecision | undefined =>
  state.signOffs.decisions.find(open => open.decision === id);

const takenAs = { joint: 'JointDecisionTaken', change: 'ChangeAgreed', scope: 'ScopeChanged' } as const;

/** What the last acceptance makes of a decision. An override says which rule changes, and why. */
function taken(open: OpenDecision, acceptedBy: string[]): Fact {
  const told = { decision: open.decision, kind: open.kind, acceptedBy };
  if (open.override !== null) {
    const { gate, strength, reason } = open.override;
    return fact('PolicyOverrideAgreed', { ...told, gate, strength, reason });
  }
  return fact(open.kind === 'override' ? 'JointDecisionTaken' : takenAs[open.kind], told);
}

/** The open decision this person may accept for this party, or why not. */
function acceptable(state: PartnershipState, id: string, moment: Moment): OpenDecision | Refusal {
  const open = openDecision(state, id);
  if (open === undefined) return noSuchDecision();
  if (open.acceptedBy.includes(moment.party.party)) return alreadyAccepted();
  return open.proposedByPerson === moment.actor.person ? askerNeverApproves() : open;
}

export const acceptDecision: Decider<'AcceptDecision'> = (state, command, moment) => {
  const open = acceptable(state, command.data.decision, moment);
  if ('code' in open) return refuse(open);
  const acceptedBy = [...open.acceptedBy, moment.party.party];
  const everybody = partyNames(state).every(party => acceptedBy.includes(party));
  return everybody
    ? accept(taken(open, acceptedBy))
    : accept(fact('JointDecisionAccepted', { decision: open.decision, kind: open.kind, party: moment.party.party }));
};

/** Saying no is always open, to the proposer too, who thereby withdraws it (MDM-25). */
export const declineDecision: Decider<'DeclineDecision'> = (state, command, moment) => {
  const open = openDecision(state, command.data.decision);
  if (open === undefined) return refuse(noSuchDecision());
  return accept(
    fact('JointDecisionDeclined', { decision: open.decision, kind: open.kind, party: moment.party.party, reason: command.data.reason }),
  );
};
