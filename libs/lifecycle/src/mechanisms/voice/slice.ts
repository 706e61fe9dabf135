/** A difficulty that the party which raised it has not yet called resolved (ALE-08). */
export interface OpenChallenge {
  readonly challenge: string;
  readonly party: string;
  readonly raisedAt: string;
  /** The other party that has acknowledged it; null until then (PMP-32). */
  readonly acknowledgedBy: string | null;
}

export interface VoiceSlice {
  /** Messages under the tree, by party. */
  readonly messages: Readonly<Record<string, number>>;
  readonly challenges: readonly OpenChallenge[];
  /** Challenges resolved, by the party that had raised them. */
  readonly resolved: Readonly<Record<string, number>>;
}

export const noVoices: VoiceSlice = { messages: {}, challenges: [], resolved: {} };
