import type { PartnershipState } from '../../state.js';
import { after } from '../../calendar/span.js';
import { asksFor, figureOf } from '../../practices.js';
import type { OpenChallenge, WaitingMessage } from './slice.js';

export const openChallenges = (state: PartnershipState): readonly OpenChallenge[] => state.voices.challenges;

export const challengeOf = (state: PartnershipState, challenge: string): OpenChallenge | undefined =>
  state.voices.challenges.find(one => one.challenge === challenge);

/** Messages that wait for another party, with the moment from which they are late; none where the charter asks for no such habit (AGI-28). */
export function messagesToAnswer(state: PartnershipState): readonly (WaitingMessage & { readonly dueAt: string })[] {
  if (state.voices.waiting.length === 0 || !asksFor(state, 'availability')) return [];
  const workingDays = figureOf(state, 'partner_message_answer_working_days');
  return workingDays === null ? [] : state.voices.waiting.map(one => ({ ...one, dueAt: after(one.since, { workingDays }) }));
}

/** Difficulties are known by this beginning, whether they are open or resolved. */
const challengeIds = /^(challenge\/)?challenge-/;

export const isChallenge = (object: string): boolean => challengeIds.test(object);
