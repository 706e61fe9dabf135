import { fact, type Fact, type Phase, type Refusal } from '@palabre/contracts';
import { because, say, type Decision } from '../../decision.js';
import type { Knock } from '../../gates/gate.js';
import { eachStillAskedFor, stillAskedFor } from '../../asks/index.js';
import { askGates, blockedBy, missingIn, warningsOf } from '../../gates/index.js';
import { stepsFrom, type Step } from '../../lifecycle.js';
import type { Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { deliveredByEach } from '../commitment/questions.js';
import { closingScores } from '../form/closing-scores.js';
import { stepConditions } from './conditions.js';
import { gatesOf, stepFact } from './step.js';
import { shownOnTheWay } from './step-warnings.js';

export const knockOf = (moment: Moment): Knock => ({ now: moment.now, person: moment.actor.person, party: moment.party.party });

/** What the person said with the request, by field name. */
export type Told = Readonly<Record<string, unknown>>;

export const noSuchStep = (from: Phase, to: Phase): Refusal =>
  because(
    'no-such-step',
    'LIFECYCLE',
    say(`De la phase « ${from} », on ne passe pas à « ${to} ».`, `From phase "${from}" there is no step to "${to}".`),
    say('Demander une des étapes ouvertes (why-not EnterPhase).', 'Ask for one of the open steps (why-not EnterPhase).'),
  );

/** What each step's event says beyond from, to and gates. */
function extrasOf(state: PartnershipState, step: Step, told: Told): Told {
  switch (step.event) {
    case 'AnnualReviewOpened':
      return { round: state.steps.reviewRound + 1, openedBy: 'request', deadline: null, delivered: deliveredByEach(state) };
    case 'PartnershipClosed':
      return closingScores(state);
    case 'AnnualReviewCompleted':
      return { round: state.steps.reviewRound };
    case 'ClosureInitiated':
    case 'RelationshipContinued':
    case 'TransferAbandoned':
      return { reason: told['reason'] };
    case 'TransferProjectOpened':
    case 'NetworkMembershipJoined':
      return told;
    case 'CoConstructionSkipped':
      return { because: 'type' };
    default:
      return {};
  }
}

const eachUnmet = (state: PartnershipState, step: Step, told: Told): readonly Refusal[] =>
  step.conditions.map(name => stepConditions[name](state, told['reason'])).filter(refusal => refusal !== null);

const unmetOf = (state: PartnershipState, step: Step, told: Told): Refusal | null => eachUnmet(state, step, told)[0] ?? null;

/** Steps that follow by themselves where the policy says so: a provider's co-construction is skipped (MDM-35). */
function following(state: PartnershipState, phase: Phase): Fact[] {
  const next = stepsFrom(phase, 'consequence').find(step => unmetOf(state, step, {}) === null);
  if (next !== undefined) return [stepFact(next, [], extrasOf(state, next, {}))];
  return phase === 'co-construction' ? [fact('CoConstructionOpened', { occasion: 'phase', note: null })] : [];
}

/** Takes a step of the table, or says everything that stands in its way: conditions, then every closed gate. */
export function takeStep(state: PartnershipState, step: Step, knock: Knock, told: Told): Decision {
  const verdicts = askGates(state, knock, gatesOf(state, step));
  const refusal = blockedBy(verdicts) ?? unmetOf(state, step, told) ?? stillAskedFor(state, step);
  if (refusal !== null) {
    const each = [...missingIn(verdicts), ...eachUnmet(state, step, told), ...eachStillAskedFor(state, step)];
    return { outcome: 'refused', refusal, each };
  }
  const facts = [stepFact(step, verdicts, extrasOf(state, step, told)), ...following(state, step.to)];
  return { outcome: 'accepted', facts, warnings: [...warningsOf(verdicts), ...shownOnTheWay(state)] };
}
