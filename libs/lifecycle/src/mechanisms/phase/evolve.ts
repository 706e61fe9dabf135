import type { EventAttributes, EventType, Phase } from '@palabre/contracts';
import { lifecycle } from '../../lifecycle.js';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import type { PhaseSlice } from './slice.js';

const withSteps = (state: PartnershipState, steps: Partial<PhaseSlice>): PartnershipState => ({
  ...state,
  steps: { ...state.steps, ...steps },
});

/** Every step of the table moves the phase; some also end the file. */
function moved(type: EventType) {
  const row = lifecycle.find(step => step.event === type);
  return (state: PartnershipState, data: { to: Phase }, attributes: EventAttributes): PartnershipState => ({
    ...state,
    phase: data.to,
    phaseSince: attributes.factat,
    standing: row?.ends ?? state.standing,
    steps: { ...state.steps, visited: [...new Set([...state.steps.visited, data.to])] },
  });
}

const movers = Object.fromEntries(lifecycle.map(step => [step.event, moved(step.event)])) as Record<string, ReturnType<typeof moved>>;

const move = (type: EventType, state: PartnershipState, data: { to: Phase }, attributes: EventAttributes): PartnershipState =>
  movers[type]?.(state, data, attributes) ?? state;

export const phaseEvolvers: Evolvers = {
  ...(movers as Evolvers),
  PartnershipIdeaRecorded: (state, data, attributes) =>
    withSteps(
      {
        ...move('PartnershipIdeaRecorded', state, data, attributes),
        policy: data.policy,
        calendar: { kind: data.calendar, now: attributes.factat },
        parties: { ...state.parties, members: data.parties.map(entry => ({ ...entry, consents: null })) },
      },
      {
        title: data.title,
        startedAt: attributes.factat,
        financialFlows: data.financialFlows,
        project: data.project === null ? null : { reference: data.project.reference, endsOn: data.project.endsOn },
        visited: ['idea'],
      },
    ),
  PartnershipNeedAssessed: (state, data) => withSteps(state, { needJustified: data.partnershipIsRightMethod }),
  ExistingPartnershipsChecked: (state, data) => withSteps(state, { addedValueJustified: data.newOneJustified }),
  PartnershipTypeProposed: state => withSteps(state, { typeProposed: true }),
  PartnershipIdeaDiscarded: state => ({ ...state, standing: 'discarded' }),
  DueDiligenceFailed: state => ({ ...state, standing: 'failed' }),
  AgreementSigned: (state, data, attributes) =>
    withSteps(move('AgreementSigned', state, data, attributes), { signedAt: attributes.factat }),
  ImplementationStarted: (state, data, attributes) =>
    withSteps(move('ImplementationStarted', state, data, attributes), {
      implementationAt: attributes.factat,
      reviewsSince: attributes.factat,
    }),
  AnnualReviewOpened: (state, data, attributes) =>
    withSteps(move('AnnualReviewOpened', state, data, attributes), { reviewRound: data.round, reviewOverdue: false }),
  AnnualReviewCompleted: (state, data, attributes) =>
    withSteps(move('AnnualReviewCompleted', state, data, attributes), { reviewsSince: attributes.factat, reviewOverdue: false }),
  /** The project is over: its end never opens the decision a second time. */
  ActionsEnded: (state, data, attributes) => withSteps(move('ActionsEnded', state, data, attributes), { project: null }),
  AnnualReviewOverdue: state => withSteps(state, { reviewOverdue: true }),
};
