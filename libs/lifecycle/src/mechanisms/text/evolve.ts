import { contentHash, type EventAttributes, type EventType, type Role, type TextBodies, type TextKind } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { marksFor, textNames } from './kinds.js';
import type { TextHead, TextSlice } from './slice.js';

type Proposed = { kind: TextKind; version: number; hash: string; proposedBy: string; body: unknown };

type OnVersion = { kind: TextKind; version: number; hash: string };

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
  const head: TextHead = {
    version: data.version,
    hash: data.hash,
    proposedBy: data.proposedBy,
    proposedByPerson: attributes.actor,
    status: 'proposed',
    acceptedBy: [data.proposedBy],
    translations: [],
    agreedAt: null,
    marks: marksFor(data.kind, data.body),
    lines: linesOf(data.kind, data.body),
  };
  return withTexts(state, { heads: { ...state.texts.heads, [data.kind]: head } });
};

const contested = (state: PartnershipState, data: OnVersion): PartnershipState =>
  withHead(state, data.kind, head => ({ ...head, status: 'contested', acceptedBy: [], agreedAt: null }));

const agreed = (state: PartnershipState, data: OnVersion & { acceptedBy: string[] }, attributes: EventAttributes): PartnershipState =>
  withHead(state, data.kind, head => ({ ...head, status: 'agreed', acceptedBy: data.acceptedBy, agreedAt: attributes.factat }));

/** Bodies of which at least one has to know the content before signature (HFA-16, C-24). */
const knowers: readonly Role[] = ['executive-bureau', 'executive-secretariat'];

/** Sharing the same version again does not start its delay afresh. */
const shared = (
  state: PartnershipState,
  data: { party: string; version: number; hash: string },
  attributes: EventAttributes,
): PartnershipState => {
  const { party, version, hash } = data;
  if (state.texts.agreementShared.some(one => one.party === party && one.hash === hash)) return state;
  const others = state.texts.agreementShared.filter(one => one.party !== party);
  return withTexts(state, { agreementShared: [...others, { party, version, hash, at: attributes.factat }] });
};

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
  TextAccepted: (state, data) => withHead(state, data.kind, head => ({ ...head, acceptedBy: [...head.acceptedBy, data.party] })),
  TextCommented: state => state,
  DocumentTranslated: (state, data) =>
    withHead(state, data.kind, head => ({ ...head, translations: [...head.translations, data.language] })),
  AgreementContentShared: (state, data, attributes) =>
    data.with.some(role => knowers.includes(role)) ? shared(state, data, attributes) : state,
};
