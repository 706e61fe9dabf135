import { fact, type Fact, type Role, type TextKind } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { hostOf, mandateOf, partyNames, partyOf } from '../parties/questions.js';
import type { Mandate, PartyState } from '../parties/slice.js';
import { headOf } from '../text/questions.js';
import type { BoundTo, VotingBody } from './slice.js';

export const coConstructionConfirmedBy = (state: PartnershipState): readonly string[] => state.signOffs.coConstructionBy;

/**
 * True once another side has accepted a text of this side's hand (MDM-39), also where a later version stands in its place.
 * A file in which that was not kept yet is asked by its present texts.
 */
export function hasBuilt(state: PartnershipState, side: PartyState['side']): boolean {
  const isOfSide = (party: string): boolean => partyOf(state, party)?.side === side;
  return (
    state.texts.builtBy?.includes(side) === true ||
    Object.values(state.texts.heads).some(({ proposedBy, acceptedBy }) => isOfSide(proposedBy) && acceptedBy.some(one => !isOfSide(one)))
  );
}

/** True for a change that every party has agreed: what is no longer owed because of it is no breach (C-06). */
export const isAgreedChange = (state: PartnershipState, decision: string): boolean => state.signOffs.agreedChanges.includes(decision);

/** The members of a party's body, where it has named them. */
export const bodyOf = (state: PartnershipState, body: Role, party: string): VotingBody | undefined =>
  state.signOffs.bodies.find(one => one.body === body && one.party === party);

/** Parties whose people vote in a party's body: its own, or all that share the governance. */
export const votingParties = (state: PartnershipState, body: Role, party: string): readonly string[] => [
  ...new Set(bodyOf(state, body, party)?.members.map(member => member.party) ?? [party]),
];

const signatureRole = (state: PartnershipState): Role => policyOf(state).authorities.signature;

/** The mandate to sign that a person holds for a party at an instant (HFA-15, S-16). */
export const signatureMandateOf = (state: PartnershipState, party: string, person: string, at: string): Mandate | undefined =>
  mandateOf(state, party, person, signatureRole(state), at);

/** Parties that have nobody with a mandate to sign at an instant. */
export const partiesWithoutSignatory = (state: PartnershipState, at: string): readonly string[] =>
  partyNames(state).filter(
    party =>
      !state.parties.mandates.some(
        mandate => mandate.party === party && signatureMandateOf(state, party, mandate.person, at) !== undefined,
      ),
  );

const isPresent = (state: PartnershipState, kind: TextKind, bound: BoundTo | null): boolean => {
  const head = headOf(state, kind);
  return bound !== null && head !== undefined && head.version === bound.version && head.hash === bound.hash;
};

/** Parties that have not signed the present version of the agreement. */
export const unsignedParties = (state: PartnershipState): readonly string[] =>
  partyNames(state).filter(
    party => !state.signOffs.signatures.some(signature => signature.party === party && isPresent(state, 'agreement', signature)),
  );

/** Parties whose signature is awaited now, in the order that the charter sets: together, or one side before the other. */
export const partiesToSign = (state: PartnershipState): readonly string[] => inSigningOrder(state, unsignedParties(state));

/** Of those who have not signed, whose turn it is by the charter's order. */
export function inSigningOrder(state: PartnershipState, unsigned: readonly string[]): readonly string[] {
  const { signingOrder } = policyOf(state).switches;
  const first = unsigned.filter(party => (signingOrder === 'host-first') === (party === hostOf(state)));
  return signingOrder === 'parallel' || first.length === 0 ? unsigned : first;
}

/** True when a party that is in has refused to sign the present version: only a new one can be signed. */
export const presentVersionRefused = (state: PartnershipState): boolean =>
  isPresent(state, 'agreement', state.signOffs.refusal) && partyNames(state).includes(state.signOffs.refusal?.party ?? '');

/** Where the strategic validation of the agreement's present version stands. */
export const strategicStatus = (state: PartnershipState): 'not-needed' | 'missing' | 'requested' | 'granted' | 'refused' => {
  if (policyOf(state).authorities.strategicValidation === null) return 'not-needed';
  const { strategic } = state.signOffs;
  return strategic !== null && isPresent(state, 'agreement', strategic) ? strategic.status : 'missing';
};

/** When the present version becomes known for long enough on a party's side; null as long as it was not shared there. */
export function contentKnownAt(state: PartnershipState, party: string): string | null {
  const shared = state.texts.agreementShared.find(one => one.party === party && isPresent(state, 'agreement', one));
  return shared === undefined || shared.at === null ? null : after(shared.at, policyOf(state).timers.content_shared_before_signature);
}

export type ReportStatus = 'missing' | 'submitted' | 'approved' | 'returned';

/** How the assemblies have answered the present final report. One return outweighs approvals. */
export function reportStatus(state: PartnershipState): ReportStatus {
  const version = headOf(state, 'final-report')?.version ?? 0;
  if (version <= (state.signOffs.earlierReport ?? 0)) return 'missing';
  const answers = state.signOffs.assembly.filter(answer => isPresent(state, 'final-report', answer));
  if (answers.some(answer => answer.verdict === 'returned')) return 'returned';
  return answers.length > 0 ? 'approved' : 'submitted';
}

/** True when the final report has all the approvals that the type asks for (HFA-33, HFA-34). */
export const reportAccepted = (state: PartnershipState): boolean => {
  const status = reportStatus(state);
  return status === 'approved' || (status === 'submitted' && !policyOf(state).columns.assembly);
};

/** Parties whose first authority has not declared the account rendered. Both sides owe it (C-08). */
export const accountOwedBy = (state: PartnershipState): readonly string[] =>
  partyNames(state).filter(party => !state.signOffs.accountRenderedBy.includes(party));

function staleOnAgreement(state: PartnershipState): Fact[] {
  const head = headOf(state, 'agreement');
  if (head === undefined || state.steps.signedAt !== null) return [];
  const on = { kind: 'agreement', version: head.version, hash: head.hash } as const;
  const status = strategicStatus(state);
  return [
    ...state.signOffs.signatures
      .filter(one => isPresent(state, 'agreement', one))
      .map(one => fact('SignOffBecameStale', { signOff: 'signature', party: one.party, ...on })),
    ...(status === 'granted' || status === 'requested'
      ? [fact('SignOffBecameStale', { signOff: 'strategic-validation', party: null, ...on })]
      : []),
    ...state.texts.agreementShared
      .filter(one => one.at !== null && isPresent(state, 'agreement', one))
      .map(one => fact('SignOffBecameStale', { signOff: 'content-shared', party: one.party, ...on })),
  ];
}

function staleOnReport(state: PartnershipState): Fact[] {
  const head = headOf(state, 'final-report');
  if (head === undefined) return [];
  return state.signOffs.assembly
    .filter(answer => answer.verdict === 'approved' && isPresent(state, 'final-report', answer))
    .map(answer =>
      fact('SignOffBecameStale', {
        signOff: 'assembly',
        party: answer.party,
        kind: 'final-report',
        version: head.version,
        hash: head.hash,
      }),
    );
}

/**
 * Approvals that no longer count because a text changes now, as facts. Asked of the state before the change, so each
 * names the version it was given on. A signed agreement is changed by an agreed change, not by unsigning it.
 */
export const staleSignOffs = (state: PartnershipState, kind: TextKind): Fact[] =>
  kind === 'agreement' ? staleOnAgreement(state) : kind === 'final-report' ? staleOnReport(state) : [];
