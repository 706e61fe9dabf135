import type { FreeText, Role } from '@palabre/contracts';
import { changeWhere, filePart, told, type PartHandlers } from '../file-part.js';

interface PartyView {
  readonly party: string;
  readonly side: 'host' | 'partner';
  readonly organisation: string;
  readonly workingLanguage: string;
  readonly consent: { readonly consents: boolean; readonly at: string } | null;
  readonly officer: { readonly person: string; readonly isPresident: boolean } | null;
  readonly mandates: readonly { readonly person: string; readonly role: Role; readonly from: string; readonly until: string | null }[];
  readonly expectations: { readonly expectations: FreeText; readonly values: readonly FreeText[] } | null;
  readonly limits: readonly FreeText[];
  readonly coConstruction: string | null;
}

export interface PartiesDoc {
  readonly parties: readonly PartyView[];
  readonly committee: {
    readonly members: readonly { readonly party: string; readonly person: string }[];
    readonly announcedToMembers: boolean;
    readonly at: string;
  } | null;
  readonly handovers: readonly {
    readonly handover: string;
    readonly party: string;
    readonly outgoing: string;
    readonly incoming: string;
    readonly historyNote: FreeText;
    readonly pending: readonly FreeText[];
    readonly confirmedBy: readonly string[];
    readonly done: boolean;
  }[];
  /** Restrictions of access with their reason: the partner can list them (MDM-17). */
  readonly restrictions: readonly {
    readonly object: string;
    readonly restrictedFor: string;
    readonly reason: FreeText;
    readonly at: string;
  }[];
}

type Entry = Pick<PartyView, 'party' | 'side' | 'organisation' | 'workingLanguage'>;

const enters = (entry: Entry): PartyView => ({
  ...entry,
  consent: null,
  officer: null,
  mandates: [],
  expectations: null,
  limits: [],
  coConstruction: null,
});

const ofParty = (doc: PartiesDoc, party: string, change: (view: PartyView) => PartyView): PartiesDoc => ({
  ...doc,
  parties: changeWhere(doc.parties, one => one.party === party, change),
});

const on: PartHandlers<PartiesDoc> = {
  PartnershipIdeaRecorded: (doc, { data }) => ({ ...doc, parties: data.parties.map(enters) }),
  CandidateShortlisted: (doc, { data }) => ({
    ...doc,
    parties: [...doc.parties.filter(one => one.party !== data.entry.party), enters(data.entry)],
  }),
  PartnerJoined: (doc, { data }) => ({ ...doc, parties: [...doc.parties, enters({ ...data.applicant, side: 'partner' })] }),
  PartnerWithdrew: (doc, { data }) => ({
    ...doc,
    parties: doc.parties.filter(one => one.party !== data.party).map(one => (one.party === data.dutiesTo ? { ...one, side: 'host' } : one)),
  }),
  PartyConsentRecorded: (doc, { data, attributes }) =>
    ofParty(doc, data.party, one => ({ ...one, consent: { consents: data.consents, at: attributes.factat } })),
  MandateRecorded: (doc, { data: { party, ...mandate } }) => ofParty(doc, party, one => ({ ...one, mandates: [...one.mandates, mandate] })),
  PartnershipOfficerDesignated: (doc, { data: { party, ...officer } }) => ofParty(doc, party, one => ({ ...one, officer })),
  ExpectationsRecorded: (doc, { data: { party, ...expectations } }) => ofParty(doc, party, one => ({ ...one, expectations })),
  OwnLimitDeclared: (doc, { data }) => ofParty(doc, data.party, one => ({ ...one, limits: [...one.limits, data.limit] })),
  CoConstructionConfirmed: (doc, { data, attributes }) => ofParty(doc, data.party, one => ({ ...one, coConstruction: attributes.factat })),
  FollowUpCommitteeConstituted: (doc, { data, attributes }) => ({ ...doc, committee: { ...data, at: attributes.factat } }),
  HandoverOpened: (doc, { data }) => ({ ...doc, handovers: [...doc.handovers, { ...data, confirmedBy: [], done: false }] }),
  HandoverConfirmed: (doc, { data }) => ({
    ...doc,
    handovers: changeWhere(
      doc.handovers,
      one => one.handover === data.handover,
      one => ({ ...one, confirmedBy: [...one.confirmedBy, data.by] }),
    ),
  }),
  FocalPointHandedOver: (doc, { data }) => ({
    ...doc,
    handovers: changeWhere(
      doc.handovers,
      one => one.handover === data.handover,
      one => ({ ...one, done: true }),
    ),
  }),
  AccessRestrictionRecorded: (doc, event) => ({ ...doc, restrictions: [...doc.restrictions, { ...event.data, at: told(event).at }] }),
};

export const partiesPart = filePart<PartiesDoc>('parties', { parties: [], committee: null, handovers: [], restrictions: [] }, on);
