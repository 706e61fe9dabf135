import type { EventAttributes, EventData, EventType, RenewedTerm } from '@palabre/contracts';
import { lifecycle } from '../../lifecycle.js';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { bridgeCrossed, gatesOwed, networkJoined, termRenewed } from '../frame/evolve.js';
import { directorySeen, ideaTold } from '../idea/evolve.js';
import { entered } from '../parties/slice.js';
import { deliveredTold } from '../commitment/evolve.js';
import { ballotClosed, ballotOn, validatedForLife } from '../sign-off/ballots.js';
import { accountBegunAfresh } from '../sign-off/accounting.js';
import { transferEnded, transferOpened } from '../transfer/evolve.js';
import type { PhaseSlice } from './slice.js';

const withSteps = (state: PartnershipState, steps: Partial<PhaseSlice>): PartnershipState => ({
  ...state,
  steps: { ...state.steps, ...steps },
});

type Move = Pick<EventData<'ImplementationStarted'>, 'to' | 'gates'>;

/** Gates that only warned at this step are kept with the phase they leave behind; a later step that finds them open forgets them. */
function warnedAt({ phase, phaseSince, steps: { warned = [] } }: PartnershipState, { gates }: Move): Pick<PhaseSlice, 'warned'> {
  const met = gates.filter(({ state }) => state === 'passed').map(({ gate }) => gate);
  const shut = gates.filter(({ state, strength }) => state === 'open' && strength === 'warn').map(({ gate }) => gate);
  const kept = warned.filter(one => !met.includes(one.gate) && !(one.phase === phase && shut.includes(one.gate)));
  const all = [...kept, ...shut.map(gate => ({ gate, phase, since: phaseSince }))];
  return all.length === 0 && warned.length === 0 ? {} : { warned: all };
}

/** Every step of the table moves the phase; some also end the file. Gates that an emergency passed over are owed. */
function moved(type: EventType) {
  const row = lifecycle.find(step => step.event === type);
  return (state: PartnershipState, data: Move, attributes: EventAttributes): PartnershipState => ({
    ...gatesOwed(state, data.gates),
    phase: data.to,
    phaseSince: attributes.factat,
    standing: row?.ends ?? state.standing,
    steps: { ...state.steps, ...warnedAt(state, data), visited: [...new Set([...state.steps.visited, data.to])] },
  });
}

const movers = Object.fromEntries(lifecycle.map(step => [step.event, moved(step.event)])) as Record<string, ReturnType<typeof moved>>;

const move = (type: EventType, state: PartnershipState, data: Move, attributes: EventAttributes): PartnershipState =>
  movers[type]?.(state, data, attributes) ?? state;

/** A term without a project but with an end ends as a project does: its own end opens the decision (ALE-18). */
function projectOf({ project, endsOn }: RenewedTerm): PhaseSlice['project'] {
  if (project !== null) return { reference: project.reference, endsOn: project.endsOn };
  return endsOn === null ? null : { reference: `term-${endsOn}`, endsOn };
}

/** Once the parties go on together, what was said about the end is over. */
const noEndInView = { accountingSince: null, endApproved: false, endRefused: false, endAgreed: false, termEndsOn: null } as const;

const backAtWork = (state: PartnershipState, data: Move, attributes: EventAttributes): PartnershipState =>
  accountBegunAfresh(move('AgreementRenewed', state, data, attributes));

export const phaseEvolvers: Evolvers = {
  ...(movers as Evolvers),
  PartnershipIdeaRecorded: (state, data, attributes) =>
    withSteps(
      {
        ...ideaTold(move('PartnershipIdeaRecorded', state, data, attributes), data),
        policy: data.policy,
        calendar: { kind: data.calendar, now: attributes.factat },
        parties: { ...state.parties, members: data.parties.map(entry => entered(entry)) },
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
  ExistingPartnershipsChecked: (state, data) =>
    withSteps(directorySeen(state, data.seen ?? []), { addedValueJustified: data.newOneJustified }),
  PartnershipTypeProposed: state => withSteps(state, { typeProposed: true }),
  PartnershipIdeaDiscarded: state => ({ ...state, standing: 'discarded' }),
  DueDiligenceFailed: state => ({ ...state, standing: 'failed' }),
  AgreementSigned: (state, data, attributes) =>
    withSteps(validatedForLife(move('AgreementSigned', state, data, attributes)), { signedAt: attributes.factat }),
  ImplementationStarted: (state, data, attributes) =>
    withSteps(move('ImplementationStarted', state, data, attributes), {
      implementationAt: attributes.factat,
      reviewsSince: attributes.factat,
    }),
  AnnualReviewOpened: (state, data, attributes) =>
    withSteps(move('AnnualReviewOpened', deliveredTold(state), data, attributes), { reviewRound: data.round, reviewOverdue: false }),
  AnnualReviewCompleted: (state, data, attributes) =>
    withSteps(move('AnnualReviewCompleted', state, data, attributes), { reviewsSince: attributes.factat, reviewOverdue: false }),
  /** The project is over: its end never opens the decision a second time. */
  ActionsEnded: (state, data, attributes) =>
    withSteps(move('ActionsEnded', state, data, attributes), {
      project: null,
      termEndsOn: state.steps.project?.endsOn ?? null,
      accountingSince: attributes.factat,
    }),
  ClosureInitiated: (state, data, attributes) =>
    withSteps(move('ClosureInitiated', state, data, attributes), { accountingSince: state.steps.accountingSince ?? attributes.factat }),
  AnnualReviewOverdue: state => withSteps(state, { reviewOverdue: true }),
  NegotiationStopped: state => ({ ...state, standing: 'discarded' }),
  EndApproved: state => withSteps(ballotClosed(state, ballotOn.end()), { endApproved: true, endRefused: false }),
  EndRefused: state => withSteps(ballotClosed(state, ballotOn.end()), { endRefused: true }),
  RelationshipContinued: (state, data, attributes) =>
    withSteps(accountBegunAfresh(bridgeCrossed(ballotClosed(move('RelationshipContinued', state, data, attributes), ballotOn.end()))), {
      ...noEndInView,
    }),
  /** A new term brings a new project, or none; what the old one ended is open again. */
  AgreementRenewed: (state, data, attributes) =>
    withSteps(termRenewed(data.to === state.phase ? state : backAtWork(state, data, attributes), data.proposal), {
      project: projectOf(data.term),
      ...noEndInView,
    }),
  NetworkMembershipJoined: (state, data, attributes) =>
    withSteps(networkJoined(move('NetworkMembershipJoined', state, data, attributes), data, attributes), {
      implementationAt: attributes.factat,
      reviewsSince: attributes.factat,
    }),
  TransferProjectOpened: (state, data, attributes) =>
    transferOpened(move('TransferProjectOpened', state, data, attributes), data.recipient),
  ProjectTransferred: (state, data, attributes) =>
    transferEnded(move('ProjectTransferred', state, data, attributes), 'transferred', attributes.factat),
  TransferAbandoned: (state, data, attributes) =>
    transferEnded(move('TransferAbandoned', state, data, attributes), 'abandoned', attributes.factat),
};
