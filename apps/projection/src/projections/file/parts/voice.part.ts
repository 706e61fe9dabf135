import type { FreeText } from '@palabre/contracts';
import { filePart, type PartHandlers } from '../file-part.js';

interface ChallengeView {
  readonly challenge: string;
  readonly party: string;
  readonly text: FreeText;
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

const change = (doc: VoiceDoc, challenge: string, fields: Partial<ChallengeView>): VoiceDoc => ({
  ...doc,
  challenges: doc.challenges.map(one => (one.challenge === challenge ? { ...one, ...fields } : one)),
});

const on: PartHandlers<VoiceDoc> = {
  ChallengeRaised: (doc, { data }) => ({ ...doc, challenges: [...doc.challenges, { ...data, state: 'raised', solution: null }] }),
  ChallengeAcknowledged: (doc, { data }) => change(doc, data.challenge, { state: 'acknowledged' }),
  ChallengeResolved: (doc, { data }) => change(doc, data.challenge, { state: 'resolved', solution: data.solution }),
  PalaverMessagePosted: (doc, { data, attributes }) => ({
    ...doc,
    posted: doc.posted + 1,
    messages: [...doc.messages.slice(1 - messagesShown), { ...data, actor: attributes.actor, at: attributes.factat }],
  }),
};

export const voicePart = filePart<VoiceDoc>('voice', { challenges: [], posted: 0, messages: [] }, on);
