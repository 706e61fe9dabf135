import type { EventAttributes, EventData, FrameKind, TextKind } from '@palabre/contracts';
import { endOfDay } from '../../calendar/span.js';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { withoutCasesAbout } from '../line/evolve.js';
import { partyLeft, unprotected } from '../parties/evolve.js';
import { entered } from '../parties/slice.js';
import type { FrameEffects, FrameSlice, OpenProposal } from './slice.js';

const withFrame = (state: PartnershipState, frame: Partial<FrameSlice>): PartnershipState => ({
  ...state,
  frame: { ...state.frame, ...frame },
});

interface Told {
  readonly proposal: string;
  readonly party: string;
}

/** The proposer says yes by proposing. */
function asked<K extends FrameKind>(
  state: PartnershipState,
  kind: K,
  { proposal, party }: Told,
  effect: FrameEffects[K],
  attributes: EventAttributes,
  verdicts: OpenProposal['verdicts'] = [{ party, says: 'yes' }],
): PartnershipState {
  const open = {
    proposal,
    kind,
    proposedBy: party,
    proposedByPerson: attributes.actor,
    askedAt: attributes.factat,
    verdicts,
    effect,
  } as unknown as OpenProposal;
  return withFrame(state, { proposals: [...state.frame.proposals, open] });
}

const closed = (state: PartnershipState, proposal: string): PartnershipState =>
  withFrame(state, { proposals: state.frame.proposals.filter(open => open.proposal !== proposal) });

const said = (state: PartnershipState, { proposal, party }: Told, says: 'yes' | 'no'): PartnershipState =>
  withFrame(state, {
    proposals: state.frame.proposals.map(open =>
      open.proposal === proposal
        ? { ...open, verdicts: [...open.verdicts.filter(verdict => verdict.party !== party), { party, says }] }
        : open,
    ),
  });

/** Who does not come in is no party of any case either. */
function withoutApplicant(state: PartnershipState): PartnershipState {
  const party = state.frame.applicant?.party;
  const out = {
    ...withFrame(state, { applicant: null }),
    parties: { ...state.parties, members: state.parties.members.filter(member => member.standing !== 'applicant') },
  };
  return party === undefined ? out : withoutCasesAbout(out, party);
}

/* What steps of the procedure do to the frame; the phase mechanism calls them when it moves. */

/** A bridge ends when the relation goes on; so does a rest. */
export const bridgeCrossed = (state: PartnershipState): PartnershipState => withFrame(state, { bridgeSince: null, intensity: null });

/** A new term is an agreement of its own: its papers are asked for again (HFA-27). */
export function termRenewed(state: PartnershipState, proposal: string): PartnershipState {
  const { filed: _earlier, ...journal } = state.journal;
  return { ...bridgeCrossed(closed(state, proposal)), journal };
}

export const networkJoined = (
  state: PartnershipState,
  { delegate, reviewOn }: { readonly delegate: string; readonly reviewOn: string },
  attributes: EventAttributes,
): PartnershipState => withFrame(state, { membership: { delegate, reviewOn, since: attributes.factat, renewals: 0 } });

/** What an applicant accepted are the rules of that day: once they change, it is asked again (PMP-21). */
export const rulesChanged = (state: PartnershipState): PartnershipState =>
  state.frame.applicant?.rulesAcceptedAt ? withFrame(state, { applicant: { ...state.frame.applicant, rulesAcceptedAt: null } }) : state;

/** A text agreed afresh once the partnership is to last: what it was asked for is done (PMP-61). */
export const lastingTextAgreed = (state: PartnershipState, kind: TextKind): PartnershipState =>
  state.frame.lastingSince === undefined || state.frame.lastingTexts?.includes(kind)
    ? state
    : withFrame(state, { lastingTexts: [...(state.frame.lastingTexts ?? []), kind] });

/** Gates that a step passed over because of an emergency (S-19). */
export function gatesOwed(state: PartnershipState, gates: EventData<'ImplementationStarted'>['gates']): PartnershipState {
  const { emergency } = state.frame;
  const waived = gates.filter(gate => gate.state === 'waived').map(gate => gate.gate);
  if (emergency === null || waived.length === 0) return state;
  return withFrame(state, { emergency: { ...emergency, owed: [...new Set([...emergency.owed, ...waived])] } });
}

export const frameEvolvers: Evolvers = {
  FrameChangeAccepted: (state, data) => said(state, data, 'yes'),
  FrameChangeDeclined: (state, data) => {
    if (!data.closes) return said(state, data, 'no');
    const over = closed(state, data.proposal);
    return data.kind === 'accession' ? withoutApplicant(over) : over;
  },
  PartnershipTypeChangeProposed: (state, data, attributes) => asked(state, 'type', data, { to: data.to, policy: data.policy }, attributes),
  PartnershipTypeChanged: (state, data) => rulesChanged({ ...closed(state, data.proposal), policy: data.policy }),
  LeadershipPositionProposed: (state, data, attributes) => asked(state, 'leadership', data, { position: data.position }, attributes),
  LeadershipPositionSet: (state, data) =>
    withFrame(closed(state, data.proposal), { leadership: { position: data.position, catchUpDone: false } }),
  LeadershipPositionChanged: (state, data) =>
    withFrame(closed(state, data.proposal), { leadership: { position: data.position, catchUpDone: false } }),
  LeadershipPreferenceStated: state => state,
  PartnerAccessionProposed: (state, data, attributes) => {
    const entry = entered({ ...data.applicant, side: 'partner' }, 'applicant');
    const applicant = { party: data.applicant.party, answered: false, rulesAcceptedAt: null };
    const proposed = asked(state, 'accession', data, { applicant: data.applicant }, attributes);
    return withFrame({ ...proposed, parties: { ...state.parties, members: [...state.parties.members, entry] } }, { applicant });
  },
  AccessionAnswersGiven: state =>
    state.frame.applicant === null ? state : withFrame(state, { applicant: { ...state.frame.applicant, answered: true } }),
  RulesInForceAccepted: (state, _data, attributes) =>
    state.frame.applicant === null
      ? state
      : withFrame(state, { applicant: { ...state.frame.applicant, rulesAcceptedAt: attributes.factat } }),
  PartnerJoined: (state, data) => ({
    ...withFrame(closed(state, data.proposal), { applicant: null }),
    parties: {
      ...state.parties,
      members: state.parties.members.map(member => (member.party === data.applicant.party ? { ...member, standing: 'in' } : member)),
    },
  }),
  NeutralSecretariatProposed: (state, data, attributes) => asked(state, 'secretariat', data, { secretariat: data.secretariat }, attributes),
  NeutralSecretariatAppointed: (state, data) => {
    const { organisation, party } = data.secretariat;
    const others = state.parties.members.filter(member => member.standing !== 'secretariat');
    const third = entered({ party: 'secretariat', side: 'partner', organisation, workingLanguage: 'fr' }, 'secretariat');
    return {
      ...withFrame(closed(state, data.proposal), { secretariat: data.secretariat }),
      parties: { ...state.parties, members: party === null ? [...others, third] : others },
    };
  },
  /** Only a hand that may sign says yes for its party; events of earlier days did not tell. */
  RenewalProposed: (state, data, attributes) =>
    asked(state, 'renewal', data, { term: data.term }, attributes, data.signed === false ? [] : undefined),
  EmergencyPathProposed: (state, data, attributes) => asked(state, 'emergency', data, { reason: data.reason }, attributes),
  EmergencyPathOpened: (state, data) =>
    withFrame(closed(state, data.proposal), {
      emergency: { endsAt: data.endsAt, catchUpBy: data.catchUpBy, open: true, owed: [], missed: false },
    }),
  EmergencyPathEnded: state =>
    state.frame.emergency === null ? state : withFrame(state, { emergency: { ...state.frame.emergency, open: false } }),
  EmergencyCatchUpMissed: (state, data) =>
    state.frame.emergency === null ? state : withFrame(state, { emergency: { ...state.frame.emergency, owed: data.gates, missed: true } }),
  ProtectionLiftProposed: (state, data, attributes) => asked(state, 'protection', data, { reason: data.reason }, attributes),
  ProtectionLifted: (state, data) => unprotected(closed(state, data.proposal)),
  EstablishmentDecisionProposed: (state, data, attributes) =>
    asked(state, 'establishment', data, { outcome: data.outcome, prolongedUntil: data.prolongedUntil }, attributes),
  EstablishmentDecided: (state, data, attributes) =>
    withFrame(closed(state, data.proposal), {
      ...(data.outcome === 'institutionalise' ? { lastingSince: attributes.factat } : {}),
      establishment: { outcome: data.outcome, until: data.prolongedUntil === null ? null : endOfDay(data.prolongedUntil) },
    }),
  PartyExclusionProposed: (state, data, attributes) =>
    asked(state, 'exclusion', data, { excluded: data.excluded, because: data.because }, attributes),
  PartyExcluded: (state, data) => partyLeft(closed(state, data.proposal), data.excluded, data.dutiesTo),
  IntensityChanged: (state, data, attributes) => withFrame(state, { intensity: { level: data.to, since: attributes.factat } }),
  BridgeOpened: (state, _data, attributes) => withFrame(state, { bridgeSince: attributes.factat }),
  MembershipFeeRenewed: state =>
    state.frame.membership === null
      ? state
      : withFrame(state, { membership: { ...state.frame.membership, renewals: state.frame.membership.renewals + 1 } }),
  CoConstructionOpened: (state, data) =>
    data.occasion === 'catch-up' && state.frame.leadership !== null
      ? withFrame(state, { leadership: { ...state.frame.leadership, catchUpDone: true } })
      : state,
};
