import type { PartnershipState } from '../../state.js';
import type { OpenChallenge } from './slice.js';

export const openChallenges = (state: PartnershipState): readonly OpenChallenge[] => state.voices.challenges;

export const challengeOf = (state: PartnershipState, challenge: string): OpenChallenge | undefined =>
  state.voices.challenges.find(one => one.challenge === challenge);
