import {
  phaseMoves,
  type EventData,
  type FreeText,
  type GateId,
  type GateStrength,
  type Localized,
  type Phase,
  type Standing,
} from '@palabre/contracts';
import type { LedgerEvent } from '../../../ledger/ledger-event.js';
import { filePart, type PartHandlers } from '../file-part.js';

type GateView = {
  readonly gate: GateId;
  readonly strength: GateStrength;
  readonly state: 'open' | 'passed' | 'waived';
  readonly version: number;
};

export interface HeadDoc {
  readonly title: string;
  readonly type: string;
  readonly typeName: Localized | null;
  readonly phase: Phase;
  readonly standing: Standing;
  readonly phases: readonly { readonly phase: Phase; readonly since: string; readonly version: number }[];
  /** Each gate as the last step, or the last change of type, told it. */
  readonly gates: readonly GateView[];
  readonly calendar: 'real' | 'rehearsal';
  readonly charter: string;
  readonly charterHash: string;
  readonly idea: object | null;
  readonly need: object | null;
  readonly existing: object | null;
  /** Word of the body that had validated the beginning, before anything ends (S-12); it falls when the relation goes on. */
  readonly endRefused: (EventData<'EndRefused'> & { readonly at: string }) | null;
  readonly endApproved: (EventData<'EndApproved'> & { readonly at: string }) | null;
  /** Of a verification that failed: who said so, and about which party; null where that was left out. */
  readonly ended: {
    readonly reason: FreeText | null;
    readonly at: string;
    readonly by?: string;
    readonly about?: string | null;
    /** The network and the project, as the closure scored each by itself (AGI-10); absent where the charter asks for neither. */
    readonly scores?: NonNullable<EventData<'PartnershipClosed'>['scores']>;
  } | null;
  readonly protectedLines: readonly string[];
}

const empty: HeadDoc = {
  title: '',
  type: '',
  typeName: null,
  phase: 'idea',
  standing: 'open',
  phases: [],
  gates: [],
  calendar: 'real',
  charter: '',
  charterHash: '',
  idea: null,
  need: null,
  existing: null,
  endApproved: null,
  endRefused: null,
  ended: null,
  protectedLines: [],
};

type Step = {
  readonly version: number;
  readonly attributes: { readonly factat: string };
  readonly data: { readonly to: Phase; readonly gates: readonly Omit<GateView, 'version'>[] };
};

const gatesTold = (doc: HeadDoc, gates: Step['data']['gates'], version: number): readonly GateView[] => [
  ...doc.gates.filter(one => !gates.some(gate => gate.gate === one.gate)),
  ...gates.map(gate => ({ ...gate, version })),
];

const steps = (doc: HeadDoc, { version, attributes, data }: Step): HeadDoc => ({
  ...doc,
  phase: data.to,
  phases: [...doc.phases, { phase: data.to, since: attributes.factat, version }],
  gates: gatesTold(doc, data.gates, version),
});

const goesOn = (doc: HeadDoc, step: Step): HeadDoc => ({ ...steps(doc, step), endApproved: null, endRefused: null });

const opens = (doc: HeadDoc, event: LedgerEvent<'PartnershipIdeaRecorded'>): HeadDoc => {
  const { data, attributes } = event;
  const { policy, parties: _parties, calendar, from: _from, to: _to, gates: _gates, title, type, ...idea } = data;
  return {
    ...steps(doc, event),
    title,
    type,
    typeName: policy.typeName,
    calendar,
    charter: attributes.charter,
    charterHash: attributes.charterhash,
    idea,
    protectedLines: policy.lines.filter(line => line.protected).map(line => line.code),
  };
};

const ends =
  (standing: Standing) =>
  (doc: HeadDoc, event: { readonly attributes: { readonly factat: string }; readonly data: { readonly reason: FreeText } }): HeadDoc => ({
    ...doc,
    standing,
    ended: { reason: event.data.reason, at: event.attributes.factat },
  });

const closes = (doc: HeadDoc, event: LedgerEvent<'PartnershipClosed'>): HeadDoc => {
  const { attributes, data } = event;
  const scored = data.scores === undefined ? {} : { scores: data.scores };
  return { ...steps(doc, event), standing: 'closed', ended: { reason: null, at: attributes.factat, ...scored } };
};

const fails = (doc: HeadDoc, { data, attributes }: LedgerEvent<'DueDiligenceFailed'>): HeadDoc => ({
  ...doc,
  standing: 'failed',
  ended: { reason: data.reason, at: attributes.factat, by: attributes.party, about: data.about ?? null },
});

const on: PartHandlers<HeadDoc> = {
  ...Object.fromEntries(phaseMoves.map(type => [type, steps])),
  PartnershipIdeaRecorded: opens,
  PartnershipIdeaCompleted: (doc, { data: { party: _party, ...card } }) => ({ ...doc, idea: { ...doc.idea, ...card } }),
  PartnershipNeedAssessed: (doc, { data }) => ({ ...doc, need: data }),
  ExistingPartnershipsChecked: (doc, { data }) => ({ ...doc, existing: data }),
  PartnershipTypeProposed: (doc, { data }) => ({ ...doc, type: data.chosen }),
  PartnershipIdeaDiscarded: ends('discarded'),
  DueDiligenceFailed: fails,
  PartnershipClosed: closes,
  PartnershipSuspended: doc => ({ ...doc, standing: 'suspended' }),
  PartnershipResumed: (doc, { data }) => ({ ...doc, standing: data.leaves ?? 'open' }),
  EndApproved: (doc, { data, attributes }) => ({ ...doc, endApproved: { ...data, at: attributes.factat }, endRefused: null }),
  EndRefused: (doc, { data, attributes }) => ({ ...doc, endRefused: { ...data, at: attributes.factat } }),
  RelationshipContinued: goesOn,
  AgreementRenewed: goesOn,
  NegotiationStopped: ends('discarded'),
  PartnershipTypeChanged: (doc, { data, version }) => ({
    ...doc,
    type: data.to,
    typeName: data.policy.typeName,
    gates: gatesTold(doc, data.gates, version),
  }),
};

export const headPart = filePart('head', empty, on);
