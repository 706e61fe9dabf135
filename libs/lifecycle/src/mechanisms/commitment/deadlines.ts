import type { EventType } from '@palabre/contracts';
import { endOfDay } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { DeadlineAsk, DeadlineRow } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { openCommitments } from './questions.js';
import type { OpenCommitment } from './slice.js';

/** A commitment is in time until its due day is over. */
const due =
  (wanted: (one: OpenCommitment) => boolean) =>
  (state: PartnershipState): readonly DeadlineAsk[] =>
    openCommitments(state)
      .filter(one => one.standing === 'open' && wanted(one))
      .map(one => ({ key: one.commitment, dueAt: endOfDay(one.dueOn), party: one.owedBy, about: one.commitment }));

const fireAs =
  (type: EventType): DeadlineRow['fire'] =>
  (_state, { deadline, about, party }) => [{ type, data: { commitment: about, deadline, owedBy: party } }];

export const commitmentDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'commitment-due',
    outcome: 'CommitmentOverdue',
    says: say('L’engagement est à tenir ce jour-là', 'The commitment is to be kept by that day'),
    requirements: ['MDM-24'],
    asks: due(one => one.origin !== 'milestone'),
    fire: fireAs('CommitmentOverdue'),
  },
  {
    rule: 'milestone-due',
    outcome: 'MilestoneMissed',
    says: say('Le jalon est à atteindre ce jour-là', 'The milestone is to be reached by that day'),
    requirements: ['PMP-35'],
    asks: due(one => one.origin === 'milestone'),
    fire: fireAs('MilestoneMissed'),
  },
];
