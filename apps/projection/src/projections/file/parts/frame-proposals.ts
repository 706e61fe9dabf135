import type { EventData, FrameKind, FreeText } from '@palabre/contracts';
import { changeWhere } from '../file-part.js';

/** What was proposed to bind everybody, and what became of it. */
export interface ProposalView {
  readonly proposal: string;
  readonly kind: FrameKind;
  readonly proposedBy: string;
  readonly reason: FreeText;
  readonly askedAt: string;
  /** What it brings about, as its event tells it; the rules of a new type are left to the head and the ledger. */
  readonly effect: object;
  readonly state: 'open' | 'agreed' | 'declined';
  readonly acceptedBy: readonly string[];
  readonly declinedBy: readonly { readonly party: string; readonly reason: FreeText }[];
  readonly settledAt: string | null;
}

interface WithProposals {
  readonly proposals: readonly ProposalView[];
}

type Told<D> = { readonly attributes: { readonly factat: string }; readonly data: D };
type Asked = { readonly proposal: string; readonly party: string; readonly reason: FreeText };
type Agreed = { readonly proposal: string; readonly acceptedBy: readonly string[] };

/** Who proposes says yes by proposing; a renewal that its proposer may not sign waits for that party's hierarchy too. */
export const asks =
  (kind: FrameKind) =>
  <Doc extends WithProposals>(doc: Doc, { data: { proposal, party, reason, ...effect }, attributes }: Told<Asked>): Doc => ({
    ...doc,
    proposals: [
      ...doc.proposals,
      {
        proposal,
        kind,
        proposedBy: party,
        reason,
        askedAt: attributes.factat,
        effect,
        state: 'open',
        acceptedBy: 'signed' in effect && effect.signed === false ? [] : [party],
        declinedBy: [],
        settledAt: null,
      },
    ],
  });

const change = <Doc extends WithProposals>(doc: Doc, proposal: string, next: (view: ProposalView) => Partial<ProposalView>): Doc => ({
  ...doc,
  proposals: changeWhere(
    doc.proposals,
    one => one.proposal === proposal,
    one => ({ ...one, ...next(one) }),
  ),
});

/** The proposal is agreed, and what it brings about stands from now on. */
export const agrees =
  <D extends Agreed, Doc extends WithProposals>(brings: (data: D, at: string) => Partial<Doc>) =>
  (doc: Doc, { data, attributes }: Told<D>): Doc => ({
    ...change(doc, data.proposal, () => ({ state: 'agreed', acceptedBy: data.acceptedBy, settledAt: attributes.factat })),
    ...brings(data, attributes.factat),
  });

export const accepts = <Doc extends WithProposals>(doc: Doc, { data }: Told<EventData<'FrameChangeAccepted'>>): Doc =>
  change(doc, data.proposal, one => ({
    acceptedBy: [...new Set([...one.acceptedBy, data.party])],
    declinedBy: one.declinedBy.filter(({ party }) => party !== data.party),
  }));

/** Under a majority rule the proposal may outlive a no. */
export const declines = <Doc extends WithProposals>(doc: Doc, { data, attributes }: Told<EventData<'FrameChangeDeclined'>>): Doc =>
  change(doc, data.proposal, one => ({
    acceptedBy: one.acceptedBy.filter(party => party !== data.party),
    declinedBy: [...one.declinedBy.filter(({ party }) => party !== data.party), { party: data.party, reason: data.reason }],
    ...(data.closes ? { state: 'declined' as const, settledAt: attributes.factat } : {}),
  }));
