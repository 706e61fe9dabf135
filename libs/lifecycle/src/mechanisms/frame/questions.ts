import type { FrameKind, GateId, Intensity, PartnershipPolicy } from '@palabre/contracts';
import { gatesBeyondEmergency } from '@palabre/contracts';
import { agreed, objectionEndsAt, type Outcome, type Poll, type Verdict } from '../../agreement/decision-rule.js';
import { later } from '../../calendar/span.js';
import { overridePolicy } from '../../policy-override.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { objectionDelay } from '../../agreement/poll.js';
import { votersOf } from '../parties/questions.js';
import type { OpenProposal } from './slice.js';

export const openProposal = (state: PartnershipState, id: string): OpenProposal | undefined =>
  state.frame.proposals.find(open => open.proposal === id);

export const openProposalOf = <K extends FrameKind>(state: PartnershipState, kind: K): OpenProposal<K> | undefined =>
  state.frame.proposals.find(open => open.kind === kind) as OpenProposal<K> | undefined;

const beforeEverySilence = '0000-01-01T00:00:00.000Z';

/** What changes everybody's obligations needs everybody; the rest follows the rule the parties decide by (S-10, PMP-28). */
const everybody: readonly FrameKind[] = ['type', 'leadership', 'renewal', 'emergency', 'protection'];

const ruleFor = (state: PartnershipState, kind: FrameKind): Poll['rule'] => {
  const { columns, decisionRule } = policyOf(state);
  if (kind === 'accession') return columns.admission === 'joint-decision' ? 'all' : decisionRule;
  return everybody.includes(kind) ? 'all' : decisionRule;
};

/** Parties that a proposal is put to: those with a voice, without the one whose exclusion is asked. */
const votersOn = (state: PartnershipState, open: OpenProposal): readonly string[] =>
  open.kind === 'exclusion' ? votersOf(state).filter(party => party !== open.effect.excluded) : votersOf(state);

/** The party without whose own yes nothing is agreed: nobody takes another's vote by naming it the secretariat (PMP-24). */
const indispensable = (open: OpenProposal): string | null => (open.kind === 'secretariat' ? open.effect.secretariat.party : null);

/** The question as it is put to the parties. An accession is asked from the day its applicant accepted the rules. */
export function pollOn(state: PartnershipState, open: OpenProposal, verdicts: readonly Verdict[] = open.verdicts): Poll {
  const accepted = open.kind === 'accession' ? state.frame.applicant?.rulesAcceptedAt : null;
  return {
    rule: ruleFor(state, open.kind),
    parties: votersOn(state, open),
    verdicts,
    askedAt: later(open.askedAt, accepted ?? open.askedAt),
    objectionWithin: objectionDelay(state),
  };
}

/** Between the people of one party, while it is alone: one proposes, another one says yes (AGI-02). */
export const isWithinOneParty = (state: PartnershipState, open: OpenProposal): boolean =>
  open.kind === 'protection' && pollOn(state, open).parties.length === 1;

export function outcomeOf(state: PartnershipState, open: OpenProposal, verdicts: readonly Verdict[], now: string): Outcome {
  const outcome = agreed(pollOn(state, open, verdicts), now);
  const needed = indispensable(open);
  const word = verdicts.find(verdict => verdict.party === needed)?.says;
  if (needed === null || word === 'yes') return outcome;
  return word === 'no' ? 'refused' : outcome === 'agreed' ? 'waiting' : outcome;
}

/** How it stands by the voices given, without looking at how long silence has lasted; one voice alone agrees with nobody. */
export const outcomeByVoices = (state: PartnershipState, open: OpenProposal): Outcome =>
  pollOn(state, open).parties.length < 2 ? 'waiting' : outcomeOf(state, open, open.verdicts, beforeEverySilence);

/** From when on silence agrees; null under a rule that waits for voices, or while one word is missing that nobody can replace. */
export const silenceAgreesAt = (state: PartnershipState, open: OpenProposal): string | null => {
  const poll = pollOn(state, open);
  const needed = indispensable(open);
  if (needed !== null && !open.verdicts.some(verdict => verdict.party === needed && verdict.says === 'yes')) return null;
  return poll.rule === 'no-objection' ? objectionEndsAt(poll) : null;
};

/** The state as it would be read under the proposed type, or as it is when no change of type is proposed. */
export function underProposedType(state: PartnershipState): PartnershipState {
  const proposed = openProposalOf(state, 'type');
  return proposed === undefined ? state : underPolicy(state, proposed.effect.policy);
}

/** Another policy, with what the parties adapted for themselves (PMP-59): a change of type does not undo what they agreed. */
export const adaptedPolicy = (state: PartnershipState, policy: PartnershipPolicy): PartnershipPolicy =>
  state.signOffs.overrides.reduce((adapted, { key, value }) => overridePolicy(adapted, key, value) ?? adapted, policy);

export const underPolicy = (state: PartnershipState, policy: PartnershipPolicy): PartnershipState => ({
  ...state,
  policy: adaptedPolicy(state, policy),
});

export const isDormant = (state: PartnershipState): boolean => state.frame.intensity?.level === 'dormant';

export const intensityOf = (state: PartnershipState): Intensity => state.frame.intensity?.level ?? 'medium';

/** True while the short path lets a gate be made up for later (S-19); never for RED and SIGNATORY. */
export const isPassedOver = (state: PartnershipState, gate: GateId): boolean =>
  state.frame.emergency?.open === true && !gatesBeyondEmergency.some(fixed => fixed === gate);

/**
 * When a gate that was passed over has to be made up; null when it was not passed over. What meets it is asked for
 * outside its phase too until then, and afterwards, until it is met (S-19).
 */
export const owedBy = (state: PartnershipState, gate: GateId): string | null =>
  state.frame.emergency?.owed.includes(gate) === true ? state.frame.emergency.catchUpBy : null;

/** Gates that were passed over and whose time to make up is gone: they hold every step again. */
export const overdueGates = (state: PartnershipState): readonly GateId[] =>
  state.frame.emergency?.missed === true ? state.frame.emergency.owed : [];
