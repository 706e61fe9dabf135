import { hasCome } from '../../calendar/reminder.js';
import { say } from '../../decision.js';
import type { DeadlineRow } from '../../mechanism.js';
import { pulsesToCome } from './stage.js';
import { refreshDueAt, refreshes } from './questions.js';

export const formDeadlines: readonly DeadlineRow[] = [
  {
    rule: 'due-diligence-refresh',
    outcome: 'ReminderDue',
    says: say('La diligence est à refaire, dans les deux sens', 'Due diligence is to be done again, in both directions'),
    requirements: ['PMP-20', 'MDM-64'],
    asks: state => {
      const dueAt = refreshDueAt(state);
      if (dueAt === null || !refreshes(state) || hasCome(dueAt, state.calendar.now)) return [];
      return [{ key: `round-${state.forms.dueDiligence.revealed + 1}`, dueAt, party: null, about: 'due-diligence' }];
    },
    fire: (_state, deadline) => [{ type: 'ReminderDue', data: { deadline: deadline.deadline, about: 'due-diligence-refresh' } }],
  },
  {
    rule: 'relation-pulse',
    outcome: 'ReminderDue',
    says: say('Les questions sur la relation se posent de nouveau', 'The questions on the relation are put again'),
    requirements: ['AGI-06'],
    asks: state =>
      state.standing === 'open' ? pulsesToCome(state).map(dueAt => ({ key: dueAt, dueAt, party: null, about: state.phase })) : [],
    fire: (_state, deadline) => [{ type: 'ReminderDue', data: { deadline: deadline.deadline, about: 'relation-pulse' } }],
  },
];
