import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import type { VoiceSlice } from './slice.js';

const withVoices = (state: PartnershipState, change: Partial<VoiceSlice>): PartnershipState => ({
  ...state,
  voices: { ...state.voices, ...change },
});

const oneMore = (counts: Readonly<Record<string, number>>, party: string): Readonly<Record<string, number>> => ({
  ...counts,
  [party]: (counts[party] ?? 0) + 1,
});

export const voiceEvolvers: Evolvers = {
  PalaverMessagePosted: (state, data) => withVoices(state, { messages: oneMore(state.voices.messages, data.party) }),
  ChallengeRaised: (state, { challenge, party }, attributes) =>
    withVoices(state, {
      challenges: [...state.voices.challenges, { challenge, party, raisedAt: attributes.factat, acknowledgedBy: null }],
    }),
  ChallengeAcknowledged: (state, data) =>
    withVoices(state, {
      challenges: state.voices.challenges.map(one => (one.challenge === data.challenge ? { ...one, acknowledgedBy: data.party } : one)),
    }),
  ChallengeResolved: (state, data) =>
    withVoices(state, {
      challenges: state.voices.challenges.filter(one => one.challenge !== data.challenge),
      resolved: oneMore(state.voices.resolved, data.party),
    }),
};
