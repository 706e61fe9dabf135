import type { EventData, FreeText } from '@palabre/contracts';
import { changeWhere, filePart, told, type PartHandlers } from '../file-part.js';

type Verdict = 'given' | 'refused' | 'stale';

interface SignOffView {
  readonly signOff: 'signature' | 'strategic-validation' | 'assembly' | 'content-shared';
  readonly party: string | null;
  readonly person: string | null;
  readonly verdict: Verdict | 'asked';
  readonly textVersion: number;
  readonly hash: string;
  readonly reason: FreeText | null;
  readonly at: string;
  readonly version: number;
}

interface DecisionView {
  readonly decision: string;
  readonly kind: string;
  readonly proposedBy: string;
  readonly subject: string;
  readonly text: FreeText;
  readonly state: 'proposed' | 'declined' | 'taken';
  readonly acceptedBy: readonly string[];
  readonly reason: FreeText | null;
  readonly override: EventData<'JointDecisionProposed'>['override'];
}

export interface SignOffsDoc {
  /** Every sign-off in order, the stale ones included. */
  readonly signOffs: readonly SignOffView[];
  readonly decisions: readonly DecisionView[];
  readonly accountsRendered: readonly { readonly party: string; readonly person: string; readonly at: string }[];
}

type Told<D> = { readonly version: number; readonly attributes: { readonly factat: string }; readonly data: D };
type OnText = {
  readonly version: number;
  readonly hash: string;
  readonly party?: string;
  readonly person?: string;
  readonly reason?: FreeText;
};

const signs =
  (signOff: SignOffView['signOff'], verdict: SignOffView['verdict']) =>
  (doc: SignOffsDoc, { data, attributes, version }: Told<OnText>): SignOffsDoc => ({
    ...doc,
    signOffs: [
      ...doc.signOffs,
      {
        signOff,
        party: data.party ?? null,
        person: data.person ?? null,
        verdict,
        textVersion: data.version,
        hash: data.hash,
        reason: data.reason ?? null,
        at: attributes.factat,
        version,
      },
    ],
  });

const decides =
  (state: DecisionView['state']) =>
  (
    doc: SignOffsDoc,
    { data }: { readonly data: { readonly decision: string; readonly acceptedBy?: readonly string[]; readonly reason?: FreeText } },
  ): SignOffsDoc => ({
    ...doc,
    decisions: changeWhere(
      doc.decisions,
      one => one.decision === data.decision,
      one => ({ ...one, state, acceptedBy: data.acceptedBy ?? one.acceptedBy, reason: data.reason ?? one.reason }),
    ),
  });

const becomesStale = (doc: SignOffsDoc, { data }: { readonly data: EventData<'SignOffBecameStale'> }): SignOffsDoc => ({
  ...doc,
  signOffs: changeWhere(
    doc.signOffs,
    one => one.signOff === data.signOff && one.verdict === 'given' && (data.party === null || one.party === data.party),
    one => ({ ...one, verdict: 'stale' }),
  ),
});

const proposes = (
  doc: SignOffsDoc,
  { data: { party, ...decision } }: { readonly data: EventData<'JointDecisionProposed'> },
): SignOffsDoc => ({
  ...doc,
  decisions: [...doc.decisions, { ...decision, proposedBy: party, state: 'proposed', acceptedBy: [party], reason: null }],
});

const on: PartHandlers<SignOffsDoc> = {
  SignatureGiven: signs('signature', 'given'),
  SignatureRefused: signs('signature', 'refused'),
  StrategicValidationRequested: signs('strategic-validation', 'asked'),
  StrategicValidationGranted: signs('strategic-validation', 'given'),
  StrategicValidationRefused: signs('strategic-validation', 'refused'),
  ReportsApprovedByAssembly: signs('assembly', 'given'),
  ReportsReturnedByAssembly: signs('assembly', 'refused'),
  AgreementContentShared: signs('content-shared', 'given'),
  SignOffBecameStale: becomesStale,
  JointDecisionProposed: proposes,
  ChangeProposed: proposes,
  JointDecisionAccepted: (doc, { data }) => ({
    ...doc,
    decisions: changeWhere(
      doc.decisions,
      one => one.decision === data.decision,
      one => ({ ...one, acceptedBy: [...new Set([...one.acceptedBy, data.party])] }),
    ),
  }),
  JointDecisionDeclined: decides('declined'),
  JointDecisionTaken: decides('taken'),
  ChangeAgreed: decides('taken'),
  ScopeChanged: decides('taken'),
  PolicyOverrideAgreed: decides('taken'),
  AccountRendered: (doc, event) => ({ ...doc, accountsRendered: [...doc.accountsRendered, { ...event.data, at: told(event).at }] }),
};

export const signOffsPart = filePart<SignOffsDoc>('sign-offs', { signOffs: [], decisions: [], accountsRendered: [] }, on);
