import type { EventData, FreeText, Role } from '@palabre/contracts';
import type { LedgerEvent } from '../../../ledger/ledger-event.js';
import { changeWhere, filePart, told, type PartHandlers } from '../file-part.js';
import { protectionHandlers, type WithProtection } from './protection-view.js';

interface PartyView {
  readonly party: string;
  readonly side: 'host' | 'partner';
  readonly organisation: string;
  readonly workingLanguage: string;
  /** When it came in later than the others; null for those who began. */
  readonly joinedAt: string | null;
  readonly consent: { readonly consents: boolean; readonly at: string } | null;
  /** Who runs the file until an officer is designated (S-24). */
  readonly holder: string | null;
  readonly officer: { readonly person: string; readonly isPresident: boolean } | null;
  readonly mandates: readonly { readonly person: string; readonly role: Role; readonly from: string; readonly until: string | null }[];
  /** When its officers can be reached, and who answers otherwise (AGI-28). */
  readonly availability: readonly Omit<EventData<'AvailabilityStated'>, 'party'>[];
  readonly expectations: { readonly expectations: FreeText; readonly values: readonly FreeText[] } | null;
  readonly limits: readonly FreeText[];
  readonly coConstruction: string | null;
  /** Who took part in building for it, as it named them (MDM-27); absent until it has confirmed. */
  readonly builders?: readonly string[];
  /** Days that the party needs to decide inside its own house (PMP-30); null until it has said so. */
  readonly decisionDays: number | null;
}

/** Notice of a party that leaves, and the mediation that was tried before its end (S-06). */
interface WithdrawalView extends EventData<'WithdrawalAnnounced'> {
  readonly announcedAt: string;
  readonly state: 'announced' | 'revoked' | 'left';
  readonly revokedBecause: FreeText | null;
  readonly mediation: {
    readonly mediator: string;
    readonly offeredBy: string;
    readonly state: 'offered' | 'accepted' | 'declined';
    readonly note: FreeText | null;
  } | null;
}

type Applicant = EventData<'PartnerAccessionProposed'>['applicant'];

/** Who asks to come in, and what it has done for it so far (PMP-21). */
interface ApplicantView extends Applicant {
  readonly proposal: string;
  readonly answered: boolean;
  readonly rulesAccepted: (EventData<'RulesInForceAccepted'> & { readonly at: string }) | null;
}

export interface PartiesDoc extends WithProtection {
  /** Parties that bind and are bound; who has not come in yet, or has left, stands apart. */
  readonly parties: readonly PartyView[];
  readonly applicant: ApplicantView | null;
  readonly left: readonly (PartyView & { readonly leftAt: string })[];
  readonly withdrawals: readonly WithdrawalView[];
  readonly committee: (EventData<'FollowUpCommitteeConstituted'> & { readonly at: string }) | null;
  readonly handovers: readonly {
    readonly handover: string;
    readonly party: string;
    readonly outgoing: string;
    readonly incoming: string;
    readonly historyNote: FreeText;
    readonly pending: readonly FreeText[];
    readonly confirmedBy: readonly string[];
    readonly done: boolean;
    /** Changes of contact persons in the months that the charter looks back on (MDM-10); null until it is done. */
    readonly recently: { readonly changes: number; readonly months: number } | null;
  }[];
  /** Restrictions of access with their reason: the partner can list them (MDM-17). */
  readonly restrictions: readonly (EventData<'AccessRestrictionRecorded'> & { readonly at: string })[];
}

type Entry = Pick<PartyView, 'party' | 'side' | 'organisation' | 'workingLanguage'>;

const enters = (entry: Entry): PartyView => ({
  ...entry,
  joinedAt: null,
  consent: null,
  holder: null,
  officer: null,
  availability: [],
  mandates: [],
  expectations: null,
  limits: [],
  coConstruction: null,
  decisionDays: null,
});

const ofParty = (doc: PartiesDoc, party: string, change: (view: PartyView) => PartyView): PartiesDoc => ({
  ...doc,
  parties: changeWhere(doc.parties, one => one.party === party, change),
});

/** One person at a time holds the file, of whichever party, and nobody once an officer is designated. */
const heldBy = (doc: PartiesDoc, party: string | null, holder: string | null): PartiesDoc => ({
  ...doc,
  parties: doc.parties.map(one => ({ ...one, holder: one.party === party ? holder : null })),
});

const ofWithdrawal = (doc: PartiesDoc, withdrawal: string, next: (view: WithdrawalView) => Partial<WithdrawalView>): PartiesDoc => ({
  ...doc,
  withdrawals: changeWhere(
    doc.withdrawals,
    one => one.withdrawal === withdrawal,
    one => ({ ...one, ...next(one) }),
  ),
});

type HandoverView = PartiesDoc['handovers'][number];

const ofHandover = (doc: PartiesDoc, handover: string, change: (view: HandoverView) => HandoverView): PartiesDoc => ({
  ...doc,
  handovers: changeWhere(doc.handovers, one => one.handover === handover, change),
});

/** The host's side passes on when it is the host who leaves; the others go on together (C-15). */
const without = (doc: PartiesDoc, party: string, dutiesTo: string | null, leftAt: string): PartiesDoc => ({
  ...doc,
  parties: doc.parties.filter(one => one.party !== party).map(one => (one.party === dutiesTo ? { ...one, side: 'host' } : one)),
  left: [...doc.left, ...doc.parties.filter(one => one.party === party).map(one => ({ ...one, leftAt }))],
});

const leaves = (doc: PartiesDoc, event: LedgerEvent<'PartnerWithdrew'>): PartiesDoc => {
  const { withdrawal, party, dutiesTo } = event.data;
  const ended = ofWithdrawal(doc, withdrawal, () => ({ state: 'left' }));
  return without(ended, party, dutiesTo, told(event).at);
};

const on: PartHandlers<PartiesDoc> = {
  PartnershipIdeaRecorded: (doc, { data }) => ({ ...doc, parties: data.parties.map(enters) }),
  CandidateShortlisted: (doc, { data }) => ({
    ...doc,
    parties: [...doc.parties.filter(one => one.party !== data.entry.party), enters(data.entry)],
    left: doc.left.filter(one => one.party !== data.entry.party),
  }),
  CandidateSetAside: (doc, event) => without(doc, event.data.party, null, told(event).at),
  PartnerAccessionProposed: (doc, { data }) => ({
    ...doc,
    applicant: { ...data.applicant, proposal: data.proposal, answered: false, rulesAccepted: null },
  }),
  AccessionAnswersGiven: doc => ({ ...doc, applicant: doc.applicant && { ...doc.applicant, answered: true } }),
  RulesInForceAccepted: (doc, event) => ({
    ...doc,
    applicant: doc.applicant && { ...doc.applicant, rulesAccepted: { ...event.data, at: told(event).at } },
  }),
  FrameChangeDeclined: (doc, { data }) => (data.closes && data.proposal === doc.applicant?.proposal ? { ...doc, applicant: null } : doc),
  PartnerJoined: (doc, event) => ({
    ...doc,
    parties: [...doc.parties, { ...enters({ ...event.data.applicant, side: 'partner' }), joinedAt: told(event).at }],
    applicant: null,
  }),
  DecisionDelayDeclared: (doc, { data }) => ofParty(doc, data.party, one => ({ ...one, decisionDays: data.days })),
  WithdrawalAnnounced: (doc, event) => ({
    ...doc,
    withdrawals: [
      ...doc.withdrawals,
      { ...event.data, announcedAt: told(event).at, state: 'announced', revokedBecause: null, mediation: null },
    ],
  }),
  MediationOffered: (doc, { data: { withdrawal, mediator, party } }) =>
    ofWithdrawal(doc, withdrawal, () => ({ mediation: { mediator, offeredBy: party, state: 'offered', note: null } })),
  MediationAnswered: (doc, { data }) =>
    ofWithdrawal(doc, data.withdrawal, ({ mediation }) => ({
      mediation: mediation && { ...mediation, state: data.accepts ? 'accepted' : 'declined', note: data.note },
    })),
  WithdrawalRevoked: (doc, { data }) => ofWithdrawal(doc, data.withdrawal, () => ({ state: 'revoked', revokedBecause: data.reason })),
  PartnerWithdrew: leaves,
  PartyExcluded: (doc, event) => without(doc, event.data.excluded, event.data.dutiesTo, told(event).at),
  PartyConsentRecorded: (doc, { data, attributes }) =>
    ofParty(doc, data.party, one => ({ ...one, consent: { consents: data.consents, at: attributes.factat } })),
  MandateRecorded: (doc, { data: { party, ...mandate } }) => ofParty(doc, party, one => ({ ...one, mandates: [...one.mandates, mandate] })),
  AvailabilityStated: (doc, { data: { party, ...stated } }) =>
    ofParty(doc, party, one => ({ ...one, availability: [...one.availability.filter(known => known.person !== stated.person), stated] })),
  FileHolderNamed: (doc, { data }) => heldBy(doc, data.party, data.person),
  PartnershipOfficerDesignated: (doc, { data: { party, person, isPresident } }) =>
    ofParty(heldBy(doc, null, null), party, one => ({ ...one, officer: { person, isPresident } })),
  ExpectationsRecorded: (doc, { data: { party, ...expectations } }) => ofParty(doc, party, one => ({ ...one, expectations })),
  OwnLimitDeclared: (doc, { data }) => ofParty(doc, data.party, one => ({ ...one, limits: [...one.limits, data.limit] })),
  CoConstructionConfirmed: (doc, { data, attributes }) =>
    ofParty(doc, data.party, one => ({
      ...one,
      coConstruction: attributes.factat,
      ...(data.participants && { builders: data.participants }),
    })),
  FollowUpCommitteeConstituted: (doc, { data, attributes }) => ({ ...doc, committee: { ...data, at: attributes.factat } }),
  HandoverOpened: (doc, { data }) => ({ ...doc, handovers: [...doc.handovers, { ...data, confirmedBy: [], done: false, recently: null }] }),
  HandoverConfirmed: (doc, { data }) => ofHandover(doc, data.handover, one => ({ ...one, confirmedBy: [...one.confirmedBy, data.by] })),
  FocalPointHandedOver: (doc, { data }) => ofHandover(doc, data.handover, one => ({ ...one, done: true, recently: data.recently ?? null })),
  ...protectionHandlers<PartiesDoc>(),
  AccessRestrictionRecorded: (doc, event) => ({ ...doc, restrictions: [...doc.restrictions, { ...event.data, at: told(event).at }] }),
};

export const partiesPart = filePart<PartiesDoc>(
  'parties',
  { parties: [], applicant: null, left: [], withdrawals: [], committee: null, handovers: [], restrictions: [] },
  on,
);
