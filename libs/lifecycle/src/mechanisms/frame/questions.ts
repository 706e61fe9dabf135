import type { FrameKind, GateId, Intensity, PartnershipPolicy } from '@palabre/contracts';
import { gatesBeyondEmergency } from '@palabre/contracts';
import { agreed, objectionEndsAt, type Outcome, type Poll, type Verdict } from '../../agreement/decision-rule.js';
import { later } from '../../calendar/span.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { objectionDelay } from '../../agreement/poll.js';
import { votersOf } from '../parties/questions.js';
import type { OpenProposal } from './slice.js';

export const openProposal = (state: PartnershipState, id: string): OpenProposal | undefined =>
  state.frame.proposals.find(open => open.proposal === id);

export const openProposalOf = <K extends FrameKind>(state: PartnershipState, kind: K): OpenProposal<K> | undefined =>
  state.frame.proposals.find(open => open.kind === kind) as OpenProposal<K> | undefined;

/** What changes everybody's obligations needs everybody; the rest follows the rule the parties decide by (S-10, PMP-28). */
const everybody: readonly FrameKind[] = ['type', 'leadership', 'renewal', 'emergency'];

const ruleFor = (state: PartnershipState, kind: FrameKind): Poll['rule'] => {
  const { columns, decisionRule } = policyOf(state);
  if (kind === 'accession') return columns.admission === 'joint-decision' ? 'all' : decisionRule;
  return everybody.includes(kind) ? 'all' : decisionRule;
};

/** The question as it is put to the parties. An accession is asked from the day its applicant accepted the rules. */
export function pollOn(state: PartnershipState, open: OpenProposal, verdicts: readonly Verdict[] = open.verdicts): Poll {
  const accepted = open.kind === 'accession' ? state.frame.applicant?.rulesAcceptedAt : null;
  return {
    rule: ruleFor(state, open.kind),
    parties: votersOf(state),
    verdicts,
    askedAt: later(open.askedAt, accepted ?? open.askedAt),
    objectionWithin: objectionDelay(state),
  };
}

export const outcomeOf = (state: PartnershipState, open: OpenProposal, verdicts: readonly Verdict[], now: string): Outcome =>
  agreed(pollOn(state, open, verdicts), now);

/** From when on silence agrees; null under a rule that waits for voices. */
export const silenceAgreesAt = (state: PartnershipState, open: OpenProposal): string | null => {
  const poll = pollOn(state, open);
  return poll.rule === 'no-objection' ? objectionEndsAt(poll) : null;
};

/** The state as it would be read under the proposed type, or as it is when no change of type is proposed. */
export function underProposedType(state: PartnershipState): PartnershipState {
  const proposed = openProposalOf(state, 'type');
  return proposed === undefined ? state : underPolicy(state, proposed.effect.policy);
}

export const underPolicy = (state: PartnershipState, policy: PartnershipPolicy): PartnershipState => ({ ...state, policy });

export const isDormant = (state: PartnershipState): boolean => state.frame.intensity?.level === 'dormant';

export const intensityOf = (state: PartnershipState): Intensity => state.frame.intensity?.level ?? 'medium';

/** True while the short path lets a gate be made up for later (S-19); never for RED and SIGNATORY. */
export const isPassedOver = (state: PartnershipState, gate: GateId): boolean =>
  state.frame.emergency?.open === true && !gatesBeyondEmergency.some(fixed => fixed === gate);

/** Gates that were passed over and whose time to make up is gone: they hold every step again. */
export const overdueGates = (state: PartnershipState): readonly GateId[] =>
  state.frame.emergency?.missed === true ? state.frame.emergency.owed : [];
