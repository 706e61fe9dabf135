import type { FreeText, TextKind } from '@palabre/contracts';
import type { FilePart, PartHandlers } from '../file-part.js';

/** One text with its newest body; earlier bodies stay in the ledger, their heads are listed here. */
export interface TextDoc {
  readonly kind: TextKind | null;
  /** A final report is approved or returned by an assembly (HFA-34); every other text is agreed by the parties. */
  readonly state: 'proposed' | 'contested' | 'agreed' | 'approved' | 'returned';
  readonly head: { readonly version: number; readonly hash: string; readonly proposedBy: string; readonly at: string } | null;
  readonly body: unknown;
  readonly acceptedBy: readonly string[];
  readonly contests: readonly {
    readonly version: number;
    readonly party: string;
    readonly reasons: FreeText;
    readonly about: readonly string[];
    readonly at: string;
  }[];
  readonly comments: readonly { readonly version: number; readonly party: string; readonly comment: FreeText; readonly at: string }[];
  readonly translations: readonly { readonly version: number; readonly language: string; readonly body: FreeText }[];
  readonly versions: readonly { readonly version: number; readonly hash: string; readonly proposedBy: string; readonly at: string }[];
  readonly agreed: { readonly version: number; readonly hash: string; readonly acceptedBy: readonly string[]; readonly at: string } | null;
  /** Who said, before signature, that the agreement was read (HFA-16); absent before anybody did. */
  readonly read?: readonly { readonly version: number; readonly party: string; readonly person: string; readonly at: string }[];
  readonly shared: readonly { readonly version: number; readonly party: string; readonly with: readonly string[]; readonly at: string }[];
}

const empty: TextDoc = {
  kind: null,
  state: 'proposed',
  head: null,
  body: null,
  acceptedBy: [],
  contests: [],
  comments: [],
  translations: [],
  versions: [],
  agreed: null,
  shared: [],
};

type Told<D> = { readonly attributes: { readonly factat: string }; readonly data: D };
type Version = { readonly version: number; readonly hash: string };

const proposes = (doc: TextDoc, { data, attributes }: Told<Version & { kind: unknown; proposedBy: string; body: unknown }>): TextDoc => {
  const head = { version: data.version, hash: data.hash, proposedBy: data.proposedBy, at: attributes.factat };
  return {
    ...doc,
    kind: data.kind as TextKind,
    state: 'proposed',
    head,
    body: data.body,
    acceptedBy: [data.proposedBy],
    versions: [...doc.versions, head],
  };
};

const contests = (
  doc: TextDoc,
  {
    data,
    attributes,
  }: Told<Version & { party: string; reasons: FreeText; about: readonly string[]; leaves?: TextDoc['state'] | undefined }>,
): TextDoc => ({
  ...doc,
  state: data.leaves ?? 'contested',
  acceptedBy: doc.acceptedBy.filter(one => one !== data.party),
  contests: [
    ...doc.contests,
    { version: data.version, party: data.party, reasons: data.reasons, about: data.about, at: attributes.factat },
  ],
});

const agrees = (doc: TextDoc, { data, attributes }: Told<Version & { acceptedBy: readonly string[] }>): TextDoc => ({
  ...doc,
  state: 'agreed',
  acceptedBy: data.acceptedBy,
  agreed: { version: data.version, hash: data.hash, acceptedBy: data.acceptedBy, at: attributes.factat },
});

/** One return outweighs approvals; an approval of another version says nothing of this one. */
const answered =
  (state: 'approved' | 'returned') =>
  (doc: TextDoc, { data }: Told<Version>): TextDoc =>
    doc.head?.version !== data.version || doc.state === 'returned' ? doc : { ...doc, state };

const on: PartHandlers<TextDoc> = {
  TextProposed: proposes,
  BudgetProposed: proposes,
  AgreementDrafted: proposes,
  VisionProposed: proposes,
  FinalReportSubmitted: proposes,
  TextCommented: (doc, { data, attributes }) => ({
    ...doc,
    comments: [...doc.comments, { version: data.version, party: data.party, comment: data.comment, at: attributes.factat }],
  }),
  TextAccepted: (doc, { data }) => ({ ...doc, acceptedBy: [...new Set([...doc.acceptedBy, data.party])] }),
  TextContested: contests,
  BudgetContested: contests,
  TextAgreed: agrees,
  SharedValuesAgreed: agrees,
  SharedVisionAgreed: agrees,
  CommonObjectivesRecorded: agrees,
  RolesAgreed: agrees,
  BudgetCoValidated: agrees,
  CapacityPlanAgreed: agrees,
  EvaluationModalitiesAgreed: agrees,
  OperatingModesAgreed: agrees,
  CommunicationRulesAgreed: agrees,
  CodeOfConductAdopted: agrees,
  MilestonesDefined: agrees,
  TransferPlanAgreed: agrees,
  PartnershipPlanAgreed: agrees,
  ReportsApprovedByAssembly: answered('approved'),
  ReportsReturnedByAssembly: answered('returned'),
  DocumentTranslated: (doc, { data }) => ({
    ...doc,
    translations: [...doc.translations, { version: data.version, language: data.language, body: data.body }],
  }),
  AgreementContentRead: (doc, { data: { version, party }, attributes: { actor, factat } }) => ({
    ...doc,
    read: [...(doc.read ?? []), { version, party, person: actor, at: factat }],
  }),
  AgreementContentShared: (doc, { data, attributes }) => ({
    ...doc,
    shared: [...doc.shared, { version: data.version, party: data.party, with: data.with, at: attributes.factat }],
  }),
};

const ofTheReport: readonly string[] = ['ReportsApprovedByAssembly', 'ReportsReturnedByAssembly'];

/** The agreement's own events say no kind, and no more do the assembly's answers on the final report. */
const kindOf = ({ type, data }: { readonly type: string; readonly data: { readonly kind?: unknown } }): string => {
  if (ofTheReport.includes(type)) return 'final-report';
  return typeof data.kind === 'string' ? data.kind : 'agreement';
};

/** One document per kind of text: `text/budget`, `text/agreement` … */
export const textPart: FilePart<TextDoc> = {
  empty,
  on,
  partOf: event => `text/${kindOf(event as { readonly type: string; readonly data: object })}`,
};
