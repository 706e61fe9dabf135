import type { EventAttributes, EventData } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import { withOverride } from '../../policy-override.js';
import type { PartnershipState } from '../../state.js';
import { contextAnswered, withoutDecision } from '../journal/questions.js';
import { outcomeOfDecision } from './who-decides.js';
import { rulesChanged } from '../frame/evolve.js';
import { distanceAgreed } from '../meeting/evolve.js';
import { withProposal } from './balance.js';
import { abandoningAgreed } from '../transfer/evolve.js';
import { ballotClosed, ballotOn, validatedForLife } from './ballots.js';
import { whoseLimits } from './crossed-limits.js';
import type { AssemblyAnswer, BoundTo, SignOffSlice, StrategicValidation } from './slice.js';

/** Agreed changes kept for the commitments they may excuse. */
const changesKept = 100;

const withSignOffs = (state: PartnershipState, signOffs: Partial<SignOffSlice>): PartnershipState => ({
  ...state,
  signOffs: { ...state.signOffs, ...signOffs },
});

const bound = ({ version, hash }: BoundTo): BoundTo => ({ version, hash });

const isOn = (one: BoundTo, other: BoundTo): boolean => one.version === other.version && one.hash === other.hash;

/** What a body validates after signature, where a new type asks for it, it has a say in at the end too (S-12). */
function answered(state: PartnershipState, on: BoundTo, status: StrategicValidation['status']): PartnershipState {
  const voted = ballotClosed(state, ballotOn.strategic(on.hash));
  if (voted.signOffs.strategic === null) return voted;
  const answer = withSignOffs(voted, { strategic: { ...voted.signOffs.strategic, ...bound(on), status } });
  return status === 'granted' && state.steps.signedAt !== null ? validatedForLife(answer) : answer;
}

const assemblyAnswered = (
  state: PartnershipState,
  data: BoundTo & { party: string },
  verdict: AssemblyAnswer['verdict'],
): PartnershipState =>
  withSignOffs(ballotClosed(state, ballotOn.assembly(data.party, data.hash)), {
    assembly: [...state.signOffs.assembly.filter(one => isOn(one, data)), { party: data.party, verdict, ...bound(data) }],
  });

const close = (state: PartnershipState, decision: string): PartnershipState =>
  withSignOffs(state, { decisions: state.signOffs.decisions.filter(open => open.decision !== decision) });

/** One no is enough, except by majority; the proposer's own no withdraws the proposal. */
function declined(state: PartnershipState, data: { decision: string; party: string }, attributes: EventAttributes): PartnershipState {
  const found = state.signOffs.decisions.find(open => open.decision === data.decision);
  if (found === undefined) return state;
  const declinedBy = [...new Set([...found.declinedBy, data.party])];
  const acceptedBy = found.acceptedBy.filter(party => party !== data.party);
  const falls = outcomeOfDecision(state, found, { yes: acceptedBy, no: declinedBy }, attributes.factat) === 'refused';
  if (falls || found.proposedBy === data.party) return close(state, data.decision);
  return withSignOffs(state, {
    decisions: state.signOffs.decisions.map(open => (open === found ? { ...open, acceptedBy, declinedBy } : open)),
  });
}

const voteCast = (state: PartnershipState, { body, of, subject, person, verdict }: EventData<'VoteCast'>): PartnershipState =>
  withSignOffs(state, { votes: [...state.signOffs.votes, { body, of, subject, person, verdict }] });

/** What everybody agreed to change answers what was told of the context (AGI-29). */
const changed = (state: PartnershipState, data: { decision: string }): PartnershipState =>
  withSignOffs(contextAnswered(close(state, data.decision)), {
    agreedChanges: [...state.signOffs.agreedChanges, data.decision].slice(-changesKept),
  });

/** Drops what no longer counts; the declarations of account fall with the approval they stood on. */
function becameStale(state: PartnershipState, data: EventData<'SignOffBecameStale'>): PartnershipState {
  const { signatures, strategic, assembly } = state.signOffs;
  switch (data.signOff) {
    case 'signature':
      return withSignOffs(state, { signatures: signatures.filter(one => one.party !== data.party || !isOn(one, data)) });
    case 'strategic-validation':
      return withSignOffs(ballotClosed(state, ballotOn.strategic(data.hash)), {
        strategic: strategic !== null && isOn(strategic, data) ? null : strategic,
      });
    case 'assembly':
      return withSignOffs(state, {
        assembly: assembly.filter(one => one.party !== data.party || !isOn(one, data)),
        accountRenderedBy: [],
      });
    case 'content-shared':
      return state;
  }
}

const proposed = (state: PartnershipState, data: EventData<'JointDecisionProposed'>, attributes: EventAttributes): PartnershipState =>
  withSignOffs(state, {
    proposed: withProposal(state.signOffs.proposed ?? [], data.party, attributes.factat),
    decisions: [
      ...state.signOffs.decisions,
      {
        decision: data.decision,
        kind: data.kind,
        proposedBy: data.party,
        proposedByPerson: attributes.actor,
        proposedAt: attributes.factat,
        acceptedBy: data.binding === true ? [] : [data.party],
        declinedBy: [],
        ...(data.deciders === undefined ? {} : { deciders: data.deciders }),
        ...(data.binding === undefined ? {} : { binding: data.binding }),
        ...(data.overrules === undefined ? {} : { overrules: data.overrules }),
        ...(whoseLimits(data).length === 0 ? {} : { limitsOf: whoseLimits(data) }),
        override: data.override === null ? null : { ...data.override, reason: data.text },
      },
    ],
  });

export const signOffEvolvers: Evolvers = {
  CoConstructionConfirmed: (state, data) =>
    withSignOffs(state, { coConstructionBy: [...new Set([...state.signOffs.coConstructionBy, data.party])] }),
  SignatureGiven: (state, data) =>
    withSignOffs(state, { signatures: [...state.signOffs.signatures, { party: data.party, person: data.person, ...bound(data) }] }),
  SignatureRefused: (state, data) => withSignOffs(state, { refusal: { party: data.party, ...bound(data) } }),
  StrategicValidationRequested: (state, data, attributes) =>
    withSignOffs(state, {
      strategic: { status: 'requested', requestedBy: attributes.actor, requestedAt: attributes.factat, ...bound(data) },
    }),
  StrategicValidationGranted: (state, data) => answered(state, data, 'granted'),
  StrategicValidationRefused: (state, data) => answered(state, data, 'refused'),
  SignOffBecameStale: becameStale,
  JointDecisionProposed: proposed,
  ChangeProposed: proposed,
  JointDecisionAccepted: (state, data) =>
    withSignOffs(state, {
      decisions: state.signOffs.decisions.map(open =>
        open.decision === data.decision
          ? { ...open, acceptedBy: [...open.acceptedBy, data.party], declinedBy: open.declinedBy.filter(party => party !== data.party) }
          : open,
      ),
    }),
  JointDecisionDeclined: declined,
  JointDecisionTaken: (state, data) => {
    const overruled = state.signOffs.decisions.find(open => open.decision === data.decision)?.overrules;
    const settled = close(withoutDecision(state, overruled), data.decision);
    if (data.kind === 'abandon-transfer') return abandoningAgreed(settled);
    if (data.kind === 'plan-at-a-distance') return distanceAgreed(settled);
    return data.kind === 'end' ? { ...settled, steps: { ...settled.steps, endAgreed: true } } : settled;
  },
  ChangeAgreed: changed,
  ScopeChanged: (state, data) =>
    withSignOffs(changed(state, data), { scopeChanges: [...(state.signOffs.scopeChanges ?? []), data.decision].slice(-changesKept) }),
  PolicyOverrideAgreed: (state, data) => rulesChanged(withOverride(close(state, data.decision), data.override)),
  ExternalReleaseApproved: (state, data) =>
    withSignOffs(close(state, data.decision), { releases: [...(state.signOffs.releases ?? []), data.decision].slice(-changesKept) }),
  BodyConstituted: (state, { body, party, members, quorum }) =>
    withSignOffs(state, {
      bodies: [...state.signOffs.bodies.filter(one => one.body !== body || one.party !== party), { body, party, members, quorum }],
    }),
  VoteCast: voteCast,
  ReportsApprovedByAssembly: (state, data) => assemblyAnswered(state, data, 'approved'),
  ReportsReturnedByAssembly: (state, data) => assemblyAnswered(state, data, 'returned'),
  AccountRendered: (state, data) =>
    withSignOffs(state, { accountRenderedBy: [...new Set([...state.signOffs.accountRenderedBy, data.party])] }),
};
