import type { ChallengeKind, FreeText } from '@palabre/contracts';
import { changeWhere, filePart, told, type PartHandlers } from '../file-part.js';

interface ChallengeView {
  readonly challenge: string;
  readonly party: string;
  readonly kind: ChallengeKind;
  readonly text: FreeText;
  readonly acknowledgedBy: string | null;
  /** What each party says that it will do: a difficulty is faced by all (AGI-14). */
  readonly commitments: readonly { readonly party: string; readonly text: FreeText; readonly at: string }[];
  /** Open once every party has accepted the mediator (PMP-54). */
  readonly mediation: { readonly mediator: string; readonly acceptedBy: readonly string[]; readonly openedAt: string | null } | null;
  readonly state: 'raised' | 'acknowledged' | 'resolved';
  readonly solution: FreeText | null;
}

/** So that years of talk do not make every further word dearer. */
const messagesShown = 50;

export interface VoiceDoc {
  readonly challenges: readonly ChallengeView[];
  /** Messages ever posted; the newest ones are beside, all are in the history. */
  readonly posted: number;
  readonly messages: readonly {
    readonly object: string;
    readonly party: string;
    readonly message: FreeText;
    readonly actor: string;
    readonly at: string;
  }[];
}

const change = (doc: VoiceDoc, challenge: string, next: (view: ChallengeView) => Partial<ChallengeView>): VoiceDoc => ({
  ...doc,
  challenges: changeWhere(
    doc.challenges,
    one => one.challenge === challenge,
    one => ({ ...one, ...next(one) }),
  ),
});

const on: PartHandlers<VoiceDoc> = {
  ChallengeRaised: (doc, { data }) => ({
    ...doc,
    challenges: [...doc.challenges, { ...data, acknowledgedBy: null, commitments: [], mediation: null, state: 'raised', solution: null }],
  }),
  ChallengeAcknowledged: (doc, { data }) => change(doc, data.challenge, () => ({ state: 'acknowledged', acknowledgedBy: data.party })),
  JointCommitmentMade: (doc, event) =>
    change(doc, event.data.challenge, one => ({
      commitments: [...one.commitments, { party: event.data.party, text: event.data.text, at: told(event).at }],
    })),
  MediatorProposed: (doc, { data }) =>
    change(doc, data.challenge, () => ({ mediation: { mediator: data.mediator, acceptedBy: [data.party], openedAt: null } })),
  MediatorAccepted: (doc, { data }) =>
    change(doc, data.challenge, one => ({
      mediation: one.mediation && { ...one.mediation, acceptedBy: [...one.mediation.acceptedBy, data.party] },
    })),
  MediationOpened: (doc, event) =>
    change(doc, event.data.challenge, () => ({
      mediation: { mediator: event.data.mediator, acceptedBy: event.data.acceptedBy, openedAt: told(event).at },
    })),
  ChallengeResolved: (doc, { data }) => change(doc, data.challenge, () => ({ state: 'resolved', solution: data.solution })),
  PalaverMessagePosted: (doc, { data, attributes }) => ({
    ...doc,
    posted: doc.posted + 1,
    messages: [...doc.messages.slice(1 - messagesShown), { ...data, actor: attributes.actor, at: attributes.factat }],
  }),
};

export const voicePart = filePart<VoiceDoc>('voice', { challenges: [], posted: 0, messages: [] }, on);
