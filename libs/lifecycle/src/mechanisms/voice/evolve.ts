import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import type { OpenChallenge, VoiceSlice, WaitingMessage } from './slice.js';

const withVoices = (state: PartnershipState, change: Partial<VoiceSlice>): PartnershipState => ({
  ...state,
  voices: { ...state.voices, ...change },
});

const oneMore = (counts: Readonly<Record<string, number>>, party: string): Readonly<Record<string, number>> => ({
  ...counts,
  [party]: (counts[party] ?? 0) + 1,
});

/** Objects on which a message may wait at one time; older ones than that were left behind by the talk itself. */
const mostWaiting = 50;

/** Who speaks answers all others on the same object, and waits for them from the first word on. */
function nowWaiting(before: readonly WaitingMessage[], object: string, party: string, since: string): readonly WaitingMessage[] {
  const mine = before.find(one => one.object === object && one.party === party) ?? { object, party, since };
  return [...before.filter(one => one.object !== object), mine].slice(-mostWaiting);
}

const changed = (state: PartnershipState, challenge: string, change: (one: OpenChallenge) => Partial<OpenChallenge>): PartnershipState =>
  withVoices(state, {
    challenges: state.voices.challenges.map(one => (one.challenge === challenge ? { ...one, ...change(one) } : one)),
  });

export const voiceEvolvers: Evolvers = {
  PalaverMessagePosted: (state, { object, party }, { factat }) =>
    withVoices(state, {
      messages: oneMore(state.voices.messages, party),
      waiting: nowWaiting(state.voices.waiting, object, party, factat),
    }),
  ChallengeRaised: (state, { challenge, party, kind, decision }, { factat: raisedAt }) => {
    const blocks = decision === undefined ? {} : { decision };
    const open = { challenge, party, raisedAt, acknowledgedBy: null, kind, committed: [], mediator: null, mediated: false, ...blocks };
    return withVoices(state, { challenges: [...state.voices.challenges, open] });
  },
  ChallengeAcknowledged: (state, data) => changed(state, data.challenge, () => ({ acknowledgedBy: data.party })),
  JointCommitmentMade: (state, data) =>
    changed(state, data.challenge, one => ({ committed: [...new Set([...one.committed, data.party])] })),
  MediatorProposed: (state, data) =>
    changed(state, data.challenge, () => ({ mediator: { person: data.mediator, acceptedBy: [data.party] } })),
  MediatorAccepted: (state, data) =>
    changed(state, data.challenge, one => ({
      mediator: { person: data.mediator, acceptedBy: [...(one.mediator?.acceptedBy ?? []), data.party] },
    })),
  MediationOpened: (state, data) =>
    changed(state, data.challenge, () => ({ mediated: true, mediator: { person: data.mediator, acceptedBy: data.acceptedBy } })),
  ChallengeResolved: (state, data) =>
    withVoices(state, {
      challenges: state.voices.challenges.filter(one => one.challenge !== data.challenge),
      resolved: oneMore(state.voices.resolved, data.party),
    }),
};
