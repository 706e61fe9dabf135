import type { EventData } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import type { AssemblyAnswer, BoundTo, SignOffSlice, StrategicValidation } from './slice.js';

/** Agreed changes kept for the commitments they may excuse. */
const changesKept = 100;

const withSignOffs = (state: PartnershipState, signOffs: Partial<SignOffSlice>): PartnershipState => ({
  ...state,
  signOffs: { ...state.signOffs, ...signOffs },
});

const bound = ({ version, hash }: BoundTo): BoundTo => ({ version, hash });

const isOn = (one: BoundTo, other: BoundTo): boolean => one.version === other.version && one.hash === other.hash;

const answered = (state: PartnershipState, on: BoundTo, status: StrategicValidation['status']): PartnershipState =>
  state.signOffs.strategic === null ? state : withSignOffs(state, { strategic: { ...state.signOffs.strategic, ...bound(on), status } });

const assemblyAnswered = (
  state: PartnershipState,
  data: BoundTo & { party: string },
  verdict: AssemblyAnswer['verdict'],
): PartnershipState =>
  withSignOffs(state, {
    assembly: [...state.signOffs.assembly.filter(one => isOn(one, data)), { party: data.party, verdict, ...bound(data) }],
  });

const close = (state: PartnershipState, decision: string): PartnershipState =>
  withSignOffs(state, { decisions: state.signOffs.decisions.filter(open => open.decision !== decision) });

const changed = (state: PartnershipState, data: { decision: string }): PartnershipState =>
  withSignOffs(close(state, data.decision), {
    agreedChanges: [...state.signOffs.agreedChanges, data.decision].slice(-changesKept),
  });

/** Drops what no longer counts; the declarations of account fall with the approval they stood on. */
function becameStale(state: PartnershipState, data: EventData<'SignOffBecameStale'>): PartnershipState {
  const { signatures, strategic, assembly } = state.signOffs;
  switch (data.signOff) {
    case 'signature':
      return withSignOffs(state, { signatures: signatures.filter(one => one.party !== data.party || !isOn(one, data)) });
    case 'strategic-validation':
      return withSignOffs(state, { strategic: strategic !== null && isOn(strategic, data) ? null : strategic });
    case 'assembly':
      return withSignOffs(state, {
        assembly: assembly.filter(one => one.party !== data.party || !isOn(one, data)),
        accountRenderedBy: [],
      });
    case 'content-shared':
      return state;
  }
}

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
  JointDecisionProposed: (state, data, attributes) =>
    withSignOffs(state, {
      decisions: [
        ...state.signOffs.decisions,
        {
          decision: data.decision,
          kind: data.kind,
          proposedBy: data.party,
          proposedByPerson: attributes.actor,
          proposedAt: attributes.factat,
          acceptedBy: [data.party],
          override: data.override === null ? null : { ...data.override, reason: data.text },
        },
      ],
    }),
  JointDecisionAccepted: (state, data) =>
    withSignOffs(state, {
      decisions: state.signOffs.decisions.map(open =>
        open.decision === data.decision ? { ...open, acceptedBy: [...open.acceptedBy, data.party] } : open,
      ),
    }),
  JointDecisionDeclined: (state, data) => close(state, data.decision),
  JointDecisionTaken: (state, data) => close(state, data.decision),
  ChangeAgreed: changed,
  ScopeChanged: changed,
  PolicyOverrideAgreed: (state, data) =>
    withSignOffs(close(state, data.decision), {
      overrides: [...state.signOffs.overrides.filter(one => one.gate !== data.gate), { gate: data.gate, strength: data.strength }],
    }),
  ReportsApprovedByAssembly: (state, data) => assemblyAnswered(state, data, 'approved'),
  ReportsReturnedByAssembly: (state, data) => assemblyAnswered(state, data, 'returned'),
  AccountRendered: (state, data) =>
    withSignOffs(state, { accountRenderedBy: [...new Set([...state.signOffs.accountRenderedBy, data.party])] }),
};
