import type { EventData, FreeText, GateId, Intensity, LeadershipPosition, RenewedTerm, Secretariat } from '@palabre/contracts';
import { filePart, told, type PartHandlers } from '../file-part.js';
import { accepts, agrees, asks, declines, type ProposalView } from './frame-proposals.js';

interface LeadershipView extends LeadershipPosition {
  readonly since: string;
  readonly direction: EventData<'LeadershipPositionChanged'>['direction'] | null;
  /** When the co-construction owed after a bid made in haste was opened (ALE-34); null while it was not. */
  readonly catchUpAt: string | null;
}

interface EmergencyView {
  readonly openedAt: string;
  readonly endsAt: string;
  readonly catchUpBy: string;
  readonly open: boolean;
  /** Gates that were still owed when the time to make up was over; they hold every step. */
  readonly missed: readonly GateId[];
}

type Membership = Pick<EventData<'NetworkMembershipJoined'>, 'stake' | 'delegate' | 'mandate' | 'reviewOn' | 'fee'>;

export interface FrameDoc {
  readonly proposals: readonly ProposalView[];
  readonly leadership: LeadershipView | null;
  /** Last word of each party on how far it wants to lead. */
  readonly preferences: readonly (EventData<'LeadershipPreferenceStated'> & { readonly at: string })[];
  readonly coConstruction: readonly (EventData<'CoConstructionOpened'> & { readonly at: string })[];
  readonly secretariat: (Secretariat & { readonly since: string }) | null;
  readonly term: (RenewedTerm & { readonly renewedAt: string }) | null;
  readonly emergency: EmergencyView | null;
  readonly establishment: (Pick<EventData<'EstablishmentDecided'>, 'outcome' | 'prolongedUntil'> & { readonly at: string }) | null;
  readonly intensity: { readonly level: Intensity; readonly saidBy: string; readonly reason: FreeText; readonly since: string } | null;
  readonly bridge: (EventData<'BridgeOpened'> & { readonly since: string }) | null;
  readonly membership:
    | (Membership & {
        readonly since: string;
        readonly renewals: readonly (EventData<'MembershipFeeRenewed'> & { readonly at: string })[];
      })
    | null;
}

const empty: FrameDoc = {
  proposals: [],
  leadership: null,
  preferences: [],
  coConstruction: [],
  secretariat: null,
  term: null,
  emergency: null,
  establishment: null,
  intensity: null,
  bridge: null,
  membership: null,
};

type Told<D> = { readonly attributes: { readonly factat: string }; readonly data: D };

const leads = (data: EventData<'LeadershipPositionSet'> | EventData<'LeadershipPositionChanged'>, at: string): Partial<FrameDoc> => ({
  leadership: { ...data.position, since: at, direction: 'direction' in data ? data.direction : null, catchUpAt: null },
});

/** A bridge ends when the relation goes on; so does a rest. */
const crossed = { bridge: null, intensity: null };

const inEmergency = (doc: FrameDoc, fields: Partial<EmergencyView>): FrameDoc => ({
  ...doc,
  emergency: doc.emergency && { ...doc.emergency, ...fields },
});

const joins = (doc: FrameDoc, { data, attributes }: Told<EventData<'NetworkMembershipJoined'>>): FrameDoc => {
  const { stake, delegate, mandate, reviewOn, fee } = data;
  return { ...doc, membership: { stake, delegate, mandate, reviewOn, fee, since: attributes.factat, renewals: [] } };
};

const on: PartHandlers<FrameDoc> = {
  PartnershipTypeChangeProposed: (doc, event) => {
    const { policy: _policy, ...data } = event.data;
    return asks('type')(doc, { ...event, data });
  },
  LeadershipPositionProposed: asks('leadership'),
  PartnerAccessionProposed: asks('accession'),
  NeutralSecretariatProposed: asks('secretariat'),
  RenewalProposed: asks('renewal'),
  EmergencyPathProposed: asks('emergency'),
  EstablishmentDecisionProposed: asks('establishment'),
  PartyExclusionProposed: asks('exclusion'),
  PartyExcluded: agrees(() => ({})),
  ProtectionLiftProposed: asks('protection'),
  ProtectionLifted: agrees(() => ({})),
  FrameChangeAccepted: accepts,
  FrameChangeDeclined: declines,
  PartnershipTypeChanged: agrees(() => ({})),
  PartnerJoined: agrees(() => ({})),
  LeadershipPositionSet: agrees(leads),
  LeadershipPositionChanged: agrees(leads),
  NeutralSecretariatAppointed: agrees<EventData<'NeutralSecretariatAppointed'>, FrameDoc>(({ secretariat }, since) => ({
    secretariat: { ...secretariat, since },
  })),
  AgreementRenewed: agrees<EventData<'AgreementRenewed'>, FrameDoc>(({ term }, renewedAt) => ({
    term: { ...term, renewedAt },
    ...crossed,
  })),
  EmergencyPathOpened: agrees<EventData<'EmergencyPathOpened'>, FrameDoc>(({ endsAt, catchUpBy }, openedAt) => ({
    emergency: { openedAt, endsAt, catchUpBy, open: true, missed: [] },
  })),
  EstablishmentDecided: agrees<EventData<'EstablishmentDecided'>, FrameDoc>(({ outcome, prolongedUntil }, at) => ({
    establishment: { outcome, prolongedUntil, at },
  })),
  EmergencyPathEnded: doc => inEmergency(doc, { open: false }),
  EmergencyCatchUpMissed: (doc, { data }) => inEmergency(doc, { missed: data.gates }),
  LeadershipPreferenceStated: (doc, event) => ({
    ...doc,
    preferences: [...doc.preferences.filter(one => one.party !== event.data.party), { ...event.data, at: told(event).at }],
  }),
  CoConstructionOpened: (doc, event) => {
    const { at } = told(event);
    const caughtUp = event.data.occasion === 'catch-up' && doc.leadership !== null;
    return {
      ...doc,
      coConstruction: [...doc.coConstruction, { ...event.data, at }],
      leadership: caughtUp ? { ...doc.leadership, catchUpAt: at } : doc.leadership,
    };
  },
  IntensityChanged: (doc, { data, attributes }) => ({
    ...doc,
    intensity: { level: data.to, saidBy: data.party, reason: data.reason, since: attributes.factat },
  }),
  BridgeOpened: (doc, event) => ({ ...doc, bridge: { ...event.data, since: told(event).at } }),
  RelationshipContinued: doc => ({ ...doc, ...crossed }),
  NetworkMembershipJoined: joins,
  MembershipFeeRenewed: (doc, event) => ({
    ...doc,
    membership: doc.membership && {
      ...doc.membership,
      renewals: [...doc.membership.renewals, { ...event.data, at: told(event).at }],
    },
  }),
};

export const framePart = filePart<FrameDoc>('frame', empty, on);
