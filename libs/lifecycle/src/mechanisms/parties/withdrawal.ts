import { fact, type EventType } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { accept, refuse, say } from '../../decision.js';
import { stepsFrom } from '../../lifecycle.js';
import type { Decider, Deciders, DeadlineRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { hostOf, otherParties, withdrawalOf } from './questions.js';
import { mediationNotYours, mediationStands, noSuchWithdrawal, withdrawalRuns } from './refusals.js';
import type { Withdrawal } from './slice.js';

const notice = (state: PartnershipState, id: string): Withdrawal | undefined =>
  state.parties.withdrawals.find(open => open.withdrawal === id);

const announce: Decider<'AnnounceWithdrawal'> = (state, command, moment) => {
  const { party } = moment.party;
  if (withdrawalOf(state, party) !== undefined) return refuse(withdrawalRuns());
  const endsAt = after(moment.now, policyOf(state).timers.withdrawal_notice);
  return accept(fact('WithdrawalAnnounced', { withdrawal: moment.newId('withdrawal'), party, reason: command.data.reason, endsAt }));
};

const offer: Decider<'OfferMediation'> = (state, command, moment) => {
  const open = notice(state, command.data.withdrawal);
  if (open === undefined) return refuse(noSuchWithdrawal());
  if (open.party === moment.party.party) return refuse(mediationNotYours());
  return open.mediation === null
    ? accept(fact('MediationOffered', { ...command.data, party: moment.party.party }))
    : refuse(mediationStands());
};

const answer: Decider<'AnswerMediation'> = (state, command, moment) => {
  const open = notice(state, command.data.withdrawal);
  if (open === undefined) return refuse(noSuchWithdrawal());
  if (open.party !== moment.party.party) return refuse(mediationNotYours());
  return open.mediation === 'offered'
    ? accept(fact('MediationAnswered', { ...command.data, party: moment.party.party }))
    : refuse(mediationStands());
};

const revoke: Decider<'RevokeWithdrawal'> = (state, command, moment) => {
  const open = notice(state, command.data.withdrawal);
  return open?.party === moment.party.party
    ? accept(fact('WithdrawalRevoked', { ...command.data, party: moment.party.party }))
    : refuse(noSuchWithdrawal());
};

export const withdrawalDeciders: Deciders = {
  AnnounceWithdrawal: announce,
  OfferMediation: offer,
  AnswerMediation: answer,
  RevokeWithdrawal: revoke,
};

/** Phases in which there is still something to close, when the one but last leaves. */
const ended = (state: PartnershipState): boolean => state.phase === 'closing';

/** Nobody is left to be a partner with: what was built is closed with its account, what was only negotiated stops. */
function alone(state: PartnershipState, leaving: string): readonly { type: EventType; data: unknown }[] {
  const reason = 'S-06';
  return stepsFrom(state.phase, 'deadline').some(step => step.to === 'closing')
    ? [{ type: 'ClosureInitiated', data: { from: state.phase, to: 'closing', gates: [], reason } }]
    : [{ type: 'NegotiationStopped', data: { party: leaving, reason } }];
}

/**
 * The end of a notice (S-06). With two or more left the partnership goes on, and the host's side passes to the party
 * that was there first. With only one left there is nobody to be a partner with: closing begins, and both render account.
 */
export const withdrawalDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'withdrawal-notice',
    outcome: 'PartnerWithdrew',
    says: say('Le préavis de retrait prend fin', 'The notice of withdrawal ends'),
    requirements: ['S-06', 'C-15'],
    asks: state =>
      ended(state)
        ? []
        : state.parties.withdrawals.map(({ withdrawal, party, endsAt }) => ({ key: withdrawal, dueAt: endsAt, party, about: withdrawal })),
    fire: (state, { about, party, deadline }) => {
      const leaving = party ?? '';
      const remaining = otherParties(state, leaving);
      if (remaining.length < 2) return alone(state, leaving);
      const dutiesTo = hostOf(state) === leaving ? (remaining[0] ?? null) : null;
      return [{ type: 'PartnerWithdrew', data: { withdrawal: about, party: leaving, dutiesTo, deadline } }];
    },
  },
];
