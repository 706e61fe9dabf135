import type { EventData, FreeText } from '@palabre/contracts';
import { filePart, type PartHandlers } from '../file-part.js';

export interface CaseView {
  readonly case: string;
  readonly line: string;
  readonly colour: 'red' | 'orange';
  readonly about: string;
  readonly state: 'raised' | 'alleged' | 'mitigated' | 'lifted' | 'confirmed' | 'dismissed' | 'lapsed';
  readonly openedAt: string;
  readonly facts: FreeText | null;
  readonly statements: readonly FreeText[];
  readonly plan: {
    readonly agreed: boolean;
    readonly acceptedBy: readonly string[];
    readonly steps: EventData<'MitigationPlanAgreed'>['steps'];
    /** How the partnership goes on in the meantime (MDM-73); null where nothing was arranged. */
    readonly arrangement: FreeText | null;
  } | null;
  readonly decision: { readonly reason: FreeText; readonly consequence: string | null; readonly at: string } | null;
  /** The last time its body refused to call it over; null once it is, and where nobody asked. */
  readonly refused: { readonly reason: FreeText; readonly at: string } | null;
  readonly suspends: boolean;
}

export interface LinesDoc {
  readonly cases: readonly CaseView[];
}

type Told = { readonly attributes: { readonly factat: string } };
type Raised = Told & {
  readonly data: { readonly case: string; readonly line: string; readonly about: string; readonly facts: FreeText | null };
};
type Decided = Told & { readonly data: { readonly case: string; readonly reason: FreeText; readonly consequence?: string } };

const raises =
  (colour: CaseView['colour'], state: CaseView['state']) =>
  (doc: LinesDoc, { data, attributes }: Raised): LinesDoc => ({
    cases: [
      ...doc.cases,
      { ...data, colour, state, openedAt: attributes.factat, statements: [], plan: null, decision: null, refused: null, suspends: false },
    ],
  });

const change = (doc: LinesDoc, id: string, next: (view: CaseView) => CaseView): LinesDoc => ({
  cases: doc.cases.map(one => (one.case === id ? next(one) : one)),
});

const decides =
  (state: CaseView['state']) =>
  (doc: LinesDoc, { data, attributes }: Decided): LinesDoc =>
    change(doc, data.case, one => ({
      ...one,
      state,
      decision: { reason: data.reason, consequence: data.consequence ?? null, at: attributes.factat },
    }));

const stays = (doc: LinesDoc, { data, attributes }: Decided): LinesDoc =>
  change(doc, data.case, one => ({ ...one, refused: { reason: data.reason, at: attributes.factat } }));

const on: PartHandlers<LinesDoc> = {
  OrangeLineRaised: raises('orange', 'raised'),
  RedLineAlleged: raises('red', 'alleged'),
  PartyHeard: (doc, { data }) => change(doc, data.case, one => ({ ...one, statements: [...one.statements, data.statement] })),
  MitigationPlanProposed: (doc, { data }) =>
    change(doc, data.case, one => ({
      ...one,
      plan: { agreed: false, acceptedBy: [data.proposedBy], steps: data.steps, arrangement: data.arrangement },
    })),
  MitigationPlanAccepted: (doc, { data }) =>
    change(doc, data.case, one => ({
      ...one,
      plan: one.plan && { ...one.plan, acceptedBy: [...new Set([...one.plan.acceptedBy, data.party])] },
    })),
  MitigationPlanAgreed: (doc, { data }) =>
    change(doc, data.case, one => ({
      ...one,
      state: 'mitigated',
      plan: { agreed: true, acceptedBy: data.acceptedBy, steps: data.steps, arrangement: one.plan?.arrangement ?? null },
    })),
  OrangeLineLifted: decides('lifted'),
  RedLineBreachConfirmed: decides('confirmed'),
  LineDismissed: decides('dismissed'),
  PartnershipSuspended: (doc, { data }) => change(doc, data.case, one => ({ ...one, suspends: true })),
  PartnershipResumed: (doc, { data }) => change(doc, data.case, one => ({ ...one, refused: null, suspends: false })),
  FundTransfersReleased: (doc, { data }) => change(doc, data.case, one => ({ ...one, refused: null })),
  ResumptionRefused: stays,
  ReleaseRefused: stays,
  LineLapsed: (doc, { data }) => change(doc, data.case, one => ({ ...one, state: 'lapsed' })),
};

export const linesPart = filePart<LinesDoc>('lines', { cases: [] }, on);
