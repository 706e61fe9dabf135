import type { ChallengeKind } from '@palabre/contracts';

/** A difficulty that the party which raised it has not yet called resolved (ALE-08). */
export interface OpenChallenge {
  readonly challenge: string;
  readonly party: string;
  readonly raisedAt: string;
  /** The other party that has acknowledged it; null until then (PMP-32). */
  readonly acknowledgedBy: string | null;
  readonly kind: ChallengeKind;
  /** The decision of one party that it blocks (AGI-22). */
  readonly decision?: string;
  /** Parties that have said what they will do about it (AGI-14). */
  readonly committed: readonly string[];
  /** Who is proposed to mediate, and which parties have accepted; null while nobody is. */
  readonly mediator: { readonly person: string; readonly acceptedBy: readonly string[] } | null;
  /** True once every party has accepted the mediator (PMP-54). */
  readonly mediated: boolean;
}

/** A message of a party on an object that no other party has answered yet; the oldest of its kind (AGI-28). */
export interface WaitingMessage {
  readonly object: string;
  readonly party: string;
  readonly since: string;
}

export interface VoiceSlice {
  /** Messages under the tree, by party. */
  readonly messages: Readonly<Record<string, number>>;
  readonly challenges: readonly OpenChallenge[];
  readonly waiting: readonly WaitingMessage[];
  /** Challenges resolved, by the party that had raised them. */
  readonly resolved: Readonly<Record<string, number>>;
}

export const noVoices: VoiceSlice = { messages: {}, challenges: [], waiting: [], resolved: {} };
