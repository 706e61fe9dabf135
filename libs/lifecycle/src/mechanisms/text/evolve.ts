import {
  contentHash,
  policyOverride,
  type EventAttributes,
  type EventData,
  type EventType,
  type PolicySwitches,
  type Role,
  type TextBodies,
  type TextKind,
} from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import { withOverride } from '../../policy-override.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { lastingTextAgreed, rulesChanged } from '../frame/evolve.js';
import { partyOf } from '../parties/questions.js';
import { planAgreed } from '../transfer/evolve.js';
import { afterObjection } from './objection.js';
import { marksFor, partsIn, textNames } from './kinds.js';
import { agreedLinesOf } from './questions.js';
import type { TextHead, TextSlice } from './slice.js';

type Proposed = { kind: TextKind; version: number; hash: string; proposedBy: string; body: unknown };

type OnVersion = { kind: TextKind; version: number; hash: string };

type Contested = OnVersion & { party: string; about: readonly string[] };

const withTexts = (state: PartnershipState, texts: Partial<TextSlice>): PartnershipState => ({
  ...state,
  texts: { ...state.texts, ...texts },
});

const withHead = (state: PartnershipState, kind: TextKind, change: (head: TextHead) => TextHead): PartnershipState => {
  const head = state.texts.heads[kind];
  return head === undefined ? state : withTexts(state, { heads: { ...state.texts.heads, [kind]: change(head) } });
};

/** Budget lines are kept because money asks for them; capacity lines whose "why" is written, because later versions may carry it on. */
function linesOf(kind: TextKind, body: unknown): TextHead['lines'] {
  if (kind === 'budget') {
    return (body as TextBodies['budget']).lines.map(({ line, cost, spentBy }) => ({
      line,
      amount: cost.amount,
      currency: cost.currency,
      spentBy,
    }));
  }
  if (kind === 'capacity-plan') {
    return (body as TextBodies['capacity-plan']).lines
      .filter(line => line.why !== null)
      .map(({ line, to, why }) => ({ line, amount: 0, currency: '', spentBy: to, why: contentHash(why) }));
  }
  return [];
}

const proposed = (state: PartnershipState, data: Proposed, attributes: EventAttributes): PartnershipState => {
  const before = state.texts.heads[data.kind];
  const head: TextHead = {
    version: data.version,
    hash: data.hash,
    proposedBy: data.proposedBy,
    proposedByPerson: attributes.actor,
    proposedAt: attributes.factat,
    status: 'proposed',
    acceptedBy: [data.proposedBy],
    contestedBy: [],
    parts: partsIn(data.kind, data.body),
    vetoes: [],
    translations: [],
    agreedAt: null,
    marks: marksFor(data.kind, data.body),
    lines: linesOf(data.kind, data.body),
    standingLines: before === undefined || data.kind !== 'budget' ? null : agreedLinesOf(before),
  };
  return withTexts(state, { heads: { ...state.texts.heads, [data.kind]: head } });
};

function contested(state: PartnershipState, data: Contested, attributes: EventAttributes): PartnershipState {
  return withHead(state, data.kind, head => {
    const contestedBy = [...new Set([...head.contestedBy, data.party])];
    const acceptedBy = head.acceptedBy.filter(party => party !== data.party);
    const refused = data.kind === 'budget' ? data.about.filter(line => head.parts.includes(line)) : [];
    const vetoes = [...head.vetoes, ...refused.map(line => ({ line, party: data.party }))];
    const standingLines = data.kind === 'budget' ? agreedLinesOf(head) : null;
    const status = afterObjection(state, { kind: data.kind, head }, data.party, attributes.factat);
    if (status === 'agreed') return { ...head, acceptedBy, contestedBy, vetoes };
    return { ...head, status, acceptedBy: status === 'contested' ? [] : acceptedBy, contestedBy, vetoes, agreedAt: null, standingLines };
  });
}

/** Texts that are rules in force: once one of them changes, whoever asks to come in reads them again (PMP-21). */
const rules: readonly TextKind[] = ['agreement', 'values', 'roles', 'code-of-conduct', 'communication-rules'];

/** From now on the parties decide by the rule that they chose (PMP-28); a later adaptation may replace it. */
function decidedBy(state: PartnershipState): PartnershipState {
  const chosen = policyOverride.safeParse({ key: 'decisionRule', value: state.texts.heads['operating-modes']?.marks['decisionRule'] });
  return chosen.success ? withOverride(state, chosen.data) : state;
}

/** What follows from agreeing a text, besides the text itself. */
const onceAgreed: { readonly [K in TextKind]?: (state: PartnershipState) => PartnershipState } = {
  ...Object.fromEntries(rules.map(kind => [kind, (state: PartnershipState) => rulesChanged(state)])),
  'operating-modes': state => lastingTextAgreed(decidedBy(state), 'operating-modes'),
  objectives: state => lastingTextAgreed(state, 'objectives'),
  evaluation: state => lastingTextAgreed(state, 'evaluation'),
  'transfer-plan': state => planAgreed(state),
};

/** A side has built something once another side says yes to a text of its hand (MDM-39); silence says nothing. */
function accepted(state: PartnershipState, kind: TextKind, acceptedBy: readonly string[]): PartnershipState {
  const author = partyOf(state, state.texts.heads[kind]?.proposedBy ?? '')?.side;
  const { builtBy = [] } = state.texts;
  return author === undefined || builtBy.includes(author) || acceptedBy.every(party => partyOf(state, party)?.side === author)
    ? state
    : withTexts(state, { builtBy: [...builtBy, author] });
}

const agreed = (state: PartnershipState, data: OnVersion & { acceptedBy: string[] }, attributes: EventAttributes): PartnershipState =>
  withHead(accepted(onceAgreed[data.kind]?.(state) ?? state, data.kind, data.acceptedBy), data.kind, head => ({
    ...head,
    status: 'agreed',
    acceptedBy: data.acceptedBy,
    agreedAt: attributes.factat,
    standingLines: null,
  }));

/** Bodies that may have to know the content before signature (HFA-16). */
const knowers: readonly Role[] = ['executive-bureau', 'executive-secretariat'];

/** Which of them the charter asks for (C-24). */
const enoughKnow: Readonly<Record<PolicySwitches['contentSharedTo'], (known: readonly Role[]) => boolean>> = {
  bureau: known => known.includes('executive-bureau'),
  secretariat: known => known.includes('executive-secretariat'),
  'any-of': known => known.length > 0,
  both: known => knowers.every(role => known.includes(role)),
};

/** Sharing the same version again does not start its delay afresh. */
function sharedWithBodies(
  state: PartnershipState,
  data: EventData<'AgreementContentShared'>,
  attributes: EventAttributes,
): PartnershipState {
  const { party, version, hash } = data;
  const before = state.texts.agreementShared.find(one => one.party === party && one.hash === hash);
  const known = [...new Set([...(before?.with ?? []), ...data.with.filter(role => knowers.includes(role))])];
  if (known.length === 0) return state;
  const others = state.texts.agreementShared.filter(one => one.party !== party);
  const at = before?.at ?? (enoughKnow[policyOf(state).switches.contentSharedTo](known) ? attributes.factat : null);
  const read = before?.read === true ? { read: before.read } : {};
  return withTexts(state, { agreementShared: [...others, { party, version, hash, with: known, at, ...read }] });
}

/** A member of a body that the content was made known to has read it (HFA-16). */
export const contentRead = (state: PartnershipState, { party, hash }: EventData<'AgreementContentRead'>): PartnershipState =>
  withTexts(state, {
    agreementShared: state.texts.agreementShared.map(one => (one.party === party && one.hash === hash ? { ...one, read: true } : one)),
  });

/** Before signature bodies alone are told (HFA-16); afterwards the members too, where they are named (HFA-29). */
function shared(state: PartnershipState, data: EventData<'AgreementContentShared'>, attributes: EventAttributes): PartnershipState {
  const told = sharedWithBodies(state, data, attributes);
  return state.steps.signedAt !== null && data.with.includes('member')
    ? withTexts(told, { membersInformed: [...new Set([...(told.texts.membersInformed ?? []), data.party])] })
    : told;
}

const rows = Object.values(textNames);

const forEach = <F>(types: readonly EventType[], evolver: F): Record<string, F> => Object.fromEntries(types.map(type => [type, evolver]));

export const textEvolvers: Evolvers = {
  ...forEach(
    rows.map(row => row.proposed),
    proposed,
  ),
  ...forEach(
    rows.map(row => row.contested),
    contested,
  ),
  ...forEach(
    rows.map(row => row.agreed),
    agreed,
  ),
  ExpectationsRecorded: (state, data) => withTexts(state, { expectationsOf: [...new Set([...state.texts.expectationsOf, data.party])] }),
  TextAccepted: (state, { kind, party }) =>
    withHead(accepted(state, kind, [party]), kind, head => ({ ...head, acceptedBy: [...head.acceptedBy, party] })),
  TextCommented: (state, data) =>
    data.kind === 'vision'
      ? withHead(state, data.kind, head => ({ ...head, commentedBy: [...new Set([...(head.commentedBy ?? []), data.party])] }))
      : state,
  DocumentTranslated: (state, data) =>
    withHead(state, data.kind, head => ({ ...head, translations: [...head.translations, data.language] })),
  AgreementContentShared: shared,
};
