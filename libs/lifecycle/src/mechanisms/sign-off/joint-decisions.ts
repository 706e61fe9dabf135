import {
  canonicalJson,
  fact,
  gatesBeyondAgreement,
  policyOverride,
  type CommandData,
  type Fact,
  type PolicyOverride,
  type Refusal,
} from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import { strengthOf } from '../../gates/index.js';
import { stepsFrom } from '../../lifecycle.js';
import type { Decider, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askerNeverApproves } from '../../refusals.js';
import { plannedInPerson } from '../meeting/questions.js';
import { partyNames } from '../parties/questions.js';
import { addressed, misnamed, notTheirs, outcomeOfDecision } from './who-decides.js';
import {
  alreadyAccepted,
  alreadyDeclined,
  fixedGate,
  needNotTold,
  noSuchDecision,
  nobodyToDecideWith,
  noPlanningAhead,
  nothingToAbandon,
  nothingToEnd,
  notAdaptable,
  overrideMismatch,
  reasonTooLong,
  uncertainResult,
} from './joint-decision-refusals.js';
import { limitAlert, whoseLimits, wrongAboutLimits } from './crossed-limits.js';
import { isUnderWay } from '../transfer/questions.js';
import type { OpenDecision } from './slice.js';

/** The reason of an override waits in the state until everybody has answered: it is kept short. In bytes. */
const reasonLimit = 4096;

/** The closed list of what parties may adapt is the contracts'; a gate beyond it is named as such (PMP-59). */
function adaptable(asked: NonNullable<CommandData<'ProposeDecision'>['override']>): PolicyOverride | Refusal {
  const fixed = gatesBeyondAgreement.find(gate => asked.key === `gates.${gate}`);
  if (fixed !== undefined) return fixedGate(fixed);
  const read = policyOverride.safeParse(asked);
  return read.success ? read.data : notAdaptable(asked.key);
}

function overrideAsked({ kind, override, text }: CommandData<'ProposeDecision'>): PolicyOverride | Refusal | null {
  if ((kind === 'override') !== (override !== null)) return overrideMismatch();
  if (override === null) return null;
  return new TextEncoder().encode(canonicalJson(text)).length > reasonLimit ? reasonTooLong(reasonLimit) : adaptable(override);
}

/** What is not certain yet stays inside, unless the charter lets it out (PMP-36). */
const checkRelease = (state: PartnershipState, { kind, certain }: CommandData<'ProposeDecision'>): Refusal | null =>
  kind === 'external-release' && certain !== true && !policyOf(state).switches.uncertainResultsPublishable ? uncertainResult() : null;

/** An end is decided where something signed can be closed; before, whoever stops says so itself (MDM-25). */
const checkEnd = (state: PartnershipState, kind: CommandData<'ProposeDecision'>['kind']): Refusal | null =>
  kind === 'end' && !stepsFrom(state.phase, 'deadline').some(step => step.to === 'closing') ? nothingToEnd() : null;

const isPlanningAhead = (state: PartnershipState): boolean =>
  ['validation', 'setting-up'].includes(state.phase) &&
  strengthOf(state, { gate: 'PRESENCE' }) !== 'off' &&
  plannedInPerson(state) !== true;

/** A transfer is given up together where one is under way. */
const checkAbandoning = (state: PartnershipState, kind: CommandData<'ProposeDecision'>['kind']): Refusal | null =>
  kind === 'abandon-transfer' && !isUnderWay(state) ? nothingToAbandon() : null;

/** The planning at the start is agreed to be at a distance where it is asked for, just before the work begins, and still to be done (AGI-25). */
const checkDistance = (state: PartnershipState, kind: CommandData<'ProposeDecision'>['kind']): Refusal | null =>
  kind !== 'plan-at-a-distance' || isPlanningAhead(state) ? null : noPlanningAhead();

export const proposeDecision: Decider<'ProposeDecision'> = (state, command, moment) => {
  if (partyNames(state).length < 2) return refuse(nobodyToDecideWith());
  if (command.data.kind === 'change' && command.data.need === undefined) return refuse(needNotTold());
  const override = overrideAsked(command.data);
  if (override !== null && 'code' in override) return refuse(override);
  const { data } = command;
  const wrong =
    checkRelease(state, data) ??
    checkEnd(state, data.kind) ??
    checkAbandoning(state, data.kind) ??
    checkDistance(state, data.kind) ??
    misnamed(state, data, moment) ??
    wrongAboutLimits(state, data, moment);
  if (wrong !== null) return refuse(wrong);
  const { certain: _certain, ...asked } = command.data;
  const told = { ...asked, ...addressed(state, command.data), override, decision: moment.newId('decision'), party: moment.party.party };
  const facts = [fact(told.kind === 'change' ? 'ChangeProposed' : 'JointDecisionProposed', told)];
  return { outcome: 'accepted', facts, warnings: limitAlert(whoseLimits(data)) };
};

const openDecision = (state: PartnershipState, id: string): OpenDecision | undefined =>
  state.signOffs.decisions.find(open => open.decision === id);

const takenAs = {
  joint: 'JointDecisionTaken',
  end: 'JointDecisionTaken',
  'abandon-transfer': 'JointDecisionTaken',
  'plan-at-a-distance': 'JointDecisionTaken',
  change: 'ChangeAgreed',
  scope: 'ScopeChanged',
  'external-release': 'ExternalReleaseApproved',
} as const;

/** What the last acceptance makes of a decision. An override says which rule changes, and why. */
export function taken(open: OpenDecision, acceptedBy: string[]): Fact {
  const told = { decision: open.decision, kind: open.kind, acceptedBy };
  if (open.override !== null) {
    const { reason, ...override } = open.override;
    return fact('PolicyOverrideAgreed', { ...told, override, reason });
  }
  return fact(open.kind === 'override' ? 'JointDecisionTaken' : takenAs[open.kind], told);
}

/** The open decision this person may accept for this party, or why not. */
function acceptable(state: PartnershipState, id: string, moment: Moment): OpenDecision | Refusal {
  const open = openDecision(state, id);
  if (open === undefined) return noSuchDecision();
  if (open.acceptedBy.includes(moment.party.party)) return alreadyAccepted();
  if (open.proposedByPerson === moment.actor.person) return askerNeverApproves();
  return notTheirs(state, open, moment) ?? open;
}

export const acceptDecision: Decider<'AcceptDecision'> = (state, command, moment) => {
  const open = acceptable(state, command.data.decision, moment);
  if ('code' in open) return refuse(open);
  const acceptedBy = [...open.acceptedBy, moment.party.party];
  const voices = { yes: acceptedBy, no: open.declinedBy.filter(party => party !== moment.party.party) };
  const settles = outcomeOfDecision(state, open, voices, moment.now) === 'agreed';
  const voice = fact('JointDecisionAccepted', { decision: open.decision, kind: open.kind, party: moment.party.party });
  return { outcome: 'accepted', facts: [settles ? taken(open, acceptedBy) : voice], warnings: limitAlert(open.limitsOf ?? []) };
};

/** Saying no is always open, to the proposer too, who thereby withdraws it (MDM-25). */
export const declineDecision: Decider<'DeclineDecision'> = (state, command, moment) => {
  const open = openDecision(state, command.data.decision);
  if (open === undefined) return refuse(noSuchDecision());
  if (open.declinedBy.includes(moment.party.party)) return refuse(alreadyDeclined());
  const theirs = open.proposedBy === moment.party.party ? null : notTheirs(state, open, moment);
  if (theirs !== null) return refuse(theirs);
  return accept(
    fact('JointDecisionDeclined', { decision: open.decision, kind: open.kind, party: moment.party.party, reason: command.data.reason }),
  );
};
