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
  /** The session in which an assembly answered (HFA-34). */
  readonly session?: EventData<'ReportsApprovedByAssembly'>['session'];
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
  /** Parties that said no; by majority the others may still decide. */
  readonly declinedBy: readonly { readonly party: string; readonly reason: FreeText }[];
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
  readonly session?: SignOffView['session'];
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
        ...(data.session === undefined ? {} : { session: data.session }),
        at: attributes.factat,
        version,
      },
    ],
  });

type AboutDecision = { readonly decision: string };

const changes = (doc: SignOffsDoc, { decision }: AboutDecision, next: (view: DecisionView) => Partial<DecisionView>): SignOffsDoc => ({
  ...doc,
  decisions: changeWhere(
    doc.decisions,
    one => one.decision === decision,
    one => ({ ...one, ...next(one) }),
  ),
});

const takes = (
  doc: SignOffsDoc,
  { data }: { readonly data: AboutDecision & { readonly acceptedBy: readonly string[]; readonly reason?: FreeText } },
): SignOffsDoc => changes(doc, data, one => ({ state: 'taken', acceptedBy: data.acceptedBy, reason: data.reason ?? one.reason }));

/** A decision that is accepted after somebody said no is still open: no more than a majority is asked for. */
const accepts = (doc: SignOffsDoc, { data }: { readonly data: EventData<'JointDecisionAccepted'> }): SignOffsDoc =>
  changes(doc, data, one => ({
    state: 'proposed',
    acceptedBy: [...new Set([...one.acceptedBy, data.party])],
    declinedBy: one.declinedBy.filter(({ party }) => party !== data.party),
  }));

const declines = (doc: SignOffsDoc, { data }: { readonly data: EventData<'JointDecisionDeclined'> }): SignOffsDoc =>
  changes(doc, data, one => ({
    state: 'declined',
    reason: data.reason,
    acceptedBy: one.acceptedBy.filter(party => party !== data.party),
    declinedBy: [...one.declinedBy.filter(({ party }) => party !== data.party), { party: data.party, reason: data.reason }],
  }));

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
  decisions: [...doc.decisions, { ...decision, proposedBy: party, state: 'proposed', acceptedBy: [party], declinedBy: [], reason: null }],
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
  JointDecisionAccepted: accepts,
  JointDecisionDeclined: declines,
  JointDecisionTaken: takes,
  ChangeAgreed: takes,
  ScopeChanged: takes,
  PolicyOverrideAgreed: takes,
  ExternalReleaseApproved: takes,
  AccountRendered: (doc, event) => ({ ...doc, accountsRendered: [...doc.accountsRendered, { ...event.data, at: told(event).at }] }),
};

export const signOffsPart = filePart<SignOffsDoc>('sign-offs', { signOffs: [], decisions: [], accountsRendered: [] }, on);
